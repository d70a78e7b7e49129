"""Records: Chinese keys, text parsed by its field, four kinds of empty, faults told by key and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from generator.hanzi.docnumber import DocNumber
from generator.library import Library
from generator.models import KINDS
from generator.models.case import Case, Party
from generator.models.fields import Absent, YesNo
from generator.models.policy import Policy
from generator.models.reading import read_record
from generator.models.record import Disclosure, Measure, Record
from generator.models.returns import Roster, Statistics
from generator.source import Source
from generator.source.files import read_yaml

CASE: dict[str, Any] = {
    "类别": "案例",
    "编号": "某县-养老-2016",
    "名称": "某县养老服务",
    "形式": "短例",
    "地区": "某省某县",
    "层级": "县级",
    "期间": "2016年",
    "领域": ["养老"],
    "目录类别": "基本公共服务",
    "服务方式": "合同",
    "状态": "上报",
    "购买主体": [{"名称": "某县民政局"}],
    "预算": "原文未写",
    "采购": "不适用",
    "合同": "待补",
    "摘要": "某县购买养老服务。",
    "章节": [{"题": "基本情况", "段": ["先定标准。"]}],
}
TABLE: dict[str, Any] = {
    "类别": "统计表",
    "编号": "统计-某县",
    "名称": "统计表",
    "填报单位": "某县财政局",
    "地区": "某省某县",
    "期间": "2016年",
    "行名": "类别",
    "列组": [{"名称": "2016年"}, {"名称": "2017年"}],
    "列组相加": "是",
    "指标": [{"名称": "金额", "单位": "万元"}],
    "数据": [{"行": "甲", "值": {"2016年": {"金额": "9199.30"}, "2017年": {"金额": "1"}}}],
}


def source_of(data: Mapping[str, Any]) -> Source:
    """Plain data as a file would give it."""
    source, problems = read_yaml(yaml.safe_dump(dict(data), allow_unicode=True), "某县.yaml", "")
    assert source is not None, problems
    return source


def read(data: Mapping[str, Any]) -> Record:
    """The record of plain data."""
    record, problems = read_record(source_of(data))
    assert record is not None, [problem.as_text() for problem in problems]
    return record


@pytest.mark.parametrize("empty", ["原文未写", "不适用", "无", "待补"])
def test_each_kind_of_empty_is_kept_apart_from_words(empty: str) -> None:
    case = read({**CASE, "目录类别": empty, "预算": empty, "购买主体": [{"名称": empty}]})
    assert isinstance(case, Case)
    assert case.category is case.budget is case.purchasers[0].name is Absent(empty)


def test_another_word_for_empty_is_not_understood_as_one() -> None:
    party = Party.model_validate({"名称": "没有"})
    assert not isinstance(party.name, Absent)


def test_values_are_parsed_by_their_fields_and_keep_their_words() -> None:
    case = read({**CASE, "数据": [{"名称": "金额", "数值": "近800多万元", "期间": "2014-09"}]})
    assert isinstance(case, Case)
    value, period = case.measures[0].value, case.measures[0].period
    assert value is not None
    assert period is not None
    assert (value.text, value.number, value.exact) == ("近800多万元", Decimal(800), False)
    assert (period.text, period.earliest) == ("2014-09", date(2014, 9, 1))


def test_a_cell_keeps_the_zero_that_the_source_has() -> None:
    table = read(TABLE)
    assert isinstance(table, Statistics)
    assert str(table.rows[0].values["2016年"]["金额"]) == "9199.30"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"2016年": {"金额": "1"}}, "列组应为 2016年、2017年"),
        ({"2016年": {"金额": "1"}, "2017年": {"个数": "1"}}, "指标应为 金额"),
    ],
)
def test_a_table_has_every_cell_and_no_other(values: dict[str, Any], message: str) -> None:
    record, problems = read_record(source_of({**TABLE, "数据": [{"行": "甲", "值": values}]}))
    assert record is None
    assert any(message in problem.message for problem in problems)


def test_the_lines_of_a_roster_fit_its_columns() -> None:
    with pytest.raises(ValidationError, match="第 2 行有 1 个值，应有 2 个"):
        Roster.model_validate(
            {
                "类别": "名单",
                "编号": "名单",
                "名称": "名单",
                "地区": "某省",
                "列": ["市", "县"],
                "行": [["甲", "乙"], ["丙"]],
            }
        )


def test_records_do_not_change_after_reading() -> None:
    with pytest.raises(ValidationError):
        setattr(read(CASE), "id", "别的")  # noqa: B010 (the type checker knows better and forbids it)


@pytest.mark.parametrize(
    ("disclosure", "publishable"),
    [
        *(("主动公开", True), ("依申请公开", True), ("原文未写", True)),
        *(("不予公开", False), ("待定", False), ("待补", False), ("无", False), ("不适用", False)),
    ],
)
def test_what_is_closed_or_undecided_is_not_published(disclosure: str, publishable: bool) -> None:
    assert read({**CASE, "公开属性": disclosure}).publishable is publishable


def test_what_others_issued_is_published_without_a_word_about_it() -> None:
    assert read(CASE).publishable


DOCUMENT: dict[str, Any] = {"类别": "公文", "编号": "文", "行文方向": "下行", "标题": "关于购买服务的通知"}
BOOK: dict[str, Any] = {
    "类别": "汇编",
    "编号": "册",
    "名称": "汇编",
    "编印单位": "某局",
    "编印时间": "2022年12月",
    "条件": {},
}


@pytest.mark.parametrize("data", [DOCUMENT, BOOK])
@pytest.mark.parametrize(("disclosure", "publishable"), [({}, False), ({"公开属性": "主动公开"}, True)])
def test_a_draft_of_our_own_is_not_published_by_omission(
    data: dict[str, Any], disclosure: dict[str, str], publishable: bool
) -> None:
    assert read({**data, **disclosure}).publishable is publishable


@pytest.mark.parametrize(("disclosure", "publishable"), [({}, True), ({"公开属性": "待定"}, False)])
def test_a_document_with_an_original_takes_over_its_disclosure(
    disclosure: dict[str, str], publishable: bool
) -> None:
    assert read({**DOCUMENT, "底本": "来文", **disclosure}).publishable is publishable


def test_the_lines_of_a_title_are_its_words() -> None:
    assert read({**DOCUMENT, "标题分行": ["关于购买", "服务的通知"]})
    record, problems = read_record(source_of({**DOCUMENT, "标题分行": ["关于购买", "服务的公告"]}))
    assert record is None
    assert [(problem.code, problem.hint) for problem in problems] == [("REC004", "请照“标题”的文字分行")]
    assert "关于购买服务的公告" in problems[0].message


@pytest.mark.parametrize(
    "name", ["../密.docx", "a/b.docx", "a\\b.docx", "C:文.docx", "文件.doc", ".docx", "a..docx"]
)
def test_a_template_lies_in_its_folder(name: str) -> None:
    assert read({**DOCUMENT, "模板": "信函.docx"})
    record, problems = read_record(source_of({**DOCUMENT, "模板": name}))
    assert record is None
    assert [problem.code for problem in problems] == ["REC004"]
    assert "不带路径" in problems[0].hint


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"列组": [{"名称": "2016年"}, {"名称": "2016年"}]}, "列组“2016年”写了 2 次"),
        (
            {"指标": [{"名称": "金额", "单位": "元"}, {"名称": "金额", "单位": "万元"}]},
            "指标“金额”写了 2 次",
        ),
        ({"数据": [*TABLE["数据"], *deepcopy(TABLE["数据"])]}, "行“甲”写了 2 次"),
        ({"数据": [{**TABLE["数据"][0], "行": "合 计"}]}, "行里写了“合计”"),
    ],
)
def test_names_in_a_table_are_told_apart(keys: dict[str, Any], message: str) -> None:
    record, problems = read_record(source_of({**TABLE, **keys}))
    assert record is None
    assert any(message in problem.message for problem in problems)


def test_how_a_service_is_bought_may_be_unwritten() -> None:
    case = read({**CASE, "服务方式": "原文未写"})
    assert isinstance(case, Case)
    assert case.delivery is Absent.NOT_WRITTEN


@pytest.mark.parametrize(
    "identifier", ["某县/养老", "-某县", "某县-", "某 县", "a--b", "", "字" * 61, "../x", "CON.txt"]
)
def test_ids_are_safe_as_file_names(identifier: str) -> None:
    record, problems = read_record(source_of({**CASE, "编号": identifier}))
    assert record is None
    assert [problem.code for problem in problems] in (["REC005"], ["REC006"])


@pytest.mark.parametrize("written", ["0", "-1", "1.5", "１", "一", "9" * 5000])
def test_a_number_of_a_question_counts(written: str) -> None:
    data = {
        "类别": "调查填报",
        "编号": "填报",
        "名称": "填报",
        "调查表": "表",
        "填报单位": "甲",
        "地区": "某省",
    }
    answers: list[dict[str, Any]] = [{"序": written, "内容": ["无"]}]
    record, problems = read_record(source_of({**data, "期间": "2017", "填报": answers}))
    assert record is None
    assert [problem.code for problem in problems] == ["REC004"]
    assert "正整数" in problems[0].message


def schema_keys(schema: Mapping[str, Any]) -> Iterator[str]:
    """Every property that a schema names."""
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part.get("properties", {})


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_each_kind_shows_chinese_keys_only(kind: str) -> None:
    keys = set(schema_keys(KINDS[kind].model_json_schema(by_alias=True)))
    assert {"类别", "编号"} <= keys
    assert [key for key in keys if not re.fullmatch("[\u4e00-\u9fff]+", key)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_each_kind_refuses_unknown_keys(kind: str) -> None:
    schema = KINDS[kind].model_json_schema(by_alias=True)
    assert schema["additionalProperties"] is False


def test_the_shipped_library_uses_every_kind_of_record_that_people_write(library: Library) -> None:
    """An import writes 导入记录; a 调查汇总 needs the returns of several units."""
    used = {entry.record.kind for entry in library.entries.values()}
    assert used == set(KINDS) - {"导入记录", "调查汇总"}


def test_a_policy_knows_its_year_from_number_or_dates() -> None:
    base = {"类别": "政策", "编号": "甲", "标题": "办法", "文种": "通知", "效力级别": "规范性文件"}
    base |= {"地区": "全国", "时效": "未核", "文本": "存根"}
    years = [
        getattr(read({**base, **extra}), "year", "?")
        for extra in (
            {"文号": "财综〔2014〕96号"},
            {"文号": "财政部令第102号", "公布日期": "2020-01-03"},
            {"时间": "2013-12-中旬"},
            {},
        )
    ]
    assert years == [2014, 2020, 2013, None]


def test_a_document_number_that_is_not_written_stays_unwritten() -> None:
    assert Policy.model_fields["number"].default is Absent.NOT_WRITTEN
    assert DocNumber("财综", 2014, 96).key == "财综|2014|96"


def test_a_measure_may_hold_parts_series_and_lists() -> None:
    measure = Measure.model_validate(
        {
            "名称": "培育资金",
            "序列": [{"期间": "2011年", "数值": "200万元"}, {"期间": "2015年", "数值": "700万元"}],
            "分项": [{"名称": "市级", "数值": "3个"}],
            "清单": ["甲", "乙"],
        }
    )
    assert [point.value.text for point in measure.series] == ["200万元", "700万元"]
    assert measure.parts[0].name == "市级"
    assert measure.items == ("甲", "乙")


def test_yes_no_and_disclosure_read_as_the_words_that_people_write() -> None:
    assert (YesNo("是"), Disclosure("待定")) == (YesNo.YES, Disclosure.UNDECIDED)
