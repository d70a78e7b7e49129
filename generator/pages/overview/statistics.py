"""The charts of a 统计表: its rows, a bar for each of its 列组, one chart for each of its 指标."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.charts import Chart, Point, bars, grouped
from generator.compose.statistics import blank_cells, figure_text, grand_total, group_total
from generator.models.fields import Absent, YesNo
from generator.models.returns import ColumnGroup, Indicator, Statistics
from generator.pages.markup import escape
from generator.pages.overview.figure import figure
from generator.pages.sheet import Sheet
from generator.quantity import print_decimal

MOST_CHARTS, MOST_GROUPS = 4, 6


def add_statistics_charts(sheet: Sheet, table: Statistics, prefix: str = "") -> None:
    """Add a chart for each of the first few 指标 of a table, with what stands in it.

    Args:
        sheet: the page; it shows the table itself as well.
        table: a 统计表.
        prefix: what the ids of the figures begin with, where a page shows several tables.
    """
    for place, chart in enumerate(statistics_charts(table), start=1):
        scope = tuple(escape(line) for line in statistics_scope(table, table.indicators[place - 1]))
        if chart.svg:
            figure(sheet, chart, anchor=f"{prefix}chart-{place}", scope=scope)


def statistics_charts(table: Statistics) -> tuple[Chart, ...]:
    """The charts of a table: none where its columns cannot be told apart."""
    if len(table.groups) > MOST_GROUPS:
        return ()
    return tuple(indicator_chart(table, item) for item in table.indicators[:MOST_CHARTS])


def indicator_chart(table: Statistics, item: Indicator) -> Chart:
    """One 指标: a bar for each row, or a group of bars where there are several 列组."""
    unit = "" if isinstance(item.unit, Absent) else item.unit
    names = tuple(group.name for group in table.groups)
    rows = tuple(
        (row.name, tuple(cell_point(table, row.name, group, item) for group in names)) for row in table.rows
    )
    title = f"{table.title}：{item.name}"
    if len(names) > 1:
        return grouped(title, unit, names, rows, name=table.row_title)
    return bars(title, unit, [points[0] for _, points in rows], name=table.row_title, value=item.name)


def cell_point(table: Statistics, row: str, group: str, item: Indicator) -> Point:
    """A cell as a point, printed as the source has it."""
    values = next(one.values for one in table.rows if one.name == row)
    cell = values[group][item.name]
    return Point(row, cell if isinstance(cell, Decimal) else None, figure_text(cell))


def statistics_scope(table: Statistics, item: Indicator) -> Iterator[str]:
    """What the chart counts, what its columns add up to, and what its reader must not do."""
    yield f"数字照录本表，单位：{item.unit}。" + (f"口径：{table.scope}。" if table.scope else "")
    yield sums_told(table, item)
    if table.groups_add_up is not YesNo.YES and len(table.groups) > 1:
        yield f"{enumerated(table)}互相包含或口径不同，不相加；并排只作对照。"
    elif unequal(table.groups):
        yield "各列的期间长短不同，不宜直接比较多少。"
    blank = [
        f"{group.name}的{name}"
        for group in table.groups
        for name in blank_cells(table, group.name, item.name)
    ]
    if blank:
        more = f"等 {len(blank)} 处" if len(blank) > MOST_GROUPS else ""
        yield f"{'、'.join(blank[:MOST_GROUPS])}{more}没有数，不画，也不计入合计。"


def enumerated(table: Statistics) -> str:
    """The names of the columns in a sentence."""
    return "、".join(f"“{group.name}”" for group in table.groups)


def sums_told(table: Statistics, item: Indicator) -> str:
    """The computed totals of the columns, and of the whole where the columns add up."""
    unit = "" if isinstance(item.unit, Absent) else item.unit
    sums = [
        f"{group.name} {print_decimal(group_total(table, group.name, item.name))} {unit}"
        for group in table.groups
    ]
    whole = grand_total(table, item.name) if len(table.groups) > 1 else None
    more = f"，共 {print_decimal(whole)} {unit}" if whole is not None else ""
    return f"合计（程序计算）：{'，'.join(sums)}{more}。"


def unequal(groups: tuple[ColumnGroup, ...]) -> bool:
    """Whether columns stand for periods of different length."""
    spans = [group.period for group in groups if group.period]
    lengths = {
        (span.latest.year - span.earliest.year) * 12 + span.latest.month - span.earliest.month
        for span in spans
        if span.earliest and span.latest
    }
    return len(lengths) > 1
