"""Horizontal bars: a name above each bar, its number behind it, zero at the left edge."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.charts.svg import (
    MOST_SERIES,
    NARROWEST,
    At,
    Box,
    Drawing,
    folded,
    legend_height,
    percent,
    width_of,
)
from generator.charts.values import (
    MOST_BARS,
    Cell,
    Chart,
    Point,
    Table,
    added,
    enough,
    kept_places,
    limited,
    rest_name,
    rest_of,
    share_of,
    with_unit,
)

BAR, GAP, NAME = 0.95, 0.25, 1.35
"""Height of a bar, space below it, and height of the name above a group of bars, in em."""
BETWEEN = 0.75
"""Space between groups, in em."""


def bars(title: str, unit: str, rows: Sequence[Point], *, name: str = "项目", value: str = "数量") -> Chart:
    """Amounts of one kind side by side, at most twelve, the others summed up.

    Args:
        title: what the chart shows.
        unit: the unit of its numbers (万元, 个, 次).
        rows: the numbers in the order in which they stand; those that are not exact are drawn hollow.
        name: what the rows are, the head of the first column of the table.
        value: what the numbers are, the head of the second.
    """
    shown = limited(rows)
    groups = tuple((point.label, (point,)) for point in shown)
    table = bar_table(name, (column_name(value, unit),), groups)
    svg = draw(title, unit, (), groups) if enough(point.value for point in shown) else ""
    return Chart(title, svg, table)


def grouped(
    title: str,
    unit: str,
    series: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Point]]],
    *,
    name: str = "项目",
) -> Chart:
    """Amounts by two things: a group of bars for each row, a bar in it for each series.

    Args:
        title: what the chart shows.
        unit: the unit of its numbers.
        series: the names of the bars of a group, at most six.
        rows: the name of each group and its points, one for each of the series.
        name: what the rows are, the head of the first column of the table.

    Raises:
        ValueError: more series than textures, or a row with too few or too many points.
    """
    if len(series) > MOST_SERIES or any(len(points) != len(series) for _, points in rows):
        raise ValueError(f"每组应有 {len(series)} 个数，最多 {MOST_SERIES} 个")
    groups = limited_groups(rows)
    table = bar_table(name, tuple(column_name(one, unit) for one in series), groups)
    values = [point.value for _, points in groups for point in points]
    svg = draw(title, unit, series, groups) if enough(values) else ""
    return Chart(title, svg, table)


Groups = tuple[tuple[str, tuple[Point, ...]], ...]


def limited_groups(rows: Sequence[tuple[str, Sequence[Point]]]) -> Groups:
    """The groups with the largest numbers, the others summed up series by series."""
    kept = kept_places([added(point.value for point in points) for _, points in rows])
    others = [points for place, (_, points) in enumerate(rows) if place not in frozenset(kept)]
    shown = tuple((rows[place][0], tuple(rows[place][1])) for place in kept)
    if not others:
        return shown
    sums = tuple(rest_of(points) for points in zip(*others, strict=True))
    return (*shown, (rest_name(len(others)), sums))


def column_name(name: str, unit: str) -> str:
    """The head of a column of numbers with its unit."""
    return f"{name}（{unit}）" if unit else name


def bar_table(name: str, heads: tuple[str, ...], groups: Groups) -> Table:
    """The numbers of bars as a table."""
    rows = ((Cell(label, key=label), *(Cell(point.printed) for point in points)) for label, points in groups)
    return Table((name, *heads), tuple(rows))


def draw(title: str, unit: str, series: Sequence[str], groups: Groups) -> str:
    """Bars as SVG."""
    points = [point for _, members in groups for point in members]
    largest = max((point.value for point in points if point.value is not None), default=Decimal(0))
    room = full_length([with_unit(point, unit) for point in points])
    top = legend_height(series)
    step = NAME + (BAR + GAP) * max(len(series), 1) + BETWEEN
    drawing = Drawing("bars", title, description(unit, series, groups), top + step * len(groups))
    drawing.textures(max(len(series), 1 + any(point.rest for point in points)))
    drawing.legend(series)
    for place, (label, members) in enumerate(groups):
        y = top + step * place
        drawing.text(folded(label, NARROWEST, 1)[0], At("0", y + 1), "words name")
        for order, point in enumerate(members):
            draw_bar(drawing, point, unit, (y + NAME + (BAR + GAP) * order, order, room, largest))
    return str(drawing)


def draw_bar(drawing: Drawing, point: Point, unit: str, place: tuple[float, int, Decimal, Decimal]) -> None:
    """A bar and the number behind it; `place`: its y, its series, the longest bar, the largest number."""
    y, order, room, largest = place
    length = share_of(point.value, largest) * room / 100
    drawing.line("0", y, "0", y + BAR, "zero")
    if length:
        drawing.bar(Box("0", y, percent(length), BAR), texture_of(point, order))
    drawing.text(with_unit(point, unit), At(percent(length), y + 0.82, dx=0.45), "words number")


def texture_of(point: Point, order: int) -> int:
    """The texture of a bar: hollow if its number is not exact, hatched if it sums up a plain chart's rest."""
    if not point.exact:
        return MOST_SERIES - 1
    return 1 if point.rest and not order else order


def full_length(labels: Sequence[str]) -> Decimal:
    """How long the longest bar may be, in per cent, so that its number fits behind it anywhere."""
    widest = max((width_of(label) for label in labels), default=0.0)
    return Decimal(str(round(max(35.0, 100 * (1 - (widest + 0.9) / NARROWEST)), 2)))


def description(unit: str, series: Sequence[str], groups: Groups) -> str:
    """What the bars say, in words: all numbers if they are few, else the largest and the smallest."""
    names = series or ("",)
    told = [
        f"{label}{f'（{name}）' if name else ''} {with_unit(point, unit)}"
        for label, points in groups
        for name, point in zip(names, points, strict=True)
    ]
    if len(told) <= MOST_BARS:
        return "；".join(told) + "。"
    known = [
        (point.value, text)
        for (_, point), text in zip(
            ((label, point) for label, points in groups for point in points), told, strict=True
        )
        if point.value is not None
    ]
    most, least = max(known)[1], min(known)[1]
    return f"共 {len(told)} 个数，最大的是{most}，最小的是{least}；全部数字见图下的表。"
