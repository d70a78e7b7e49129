"""公开属性: published words that name a record which is not published."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.checks import check_records
from generator.checks.disclosure import check_disclosure, check_hidden_names
from generator.compose.trees import compose_chosen
from generator.library import Entry, Library
from generator.models.record import Disclosure
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]
DIGITAL_CITY = "濮阳-数字城管-2016"
RETURN = "cases/returns/填报-濮阳-2017.yaml"
PRACTICE = "cases/practices/濮阳-2017.yaml"
XINJIANG = "cases/practices/新疆-2015.yaml"
LETTER = "鲁财采函2022-2号"


def without(library: Library, record_id: str, disclosure: Disclosure = Disclosure.CLOSED) -> Library:
    """The library with one of its records set to another 公开属性."""
    entry = library.entries[record_id]
    hidden = Entry(entry.record.model_copy(update={"disclosure": disclosure}), entry.source)
    return Library(library.root, {**library.entries, record_id: hidden})


def named(library: Library, record_id: str) -> dict[str, Problem]:
    """What is told of a hidden record of the shipped library, by file."""
    return {problem.place.path: problem for problem in check_hidden_names(without(library, record_id))}


def line_of(library: Library, problem: Problem) -> str:
    """The line of the file that a problem points at."""
    lines = (library.root / problem.place.path).read_text(encoding="utf-8").splitlines()
    return lines[problem.place.line - 1]


def test_the_shipped_library_names_no_hidden_record(library: Library) -> None:
    assert list(check_hidden_names(library)) == []


def test_a_practice_and_an_erratum_that_name_a_hidden_case_are_told(library: Library) -> None:
    found = named(library, DIGITAL_CITY)
    assert sorted(found) == [PRACTICE, RETURN]
    for problem in found.values():
        assert (problem.code, problem.level) == ("DISC003", Level.HINT)
        assert "数字化城市管理信息采集服务外包" in problem.message
        assert DIGITAL_CITY in problem.message
        assert "数字化城市管理信息采集服务外包" in line_of(library, problem)
        assert "改写" in problem.hint
        assert "公开属性" in problem.hint


def test_a_policy_text_that_cites_an_undecided_one_is_told(library: Library) -> None:
    (problem,) = check_hidden_names(without(library, LETTER, Disclosure.UNDECIDED))
    assert problem.place.path == "policies/shandong/鲁财采2022-14号.md"
    assert "鲁财采函〔2022〕2号" in line_of(library, problem)
    assert "原文的话不改" in problem.hint


@pytest.mark.parametrize(
    ("hidden", "path"),
    [
        ("国办发2013-96号", XINJIANG),
        ("财综2014-96号", "policies/national/财政部令102号.md"),
        ("财政部令102号", "policies/national/财综2014-96号.md"),
        ("新财教2011-363号", XINJIANG),
    ],
)
def test_a_number_names_a_policy_in_whatever_brackets_it_is_spelled(
    library: Library, hidden: str, path: str
) -> None:
    assert path in named(library, hidden)


def test_another_name_of_a_case_names_it(library: Library) -> None:
    problem = named(library, "新疆-发改委-2014")[XINJIANG]
    assert "“丝绸之路经济带核心区规划编制”" in problem.message


def test_several_lines_are_told_in_one_hint(library: Library) -> None:
    problem = named(library, "温州-小微服务券-2015")["cases/practices/温州-2015.yaml"]
    assert (problem.place.line, "（还有第 306 行）" in problem.message) == (125, True)


def test_a_law_is_not_named_by_the_rules_for_carrying_it_out(library: Library) -> None:
    assert "policies/national/政府采购法实施条例.md" not in named(library, "政府采购法")


def test_a_title_that_two_texts_share_names_the_one_of_the_region(library: Library) -> None:
    assert named(library, "温州市购买服务实施意见") == {}
    assert XINJIANG in named(library, "新疆购买服务实施意见")


def test_a_part_that_points_at_the_hidden_record_goes_with_its_words(library: Library) -> None:
    hidden = "濮阳市编委会议纪要2011-5号"
    grounds = library.source(DIGITAL_CITY).data["依据"]
    assert hidden in str(grounds)
    assert "cases/projects/濮阳-数字城管-2016.yaml" not in named(library, hidden)


def test_the_hint_is_one_of_the_checks_and_no_error(library: Library) -> None:
    found = check_records(without(library, DIGITAL_CITY))
    assert {problem.place.path for problem in found if problem.code == "DISC003"} == {PRACTICE, RETURN}
    assert not [problem for problem in found if problem.level is Level.ERROR]


def test_a_practice_that_binds_a_figure_of_a_hidden_case_is_told(library: Library) -> None:
    hidden = without(library, DIGITAL_CITY)
    trees = compose_chosen(hidden, ("濮阳-2017", "濮财综2017-8号", "华龙-一村一戏-2016"))
    found = {problem.place.path: problem for problem in check_disclosure(hidden, trees)}
    assert sorted(found) == [PRACTICE, "documents/濮财综2017-8号.md"]
    assert found[PRACTICE].message == f"公开的地区实践用到不公开的记录：{DIGITAL_CITY}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("已参照某财〔2022〕7号办理。", True),
        ("已参照某财[2022]第7号办理。", True),
        ("已参照《关于规范养老服务采购的通知》办理。", True),
        ("已参照某省财政厅关于规范养老服务采购的通知办理。", True),
        ("已参照某财〔2022〕17号办理。", False),
        ("已参照有关通知办理。", False),
        ("已参照{{ 本.期间 }}的通知办理。", False),
    ],
)
@pytest.mark.parametrize("kind", ["案例", "地区实践", "政策", "调查填报"])
def test_every_kind_of_text_is_read(
    record: MakeRecord, load: Load, kind: str, words: str, told: bool
) -> None:
    record("政策", "密", 标题="关于规范养老服务采购的通知", 文号="某财〔2022〕7号", 公开属性="不予公开")
    record("调查表", "表")
    parts = {"案例": "章节", "地区实践": "章节", "调查填报": "填报"}
    if kind == "政策":
        record(kind, "文", words.replace("{{ 本.期间 }}", ""), 文本="全文")
    elif kind == "调查填报":
        record(kind, "文", 调查表="表", 填报=[{"序": "1", "内容": [words.replace("{{ 本.期间 }}", "")]}])
    else:
        record(kind, "文", **{parts[kind]: [{"题": "做法", "段": [words]}]})
    assert [problem.code for problem in check_hidden_names(load())] == ["DISC003"] * told


def test_a_hidden_source_of_many_records_is_told_once_and_at_its_own_file(
    record: MakeRecord, load: Load
) -> None:
    record("政策", "报告", 标题="关于购买服务开展情况的报告", 公开属性="待定")
    for name in "甲乙丙丁":
        record("政策", name, 来源=[{"名称": "关于购买服务开展情况的报告"}])
    record("政策", "戊", "见《关于购买服务开展情况的报告》。", 来源=[{"名称": "关于购买服务开展情况的报告"}])
    inside, origin = check_hidden_names(load())
    assert (inside.place.path, "写到" in inside.message) == ("policies/戊.md", True)
    assert origin.place.path == "policies/报告.md"
    assert origin.message.endswith("等 4 条")
    assert sum(name in origin.message.split("：")[1] for name in "甲乙丙丁戊") == 3


def test_a_hidden_record_may_name_a_hidden_one_and_remarks_are_not_printed(
    record: MakeRecord, load: Load
) -> None:
    record("案例", "甲", 名称="某县敬老院配餐服务项目", 公开属性="待定")
    record("案例", "乙", 摘要="同敬老院配餐服务项目一起实施。", 公开属性="不予公开")
    record("案例", "丙", 备注="比照某县敬老院配餐服务项目核对。")
    assert list(check_hidden_names(load())) == []


def test_of_two_hidden_names_the_longer_one_is_meant_where_it_stands(record: MakeRecord, load: Load) -> None:
    record("案例", "短", 名称="敬老院配餐服务项目一期", 公开属性="待定")
    record("案例", "长", 名称="敬老院配餐服务项目一期续建", 公开属性="待定")
    record("地区实践", "文", 章节=[{"题": "做法", "段": ["先办敬老院配餐服务项目一期续建，再推开。"]}])
    (problem,) = check_hidden_names(load())
    assert "“长”" in problem.message


def test_an_alias_is_a_name_however_short(record: MakeRecord, load: Load) -> None:
    record("案例", "甲", 别名=["飞防项目"], 公开属性="不予公开")
    record("案例", "乙", 摘要="与飞防项目同时验收。")
    (problem,) = check_hidden_names(load())
    assert (problem.place.path, "“飞防项目”" in problem.message) == ("cases/乙.yaml", True)
