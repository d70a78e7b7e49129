"""Quantities in running text: every form that official prose uses, and nothing that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures.extraction import FoundQuantity, find_quantities
from generator.quantity import parse_quantity


def only(text: str) -> FoundQuantity:
    """The one quantity of a text."""
    found = list(find_quantities(text))
    assert len(found) == 1, [one.quantity.text for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "number", "scale", "unit", "hedge"),
    [
        ("资金45064.17万元", "45064.17", "万", "元", ""),
        ("共1,234.5元", "1234.5", "", "元", ""),
        ("达到95%以上", "95", "", "%", "以上"),
        ("达到95% 以上", "95", "", "%", "以上"),
        ("安排近800多万元", "800", "万", "元", "近…多"),
        ("达到百分之三十", "30", "", "%", ""),
        ("提高百分之三点五", "3.5", "", "%", ""),
        ("建成一百二十个站点", "120", "", "个", ""),
        ("规模达12.37亿元", "12.37", "亿", "元", ""),
        ("票价“7元”", "7", "", "元", ""),
        ("共１２个", "12", "", "个", ""),
        ("金额100万元（含）以上", "100", "万", "元", "（含）以上"),
        ("金额500万元(含)以上", "500", "万", "元", "(含)以上"),
        ("每年万余场", "1", "万", "场", "余"),
        ("上千家企业", "1000", "", "家", "上"),
        ("4万余平方米", "4", "万", "平方米", "余"),
        ("续签不超过2年", "2", "", "年", "不超过"),
        ("期限为一年以内", "1", "", "年", "以内"),
        ("每亩资助7元/亩", "7", "", "元/亩", ""),
        ("增加到每年200万", "200", "万", "", ""),
        ("三点五万元", "3.5", "万", "元", ""),
        ("由四百五十万元支付", "450", "万", "元", ""),
        ("提高3个百分点", "3", "", "个百分点", ""),
        ("10个工作日内公开", "10", "", "个工作日", ""),
        ("在15日内备案", "15", "", "日", ""),
        ("采购 199 个", "199", "", "个", ""),
    ],
)
def test_a_quantity_is_found_with_value_unit_and_hedge(
    text: str, number: str, scale: str, unit: str, hedge: str
) -> None:
    found = only(text).quantity
    assert (str(found.number), found.scale, found.unit, found.hedge) == (number, scale, unit, hedge)


@pytest.mark.parametrize(
    ("text", "digits", "unit"),
    [
        ("演出16—18场", "16—18", "场"),
        ("用2—3年", "2—3", "年"),
        ("用2至3年", "2至3", "年"),
        ("增长30%—50%", "30%—50", "%"),
        ("安排10万元—20万元", "10万元—20", "元"),
    ],
)
def test_a_range_is_one_quantity_without_a_number(text: str, digits: str, unit: str) -> None:
    found = only(text).quantity
    assert (found.number, found.digits, found.unit, found.exact) == (None, digits, unit, False)


def test_from_one_to_another_are_two_quantities() -> None:
    assert [one.quantity.text for one in find_quantities("由200万元至700万元")] == ["200万元", "700万元"]


@pytest.mark.parametrize(
    "text",
    [
        "濮财综〔2017〕8号",
        "财政部令第102号",
        "国办发[2013]96号",
        "2016年至2017年5月",
        "2014-2015年",
        "2022年12月22日",
        "每年1月及7月分两次",
        "12月中旬",
        "1-5月",
        "第三个问题",
        "第 3 个",
        "第九届",
        "联系电话0531-51769834",
        "手机13812345678",
        "一、两方面",
        "3项目",
        "二期工程",
        "公益二类事业单位",
        "一个良好示范",
        "《关于安排100万元的通知》",
        "二〇二二年八月十六日",
        "于9:30开会",
        "千家万户",
        "节约用水",
        "本级、20个性",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert [one.quantity.text for one in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("项目共计199个，", "项目"),
        ("其中：社会管理性服务6个；", "社会管理性服务"),
        ("共101家单位，", "单位"),
        ("农村公益电影放映714场、", "农村公益电影放映"),
        ("资金规模达18.52亿元。", "资金规模"),
        ("中标金额为890.12万元。", "中标金额"),
    ],
)
def test_a_label_says_what_is_counted(text: str, label: str) -> None:
    assert only(text).label == label


def test_a_second_quantity_of_one_thing_takes_its_label() -> None:
    labels = [one.label for one in find_quantities("购买公共服务类12.37亿元、899项；")]
    assert labels == ["购买公共服务类", "购买公共服务类"]


def test_a_quantity_knows_its_place_and_its_sentence() -> None:
    text = "先说明。项目共3个，金额5万元。再说明。"
    first, second = find_quantities(text)
    assert [text[one.start : one.end] for one in (first, second)] == ["3个", "5万元"]
    assert first.sentence == second.sentence == "项目共3个，金额5万元。"


@settings(deadline=None)
@given(
    st.decimals(0, 10**7, places=2),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "个", "平方米"]),
)
def test_what_is_found_is_what_a_record_would_hold(number: object, scale: str, unit: str) -> None:
    printed = f"{number}{scale}{unit}"
    found = only(f"共安排{printed}，").quantity
    assert (found.number, found.printed_unit) == (parse_quantity(printed).number, scale + unit)


@settings(deadline=None)
@given(
    st.text(
        alphabet="一二十百千万亿几数近约超上余多个项家元%年月日0123456789.,，。—-至第〔〕《》 \n", max_size=60
    )
)
def test_no_text_is_too_odd(text: str) -> None:
    places = [(one.start, one.end) for one in find_quantities(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
