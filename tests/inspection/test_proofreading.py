"""The words of a Word file: figures and wording are told with the number of the paragraph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.inspection.packages import docx, p

WRONG = "今年总预算4201.14万元，其中基础教育1987.80万元，职业教育2303.34万元。"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a slip in its figures and one in its wording."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "情况.docx"
    path.write_bytes(docx(p("关于预算的说明") + p(WRONG) + p("由承接主题报送。")))
    return path


def test_a_word_file_is_told_of_figures_and_wording_by_paragraph(file: Path) -> None:
    result = CliRunner().invoke(main, ["check", file.name, "--format", "json"])
    problems = json.loads(result.output)["problems"]
    assert [(one["code"], one["message"][:4]) for one in problems] == [
        ("SUM001", "第2段："),
        ("TERM001", "第3段："),
    ]
    assert {one["path"] for one in problems} == {"情况.docx"}


def test_the_text_report_shows_them_below(file: Path) -> None:
    result = CliRunner().invoke(main, ["check", file.name])
    assert "情况.docx: 警告 SUM001 第2段：" in result.output
    assert "宜写“承接主体”" in result.output
