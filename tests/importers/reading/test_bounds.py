"""Files of fifty megabytes are read or refused within a bounded room of memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CHILD = Path(__file__).with_name("large_files.py")
ROOM = 1_500
"""Megabytes of address space for the interpreter, its libraries, the file and the reading of it."""


@pytest.fixture(scope="module")
def outcomes() -> dict[str, str]:
    pytest.importorskip("resource", reason="只有 POSIX 系统能限定一个进程的内存")
    command = [sys.executable, str(CHILD), str(ROOM)]
    ran = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    found: dict[str, str] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize(
    ("case", "outcome"),
    [
        ("多行的 UTF-8 文本", "IMP010"),
        ("多行的 GB18030 文本", "IMP010"),
        ("一行的文本", "IMP010"),
        ("满是制表符的文本", "IMP002"),
        ("多标签的网页", "IMP010"),
        ("长文的网页", "IMP010"),
        ("嵌了图片的网页", "读出 1 行"),
        ("存而不压的压缩包", "IMP006"),
        ("乱码的 PDF", "IMP009"),
        ("满是行的表格", "IMP010"),
        ("超过上限一个字节", "IMP003"),
    ],
)
def test_fifty_megabytes_end_with_text_or_message(outcomes: dict[str, str], case: str, outcome: str) -> None:
    assert outcomes[case] == outcome


def test_every_large_file_is_judged(outcomes: dict[str, str]) -> None:
    assert len(outcomes) == 11
