"""Lines where time is continuous: one value for every year, the axis from zero."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from generator.charts.bars import column_name
from generator.charts.svg import At, Drawing, em, legend_height, legend_places, percent
from generator.charts.values import Cell, Chart, Point, Table, enough, share_of, with_unit

MOST_LINES = 3
MOST_LABELS = 7
"""Times of a line whose numbers and names all find room; of more, the ends and the extremes are told."""
TALL = 9.0
"""Height of the plot, in em."""

Series = Sequence[tuple[str, Sequence[Point]]]


def lines(
    title: str, unit: str, times: Sequence[tuple[str, int]], series: Series, *, name: str = "时间"
) -> Chart:
    """Values over time; a time without a value breaks the line, a value that is not exact is drawn hollow.

    Args:
        title: what the chart shows.
        unit: the unit of its numbers.
        times: the name of each time and its place in time (a year), rising.
        series: the name of each line and its points, one for each time; at most three lines.
        name: the head of the first column of the table.

    Raises:
        ValueError: too many lines, or a line with too few or too many points.
    """
    if len(series) > MOST_LINES or any(len(points) != len(times) for _, points in series):
        raise ValueError(f"每条线应有 {len(times)} 个数，最多 {MOST_LINES} 条")
    table = line_table(unit, times, series, name)
    values = [point.value for _, points in series for point in points]
    svg = draw(title, unit, times, series) if enough(values) and len(times) > 1 else ""
    return Chart(title, svg, table)


def line_table(unit: str, times: Sequence[tuple[str, int]], series: Series, name: str) -> Table:
    """The numbers of the lines, a row for each time."""
    heads = tuple(column_name(one or "数量", unit) for one, _ in series)
    rows = (
        (Cell(label, key=label), *(Cell(points[place].printed) for _, points in series))
        for place, (label, _) in enumerate(times)
    )
    return Table((name, *heads), tuple(rows))


def draw(title: str, unit: str, times: Sequence[tuple[str, int]], series: Series) -> str:
    """Lines as SVG."""
    names = [one for one, _ in series] if len(series) > 1 else []
    top = legend_height(names) + 1.6
    drawing = Drawing("lines", title, description(unit, times, series), top + TALL + 1.8)
    draw_legend(drawing, names)
    largest = max(point.value or Decimal(0) for _, points in series for point in points)
    places = across(times)
    drawing.line("0", top + TALL, "100%", top + TALL, "zero")
    heights = [[y_of(point, largest, top) for point in points] for _, points in series]
    for order, ys in enumerate(heights):
        draw_line(drawing, places, ys, order)
    for order, (_, points) in enumerate(series):
        draw_points(drawing, unit, points, (places, heights, order))
    step = -(-len(times) // MOST_LABELS)
    for (label, _), x in list(zip(times, places, strict=True))[::-step]:
        drawing.text(label, At(percent(x), top + TALL + 1.3, anchor_at(x)), "words tick")
    return str(drawing)


def description(unit: str, times: Sequence[tuple[str, int]], series: Series) -> str:
    """What the lines say, in words."""
    told = (
        f"{one}{label} {with_unit(point, unit)}"
        for one, points in series
        for (label, _), point in zip(times, points, strict=True)
        if point.value is not None
    )
    return "；".join(told) + "。"


def draw_legend(drawing: Drawing, names: Sequence[str]) -> None:
    """The names of lines, each with a piece of its line."""
    for order, (name, x, row) in enumerate(legend_places(names)):
        y = row * 1.6 + 0.6
        drawing.line(em(x), y, em(x + 1.3), y, f"stroke line-{order + 1} ink-{order + 1}")
        drawing.dot(em(x + 0.65), y, f"dot solid ink-{order + 1}", 0.25)
        drawing.text(name, At(em(x + 1.6), y + 0.35))


def across(times: Sequence[tuple[str, int]]) -> list[float]:
    """Where each time stands, in per cent of the width."""
    first, last = times[0][1], times[-1][1]
    return [4 + 92 * (when - first) / max(last - first, 1) for _, when in times]


def y_of(point: Point, largest: Decimal, top: float) -> float | None:
    """The height of a point, in em from the top."""
    return None if point.value is None else top + TALL * (1 - float(share_of(point.value, largest)) / 100)


def anchor_at(x: float) -> str:
    """How words at a place stand, so that none leaves the chart."""
    return "start" if x < 12 else "end" if x > 88 else "middle"


def draw_line(drawing: Drawing, places: Sequence[float], heights: Sequence[float | None], order: int) -> None:
    """The strokes between neighbours that both have a value."""
    ends = tuple(zip(places, heights, strict=True))
    for (x1, y1), (x2, y2) in pairwise(ends):
        if y1 is not None and y2 is not None:
            drawing.line(percent(x1), y1, percent(x2), y2, f"stroke line-{order + 1} ink-{order + 1}")


def draw_points(
    drawing: Drawing,
    unit: str,
    points: Sequence[Point],
    where: tuple[Sequence[float], Sequence[Sequence[float | None]], int],
) -> None:
    """A dot for each value with its number; hollow where the record says 约, 余 and the like."""
    places, heights, order = where
    told = told_points(points)
    for place, (point, x) in enumerate(zip(points, places, strict=True)):
        y = heights[order][place]
        if y is None:
            continue
        drawing.dot(percent(x), y, f"dot {'solid' if point.exact else 'hollow'} ink-{order + 1}")
        all_here = sorted(ys[place] or 0 for ys in heights if ys[place] is not None)
        if place in told and y in {all_here[0], all_here[-1]}:
            below = 1.5 if y != all_here[0] else -0.7
            drawing.text(with_unit(point, unit), At(percent(x), y + below, anchor_at(x)), "words number")


def told_points(points: Sequence[Point]) -> frozenset[int]:
    """The points whose numbers are printed: all of a few, else the ends, the highest and the lowest."""
    known = [place for place, point in enumerate(points) if point.value is not None]
    if len(points) <= MOST_LABELS or not known:
        return frozenset(known)
    by_value = sorted(known, key=lambda place: points[place].value or Decimal(0))
    return frozenset((known[0], known[-1], by_value[0], by_value[-1]))
