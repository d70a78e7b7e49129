"""GROW001, SAME001 and UNIT001."""

from __future__ import annotations

import pytest

from generator.figures.examining import compare_texts
from generator.figures.passages import Passage
from generator.problems import Level, Place
from tests.figures.reading import codes, findings


@pytest.mark.parametrize(
    "text",
    [
        "由每年200万元增至700万元，增长2.5倍。",
        "由每年200万，增加到2015年的700万元，增长250%。",
        "预算13.31亿元，比上年的12.68亿元增长5%。",
        "由700万元减少到200万元，下降71.4%。",
        "由200万元增至700万元，年均增长28.5%。",
        "达标率由85%提高到95%，提高10个百分点。",
        "共200个，其中甲类50个，占25%。",
        "共200个，其中甲类50个，占全市的30%。",
        "总规模达13.31亿元，同比增长5%。",
        "同比增长120%。",
        "2025年安排资金3200万元，同比增长6.67%（2024年为3000万元）。",
        "购买服务资金3.2亿元，占购买服务总额5亿元的64%。",
        "120个项目中完成了90个，完成率为75%。",
    ],
)
def test_growth_that_is_right_or_cannot_be_worked_out_gives_no_alarm(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("由每年200万元增至700万元，增长3.5倍。", "增长 2.5倍"),
        ("预算13.31亿元，比上年的12.68亿元增长8%。", "增长 4.97%"),
        ("由700万元减少到200万元，下降61%。", "减少 71.43%"),
        ("达标率由85%提高到95%，提高10%。", "个百分点"),
        ("共200个，其中甲类50个，占35%。", "25%"),
        ("成本下降120%。", "不成立"),
        ("费用减少2倍。", "不成立"),
        ("甲类占比为130%。", "不成立"),
        ("2025年安排资金3200万元，同比增长12%（2024年为3000万元）。", "6.67%"),
        ("购买服务资金3.20亿元，占购买服务总额5.00亿元的70%。", "64%"),
        ("教育类项目120个，占240个项目的60%。", "50%"),
        ("120个项目中完成了90个，完成率为80%。", "75%"),
    ],
)
def test_growth_that_is_wrong_is_found(text: str, told: str) -> None:
    found = findings(text)
    assert [one.code for one in found] == ["GROW001"]
    assert told in found[0].message


REPORT = "“三下乡”活动96场、送文化下乡519场、农村公益电影放映714场。"


def test_a_passage_told_twice_with_another_value_is_found() -> None:
    found = findings(REPORT, "2016年以来，" + REPORT.replace("714", "741"))
    assert [(one.code, one.figures) for one in found] == [("SAME001", ("741场", "714场"))]
    assert found[0].place.line == 2


def test_a_passage_told_twice_with_the_same_values_gives_no_alarm() -> None:
    assert findings(REPORT, "2016年以来，" + REPORT) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2016年，" + REPORT, "2017年，" + REPORT.replace("714", "741")),
        (
            "基本公共服务91个、社会管理性服务2个、其他服务2个。",
            "基本公共服务71个、社会管理性服务2个、其他服务2个。",
        ),
        ("农村公益电影放映714场。", "农村公益电影放映741场。"),
    ],
)
def test_other_years_chance_and_single_facts_tie_nothing_together(one: str, other: str) -> None:
    assert findings(one, other) == ()


def test_two_texts_are_held_against_each_other() -> None:
    first = [Passage(REPORT, Place("报告.md", 3))]
    second = [Passage(REPORT.replace("714", "741"), Place("附件.yaml", 9))]
    (found,) = compare_texts([first, second])
    assert found.place == Place("附件.yaml", 9)
    assert "报告.md:3:1" in found.message


def test_one_figure_in_two_units_is_found() -> None:
    assert codes("中标金额890.12万元。", "中标金额890.12元。") == ["UNIT001"]
    assert findings("中标金额890.12万元。", "中标金额891.12元。") == ()


def test_a_unit_typed_twice_is_found() -> None:
    assert codes("共安排3万万元。") == ["UNIT001"]
    assert codes("占95%%。") == ["UNIT001"]
    assert findings("万元以下的占5%。") == ()


def test_only_what_arithmetic_decides_is_a_warning() -> None:
    sure, unsure = findings("项目共计6个。其中：甲类3个；乙类4个。")[0], findings("降幅120%。")[0]
    assert (sure.as_problem().level, unsure.as_problem().level) == (Level.WARNING, Level.HINT)
