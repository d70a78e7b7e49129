from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import Event, Step, chain, timeline
from generator.charts.times import MOST_EVENTS
from tests.charts.drawn import table, tree, words

FIRST, LAST = date(2013, 10, 1), date(2013, 10, 29)


def day(label: str, on: date) -> Event:
    return Event(label, on.isoformat(), on, on)


def test_intervals_between_days_are_exact() -> None:
    chart = timeline("大事记", [day("收文", FIRST), day("会议", date(2013, 10, 28)), day("学习", LAST)])
    assert [row[2] for row in table(chart)] == ["", "27 天", "1 天"]
    assert "2013-10-28（距上一项 27 天）" in words(chart)


def test_two_events_of_one_day_are_told_as_such() -> None:
    chart = timeline("大事记", [day("收文", FIRST), day("会议", FIRST), day("学习", LAST)])
    assert [row[2] for row in table(chart)] == ["", "同日", "28 天"]
    assert "2013-10-01（与上一项同日）" in words(chart)


def test_an_interval_to_a_time_that_is_not_a_day_is_told_as_a_range() -> None:
    middle = Event("收文", "2013-12-中旬", date(2013, 12, 11), date(2013, 12, 20))
    assert table(timeline("大事记", [day("学习", LAST), middle]))[1][2] == "43—52 天"


@pytest.mark.parametrize(
    "after",
    [
        Event("某年", "2014年", date(2014, 1, 1), date(2014, 12, 31)),
        Event("起", "2014年起", date(2014, 1, 1), None),
        Event("期限", "2014年1月", date(2014, 1, 1), date(2014, 1, 31), lasts=True),
        Event("不详", "原文未写", None, None),
    ],
)
def test_an_interval_that_says_nothing_is_not_told(after: Event) -> None:
    assert table(timeline("大事记", [day("学习", LAST), after]))[1][2] == ""


def test_a_time_is_drawn_as_exactly_as_it_is_known_and_no_more() -> None:
    events = [
        day("日", FIRST),
        Event("月", "2013-11", date(2013, 11, 1), date(2013, 11, 30)),
        Event("期限", "2014年", date(2014, 1, 1), date(2014, 12, 31), lasts=True),
        Event("起", "2014年起", date(2014, 1, 1), None),
    ]
    svg = tree(timeline("大事记", events))
    assert [str(mark.get("class")) for mark in svg.iter("circle")] == ["dot solid ink-1", "dot hollow ink-1"]
    assert [str(mark.get("class")) for mark in svg.iter("rect")] == ["bar hollow ink-1", "bar solid ink-1"]
    assert len(list(svg.iter("path"))) == 1


def test_days_stand_to_scale() -> None:
    start = date(2020, 1, 1)
    events = [day(str(n), start + timedelta(days=n)) for n in (0, 100, 400)]
    x = [float(str(dot.get("cx")).removesuffix("%")) for dot in tree(timeline("甲", events)).iter("circle")]
    assert x[2] - x[1] == pytest.approx(3 * (x[1] - x[0]), abs=0.05)
    assert x[0] >= 1
    assert x[2] <= 99


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.dates(date(1950, 1, 1), date(2040, 1, 1)), st.integers(0, 9000)), min_size=2, max_size=30
    )
)
def test_every_mark_stays_within_the_chart(times: list[tuple[date, int]]) -> None:
    events = [Event("某事", "某时", first, first + timedelta(days=days)) for first, days in times]
    chart = timeline("甲", events)
    if chart.svg:
        for mark in (*tree(chart).iter("rect"), *tree(chart).iter("circle")):
            left = float(str(mark.get("x") or mark.get("cx")).removesuffix("%"))
            width = float(str(mark.get("width", "0")).removesuffix("%"))
            assert left >= 0
            assert left + width <= 100


@pytest.mark.parametrize("events", [[], [day("一", FIRST)], [day("一", FIRST), day("二", FIRST)]])
def test_one_time_makes_no_line_of_time(events: list[Event]) -> None:
    assert timeline("大事记", events).svg == ""


def test_a_chain_tells_levels_days_and_intervals() -> None:
    steps = [
        Step("鲁财采〔2022〕14号", date(2022, 8, 16), level="省级"),
        Step("淄财采〔2022〕20号", date(2022, 12, 20), 0, own=True, level="市级"),
        Step("博财采〔2022〕19号", date(2022, 12, 22), 1, level="县级"),
    ]
    chart = chain("转发链", steps)
    assert table(chart) == [
        ["省级", "鲁财采〔2022〕14号", "2022年8月16日", "—"],
        ["市级", "淄财采〔2022〕20号", "2022年12月20日", "126 天"],
        ["县级", "博财采〔2022〕19号", "2022年12月22日", "2 天"],
    ]
    assert "2022年12月20日，距上一级 126 天" in words(chart)
    assert [str(dot.get("class")).split()[1] for dot in tree(chart).iter("circle")] == [
        "hollow",
        "solid",
        "hollow",
    ]
    ways = [line for line in tree(chart).iter("line") if str(line.get("class")).startswith("way")]
    assert len(ways) == 4


def test_a_step_whose_day_is_not_known_has_no_mark_and_no_interval() -> None:
    steps = [Step("甲", date(2022, 1, 1)), Step("乙", None, 0), Step("丙", date(2022, 3, 1), 1)]
    chart = chain("转发链", steps)
    assert [row[2:] for row in table(chart)] == [
        ["2022年1月1日", "—"],
        ["日期不详", "—"],
        ["2022年3月1日", "—"],
    ]
    assert len(list(tree(chart).iter("circle"))) == 2


def test_of_very_many_events_the_first_are_drawn_and_all_stand_in_the_table() -> None:
    events = [day(f"第{n}次", FIRST + timedelta(days=n)) for n in range(MOST_EVENTS + 6)]
    chart = timeline("大事记", [Event("不详", "原文未写", None, None), *events])
    assert [row[1] for row in table(chart)] == ["不详", *(event.label for event in events)]
    assert len(list(tree(chart).iter("circle"))) == MOST_EVENTS
    assert "另有 6 项没有画" in words(chart)
    assert not any("没有画" in line for line in words(timeline("大事记", events[:MOST_EVENTS])))


def test_a_chain_of_very_many_texts_says_how_many_it_leaves_out() -> None:
    head = Step("甲", FIRST)
    chart = chain("转发链", [head, *(Step(f"乙{n}", LAST, 0) for n in range(MOST_EVENTS + 2))])
    assert len(table(chart)) == MOST_EVENTS
    assert "另有 3 项没有画" in words(chart)


def test_a_term_to_the_end_of_all_days_is_drawn() -> None:
    term = Event("有效", "长期", date(1949, 10, 1), date.max, lasts=True)
    assert len(list(tree(timeline("时效", [day("施行", FIRST), term])).iter("rect"))) == 1


def test_texts_of_one_day_make_no_diagram() -> None:
    assert chain("转发链", [Step("甲", FIRST), Step("乙", FIRST, 0)]).svg == ""
    assert chain("转发链", [Step("甲", None), Step("乙", FIRST, 0)]).svg == ""
