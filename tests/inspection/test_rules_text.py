"""标题, 主送机关, 正文 and punctuation: one thing damaged, one rule that says so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.inspection.findings import Verdict
from generator.recognition.facts import DocumentFacts
from tests.inspection.facts_builder import with_paragraph
from tests.inspection.judged import (
    LONG,
    SOUND,
    Change,
    change,
    changed_runs,
    codes,
    judged,
    notice,
    place,
    removed,
    reworded,
)

TITLE, TEXT = "公文标题", "公文正文"
NAMED = "濮阳市财政局关于做好政府购买服务改革工作的通知"


def broken_title(*lines: str) -> Change:
    """A title in these lines."""

    def damage(facts: DocumentFacts) -> DocumentFacts:
        ends = [sum(map(len, lines[: index + 1])) for index in range(len(lines) - 1)]
        facts = reworded(TITLE, "".join(lines))(facts)
        return with_paragraph(facts, place(facts, TITLE), line_breaks=tuple(ends))

    return damage


DAMAGE: dict[str, tuple[str, Change, str]] = {
    "room above the title": ("通知", removed("空行", 2), "T10"),
    "title in 黑体": ("通知", changed_runs(TITLE, chinese_font="黑体"), "T01"),
    "title in 小二": ("通知", changed_runs(TITLE, size=Decimal(18)), "T05"),
    "title bold": ("通知", changed_runs(TITLE, bold=True), "T06"),
    "title at the left": ("通知", change(TITLE, alignment="left"), "T07"),
    "title as an oblong": ("通知", broken_title("关于做好政府购买", "服务改革事项通知"), "T02"),
    "title as an hourglass": (
        "通知",
        broken_title("濮阳市财政局关于做好", "政府购买服务", "改革工作有关事项的通知"),
        "T02",
    ),
    "title line too long": (
        "通知",
        broken_title("濮阳市财政局关于做好政府购买服务改革各项重点", "工作的通知"),
        "T08",
    ),
    "title without 文种": ("通知", reworded(TITLE, "濮阳市财政局政府购买服务工作方案"), "T03"),
    "title with 。": ("通知", reworded(TITLE, "关于做好政府购买服务工作的通知。"), "T09"),
    "书名号 alike": ("通知", reworded(TITLE, "转发《关于印发《办法》的通知》的通知"), "T04"),
    "room under the title": ("通知", removed("空行", 4), "T11"),
    "half-width colon": ("通知", reworded("主送机关", "各县（区）财政局，市直各部门:"), "R01"),
    "no colon": ("通知", reworded("主送机关", "各县（区）财政局，市直各部门"), "R01"),
    "addressees indented": ("通知", change("主送机关", first_line=632), "R03"),
    "two addressees": ("请示", reworded("主送机关", "省财政厅、省审计厅："), "R02"),
    "copied to subordinates": ("请示", reworded("抄送机关", "抄送：省审计厅，各县（区）财政局。"), "C05"),
    "no indent": ("通知", change(TEXT, first_line=0), "B04"),
    "indent of one": ("通知", change(TEXT, 1, first_line=320), "B04"),
    "indent on the left": ("通知", change(TEXT, left=632), "B04"),
    "text at the right": ("通知", change(TEXT, alignment="right"), "B09"),
    "room before a paragraph": ("通知", change(TEXT, 1, before=240), "B06"),
    "room after a heading": ("通知", change("二级标题", after=120), "B06"),
    "first level in 仿宋": ("通知", changed_runs("一级标题", chinese_font="仿宋"), "B05"),
    "second level in 黑体": ("通知", changed_runs("二级标题", chinese_font="黑体"), "B05"),
    "half-width brackets": ("通知", reworded("二级标题", "(一)基本原则"), "B03"),
    "mark after brackets": ("通知", reworded("二级标题", "（一）、基本原则"), "B03"),
    "、 after a figure": ("通知", reworded("三级标题", "1、先立后破"), "B03"),
    "point after a numeral": ("通知", reworded("一级标题", "一.总体要求"), "B03"),
    "a level skipped": ("通知", reworded("二级标题", "1.基本原则"), "B02"),
    "a number skipped": ("通知", reworded("一级标题", "三、工作安排", 1), "B08"),
    "half-width comma": ("通知", reworded(TEXT, f"坚持公开,公平。{LONG}"), "X02"),
    "half-width brackets in text": ("通知", reworded(TEXT, f"县(区)财政局负责。{LONG}"), "X02"),
    "、 between titles": ("通知", reworded(TEXT, f"按《甲办法》、《乙办法》办理。{LONG}"), "X01"),
    "signs for less and more": ("通知", reworded(TEXT, f"按<甲办法>办理。{LONG}"), "X05"),
    "书名号 within": ("通知", reworded(TEXT, f"按《关于印发《甲办法》的通知》办理。{LONG}"), "X04"),
}


@pytest.mark.parametrize(("document", "damage", "code"), DAMAGE.values(), ids=DAMAGE.keys())
def test_one_damaged_thing_is_told_by_its_rule_alone(document: str, damage: Change, code: str) -> None:
    assert codes(damage(SOUND[document]())) == {code}


FINE = {
    "a time": "会议9:30开始，地点不变。",
    "a number with commas": "金额1,234.5万元。",
    "Latin words": "见 Government Procurement (GP), see: page 3。",
    "an address": "见 http://www.example.org/a?b=1 的公告。",
    "a dash": "2016—2017年度。",
    "a cited number": "按濮财综〔2017〕8号办理。",
    "nested titles": "按《关于转发〈办法〉的通知》办理。",
    "brackets between titles": "按《甲办法》（2020年）、《乙办法》（2021年）办理。",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE.keys())
def test_sound_words_are_no_fault(text: str) -> None:
    assert codes(reworded(TEXT, text + LONG)(notice())) == set()


SHAPES = {
    "one line": ("关于做好政府购买服务工作的通知",),
    "wider below": ("濮阳市财政局", "关于做好政府购买服务工作的通知"),
    "wider above": ("濮阳市财政局关于做好政府购买", "服务工作的通知"),
    "diamond": ("濮阳市财政局", "关于做好政府购买服务改革", "工作的通知"),
}


@pytest.mark.parametrize("lines", SHAPES.values(), ids=SHAPES.keys())
def test_trapezoids_and_diamonds_are_no_fault(lines: tuple[str, ...]) -> None:
    assert codes(broken_title(*lines)(notice())) == set()


def test_a_title_that_the_program_breaks_is_for_a_person() -> None:
    facts = reworded(TITLE, NAMED)(notice())
    assert codes(facts) == set()
    assert "T02" in codes(facts, Verdict.LOOK)


def test_first_level_may_be_followed_by_figures_where_there_is_no_second() -> None:
    facts = reworded(TEXT, LONG, 4)(notice())
    for index in (1, 0):
        words = ("1.基本原则", "2.主要任务")[index]
        facts = reworded("二级标题", words, index)(facts)
    for index, words in enumerate(("（1）先立后破", "（2）分步实施")):
        facts = reworded("三级标题", words, index)(facts)
    assert "B02" not in codes(facts)


def test_spaces_in_place_of_an_indent_are_for_a_person() -> None:
    facts = reworded(TEXT, f"　　坚持公开。{LONG}")(change(TEXT, first_line=0)(notice()))
    assert codes(facts) == set()
    assert "B04" in codes(facts, Verdict.LOOK)


def test_brackets_of_a_cited_number_are_for_a_person() -> None:
    facts = reworded(TEXT, f"按濮财综[2017]8号办理。{LONG}")(notice())
    assert codes(facts) == set()
    assert "X03" in codes(facts, Verdict.LOOK)


def test_a_fault_names_paragraph_clause_and_remedy() -> None:
    facts = change(TEXT, first_line=0)(notice())
    told = next(finding for finding in judged(facts) if finding.verdict is Verdict.BROKEN)
    assert (told.code, told.clause, str(told.strength)) == ("B04", "7.3.3", "规定")
    assert told.spot.number == place(facts, TEXT)
    assert told.measured == "首行空 0 字"
    assert "首行缩进 2 字符" in told.hint


def test_a_range_is_found_behind_a_long_run_of_figures() -> None:
    facts = reworded(TEXT, f"编号{'1' * 50_000}，增长5-8%。{LONG}")(notice())
    (told,) = (finding for finding in judged(facts) if finding.code == "X06")
    assert told.verdict is Verdict.LOOK
    assert "5-8%" in told.measured


def test_percent_is_repeated_in_a_range() -> None:
    facts = reworded(TEXT, f"比重为63-68%，63%～68%。{LONG}")(notice())
    assert "X06" in codes(facts, Verdict.LOOK)
    assert "X06" not in codes(reworded(TEXT, f"比重为63%～68%。{LONG}")(notice()), Verdict.LOOK)
