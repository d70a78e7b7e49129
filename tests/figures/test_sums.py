"""SUM001 and SUM002: totals that are right stay silent, planted faults are found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures.tables import check_table
from generator.problems import Place
from tests.figures.reading import codes, findings

RIGHT = [
    "项目共计7个，金额12.5万元。其中：甲类3个，金额10万元；乙类4个，金额2.5万元。",
    "资金规模达18.52亿元，购买项目达1738项。其中：公共服务类12.37亿元、899项；辅助性服务类达6.15亿元、839项。",
    "共有101个，其中，县级82个，地级19个。",
    "评审总金额2832.62万元，其中基础教育1508.93万元，职业教育1323.69万元，项目都在实施。",
    "送戏6场（其中杂技团2场，豫剧团4场）",
    "三个片区分别为3个、4个、5个，共12个。",
    "甲3个，乙4个，丙5个，合计12个。",
    "资金100万元，其中：甲60万元（其中一期20万元，二期40万元）；乙40万元。",
    "收入56033万元，增长28.1%。其中：国税22891万元，增收39万元；地税28659万元；财政4483万元，减少5万元。",
    "收入24627万元，比上年减收1070万元。其中：税收8103万元，增收1284万元；非税16524万元，减收2354万元。",
    "总额10.0亿元，其中：甲3.33亿元；乙3.33亿元；丙3.33亿元。",
]
UNDECIDED = [
    "培训120人，其中党员80人，妇女60人。",
    "总投资1000万元，其中财政资金800万元，当年支付300万元。",
    "项目10个，其中：甲项目设5个站点；乙项目设3个站点。",
    "项目约200个，其中：甲类3个；乙类4个。",
    "安排资金900万元，其中重点项目300万元。",
    "资金900万元，其中：甲项目300万元；乙项目200万元等。",
    "新增20个，取消5个，共计100个。",
    "甲3个，乙4个，合计8个。",
    "培训120人，其中党员80人、妇女60人。",
    "项目10个，其中甲项目设5个站点、乙项目设3个站点。",
    "资金900万元，其中重点项目300万元、一般项目500万元。",
    "总投资2199万元，其中道路桥梁和管网1091万元、绿化和照明1108万元。",
    "资金18.52亿元，其中公共服务12.37亿元、899项，履职辅助6.15亿元、839项。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_totals_that_are_right_give_no_alarm(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize("text", UNDECIDED)
def test_parts_that_may_overlap_or_be_some_of_all_give_no_alarm(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "gap", "sure"),
    [
        ("项目共计8个，金额9万元。其中：甲类3个；乙类4个。", "差 1个", False),
        ("项目共计6个，金额9万元。其中：甲类3个；乙类4个。", "差 1个", True),
        ("今年总预算数4201.14万元，其中基础教育1987.80万元，职业教育2303.34万元；", "差 90万元", True),
        ("送戏1738项（其中甲类899项，乙类829项）", "差 10项", True),
        ("三个片区分别为3个、4个、5个，共13个。", "差 1个", False),
        ("项目120个，其中教育类60个、卫生类30个、养老类50个。", "差 20个", True),
        ("资金3.2亿元，其中市级2亿元，县级15000万元。", "差 0.3亿元", True),
        ("甲100万元，乙200万元，合计350万元。", "差 50万元", False),
        ("共13个，分别为3个、4个、5个。", "差 1个", False),
        ("甲3个，乙4个，丙5个，合计11个。", "差 1个", True),
        ("收入24672万元，比上年减收1070万元。其中：税收8103万元；非税16524万元。", "差 45万元", True),
        ("总额1亿元，其中：甲4000万元；乙8000万元。", "差 0.2亿元", True),
        ("资金18.52亿元，其中公共服务12.37亿元，履职辅助6.51亿元。", "差 0.36亿元", True),
        ("共计199个，其中甲91个、乙6个、丙120个。", "差 18个", True),
        ("总投资2199万元，其中道路桥梁和管网1091万元、绿化和照明1180万元。", "差 72万元", True),
    ],
)
def test_a_total_that_its_parts_do_not_make_is_found(text: str, gap: str, sure: bool) -> None:
    found = findings(text)
    assert [(one.code, one.sure) for one in found] == [("SUM001", sure)]
    assert gap in found[0].message


def test_each_unit_is_added_by_itself() -> None:
    found = findings("项目共计7个，金额13万元。其中：甲类3个，金额10万元；乙类4个，金额2万元。")
    assert [one.figures[0] for one in found] == ["13万元"]


TABLE = [
    ["类别", "项目数量（个）", "金额（万元）", "占比"],
    ["甲类", "91", "32857.95", "90%"],
    ["乙类", "6", "1,730.96", "10%"],
    ["合 计", "97", "34588.91", "100%"],
]


def test_a_table_whose_totals_are_right_gives_no_alarm() -> None:
    assert list(check_table(TABLE, Place("表"))) == []


def test_a_wrong_total_of_a_column_is_found() -> None:
    wrong = [*TABLE[:3], ["合计", "97", "34588.81", "100%"]]
    found = list(check_table(wrong, Place("表")))
    assert [(one.code, one.figures) for one in found] == [("SUM001", ("34588.81",))]
    assert "“金额（万元）”" in found[0].message


@pytest.mark.parametrize(
    "rows",
    [
        [["类别", "数"], ["小计", "3"], ["甲", "3"], ["合计", "7"]],
        [["类别", "数"], ["甲", "3"], ["其中：乙", "2"], ["合计", "3"]],
        [["类别", "均价"], ["甲", "3"], ["乙", "5"], ["合计", "4"]],
        [["类别", "数"], ["甲", "若干"], ["乙", "5"], ["合计", "4"]],
        [["类别", "数"], ["甲", "3"], ["合计", "4"]],
        [["序号", "数"], ["1", "3"], ["2", "5"]],
    ],
)
def test_columns_that_are_not_simply_added_are_left_alone(rows: list[list[str]]) -> None:
    assert list(check_table(rows, Place("表"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "涉及行业4个，主要是社会保障和就业、医疗卫生、社会服务、住房保障，涉及项目12个。",
        "公共服务、教科文服务、公共安全服务等4大类23项。",
        "财政、民政、教育3个部门负责。",
        "采用参与、委托、授权、归还这四种转移方式。",
        "围绕“编制计划、签订合同、履行合同、检查验收”四个环节进行。",
        "公文种类有3种：决议、命令（令）、公报。",
        "带四个附件：统计表、两个项目案例、调查表。",
        "分为以下两个方面。一是加强领导。二是健全制度。",
        "出台《甲》、《乙》和《丙》（即“两办法、一制度”体系）。",
        "10个部门，包括财政、民政等。",
        "道路、桥梁3座，路灯20盏。",
        "共23项：绿化、保洁等是主要项目。",
    ],
)
def test_lists_that_agree_or_stay_open_give_no_alarm(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "涉及行业3个，主要是社会保障和就业、医疗卫生、社会服务、住房保障，涉及项目。",
        "设立3个工作组：综合协调组、业务指导组。",
        "财政、民政、教育、卫生3个部门负责。",
        "采用参与、委托、授权这四种转移方式。",
        "围绕“编制计划、签订合同、检查验收”四个环节进行。",
        "分为以下四个方面。一是加强领导。二是健全制度。三是强化督导。",
        "出台《甲》、《乙》、《丙》和《丁》（即“两办法、一制度”体系）。",
        "公共服务、教科文服务、公共安全服务等2大类。",
    ],
)
def test_a_count_that_its_list_does_not_have_is_found(text: str) -> None:
    assert codes(text) == ["SUM002"]


PIECES = (
    "其中 ： ； ， 、 。 （ ） 3个 2.5万元 50% 2倍 等 合计 共 分别为 "
    "由 增至 增长 占 一是 “ ” 《甲》 两办法 部门"
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=30))
def test_whatever_the_order_of_words_only_figures_of_the_text_are_told(pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in findings(text):
        assert found.figures
        assert [figure for figure in found.figures if figure not in text] == []
        assert any(figure in found.message for figure in found.figures)


@settings(deadline=None)
@given(st.lists(st.integers(1, 400), min_size=2, max_size=6), st.integers(-3, 3), st.sampled_from("，、；"))
def test_parts_are_added_whatever_they_are_and_however_they_are_joined(
    numbers: list[int], gap: int, joint: str
) -> None:
    """Behind ： and ；all parts stand, so any gap is told; else only a gap that is plainly a slip may be."""
    names = ("甲", "乙", "丙", "丁", "戊", "己")
    parts = joint.join(f"{name}{number}个" for name, number in zip(names, numbers, strict=False))
    total = sum(numbers) + gap
    found = codes(f"项目共计{total}个，其中{'：' if joint == '；' else ''}{parts}。")
    assert found == [] if gap == 0 else (found == ["SUM001"] or joint != "；" or total <= 0)


YEARS = "2016年至2017年5月，项目共3126个。2016年项目1993个。2017年1-5月项目{}个。"


def test_the_years_of_a_span_are_held_against_it() -> None:
    assert findings(YEARS.format(1133)) == ()
    (found,) = findings(YEARS.format(1153))
    assert (found.code, found.figures) == ("SUM001", ("3126个", "1993个", "1153个"))


@pytest.mark.parametrize(
    "text",
    [
        YEARS.format(420),
        "2016年至2018年，项目共3126个。2016年项目1993个。2017年项目1123个。",
        "2016年至2017年，项目共3126个。2016年项目1993个。2016年项目1143个。",
    ],
)
def test_years_that_are_not_all_or_tell_of_something_else_give_no_alarm(text: str) -> None:
    assert findings(text) == ()
