"""Bindings: figures come from records, word for word, and what fails is told with a hint."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.compose.binding import Binder, UnresolvedError, in_words
from generator.document import Bound, Text, plain
from generator.library import Library
from generator.models.case import Case, Practice
from generator.problems import Place, Problem

HERE = Place("documents/某.md", 9)


@pytest.fixture
def binder(library: Library) -> Binder:
    aliases = {"统计": "统计-濮阳-2016-2017", "温州": "统计-温州-2015", "华龙": "华龙-一村一戏-2016"}
    return Binder(
        library, aliases, own=library.find("濮阳-数字城管-2016", Case), computed={"入册": {"案例数": "14"}}
    )


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("统计.2016年.基本公共服务.金额", "32857.95"),
        ("统计.2016年.合计.金额", "35864.87"),
        ("统计.2017年1月-5月.合计.金额", "9199.3"),
        ("统计.2017年1月-5月.合计.项目数量", "113"),
        ("统计.合计.项目数量", "312"),
        ("统计.合计.金额", "45064.17"),
        ("统计.2016年.名称", "2016年"),
        ("统计.涉及行业", "10个"),
        ("温州.全市.合计.金额", "18.52"),
        ("温州.市本级.合计.项目", "1072"),
        ("华龙.舞台艺术送农民", "6场"),
        ("华龙.舞台艺术送农民.市豫剧团", "4场"),
        ("本.中标金额", "890.12万元"),
        ("本.期间", "2016—2017年度"),
        ("库.新疆-文化厅-2011.公益性演出.2012年", "9478场"),
        ("库.财综2014-96号.全称", "《政府购买服务管理办法（暂行）》（财综〔2014〕96号）"),
        (
            "库.淄财采2022-20号.题名",
            "《关于转发〈山东省财政厅关于做好政府购买服务改革重点工作的通知〉的通知》",
        ),
        ("库.鲁财采2022-14号.印发日期", "2022年8月16日"),
        ("入册.案例数", "14"),
    ],
)
def test_a_path_prints_the_figure_of_the_record(binder: Binder, path: str, printed: str) -> None:
    assert binder.resolve(path).text == printed


def test_a_list_is_joined_or_counted(binder: Binder) -> None:
    joined = binder.resolve("统计.涉及行业", "顿号").text
    assert joined.startswith("社会保障和就业、医疗卫生、")
    assert binder.resolve("统计.涉及行业.清单", "个数").text == "10" == str(joined.count("、") + 1)


def test_a_bound_figure_remembers_its_record_and_path(binder: Binder) -> None:
    assert binder.resolve("统计.2016年.合计.金额") == Bound(
        "35864.87", "统计-濮阳-2016-2017", "2016年.合计.金额"
    )


def test_words_around_a_figure_stay_as_they_are(binder: Binder) -> None:
    problems: list[Problem] = []
    pieces = binder.bind("共{{ 统计.合计.项目数量 }}个。", HERE, problems)
    assert [type(piece) for piece in pieces] == [Text, Bound, Text]
    assert plain(pieces) == "共312个。"
    assert problems == []


@pytest.mark.parametrize(
    ("path", "word", "hint"),
    [
        ("统记.合计.金额", "统记", "统计"),
        ("统计.2018年.合计.金额", "2018年", "2016年"),
        ("统计.2016年.合计.金颏", "金颏", "金额"),
        ("库.没有这条.名称", "没有这条", "核对编号"),
        ("统计.2016年", "没有指到一个值", "再往下"),
        ("统计.涉及行业.清单", "列表", "顿号"),
        ("温州.合计.金额", "不能相加", "列组"),
        ("库.淄财采2022-20号.成文日期", "原文未写", "补上"),
    ],
)
def test_a_wrong_path_is_told_with_what_could_stand_there(
    binder: Binder, path: str, word: str, hint: str
) -> None:
    with pytest.raises(UnresolvedError) as caught:
        binder.resolve(path)
    assert word in caught.value.message
    assert hint in caught.value.hint


def test_a_failed_binding_stays_visible_and_is_reported_at_its_line(binder: Binder) -> None:
    problems: list[Problem] = []
    pieces = binder.bind("共{{ 统计.没有 }}个", HERE, problems)
    assert plain(pieces) == "共{{ 统计.没有 }}个"
    assert [(problem.code, problem.place) for problem in problems] == [("BIND001", HERE)]


@pytest.mark.parametrize("text", ["共{{ 统计.合计.金额 }元", "{% for x in y %}", "}}"])
def test_half_a_binding_and_foreign_template_code_are_refused(binder: Binder, text: str) -> None:
    problems: list[Problem] = []
    binder.bind(text, HERE, problems)
    assert [problem.code for problem in problems] == ["BIND002"]


def practice_with(*measures: tuple[str, str]) -> Binder:
    """A binder whose own record has these figures, by name and value."""
    head = {
        "类别": "地区实践",
        "编号": "甲",
        "名称": "原文未写",
        "题名": "某县",
        "地区": "某省",
        "层级": "县级",
    }
    story = {"期间": "2016年", "作者": "原文未写", "摘要": "做法。", "章节": [{"题": "一", "段": ["段。"]}]}
    data = [{"名称": name, "数值": value} for name, value in measures]
    return Binder(Library(Path(), {}), {}, own=Practice.model_validate({**head, **story, "数据": data}))


@pytest.mark.parametrize("path", ["本.金额", "本.数据.金额"])
def test_a_name_that_two_figures_share_leads_to_neither(path: str) -> None:
    binder = practice_with(("金额", "1元"), ("金额", "2元"), ("项目", "3个"))
    assert binder.resolve("本.项目").text == "3个"
    with pytest.raises(UnresolvedError) as caught:
        binder.resolve(path)
    assert "有两项同名" in caught.value.message


def test_small_numbers_of_a_table_are_printed_in_full() -> None:
    assert in_words(Decimal("0.0000001")) == "0.0000001"
