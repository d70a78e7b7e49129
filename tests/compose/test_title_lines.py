"""Titles break at whole words into a 梯形 or a 菱形 (GB/T 9704-2012 clause 7.3.1)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compose.title_lines import LONGEST, SHORTEST_END, WIDEST, break_title, shape_fault
from generator.library import Library
from generator.models.policy import Policy
from generator.standard import gbt9704

LINES = """
南乐县政府向社会力量 / 购买服务指导性目录的通知
台前县政府向社会力量 / 购买棚户区改造服务工作实施办法
台前县人民政府关于推进政府向社会力量 / 购买服务工作的实施意见
关于转发《河南省财政厅 / 关于做好政府购买服务指导性目录 / 编制管理工作的通知》的通知
濮阳市国土资源系统 / 政府购买服务指导性目录（试行）
濮阳市财政局 / 关于报送政府购买服务有关情况的通知
濮阳县人民政府办公室关于推进 / 政府向社会力量购买服务工作的实施意见
濮阳市人民政府办公室关于贯彻 / 政府向社会力量购买服务工作实施意见
河南省财政厅关于做好政府购买服务 / 指导性目录编制管理工作的通知
河南省财政厅 / 关于报送政府购买服务有关情况的通知
郑州市财政局关于做好政府购买服务 / 指导性目录编制管理工作的通知
市级部门政府购买服务工作基本流程（试行）
郑州市财政局关于进一步做好 / 政府购买服务预算执行工作的通知
郑州市财政局 / 关于加强政府购买服务预算管理的通知
丝绸之路经济带和 / 21世纪海上丝绸之路建设战略规划
国务院办公厅关于政府向社会力量 / 购买服务的指导意见
国务院办公厅关于全面推行行政规范性文件 / 合法性审核机制的指导意见
关于支持和规范社会组织承接 / 政府购买服务的通知
财政部关于做好政府购买服务工作 / 有关问题的通知
财政部关于做好2022年 / 政府购买服务改革重点工作的通知
关于坚决制止地方以政府购买服务名义 / 违法违规融资的通知
关于转发淄博市财政局 / 《关于转发〈山东省财政厅 / 关于做好政府购买服务改革 / 重点工作的通知〉的通知》的通知
关于转发《山东省财政厅 / 关于做好政府购买服务改革 / 重点工作的通知》的通知
山东省事业单位政府购买服务 / 改革工作实施方案
山东省财政厅关于做好政府购买服务 / 改革重点工作的通知
山东省财政厅关于做好当前 / 疫情防控形势下政府采购工作的通知
乌鲁木齐市关于加快推进政府向社会力量 / 购买服务的实施意见
乌鲁木齐市政府向社会力量购买服务管理办法
乌鲁木齐市政府向社会力量购买服务 / 政府采购管理办法
政府购买服务 / 指导目录（2015—2016）
关于自治区政府向社会力量 / 购买服务的实施意见
自治区2014-2015年 / 政府向社会力量购买服务指导性目录
关于印发《新疆维吾尔自治区区级 / 文艺院团政府购买演出暂行办法》的通知
政府职能转移联席会议成员单位职责分工制度
2014年—2015年温州市政府 / 向社会力量购买服务年度指导目录
国务院办公厅 / 关于印发“十四五” / 城乡社区服务体系建设规划的通知
国务院关于印发“十四五” / 推进农业农村现代化规划的通知
财政部 民政部关于通过政府购买服务 / 支持社会组织培育发展的指导意见
财政部关于推进政府购买服务第三方 / 绩效评价工作的指导意见
财政部 中央编办关于做好事业单位 / 政府购买服务改革工作的意见
财政部关于坚决制止地方 / 以政府购买服务名义违法违规融资的通知
某市财政局关于申请将养老服务 / 纳入政府购买服务指导性目录的请示
某市人民政府 / 关于表彰政府购买服务工作 / 先进单位的决定
某市人民政府 / 关于同意设立政府购买服务 / 改革试点的批复
某市财政局 / 关于2022年度 / 政府购买服务工作情况的通报
某市财政局 某市民政局 / 关于印发《某市政府购买服务 / 管理办法》的通知
某市财政局关于印发《政府购买服务 / 操作指南（试行）》的通知
某市人民政府办公室 / 关于成立政府购买服务工作领导小组的通知
中共某市委办公室 某市人民政府办公室 / 印发《关于进一步深化政府购买服务 / 改革的实施方案》的通知
关于贯彻落实 / 鲁财采〔2022〕14号文件的通知
关于转发《财政部关于做好2022年 / 政府购买服务改革重点工作的通知》的通知
某市财政局关于召开全市 / 政府购买服务改革工作推进会议的通知
某市人力资源和社会保障局 / 关于开展政府购买公益性岗位清理工作的通知
某市发展和改革委员会 / 关于报送2022年上半年 / 经济运行情况的报告
新疆维吾尔自治区财政厅 / 关于印发《新疆维吾尔自治区 / 政府购买服务指导性目录》的通知
内蒙古自治区人民政府办公厅 / 关于推进政府购买服务工作的实施意见
某县人民政府关于解决政府购买服务 / 资金缺口问题的请示
某省财政厅关于2022年政府购买服务 / 改革工作情况和下一步工作打算的报告
关于公布2022年度 / 政府购买服务典型案例名单的通告
关于调整市级政府购买服务指导性目录的公告
某市财政局关于征求 / 《某市政府购买服务合同履约 / 管理办法（征求意见稿）》意见的函
某市财政局 / 关于报送政府购买服务典型案例的通知
某省财政厅办公室关于做好政府购买服务 / 信息公开工作的紧急通知
某市财政局关于转发《省财政厅 / 转发〈财政部关于做好政府购买服务 / 改革工作的通知〉的通知》的通知
某市人民政府 / 关于废止《某市政府购买服务 / 暂行办法》的决定
关于修改《政府采购货物和服务 / 招标投标管理办法》等三部规章的决定
某市政府购买服务改革工作领导小组会议纪要
国家发展改革委 财政部 / 关于规范实施政府和社会资本合作 / 新机制的指导意见
住房和城乡建设部办公厅 / 关于开展政府购买监理巡查服务试点的通知
"""
"""Titles of the library and of well-known documents as an editor would break them; / ends a line."""
TITLES = [tuple(line.split(" / ")) for line in LINES.strip().splitlines()]


@pytest.mark.parametrize("lines", TITLES, ids="".join)
def test_a_title_breaks_as_an_editor_breaks_it(lines: tuple[str, ...]) -> None:
    assert break_title("".join(lines)) == lines


def test_the_blank_between_two_bodies_is_dropped_where_a_line_ends() -> None:
    title = "国家发展和改革委员会办公厅 住房和城乡建设部办公厅关于做好工作的通知"
    lines = ("国家发展和改革委员会办公厅", "住房和城乡建设部办公厅", "关于做好工作的通知")
    assert break_title(title) == lines


def test_two_lines_do_not_both_end_in_a_conjunction() -> None:
    title = "濮阳市财政局关于进一步规范和加强政府购买服务预算管理绩效评价和信息公开工作有关事项的通知"
    lines = break_title(title)
    assert sum(line.endswith(("和", "及", "与")) for line in lines) <= 1


def test_there_are_enough_titles() -> None:
    assert len(TITLES) >= 60


def test_a_line_is_as_wide_as_the_type_area_holds_characters_of_the_title() -> None:
    standard = gbt9704()
    assert int(standard.text_width / standard.character("二号")) == WIDEST


def test_a_short_title_stays_on_one_line() -> None:
    assert break_title("濮阳市政府购买服务开展情况的报告") == ("濮阳市政府购买服务开展情况的报告",)


def test_every_title_of_the_library_fits_and_loses_nothing(library: Library) -> None:
    for policy in library.every(Policy):
        lines = break_title(policy.title)
        assert "".join(lines) == policy.title
        assert_well_broken(lines)


def assert_well_broken(lines: tuple[str, ...]) -> None:
    """What holds of every title, however it is worded."""
    assert all(len(line) <= WIDEST for line in lines)
    assert not any(line[0] in "》〉）”、的和及与" or line[-1] in "《〈（“" for line in lines)
    assert not any(line.endswith(("关于", "向")) for line in lines[:-1])
    assert len(lines) == 1 or len(lines[-1]) >= SHORTEST_END


@pytest.mark.parametrize(
    ("lengths", "allowed"),
    [
        ([10, 14], True),
        ([14, 10], True),
        ([12, 12], False),
        ([10, 14, 10], True),
        ([8, 11, 14], True),
        ([14, 9, 14], False),
    ],
)
def test_trapezoids_and_diamonds_are_allowed_hourglasses_and_rectangles_are_not(
    lengths: list[int], allowed: bool
) -> None:
    assert (shape_fault(lengths) == 0) is allowed


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("某市财政局某某区财政局关于修改并重新印发《暂行办法》和有关规定的通知", "《暂行办法》"),
        ("关于进一步做好全市政府购买服务改革工作第二阶段总结和报送的通知", "政府购买服务"),
        ("新疆维吾尔自治区住房和城乡建设厅关于做好工程质量监督检测的通知", "住房和城乡建设厅"),
        ("关于贯彻落实鲁财采〔2022〕14号文件精神进一步做好有关工作的通知", "鲁财采〔2022〕14号"),
        ("某市财政局关于印发政府购买服务操作指南（试行）和有关表格的通知", "指南（试行）"),
        ("某市财政局关于做好2022年度政府购买服务改革重点工作有关事项的通知", "2022年度"),
    ],
)
def test_names_numbers_and_short_marks_are_never_split(title: str, whole: str) -> None:
    lines = break_title(title)
    assert any(whole in line for line in lines), lines


BODIES = ("某市财政局", "山东省财政厅", "某市人民政府办公室", "国务院办公厅", "新疆维吾尔自治区财政厅")
MATTERS = (
    *("政府购买服务", "改革", "重点工作", "指导性目录", "预算管理", "社会组织", "第三方绩效评价", "养老服务"),
    *("典型案例", "信息公开", "合同履约", "城乡社区服务", "和", "有关", "进一步", "推进", "向社会力量"),
)
VERBS = ("做好", "加强", "报送", "进一步规范", "开展", "推进")
ENDS = ("的通知", "的意见", "的函", "的请示", "的报告", "的决定", "工作的通报")


@st.composite
def titles(draw: st.DrawFn, depth: int = 0) -> str:
    """Titles of the usual build, some forwarding others."""
    body = draw(st.sampled_from(("", *BODIES)))
    if depth < 2 and draw(st.booleans()):
        inner = draw(titles(depth + 1))
        opening, closing = "《》" if depth == 0 else "〈〉"
        return f"{body}关于转发{opening}{inner}{closing}的通知"
    matters = "".join(draw(st.lists(st.sampled_from(MATTERS), min_size=1, max_size=6)))
    return f"{body}关于{draw(st.sampled_from(VERBS))}{matters}工作{draw(st.sampled_from(ENDS))}"


@settings(max_examples=300, deadline=None)
@given(titles())
def test_any_title_of_the_usual_build_is_well_broken(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines) == title
    assert_well_broken(lines)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="关于的通知《》〈〉（）、政府购买服务2022年〔〕号a—", min_size=1, max_size=120))
def test_no_text_is_too_strange_to_be_laid_in_lines(text: str) -> None:
    lines = break_title(text)
    assert "".join(lines) == text
    assert all(0 < len(line) <= WIDEST for line in lines)


def test_a_text_that_is_no_title_is_cut_into_full_lines() -> None:
    text = "政府购买服务" * LONGEST
    assert set(map(len, break_title(text)[:-1])) == {WIDEST}


def test_a_title_nested_six_times_loses_nothing() -> None:
    title = "关于转发《关于做好政府购买服务改革重点工作的通知" * 6
    assert "".join(break_title(title)) == title
