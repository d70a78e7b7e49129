from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import Chart, Event, Point, Step, bars, chain, columns, grouped, lines, timeline
from generator.charts.svg import HANGING, NARROWEST, folded, legend_places, width_of
from tests.charts.drawn import tree, words

HOSTILE = '<script>alert(1)</script>"&\x00\x1b{{ x }}'
ONE, TWO = date(2022, 8, 16), date(2022, 12, 20)


def every_chart(name: str) -> list[Chart]:
    """One of each kind, with a name wherever a name can stand."""
    two = [Point(name, Decimal(1)), Point(f"{name}二", Decimal(2))]
    return [
        bars(name, name, two, name=name),
        grouped(name, name, [name, f"{name}二"], [(name, two)], name=name),
        columns(name, name, [name, "另"], [(2020, (1, 2)), (2021, (0, 1))], name=name),
        lines(name, name, [(name, 2020), (f"{name}二", 2021)], [(name, two), (f"{name}二", two)], name=name),
        timeline(name, [Event(name, name, ONE, ONE), Event(name, name, TWO, TWO)], name=name),
        chain(name, [Step(name, ONE, level=name), Step(name, TWO, 0, own=True)]),
    ]


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_words_make_an_svg_that_parses_with_the_words_as_text(name: str) -> None:
    for chart in every_chart(name):
        assert tree(chart).tag == "svg"


def test_words_of_records_never_become_markup() -> None:
    for chart in every_chart(HOSTILE):
        tags = {element.tag for element in tree(chart).iter()}
        assert tags <= {"svg", "title", "desc", "defs", "pattern", "path", "text", "rect", "line", "circle"}
        assert "<script" not in chart.svg
        assert "\x00" not in chart.svg
        assert "\x1b" not in chart.svg


def test_a_screen_reader_is_told_name_and_numbers() -> None:
    for chart in every_chart("甲"):
        svg = tree(chart)
        assert svg.get("role") == "img"
        title, desc = (svg.find(name) for name in ("title", "desc"))
        assert title is not None
        assert desc is not None
        assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert title.text == "甲"
        assert desc.text


def test_ids_are_those_of_the_chart_and_point_somewhere() -> None:
    for chart in every_chart("甲"):
        ids = re.findall(r' id="([^"]+)"', chart.svg)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"url\(#([^)]+)\)", chart.svg)) <= set(ids)


def test_two_charts_of_one_page_share_no_id() -> None:
    found = [re.findall(r' id="([^"]+)"', chart.svg) for name in ("甲", "乙") for chart in every_chart(name)]
    flat = [name for ids in found for name in ids]
    assert len(flat) == len(set(flat))


def test_the_same_numbers_make_the_same_bytes() -> None:
    assert every_chart("甲") == every_chart("甲")


def test_no_colour_and_no_size_of_type_stands_in_the_drawing() -> None:
    for chart in every_chart("甲"):
        assert not re.search(r"style=|font|#[0-9a-f]{6}|stroke=|rgb", chart.svg)


def test_letters_are_never_scaled() -> None:
    for chart in every_chart("甲"):
        assert "viewBox" not in chart.svg
        assert tree(chart).get("width") == "100%"
        assert str(tree(chart).get("height")).endswith("em")


@pytest.mark.parametrize("make", [lambda n: every_chart("甲" * n)])
def test_words_of_any_length_stay_within_the_narrowest_width(make: Callable[[int], list[Chart]]) -> None:
    for chart in (*make(80)[:2], *make(80)[4:]):
        drawn = [line for line in words(chart) if not line.endswith("甲" * 40)]
        assert all(width_of(line) <= NARROWEST + 1 for line in drawn if "（" not in line)


@settings(deadline=None)
@given(st.text(alphabet="甲乙，。a1 ", max_size=80), st.integers(1, 3))
def test_folded_words_lose_nothing_but_behind_an_ellipsis(text: str, lines_at_most: int) -> None:
    found = folded(text, 10, lines_at_most)
    assert len(found) <= lines_at_most
    assert all(width_of(line) <= 10 + HANGING for line in found)
    joined, plain = "".join(found), " ".join(text.split())
    assert joined == plain or (joined.endswith("…") and plain.startswith(joined[:-1][:5]))


def test_a_legend_begins_a_new_line_rather_than_leave_the_screen() -> None:
    places = list(legend_places(["很长很长很长很长的名称甲", "很长很长很长很长的名称乙", "丙"]))
    assert [line for _, _, line in places] == [0, 1, 1]
    assert all(x + 1.6 + width_of(name) <= NARROWEST for name, x, _ in places)


def test_the_drawing_is_plain_xml() -> None:
    for chart in every_chart("甲<乙>&“丙”"):
        again = ET.tostring(tree(chart), encoding="unicode")
        assert again == chart.svg
