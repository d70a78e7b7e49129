"""Totals against their parts, and against what the source states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks.totals import check_totals
from generator.library import Library
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


def measured(record: MakeRecord, load: Load, measure: dict[str, Any], **keys: Any) -> list[Problem]:
    """The problems of a case with one measure."""
    record("案例", "甲", 数据=[{"名称": "预算", **measure}], **keys)
    return list(check_totals(load()))


def test_totals_that_add_up_are_silent(record: MakeRecord, load: Load) -> None:
    record(
        "统计表",
        "表",
        申报合计={"2016年": {"项目": "100", "金额": "100.3"}, "2017年": {"项目": "3", "金额": "11.00"}},
        申报总计={"项目": "103", "金额": "111.30"},
    )
    assert list(check_totals(load())) == []


def test_a_stated_total_that_differs_is_told_with_both_figures(record: MakeRecord, load: Load) -> None:
    record("统计表", "表", 申报合计={"2016年": {"金额": "100.03"}})
    (problem,) = check_totals(load())
    assert (problem.level, problem.code) == (Level.ERROR, "TOTAL001")
    assert problem.message == "“2016年”“金额”的申报合计写的是 100.03，各行相加得 100.3，差 0.27"
    assert problem.place.column > 1


def test_a_stated_grand_total_is_compared_over_the_groups(record: MakeRecord, load: Load) -> None:
    record("统计表", "表", 申报总计={"项目": "104"})
    (problem,) = check_totals(load())
    assert problem.code == "TOTAL002"
    assert "写的是 104，各行相加得 103，差 1" in problem.message


def test_groups_that_contain_one_another_are_not_added(record: MakeRecord, load: Load) -> None:
    record("统计表", "表", 列组相加="否", 申报总计={"项目": "1"})
    (problem,) = check_totals(load())
    assert (problem.level, problem.code) == (Level.WARNING, "TOTAL003")


def test_a_total_under_an_unknown_name_is_told_with_the_near_one(record: MakeRecord, load: Load) -> None:
    record("统计表", "表", 申报合计={"2016年度": {"项目": "1"}}, 申报总计={"金 额": "1"})
    one, other = check_totals(load())
    assert (one.code, one.hint, other.hint) == ("TOTAL004", "是不是“2016年”？", "是不是“金额”？")


def test_parts_that_do_not_add_up_are_told(record: MakeRecord, load: Load) -> None:
    parts = [{"名称": "基础", "数值": "1987.80万元"}, {"名称": "职业", "数值": "2303.34万元"}]
    (problem,) = measured(record, load, {"数值": "4201.14万元", "分项": parts})
    assert (problem.level, problem.code) == (Level.ERROR, "TOTAL005")
    assert problem.message == "“预算”写的是 4201.14万元，分项之和是 4291.14万元，差 90万元"


def test_a_registered_defect_of_the_source_is_a_hint(record: MakeRecord, load: Load) -> None:
    parts = [{"名称": "基础", "数值": "1987.80万元"}, {"名称": "职业", "数值": "2303.34万元"}]
    errata = [{"位置": "一", "原文": "总预算数4201.14万元", "说明": "相差 90 万元"}]
    (problem,) = measured(record, load, {"数值": "4201.14万元", "分项": parts}, 勘误=errata)
    assert (problem.level, problem.code) == (Level.HINT, "TOTAL005")
    assert "已登记" in problem.message


def test_a_registered_figure_must_stand_there_whole(record: MakeRecord, load: Load) -> None:
    errata = [{"位置": "一", "原文": "总预算数14201.14万元", "说明": "另一个数"}]
    parts = [{"名称": "基础", "数值": "1万元"}]
    (problem,) = measured(record, load, {"数值": "4201.14万元", "分项": parts}, 勘误=errata)
    assert problem.level is Level.ERROR


@pytest.mark.parametrize(
    ("original", "level"),
    [
        ("2016年4月启动", Level.ERROR),
        ("为期4个月", Level.ERROR),
        ("4万元", Level.ERROR),
        ("1，4个试点", Level.HINT),
        ("试点 4 个", Level.HINT),
    ],
)
def test_a_registered_defect_is_that_of_the_same_figure(
    record: MakeRecord, load: Load, original: str, level: Level
) -> None:
    errata = [{"位置": "一", "原文": original, "说明": "照录"}]
    parts = [{"名称": "甲", "数值": "1个"}, {"名称": "乙", "数值": "2个"}]
    (problem,) = measured(record, load, {"数值": "4个", "分项": parts}, 勘误=errata)
    assert (problem.code, problem.level) == ("TOTAL005", level)


@pytest.mark.parametrize(
    ("original", "level"),
    [
        ("合计 104", Level.HINT),
        ("合计104个，", Level.HINT),
        ("104万元", Level.ERROR),
        ("2016年104月", Level.ERROR),
    ],
)
def test_a_registered_total_of_a_table_has_its_unit_or_none(
    record: MakeRecord, load: Load, original: str, level: Level
) -> None:
    errata = [{"位置": "一", "原文": original, "说明": "照录"}]
    record("统计表", "表", 申报总计={"项目": "104"}, 勘误=errata)
    (problem,) = check_totals(load())
    assert (problem.code, problem.level) == ("TOTAL002", level)


def test_a_small_number_is_shown_in_full(record: MakeRecord, load: Load) -> None:
    record("统计表", "表", 申报合计={"2016年": {"金额": "0.0000001"}})
    (problem,) = check_totals(load())
    assert "写的是 0.0000001，" in problem.message


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("18.52亿元", ("12.37亿元", "61500万元")),
        ("近800万元", ("1万元", "2万元")),
        ("5万元", ("近3万元", "1万元")),
        ("5万元", ("3个", "1个")),
        ("5万元", ("3万元", "1个")),
        ("5个", ("几十个", "1个")),
    ],
)
def test_what_adds_up_or_cannot_be_added_is_silent(
    record: MakeRecord, load: Load, value: str, parts: tuple[str, ...]
) -> None:
    items = [{"名称": str(number), "数值": part} for number, part in enumerate(parts)]
    assert measured(record, load, {"数值": value, "分项": items}) == []


def test_parts_of_parts_are_added_too(record: MakeRecord, load: Load) -> None:
    inner = {
        "名称": "市级",
        "数值": "6场",
        "分项": [{"名称": "一", "数值": "2场"}, {"名称": "二", "数值": "3场"}],
    }
    (problem,) = measured(record, load, {"数值": "6场", "分项": [inner]})
    assert "“市级”写的是 6场，分项之和是 5场，差 1场" in problem.message


@pytest.mark.parametrize(("value", "faults"), [("2个", 0), ("3个", 1), ("近3个", 0), ("两个", 0)])
def test_a_list_is_as_long_as_the_figure_counts(
    record: MakeRecord, load: Load, value: str, faults: int
) -> None:
    problems = measured(record, load, {"数值": value, "清单": ["杭州市", "台州市"]})
    assert [problem.code for problem in problems] == ["TOTAL006"] * faults


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("890.12万元", "中标金额为 890.12 万元"),
        ("1.65亿元", "分别已达2.5亿元和1.65亿元"),
        ("160名", "暂核定购买服务岗位１６０名"),
        ("4个", "四个试点"),
        ("2个", "两个试点"),
        ("四家", "共四家承接"),
        ("1234.5万元", "合计1,234.5万元"),
        ("7元/亩", "每亩资助7元"),
        ("1200人", "培训一千二百人"),
        ("2200人", "培训两千两百人"),
    ],
)
def test_a_quote_that_has_the_figure_is_silent(
    record: MakeRecord, load: Load, value: str, quote: str
) -> None:
    assert measured(record, load, {"数值": value, "引文": quote}) == []


def test_a_quote_with_another_figure_is_an_error(record: MakeRecord, load: Load) -> None:
    (problem,) = measured(record, load, {"数值": "890.21万元", "引文": "中标金额为 890.12 万元"})
    assert (problem.level, problem.code) == (Level.ERROR, "TOTAL007")
    assert "找不到 890.21万元" in problem.message


@pytest.mark.parametrize(("value", "quote"), [("4个", "十四个试点"), ("12个", "第1，2个试点")])
def test_a_part_of_another_numeral_is_not_the_figure(
    record: MakeRecord, load: Load, value: str, quote: str
) -> None:
    assert measured(record, load, {"数值": value, "引文": quote})


def test_a_figure_inside_a_longer_one_is_not_in_the_quote(record: MakeRecord, load: Load) -> None:
    assert measured(record, load, {"数值": "90万元", "引文": "金额890.12万元"})


def test_a_quote_without_digits_may_only_count_things(record: MakeRecord, load: Load) -> None:
    (problem,) = measured(record, load, {"数值": "7件", "引文": "两办法、两制度、三目录"})
    assert problem.level is Level.HINT


def test_cells_without_a_number_are_left_out_of_the_sum_and_named(record: MakeRecord, load: Load) -> None:
    rows = [
        {"行": "甲类", "值": {"2016年": {"金额": "1,000.10"}}},
        {"行": "乙类", "值": {"2016年": {"金额": "—"}}},
        {"行": "丙类", "值": {"2016年": {"金额": "无"}}},
    ]
    keys = {"列组": [{"名称": "2016年"}], "指标": [{"名称": "金额", "单位": "万元"}], "数据": rows}
    record("统计表", "表", **keys, 申报合计={"2016年": {"金额": "1000.1"}})
    assert list(check_totals(load())) == []
    record("统计表", "表", **keys, 申报合计={"2016年": {"金额": "1001"}})
    (problem,) = check_totals(load())
    assert problem.message.endswith("各行相加得 1000.1，差 0.9（乙类、丙类没有数，未计入）")


def test_the_total_of_a_row_is_compared_over_the_groups(record: MakeRecord, load: Load) -> None:
    values = {"2016年": {"项目": "91", "金额": "100.10"}, "2017年": {"项目": "1", "金额": "5"}}
    rows = [{"行": "甲类", "值": values, "申报合计": {"项目": "92", "金额": "105.01"}}]
    record("统计表", "表", 数据=rows)
    (problem,) = check_totals(load())
    assert problem.code == "TOTAL008"
    assert problem.message == "行“甲类”“金额”的申报合计写的是 105.01，各列组相加得 105.1，差 0.09"
    record("统计表", "表", 数据=rows, 列组相加="否")
    assert list(check_totals(load())) == []
