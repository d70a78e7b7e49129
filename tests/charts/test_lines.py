from __future__ import annotations

from decimal import Decimal

import pytest

from generator.charts import Point, lines
from tests.charts.drawn import table, tree, words

TIMES = [("2011年", 2011), ("2012年", 2012), ("2014年", 2014)]


def test_a_line_prints_its_numbers_as_written_and_draws_vague_ones_hollow() -> None:
    points = [
        Point("", Decimal(8000), "8000余", exact=False),
        Point("", Decimal(9478)),
        Point("", Decimal(10000), "万余", exact=False),
    ]
    chart = lines("公益性演出", "场", TIMES, [("", points)])
    assert table(chart) == [["2011年", "8000余"], ["2012年", "9478"], ["2014年", "万余"]]
    assert {"8000余场", "9478场", "万余场"} <= set(words(chart))
    kinds = [str(dot.get("class")).split()[1] for dot in tree(chart).iter("circle")]
    assert kinds == ["hollow", "solid", "hollow"]


def test_times_stand_to_scale_and_heights_begin_at_zero() -> None:
    chart = lines("甲", "件", TIMES, [("", [Point("", Decimal(n)) for n in (0, 5, 10)])])
    dots = list(tree(chart).iter("circle"))
    x = [float(str(dot.get("cx")).removesuffix("%")) for dot in dots]
    y = [float(str(dot.get("cy")).removesuffix("em")) for dot in dots]
    assert x[2] - x[1] == pytest.approx(2 * (x[1] - x[0]), abs=0.02)
    assert y[0] - y[1] == pytest.approx(y[1] - y[2], abs=0.02)
    zero = next(line for line in tree(chart).iter("line") if line.get("class") == "zero")
    assert zero.get("y1") == dots[0].get("cy")


def test_a_time_without_a_value_breaks_the_line() -> None:
    points = [Point("", Decimal(1)), Point("", None), Point("", Decimal(3))]
    chart = lines("甲", "件", TIMES, [("", points)])
    strokes = [line for line in tree(chart).iter("line") if "stroke" in str(line.get("class"))]
    assert strokes == []
    assert table(chart)[1] == ["2012年", "—"]


def test_several_lines_have_a_legend_and_strokes_of_their_own() -> None:
    series = [(name, [Point("", Decimal(n + k)) for n in range(3)]) for k, name in enumerate("甲乙")]
    chart = lines("两条", "件", TIMES, series)
    assert words(chart)[:2] == ["甲", "乙"]
    kinds = {str(line.get("class")) for line in tree(chart).iter("line")}
    assert {"stroke line-1 ink-1", "stroke line-2 ink-2"} <= kinds


def test_of_many_times_the_ends_and_extremes_are_told() -> None:
    times = [(f"{year}年", year) for year in range(2000, 2020)]
    points = [Point("", Decimal(value)) for value in (5, *range(10, 28), 7)]
    drawn = words(lines("甲", "件", times, [("", points)]))
    assert [word for word in drawn if word.endswith("件")] == ["5件", "27件", "7件"]
    assert "2019年" in drawn
    assert len([word for word in drawn if word.endswith("年")]) <= 7


@pytest.mark.parametrize("values", [(None, None, None), (None, 4, None), (0, 0, 0)])
def test_fewer_than_two_values_make_a_table_only(values: tuple[int | None, ...]) -> None:
    points = [Point("", None if value is None else Decimal(value)) for value in values]
    assert lines("甲", "件", TIMES, [("", points)]).svg == ""


def test_a_line_needs_a_number_for_each_time() -> None:
    with pytest.raises(ValueError, match="每条线应有 3 个数"):
        lines("甲", "件", TIMES, [("", [Point("", Decimal(1))])])
