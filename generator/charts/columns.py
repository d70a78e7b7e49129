"""Columns by year: how many in each year, parts stacked on one another, every year in its place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.charts.svg import MOST_SERIES, At, Box, Drawing, legend_height, percent
from generator.charts.values import Cell, Chart, Table, added, share_of
from generator.quantity import print_decimal

MOST_YEARS = 20
"""Columns that can be told apart on a narrow screen; earlier years stand together in the first."""
MOST_TICKS = 5
"""Years written below the columns."""
TALL = 9.0
"""Height of the highest column, in em."""
FILLED = Decimal("0.66")
"""How much of its place a column fills."""
SIDE = Decimal(2)
"""Room beside the first and the last column, in per cent, for the years below them."""
TOTAL = "合计"

Years = Sequence[tuple[int, Sequence[int | Decimal]]]
Stack = tuple[str, tuple[Decimal, ...]]


def columns(title: str, unit: str, series: Sequence[str], years: Years, *, name: str = "年份") -> Chart:
    """Numbers by year, stacked by series; years without any are drawn as the gaps that they are.

    Args:
        title: what the chart shows.
        unit: the unit of its numbers.
        series: the names of the parts of a column, at most six; one name or none for plain columns.
        years: years with a number for each of the series (one number where there is none), in order.
        name: the head of the first column of the table.

    Raises:
        ValueError: more series than textures, or a year with too few or too many numbers.
    """
    count = max(len(series), 1)
    if count > MOST_SERIES or any(len(values) != count for _, values in years):
        raise ValueError(f"每年应有 {count} 个数，最多 {MOST_SERIES} 个")
    stacks = stacked(years)
    known = [stack for stack in stacks if any(stack[1])]
    svg = draw(title, unit, series, stacks) if len(known) > 1 else ""
    return Chart(title, svg, column_table(name, unit, series, known))


def stacked(years: Years) -> tuple[Stack, ...]:
    """Every year from the first to the last with its numbers; the earliest of many stand together."""
    given = {year: tuple(Decimal(value) for value in values) for year, values in years}
    if not given:
        return ()
    last, none = max(given), tuple(Decimal(0) for _ in next(iter(given.values())))
    first = max(min(given), last - MOST_YEARS + 1)
    early = [values for year, values in given.items() if year < first]
    shown = [(f"{year}年", given.get(year, none)) for year in range(first, last + 1)]
    if not early:
        return tuple(shown)
    sums = tuple(added(part) for part in zip(*early, shown[0][1], strict=True))
    return ((f"{first}年及以前", sums), *shown[1:])


def column_table(name: str, unit: str, series: Sequence[str], stacks: Sequence[Stack]) -> Table:
    """The numbers of the columns, the newest year first; years without any are left out."""
    tail = f"（{unit}）"
    sums = len(series) > 1
    heads = tuple(f"{one}{tail}" for one in (*(series or ("数量",)), *((TOTAL,) if sums else ())))
    rows = (
        (
            Cell(label, key=label),
            *(Cell(print_decimal(value)) for value in (*values, *((added(values),) if sums else ()))),
        )
        for label, values in reversed(stacks)
    )
    return Table((name, *heads), tuple(rows))


def draw(title: str, unit: str, series: Sequence[str], stacks: Sequence[Stack]) -> str:
    """Columns as SVG: the sum above each, the years below."""
    names = series if len(series) > 1 else ()
    top = legend_height(names) + 1.3
    told = "；".join(
        f"{label} {print_decimal(added(values))}{unit}" for label, values in stacks if any(values)
    )
    early = 0.0 if stacks[0][0].endswith("年") else 1.3
    drawing = Drawing("columns", title, f"{told}。", top + TALL + 1.7 + early)
    drawing.textures(len(series))
    drawing.legend(names)
    largest = max(added(values) for _, values in stacks)
    width = (100 - 2 * SIDE) / len(stacks)
    for place, (_, values) in enumerate(stacks):
        draw_column(drawing, values, (SIDE + width * place, width, top, largest))
    drawing.line("0", top + TALL, "100%", top + TALL, "zero")
    draw_years(drawing, [label for label, _ in stacks], top + TALL + 1.2)
    return str(drawing)


def draw_column(
    drawing: Drawing, values: Sequence[Decimal], place: tuple[Decimal, Decimal, float, Decimal]
) -> None:
    """One column; `place` is its left edge, the width of its place, the top of all, the largest sum."""
    left, width, top, largest = place
    y = top + TALL
    for order, value in enumerate(values):
        height = float(share_of(value, largest)) * TALL / 100
        if height:
            y -= height
            x = percent(left + width * (1 - FILLED) / 2)
            drawing.bar(Box(x, y, percent(width * FILLED), height), order)
    total = added(values)
    if total:
        drawing.text(print_decimal(total), At(percent(left + width / 2), y - 0.3, "middle"), "words number")


def draw_years(drawing: Drawing, labels: Sequence[str], y: float) -> None:
    """The years below the columns, the last one always, as many as there is room for."""
    width = (100 - 2 * SIDE) / len(labels)
    step = -(-len(labels) // MOST_TICKS)
    for place in range(len(labels) - 1, -1, -step):
        if labels[place].endswith("年"):
            x = percent(SIDE + width * (place + Decimal("0.5")))
            drawing.text(labels[place].removesuffix("年"), At(x, y, "middle"), "words tick")
    if not labels[0].endswith("年"):
        drawing.text(f"最左一柱为{labels[0]}", At("0", y + 1.3), "words tick")
