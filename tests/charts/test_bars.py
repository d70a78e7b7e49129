from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import MOST_BARS, Point, bars, grouped
from tests.charts.drawn import bar_lengths, table, tree, words

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)


def test_numbers_are_printed_as_the_record_has_them() -> None:
    chart = bars("金额", "万元", [Point("甲", Decimal("1234.50"), "1,234.50"), Point("乙", Decimal("200.8"))])
    assert words(chart) == ["甲", "1,234.50万元", "乙", "200.8万元"]
    assert table(chart) == [["甲", "1,234.50"], ["乙", "200.8"]]
    assert chart.table.head == ("项目", "数量（万元）")


def test_bars_begin_at_zero_and_are_as_long_as_their_numbers() -> None:
    chart = bars(
        "数量", "个", [Point("甲", Decimal(91)), Point("乙", Decimal(0)), Point("丙", Decimal("45.5"))]
    )
    longest, half = bar_lengths(chart)
    assert abs(longest - 2 * half) <= Decimal("0.02")
    assert {element.get("x") for element in tree(chart).iter("rect")} == {"0"}


def test_the_longest_bar_leaves_room_for_its_number_on_the_narrowest_screen() -> None:
    short = bars("数量", "个", [Point("甲", Decimal(9)), Point("乙", Decimal(1))])
    long = bars("金额", "万元", [Point("甲", Decimal("123456789.12")), Point("乙", Decimal(1))])
    assert max(bar_lengths(long)) < max(bar_lengths(short)) < 95


@settings(deadline=None)
@given(st.lists(AMOUNTS, min_size=2, max_size=40))
def test_twelve_bars_at_most_and_the_sum_stays_exact(amounts: list[Decimal]) -> None:
    chart = bars("金额", "万元", [Point(f"第{n}", amount) for n, amount in enumerate(amounts)])
    rows = table(chart)
    assert len(rows) == min(len(amounts), MOST_BARS)
    assert sum(Decimal(row[1]) for row in rows) == sum(amounts)
    if len(amounts) > MOST_BARS:
        assert rows[-1][0] == f"其余 {len(amounts) - MOST_BARS + 1} 项"
        rest = sorted(amounts)[: len(amounts) - MOST_BARS + 1]
        assert Decimal(rows[-1][1]) == sum(rest)


@settings(deadline=None)
@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=2, max_size=30))
def test_groups_beyond_the_limit_are_summed_up_series_by_series(pairs: list[tuple[Decimal, Decimal]]) -> None:
    rows = [(f"第{n}", [Point("", one) for one in pair]) for n, pair in enumerate(pairs)]
    written = table(grouped("金额", "万元", ["去年", "今年"], rows))
    assert len(written) == min(len(pairs), MOST_BARS)
    for place in (0, 1):
        assert sum(Decimal(row[place + 1]) for row in written) == sum(pair[place] for pair in pairs)


def test_amounts_that_are_not_exact_are_never_summed_up() -> None:
    points = [Point(f"第{n}", Decimal(100 - n)) for n in range(12)]
    points.append(Point("末", Decimal(1), "近1", exact=False))
    assert table(bars("金额", "万元", points))[-1] == ["其余 2 项", "含约数或没有数的项，不合计"]


def test_a_number_that_is_not_exact_is_drawn_hollow() -> None:
    chart = bars("项目", "个", [Point("甲", Decimal(156), "近156", exact=False), Point("乙", Decimal(40))])
    kinds = [element.get("class", "") for element in tree(chart).iter("rect")]
    assert ["hollow" in kind for kind in kinds] == [True, False]
    assert "近156个" in words(chart)


@pytest.mark.parametrize("values", [[], [5], [None, 5], [0, 0]])
def test_fewer_than_two_numbers_make_a_table_only(values: list[int | None]) -> None:
    points = [
        Point("甲", None if value is None else Decimal(value), "" if value else "—") for value in values
    ]
    chart = bars("数量", "个", points)
    assert chart.svg == ""
    assert len(chart.table.rows) == len(values)


def test_series_differ_by_texture_and_not_by_colour_alone() -> None:
    rows = [("一类", [Point("", Decimal(n + 1)) for n in range(6)])]
    svg = grouped("金额", "万元", ["甲", "乙", "丙", "丁", "戊", "己"], rows).svg
    patterns = set(re.findall(r'<pattern id="([^"]+)"', svg))
    assert len(patterns) == 4
    assert set(re.findall(r'fill="url\(#([^)]+)\)"', svg)) == patterns
    assert {"solid", "hollow"} <= set(re.findall(r"bar (\w+)", svg))


def test_a_group_needs_a_number_for_each_series() -> None:
    with pytest.raises(ValueError, match="每组应有 2 个数"):
        grouped("金额", "万元", ["甲", "乙"], [("一", [Point("", Decimal(1))])])


def test_the_description_tells_all_numbers_of_a_small_chart() -> None:
    chart = bars("数量", "个", [Point("甲", Decimal(3)), Point("乙", Decimal(2))])
    assert tree(chart).findtext("desc") == "甲 3个；乙 2个。"


def test_the_description_of_a_large_chart_tells_the_extremes() -> None:
    rows = [(f"第{n}类", [Point("", Decimal(n)), Point("", Decimal(n * 10))]) for n in range(1, 10)]
    told = tree(grouped("数量", "个", ["去年", "今年"], rows)).findtext("desc")
    assert told == "共 18 个数，最大的是第9类（今年） 90个，最小的是第1类（去年） 1个；全部数字见图下的表。"
