"""Names of code tables, sections of a form, surveys."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.checks.codes import check_codes, check_sections
from generator.checks.surveys import check_surveys
from generator.library import Library
from generator.problems import Level

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


@pytest.fixture
def tables(record: MakeRecord) -> None:
    """The code tables."""
    alias = {"名称": "行业管理与协调性服务", "别名": ["行业管理与协调服务"]}
    record("代码表", "六大类", 名称="六大类", 条目=[{"名称": "基本公共服务"}, alias])
    record("代码表", "领域", 名称="服务领域", 条目=[{"名称": "养老"}, {"名称": "环境", "别名": ["环卫"]}])
    record("代码表", "采购方式", 名称="采购方式", 条目=[{"名称": "公开招标"}])
    record("代码表", "承接主体类型", 名称="承接主体类型", 条目=[{"名称": "企业", "别名": ["公司"]}])
    record("代码表", "案例形式", 名称="案例形式", 条目=[{"名称": "短例", "章节": ["基本情况", "主要做法"]}])


@pytest.mark.usefixtures("tables")
def test_each_coded_value_is_looked_up_in_its_table(record: MakeRecord, load: Load) -> None:
    record(
        "案例",
        "甲",
        目录类别="行业管理与协调服务",
        领域=["养老", "环卫"],
        形式="长例",
        采购={"方式": "公开招投标"},
        承接主体=[{"名称": "乙", "类型": "公司"}],
    )
    alias = "行业管理与协调服务"
    hints = {problem.message: problem.hint for problem in check_codes(load())}
    assert hints == {
        f"代码表“六大类”里没有“{alias}”": f"“{alias}”是别名，标准名称是“行业管理与协调性服务”",
        "代码表“服务领域”里没有“环卫”": "“环卫”是别名，标准名称是“环境”",
        "代码表“案例形式”里没有“长例”": "是不是“短例”？可写 短例",
        "代码表“采购方式”里没有“公开招投标”": "是不是“公开招标”？可写 公开招标",
        "代码表“承接主体类型”里没有“公司”": "“公司”是别名，标准名称是“企业”",
    }


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("empty", ["原文未写", "不适用", "无", "待补"])
def test_an_empty_is_no_unknown_name(record: MakeRecord, load: Load, empty: str) -> None:
    record("案例", "甲", 目录类别=empty, 采购={"方式": empty})
    assert list(check_codes(load())) == []


@pytest.mark.usefixtures("tables")
def test_rows_of_a_table_are_looked_up_where_it_names_a_code_table(record: MakeRecord, load: Load) -> None:
    record("统计表", "表", 行代码表="六大类")
    record("统计表", "另表")
    problems = list(check_codes(load()))
    assert [(problem.place.path, problem.code) for problem in problems] == [("cases/表.yaml", "CODE001")] * 2


@pytest.mark.usefixtures("tables")
def test_the_missing_sections_of_a_form_are_listed(record: MakeRecord, load: Load) -> None:
    record("案例", "甲", 章节=[{"题": "推广情况", "段": ["推广。"]}])
    (problem,) = check_sections(load())
    assert (problem.level, problem.code) == (Level.WARNING, "CODE002")
    assert problem.message == "“短例”案例缺 2 节：基本情况、主要做法"


def test_without_tables_names_are_not_judged(record: MakeRecord, load: Load) -> None:
    record("案例", "甲", 领域=["随便"])
    assert [*check_codes(load()), *check_sections(load())] == []


# --- surveys ------------------------------------------------------------------------------------


def test_a_full_return_is_silent(record: MakeRecord, load: Load) -> None:
    record("调查表", "表")
    record("调查填报", "填", 调查表="表")
    assert list(check_surveys(load())) == []


def test_a_return_answers_each_question_once_and_nothing_else(record: MakeRecord, load: Load) -> None:
    record("调查表", "表")
    answers = [{"序": number, "内容": ["无"]} for number in ("1", "1", "4")]
    record("调查填报", "填", 调查表="表", 填报=answers)
    found = {problem.code: problem.message for problem in check_surveys(load())}
    assert found == {
        "SURV001": "3 项里有 2 项没有填：第 2、3 项",
        "SURV002": "调查表没有第 4 项",
        "SURV003": "第 1 项填了两次",
    }


@pytest.mark.parametrize(("answer", "faults"), [("占 89.5%", 0), ("占 100%", 0), ("占895%", 1), ("占-5%", 1)])
def test_a_share_lies_between_0_and_100(record: MakeRecord, load: Load, answer: str, faults: int) -> None:
    record("调查表", "表")
    answers = [{"序": str(number), "内容": [answer]} for number in (1, 2, 3)]
    record("调查填报", "填", 调查表="表", 填报=answers)
    problems = list(check_surveys(load()))
    assert [(problem.level, problem.code) for problem in problems] == [(Level.HINT, "SURV004")] * faults


def test_a_form_counts_without_a_gap(record: MakeRecord, load: Load) -> None:
    item = {"部分": "一", "事项": "问", "题型": "开放题", "填报说明": "无"}
    record("调查表", "表", 事项=[{"序": "1", **item}, {"序": "3", **item}])
    assert [problem.code for problem in check_surveys(load())] == ["SURV005"]
