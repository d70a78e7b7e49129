"""A document that bears a 密级: refused where the library is public, and never on the site of any."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build import build, check, write
from generator.problems import Level, Problem

DATED = date(2022, 12, 31)
SECRET = """---
类别: 公文
编号: 密件
文种: 通知
行文方向: 下行
标题: 关于雪莲计划的通知
发文机关:
  - 某市财政局
份号: "000001"
密级和保密期限: 机密★1年
公开属性: 主动公开
---

雪莲计划的内容。
"""
PUBLIC = (
    SECRET.replace("密件", "明件")
    .replace("雪莲", "山茶")
    .replace('份号: "000001"\n', "")
    .replace("密级和保密期限: 机密★1年\n", "")
)
SETTINGS = "  公开资料库: 是"


@pytest.fixture
def home(copy_of_shipped: Path) -> Path:
    """A small library that holds a classified document and an open one."""
    for folder in ("cases/projects", "cases/practices", "policies/shandong", "documents"):
        for file in (copy_of_shipped / folder).rglob("*.*"):
            file.unlink()
    (copy_of_shipped / "documents" / "密件.md").write_text(SECRET, encoding="utf-8")
    (copy_of_shipped / "documents" / "明件.md").write_text(PUBLIC, encoding="utf-8")
    return copy_of_shipped


@pytest.fixture
def closed(home: Path) -> Path:
    """The same, marked as not public."""
    file = home / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count(SETTINGS) == 1
    file.write_text(text.replace(SETTINGS, "  公开资料库: 否"), encoding="utf-8")
    return home


def refusals(problems: tuple[Problem, ...]) -> list[tuple[Level, str, int]]:
    """Where a classified document is refused."""
    return [
        (problem.level, problem.place.path, problem.place.line)
        for problem in problems
        if problem.code == "SECR001"
    ]


REFUSED = [(Level.ERROR, "documents/密件.md", 10)]


def test_check_refuses_it_in_a_public_library(home: Path) -> None:
    problems = check(home)
    assert refusals(problems) == REFUSED
    (problem,) = (problem for problem in problems if problem.code == "SECR001")
    assert "机密★1年" in problem.message
    assert "公开资料库: 否" in problem.hint


def test_write_refuses_it_and_writes_the_others(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("out")
    result = write(home, ("密件", "明件"), out)
    assert refusals(result.problems) == REFUSED
    assert result.left_out == ("密件",)
    assert [file.name for file in out.glob("*.docx")] == ["明件.docx"]


def test_build_refuses_it_and_leaves_no_trace(home: Path) -> None:
    result = build(home, home / "build", DATED)
    assert refusals(result.problems) == REFUSED
    assert result.left_out == ("密件",)
    assert (home / "build" / "word" / "明件.docx").is_file()
    assert traces(home / "build", "word", "site", "pages", "index") == []


def test_a_library_that_is_not_public_prints_it_and_keeps_it_off_the_site(closed: Path) -> None:
    result = build(closed, closed / "build", DATED)
    assert refusals(result.problems) == []
    assert (closed / "build" / "word" / "密件.docx").is_file()
    assert (closed / "build" / "site" / "documents" / "明件.html").is_file()
    assert traces(closed / "build", "site", "pages", "index") == []


def traces(out: Path, *folders: str) -> list[str]:
    """Files that name the classified document."""
    files = [file for folder in folders for file in (out / folder).rglob("*") if file.is_file()]
    assert files
    return [file.as_posix() for file in files if names_it(file)]


def names_it(file: Path) -> bool:
    """Whether a file's name or content does."""
    content = file.read_bytes()
    return "密件" in file.name or "雪莲".encode() in content or "密件".encode() in content
