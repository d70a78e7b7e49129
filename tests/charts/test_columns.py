from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import columns
from tests.charts.drawn import table, tree, words


def test_each_year_has_its_place_and_empty_years_are_gaps() -> None:
    chart = columns("案例", "个", (), [(2014, (5,)), (2017, (1,))])
    assert words(chart) == ["5", "1", "2017", "2016", "2015", "2014"]
    lefts = [float(str(bar.get("x")).removesuffix("%")) for bar in tree(chart).iter("rect")]
    assert lefts[1] - lefts[0] == pytest.approx(72, abs=0.02)


def test_parts_stand_on_one_another_and_add_up() -> None:
    chart = columns("政策", "件", ("现行有效", "未核"), [(2014, (3, 9)), (2015, (2, 0))])
    assert table(chart) == [["2015年", "2", "0", "2"], ["2014年", "3", "9", "12"]]
    assert chart.table.head == ("年份", "现行有效（件）", "未核（件）", "合计（件）")
    tall = [bar for bar in tree(chart).iter("rect") if str(bar.get("width")).endswith("%")]
    heights = [float(str(bar.get("height")).removesuffix("em")) for bar in tall]
    assert heights[1] == pytest.approx(3 * heights[0], rel=0.01)
    bottom = [
        float(str(bar.get("y")).removesuffix("em")) + height
        for bar, height in zip(tall, heights, strict=True)
    ]
    assert bottom[0] == pytest.approx(bottom[2], abs=0.02)
    assert float(str(tall[0].get("y")).removesuffix("em")) == pytest.approx(bottom[1], abs=0.02)


@settings(deadline=None)
@given(st.dictionaries(st.integers(1949, 2030), st.integers(0, 9999), min_size=1, max_size=60))
def test_the_columns_of_any_years_hold_all_that_was_counted(counts: dict[int, int]) -> None:
    chart = columns("案例", "个", (), [(year, (count,)) for year, count in sorted(counts.items())])
    assert sum(Decimal(row[1]) for row in table(chart)) == sum(counts.values())
    assert len(chart.table.rows) <= 20


def test_years_before_the_first_column_stand_together() -> None:
    chart = columns("案例", "个", (), [(1990, (2,)), (2001, (3,)), (2020, (1,))])
    assert table(chart) == [["2020年", "1"], ["2001年及以前", "5"]]
    assert "最左一柱为2001年及以前" in words(chart)


@pytest.mark.parametrize("years", [[], [(2014, (5,))], [(2014, (5,)), (2015, (0,))]])
def test_one_year_makes_no_picture(years: list[tuple[int, tuple[int, ...]]]) -> None:
    assert columns("案例", "个", (), years).svg == ""


def test_a_year_needs_a_number_for_each_part() -> None:
    with pytest.raises(ValueError, match="每年应有 2 个数"):
        columns("政策", "件", ("甲", "乙"), [(2014, (1,))])
