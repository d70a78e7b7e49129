"""What people type out of habit: levels by hand, half-width marks, marks after names, keys not printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks import check_library
from generator.checks.levels import check_levels
from generator.compose import compose_all, compose_document
from generator.compose.composer import Composer
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


def told(library: Library, code: str) -> list[Problem]:
    return [problem for problem in check_library(library, compose_all(library)) if problem.code == code]


@pytest.mark.parametrize(
    ("body", "level", "hint"),
    [
        ("一、总体要求", Level.WARNING, "“# 总体要求”"),
        ("（一）基本原则", Level.WARNING, "“## 基本原则”"),
        ("(二)坚持公益导向。围绕群众需求开展购买。", Level.WARNING, "“## 坚持公益导向。”，空一行"),
        ("1.加强领导", Level.HINT, "“### 加强领导”"),
        ("2、加强领导", Level.HINT, "“### 加强领导”"),
        ("（1）明确责任", Level.HINT, "“#### 明确责任”"),
        ("(1)明确责任", Level.HINT, "“#### 明确责任”"),
        ("①明确责任", Level.HINT, "“#### 明确责任”"),
    ],
)
def test_a_typed_level_is_told_with_the_way_to_write_it(
    record: MakeRecord, load: Load, body: str, level: Level, hint: str
) -> None:
    record("公文", "文", f"引言。\n\n{body}")
    (problem,) = check_levels(load())
    assert (problem.code, problem.level) == ("OUTL003", level)
    assert hint in problem.hint
    assert problem.place.line > 1


@pytest.mark.parametrize(
    "body",
    [
        "2016年，全市购买服务项目91个。",
        "一是加强领导。二是明确责任。",
        "一、二、三产业融合发展。",
        "1.5亿元已经拨付。",
        "3、4月份开展检查。",
        "（一）甲单位购买养老服务100万元；",
        "一、关于预算管理的问题，各县财政局要按照省财政厅的要求，在每年年底以前报送下一年度的计划。",
        "第一，加强领导。",
        "十分重视这项工作。",
    ],
)
def test_an_ordinary_sentence_is_no_heading(record: MakeRecord, load: Load, body: str) -> None:
    record("公文", "文", body)
    assert list(check_levels(load())) == []


def test_the_text_of_a_policy_is_a_source(record: MakeRecord, load: Load) -> None:
    record("政策", "策", "一、总体要求\n\n### 三级", 文本="全文")
    assert list(check_levels(load())) == []


@pytest.mark.parametrize(
    ("body", "hint"),
    [("1. 有序\n2. 有序", "“### 有序”"), ("内容：\n- 甲\n- 乙", "空一行"), ("一、甲\n二、乙", "“# 乙”")],
)
def test_lines_that_join_into_one_paragraph_are_told(
    record: MakeRecord, load: Load, body: str, hint: str
) -> None:
    record("公文", "文", body)
    (problem,) = check_levels(load())
    assert (problem.code, problem.level) == ("OUTL004", Level.WARNING)
    assert hint in problem.hint


def test_a_wrapped_sentence_is_no_list(record: MakeRecord, load: Load) -> None:
    record("公文", "文", "按照《办法》第三条\n（一）项的规定办理，各单位要\n2. 个工作日内报送。")
    assert list(check_levels(load())) == []


@pytest.mark.parametrize(
    ("body", "told_of"),
    [
        ("正文。\n\n### 三级", "上面没有标题"),
        ("# 甲\n\n### 三级", "上面只有第 1 层"),
        ("# 甲\n\n## 乙\n\n# 丙\n\n## 丁", ""),
        ("## 第一条", ""),
    ],
)
def test_a_level_that_is_missing_is_told(record: MakeRecord, load: Load, body: str, told_of: str) -> None:
    record("公文", "文", body)
    problems = list(check_levels(load()))
    assert [problem.code for problem in problems] == (["OUTL005"] if told_of else [])
    assert all(told_of in problem.message for problem in problems)


@pytest.mark.parametrize("end", ["：", ":", "，", "。"])
def test_a_mark_after_a_name_is_left_out_in_print_and_told(record: MakeRecord, load: Load, end: str) -> None:
    record("公文", "文", "正文。", 主送=[f"各区县财政局{end}"], 抄送=[f"市审计局{end}"])
    library = load()
    document = library.find("文", IssuedDocument)
    assert document is not None
    tree = compose_document(Composer(library), document)
    assert tree.addressees == "各区县财政局："
    assert tree.imprint is not None
    assert tree.imprint.copies_to == ("市审计局",)
    assert [problem.level for problem in told(library, "ADDR001")] == [Level.HINT] * 2


def test_a_document_without_any_text_is_an_error(record: MakeRecord, load: Load) -> None:
    record("公文", "空")
    record("政策", "策", "原文。", 文本="全文")
    record("公文", "依底本", 底本="策")
    (problem,) = told(load(), "TEXT001")
    assert (problem.level, problem.place.path) == (Level.ERROR, "documents/空.md")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("正文,内容(测试):如下;对吗?", "“,”改为“，”"),
        ("鲁财采(2022)14号文件。", "“(”改为“（”"),
        ("每天10:30开会，金额1,234.5元，比例3:2。", ""),
        ("见 https://example.com/a?b=1;c 一文。", ""),
        ("按 ISO 9001:2015 (E) 办理。", ""),
    ],
)
def test_half_width_marks_between_chinese_words_are_a_hint(
    record: MakeRecord, load: Load, text: str, marks: str
) -> None:
    record("公文", "文", text)
    problems = told(load(), "MARK003")
    assert [problem.level for problem in problems] == ([Level.HINT] if marks else [])
    assert all(marks in problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ({"文种": "纪要", "署名方式": "加盖印章", "成文日期": "2022-01-01"}, "“署名方式”、“成文日期”"),
        ({"文种": "令", "标题": "某县人民政府令"}, "“标题”"),
        ({"文种": "通知", "成文日期": "2022-01-01"}, ""),
    ],
)
def test_keys_that_the_layout_does_not_print_are_named(
    record: MakeRecord, load: Load, keys: dict[str, Any], names: str
) -> None:
    record("公文", "文", "正文。", **keys)
    problems = told(load(), "KEYS001")
    assert len(problems) == bool(names)
    assert all(names in problem.message for problem in problems)


def wide(years: int) -> dict[str, Any]:
    """A return of so many years, two indicators each."""
    names = [f"{2010 + year}年" for year in range(years)]
    values = {name: {"项目": "12", "金额": "32857.95"} for name in names}
    return {"列组": [{"名称": name} for name in names], "数据": [{"行": "甲类", "值": values}]}


@pytest.mark.parametrize(
    ("years", "sideways", "codes"),
    [(2, "否", []), (8, "否", ["TABL001"]), (5, "是", []), (10, "是", ["TABL001"])],
)
def test_a_table_that_the_page_cannot_hold_is_told(
    record: MakeRecord, load: Load, years: int, sideways: str, codes: list[str]
) -> None:
    record("统计表", "表", **wide(years))
    record("公文", "文", "正文。", 附件=[{"标题": "统计表", "记录": "表", "横排": sideways}])
    library = load()
    found = [one for one in check_library(library, compose_all(library)) if one.code.startswith("TABL")]
    assert [problem.code for problem in found] == codes
    assert all(("横排: 是" in problem.hint) is (sideways == "否") for problem in found)
