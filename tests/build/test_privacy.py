"""The privacy gate over a whole build: what is not public leaves no word in anything that is handed on.

Beside the shipped records stand a case, a policy, a statistics table and a practice for each 公开属性 that
keeps a record back, and the same four once more in public.  Each bears a mark in every part: 编号, name of
the file, title, text, names, 文号, figures; others point at it in every way they can.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import copyfile, copytree
from zipfile import ZipFile, is_zipfile

import pytest

from generator.build import build
from generator.build.manifest import read_manifest
from generator.library import load_library
from generator.search import query
from generator.search.engine import Reader
from tests.conftest import DATED, ROOT
from tests.pages.samples import case_text, policy_text

HIDDEN, SHOWN = "黝黟", "昶旻"
"""Two pairs of characters that no shipped record holds."""
HIDDEN_FIGURE, SHOWN_FIGURE = "738194", "618273"
KEPT_BACK = ("不予公开", "待定", "待补")
SITE, PAGES, INDEX = "site", "pages", "index"

TABLE = """类别: 统计表
编号: {mark}表-{turn}
名称: {mark}的统计
公开属性: {disclosure}
填报单位: {mark}填表局
地区: 浙江省温州市
期间: 2015年
行名: {mark}类别
列组:
  - 名称: {mark}市
列组相加: 否
指标:
  - 名称: 金额
    单位: 亿元
数据:
  - 行: {mark}类
    值:
      {mark}市:
        金额: {figure}.5
附加指标:
  - 名称: {mark}起点
    数值: {figure}万元
    口径: {mark}口径
"""
PRACTICE = """类别: 地区实践
编号: {mark}践-{turn}
名称: {mark}的实践
题名: {mark}的题名
公开属性: {disclosure}
地区: 浙江省温州市
层级: 市级
作者: {mark}编者
期间: 2015年
领域:
  - 养老
摘要: {mark}实践的摘要，花了{{{{ 本.{mark}花费 }}}}
数据:
  - 名称: {mark}花费
    数值: {figure}万元
    口径: {mark}口径
章节:
  - 题: {mark}做法
    段:
      - {mark}实践怎样做。
统计:
  - {mark}表-{turn}
"""
CASE_MORE = """所属实践: {mark}践-{turn}
别名:
  - {mark}工程
数据:
  - 名称: {mark}人次
    数值: {figure}人次
    口径: {mark}口径
"""
DRAFT = """---
类别: 公文
编号: {mark}稿-{turn}
标题: {mark}的转发通知
文种: 通知
行文方向: 下行
发文机关:
  - 某省财政厅
主送:
  - 各市财政局
底本: {mark}策-{turn}
---

{mark}的正文。
"""
POINTING = """关系:
  - 类型: 依据
    目标: {mark}策-{turn}
    说明: 依据{mark}的文件
附件:
  - 记录: {mark}策-{turn}
    全文附后: 是
摘要: 见{{{{ 库.{mark}策-{turn}.全称 }}}}和{{{{ 库.{mark}践-{turn}.{mark}花费 }}}}
"""


def planted(mark: str, figure: str, turn: str, disclosure: str) -> dict[str, str]:
    """Four records with the mark in every part, a draft that rests on one, and two that point at them."""
    words = {"mark": mark, "figure": figure, "turn": turn, "disclosure": disclosure}
    number = f"{mark}财采〔2022〕{figure[:3]}号"
    more = f"成文日期: 2022-12-20\n联系人:\n  - 姓名: {mark}某\n    电话: 0531-{figure}\n"
    return {
        f"cases/projects/{mark}文件-{turn}.yaml": case_of(words),
        f"cases/returns/{mark}表格-{turn}.yaml": TABLE.format(**words),
        f"cases/practices/{mark}实践-{turn}.yaml": PRACTICE.format(**words),
        f"documents/{mark}稿件-{turn}.md": DRAFT.format(**words),
        f"policies/{mark}政策-{turn}.md": policy_text(
            f"{mark}策-{turn}", f"关于{mark}事项的通知", number, disclosure, more
        )
        .replace("某省财政厅", f"{mark}财政厅")
        .replace("坚持公开透明。", f"坚持{mark}透明，安排{figure}万元，于2023年3月1日前报送{mark}材料。"),
        f"policies/指向-{figure[0]}{turn}.md": policy_text(
            f"指向-{figure[0]}{turn}",
            f"指向的通知{figure[0]}{turn}",
            f"某财〔2021〕{ord(turn)}号",
            more=POINTING.format(**words),
        ),
        f"cases/projects/例-{figure[0]}{turn}.yaml": case_text(1, policy=f"{mark}策-{turn}")
        .replace("编号: 例-1", f"编号: 例-{figure[0]}{turn}")
        .replace("怎样做。", f"怎样做，按{{{{ 库.{mark}策-{turn}.全称 }}}}办。")
        + f"所属实践: {mark}践-{turn}\n",
    }


def case_of(words: dict[str, str]) -> str:
    """A case with the mark in every part."""
    mark, turn = words["mark"], words["turn"]
    text = case_text(1, policy=f"{mark}策-{turn}").replace("编号: 例-1", f"编号: {mark}案-{turn}")
    for old in ("第1号案例", "某局", "第1个案例", "题: 做法"):
        text = text.replace(old, f"{old}{mark}")
    return f"{text}公开属性: {words['disclosure']}\n{CASE_MORE.format(**words)}"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of the shipped library with the planted records."""
    root = tmp_path_factory.mktemp("library")
    for folder in ("cases", "policies", "documents", "templates", "site"):
        copytree(ROOT / folder, root / folder)
    copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    files = planted(SHOWN, SHOWN_FIGURE, "丁", "主动公开")
    for turn, disclosure in zip("甲乙丙", KEPT_BACK, strict=True):
        files |= planted(HIDDEN, HIDDEN_FIGURE, turn, disclosure)
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")
    library, problems = load_library(root)
    assert [problem.as_text() for problem in problems] == []
    hidden = {name for name, entry in library.entries.items() if not entry.record.publishable}
    assert {f"{HIDDEN}{kind}-{turn}" for kind in "案策表践" for turn in "甲乙丙"} <= hidden
    build(root, root / "build", DATED)
    return root / "build"


def said_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, and every part of a packed one, with its path and its words."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = file.relative_to(folder).as_posix()
        yield from unpacked(path, file.read_bytes())


def unpacked(path: str, raw: bytes) -> Iterator[tuple[str, str]]:
    """One file as words: as it is, and unpacked where it is packed."""
    yield path, "\n".join((path, raw.decode("utf-8", "replace"), unescaped(raw)))
    if raw[:2] == b"\x1f\x8b":
        yield from unpacked(f"{path}/", gzip.decompress(raw))
    if is_zipfile(BytesIO(raw)):
        with ZipFile(BytesIO(raw)) as package:
            for name in package.namelist():
                yield from unpacked(f"{path}/{name}", package.read(name))


def unescaped(raw: bytes) -> str:
    """The two marks where a file spells them in another way: in addresses, JSON, HTML, or UTF-16."""
    found = []
    for mark in (HIDDEN, SHOWN):
        codes = [f"{ord(letter):x}" for letter in mark]
        spelled = (
            "".join(f"%{byte:02X}" for byte in mark.encode()).encode(),
            "".join(f"\\u{code}" for code in codes).encode(),
            "".join(f"&#x{code};" for code in codes).encode(),
            "".join(f"&#{ord(letter)};" for letter in mark).encode(),
            mark.encode("utf-16-le"),
            mark.encode("utf-16-be"),
        )
        found += [mark] if any(way in raw for way in spelled) else []
    return " ".join(found)


def holding(folder: Path, mark: str, figure: str) -> list[str]:
    """The files in which the mark or the figure stands, the figure with or without its commas."""
    wanted = (mark, figure, f"{figure[:3]},{figure[3:]}")
    return [path for path, words in said_in(folder) if any(word in words for word in wanted)]


@pytest.mark.parametrize("folder", [SITE, PAGES, INDEX])
def test_no_word_and_no_figure_of_a_record_that_is_kept_back_is_handed_on(out: Path, folder: str) -> None:
    assert holding(out / folder, HIDDEN, HIDDEN_FIGURE) == []


def test_the_same_words_of_public_records_are_found_in_every_kind_of_file(out: Path) -> None:
    found = holding(out / SITE, SHOWN, SHOWN_FIGURE)
    kinds = {path.rpartition(".")[2] for path in found if ".docx/" not in path}
    assert {"html", "js", "json", "xml", "docx"} <= kinds
    assert [path for path in found if ".docx/word/document.xml" in path]
    for folder in ("cases", "policies", "practices", "returns", "data", "index/t", "index/p"):
        assert [path for path in found if path.startswith(f"{folder}/")], folder
    assert holding(out / PAGES, SHOWN, SHOWN_FIGURE)


def test_the_index_of_the_command_knows_the_public_records_and_not_those_kept_back(out: Path) -> None:
    said = repr(list(everything_in(out / INDEX)))
    assert SHOWN in said
    assert SHOWN_FIGURE in said
    assert HIDDEN not in said
    assert HIDDEN_FIGURE not in said
    assert len(query(out / INDEX, SHOWN)) > 0
    assert len(query(out / INDEX, HIDDEN)) == 0


def test_the_manifest_names_records_that_are_kept_back_for_word_files_alone(out: Path) -> None:
    outputs = read_manifest(out).outputs.values()
    naming = {output.path.split("/")[0] for output in outputs if HIDDEN in repr(output)}
    assert naming == {"word"}


def everything_in(index: Path) -> Iterator[object]:
    """Every word that the index can be asked for, and all that it tells."""
    with Reader(index) as opened:
        reader = opened.searcher.reader()
        yield from (term.decode("utf-8", "replace") for _, term in reader.all_terms())
        yield from (fields for _, fields in reader.iter_docs())
