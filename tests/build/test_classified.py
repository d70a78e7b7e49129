"""A document that bears a 密级: refused where the library is public, and never on the site of any."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import build, check, write
from generator.problems import Level, Problem
from tests.checks.conftest import BASES

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


# --- roads by which it could reach others ---------------------------------------------------------

ATTACHED = {"附件": [{"标题": "附表", "记录": "密件"}]}
WHOLE = {"附件": [{"记录": "密件", "全文附后": "是"}]}
FORWARDS = {"标题": None, "关系": [{"类型": "转发", "目标": "密件"}]}
ALIAS = {"数据集": {"通知": "密件"}}
BINDING = "见{{ 库.密件.题名 }}。"
DOCUMENTS: dict[str, tuple[dict[str, Any], str]] = {
    "附件": (ATTACHED, "山茶。"),
    "附件不写标题": ({"附件": [{"记录": "密件"}]}, "山茶。"),
    "全文附后": (WHOLE, "山茶。"),
    "底本": ({"底本": "密件"}, ""),
    "底本不写标题": ({"底本": "密件", "标题": None}, ""),
    "转发": (FORWARDS | WHOLE, "山茶。"),
    "转发并引来文": (FORWARDS | WHOLE, "转发{{ 来文.全称 }}。"),
    "关系": ({"关系": [{"类型": "依据", "目标": "密件"}]}, "山茶。"),
    "数据集的题名": (ALIAS, "见{{ 通知.题名 }}。"),
    "数据集的全称": (ALIAS, "见{{ 通知.全称 }}。"),
    "库里的标题": ({}, "见{{ 库.密件.标题 }}。"),
    "库里的发文机关": ({}, "见{{ 库.密件.发文机关|顿号 }}。"),
}
"""How an open document could draw on a classified one: its 编号, keys of its head, its body."""
CARRIERS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("cases/projects", "案例", {"依据": [{"政策": "密件"}]}, ""),
    ("cases/projects", "案例", {"章节": [{"题": "基本情况", "段": [BINDING]}]}, ""),
    ("cases/projects", "案例", {"摘要": BINDING}, ""),
    ("cases/practices", "地区实践", {"制度": [{"政策": "密件"}]}, ""),
    ("documents", "汇编", {}, BINDING),
    ("documents", "汇编", ALIAS, "见{{ 通知.全称 }}。"),
)
"""How cases, practices and collections could: folder, 类别, keys and body."""


@pytest.mark.parametrize("library", ["home", "closed"])
def test_nothing_of_it_reaches_another_record_the_site_or_the_index(
    library: str, request: pytest.FixtureRequest
) -> None:
    root: Path = request.getfixturevalue(library)
    for name, (keys, body) in DOCUMENTS.items():
        write_record(root / "documents" / f"{name}.md", {**OPEN, "编号": name, **keys}, body)
    for number, (folder, kind, keys, body) in enumerate(CARRIERS):
        name = f"{kind}-{number}"
        data = {**BASES[kind], "类别": kind, "编号": name, "公开属性": "主动公开", **keys}
        suffix = ".md" if kind == "汇编" else ".yaml"
        write_record(root / folder / f"{name}{suffix}", data, body)
    build(root, root / "build", DATED)
    assert elsewhere(root) == []


def test_a_classified_document_may_cite_another(closed: Path) -> None:
    text = SECRET.replace("编号: 密件", "编号: 密复").replace("雪莲计划的内容。", BINDING)
    (closed / "documents" / "密复.md").write_text(text, encoding="utf-8")
    assert [problem for problem in check(closed) if problem.code == "BIND001"] == []


def test_an_open_document_that_cites_it_is_told(closed: Path) -> None:
    write_record(closed / "documents" / "别件.md", {**OPEN, "编号": "别件"}, BINDING)
    (problem,) = (problem for problem in check(closed) if problem.code == "BIND001")
    assert (problem.level, problem.place.path) == (Level.ERROR, "documents/别件.md")
    assert "涉密公文" in problem.message


OPEN: dict[str, Any] = {
    "类别": "公文",
    "编号": "别件",
    "文种": "通知",
    "行文方向": "下行",
    "标题": "关于别的事项的通知",
    "发文机关": ["某市财政局"],
    "公开属性": "主动公开",
}


def write_record(file: Path, data: dict[str, Any], body: str) -> None:
    """A record as a file; what is None is left out."""
    kept = {key: value for key, value in data.items() if value is not None}
    text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{text}---\n\n{body}\n" if file.suffix == ".md" else text, encoding="utf-8")


def elsewhere(root: Path) -> list[str]:
    """Outputs other than its own Word file that name the classified document."""
    found = traces(root / "build", "word", "site", "pages", "index")
    return [name for name in found if not name.endswith("/word/密件.docx")]


def traces(out: Path, *folders: str) -> list[str]:
    """Files that name the classified document; each folder names the open one, or nothing was looked at."""
    found = []
    for folder in folders:
        files = [file for file in sorted((out / folder).rglob("*")) if file.is_file()]
        assert any(says(file, "明件", "山茶") for file in files), folder
        found += [file.as_posix() for file in files if says(file, "密件", "雪莲")]
    return found


def says(file: Path, *words: str) -> bool:
    """Whether a file's name or content has one of some words; a Word file is opened for it."""
    contents = [file.read_bytes()]
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as package:
            contents += [package.read(name) for name in package.namelist()]
    return any(word in file.name or word.encode() in content for word in words for content in contents)
