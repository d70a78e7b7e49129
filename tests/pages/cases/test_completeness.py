"""How complete a case is: what its form asks for, what is missing and why, which key to fill."""

from __future__ import annotations

from typing import Any

import pytest

from generator.models.case import Case
from generator.pages.case_table.elements import Completeness, Element, Given, completeness_of
from tests.pages.cases.made import Make, amount, case_of, library_of

FULL: dict[str, Any] = {
    "目录类别": "无",
    "服务对象": "老人",
    "依据": [{"名称": "某方案"}],
    "预算": {"纳入预算": "是", "资金来源": "财政"},
    "合同": {"期限": "2020年"},
    "绩效": {"指标": ["满意度"], "第三方评价": "是"},
    "数据": [*amount("90万元"), {"名称": "服务人次", "数值": "300人次", "引文": "服务300人次"}],
    "章节": [{"题": "一、基本情况", "段": ["有。"]}, {"题": "主要做法", "段": ["有。"]}],
}


def found(make: Make, **changes: Any) -> Completeness:
    """The completeness of one case."""
    library = library_of(make, case_of("甲", **changes))
    case = library.find("甲", Case)
    assert case is not None
    return completeness_of(library, case)


def missing(make: Make, **changes: Any) -> dict[str, Given]:
    """What a case lacks, by the key to fill."""
    return {element.key: element.given for element in found(make, **changes).missing}


def test_a_case_with_everything_lacks_nothing(make_library: Make) -> None:
    complete = found(make_library, **FULL)
    assert complete.missing == ()
    assert complete.share == "18/18"


def test_what_the_source_left_open_what_is_to_be_filled_and_what_was_left_out_are_told_apart(
    make_library: Make,
) -> None:
    changes = {**FULL, "服务对象": "原文未写", "目录类别": "待补", "依据": None}
    assert missing(make_library, **changes) == {
        "目录类别": Given.TO_FILL,
        "依据": Given.LEFT_OUT,
        "服务对象": Given.NOT_WRITTEN,
    }


def test_what_does_not_apply_is_not_asked_for(make_library: Make) -> None:
    voucher = {**FULL, "服务方式": "服务券", "合同": "不适用", "采购": "原文未写"}
    names = {element.name for element in found(make_library, **voucher).elements}
    assert not {"合同期限", "采购方式"} & names
    assert "承接主体类型" not in {
        element.name
        for element in found(make_library, **{**FULL, "承接主体": [{"名称": "原文未写"}]}).elements
    }


def test_a_section_of_the_form_that_is_missing_is_named_with_its_title(make_library: Make) -> None:
    changes = {**FULL, "章节": [{"题": "基本情况", "段": ["有。"]}, {"题": "别的", "段": ["有。"]}]}
    assert missing(make_library, **changes) == {"章节（题：主要做法）": Given.LEFT_OUT}
    unsaid = {**FULL, "章节": [{"题": "基本情况", "段": ["原文未写"]}, {"题": "主要做法", "段": ["待补"]}]}
    assert missing(make_library, **unsaid) == {
        "章节（题：基本情况）": Given.NOT_WRITTEN,
        "章节（题：主要做法）": Given.TO_FILL,
    }


def test_problems_and_advice_are_asked_for_where_the_form_has_a_section_for_them(make_library: Make) -> None:
    asked = missing(make_library, **{**FULL, "形式": "问题例"})
    assert {"问题.内容", "建议.内容"} <= set(asked)
    assert "问题.内容" not in missing(make_library, **FULL)


def test_keys_of_groups_say_where_to_write(make_library: Make) -> None:
    changes = {**FULL, "预算": "原文未写", "绩效": "待补", "购买主体": [{"名称": "待补"}]}
    assert missing(make_library, **changes) == {
        "购买主体.名称": Given.TO_FILL,
        "绩效.指标": Given.TO_FILL,
        "绩效.第三方评价": Given.TO_FILL,
        "预算.纳入预算": Given.NOT_WRITTEN,
        "预算.资金来源": Given.NOT_WRITTEN,
    }


def test_sums_and_other_figures_are_asked_for_apart(make_library: Make) -> None:
    only_money = [
        element.name for element in found(make_library, **{**FULL, "数据": amount("9万元")}).missing
    ]
    assert only_money == ["成效数据"]
    others = [{"名称": "人次", "数值": "3人次"}]
    assert [e.name for e in found(make_library, **{**FULL, "数据": others}).missing] == ["金额"]


def test_a_sum_that_others_agreed_on_is_an_effect_and_no_amount(make_library: Make) -> None:
    signed = [{"名称": "签约总金额", "数值": "9亿元"}]
    assert [e.name for e in found(make_library, **{**FULL, "数据": signed}).missing] == ["金额"]


@pytest.mark.parametrize(
    ("there", "total", "per_cent"),
    [(9, 17, 53), (5, 15, 33), (399, 400, 99), (7, 7, 100), (0, 9, 0), (0, 0, 100)],
)
def test_the_share_is_rounded_and_100_only_where_nothing_is_missing(
    there: int, total: int, per_cent: int
) -> None:
    given = [Given.THERE] * there + [Given.LEFT_OUT] * (total - there)
    elements = tuple(Element("某项", "某项", one) for one in given)
    assert Completeness(elements, 0, 0, 0).per_cent == per_cent


def test_facts_that_nobody_compared_with_the_source_are_counted(make_library: Make) -> None:
    assert found(make_library, **FULL, 核验="未核").unverified == 18 + 2
    assert found(make_library, **FULL, 核验="已核").unverified == 0
    doubt = [{"字段": "地区", "理由": "两处不同"}]
    assert found(make_library, **FULL, 核验="部分核实", 待确认=doubt).unverified == 1


def test_figures_without_the_sentence_of_the_source_are_counted(make_library: Make) -> None:
    figures = [
        {
            "名称": "总数",
            "数值": "6场",
            "引文": "共6场，其中甲团2场",
            "分项": [{"名称": "甲团", "数值": "2场"}, {"名称": "乙团", "数值": "4场"}],
        }
    ]
    counted = found(make_library, **{**FULL, "数据": figures})
    assert (counted.figures, counted.unquoted) == (3, 1)
