"""Regions as a table in the order of their codes, set in by depth, with bars in its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts.bars import column_name
from generator.charts.values import Cell, Chart, Point, Table, share_of


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region and its numbers.

    Attributes:
        name: as it is shown.
        depth: 0 for a province, 1 for a city in it, and so on.
        points: one for each column.
        key: what a page may link the name by.
    """

    name: str
    depth: int
    points: tuple[Point, ...]
    key: str = ""


def region_table(
    title: str,
    columns: Sequence[tuple[str, str]],
    rows: Sequence[RegionRow],
    *,
    scales: Sequence[Decimal] = (),
    name: str = "地区",
) -> Chart:
    """A table that is its own chart: in each cell its number and a bar, to the scale of the column.

    Args:
        title: what it shows.
        columns: the name of each column and the unit of its numbers.
        rows: the regions in their order.
        scales: the number at which a bar is full, for each column; by default the largest of its rows.
            Tables that are parted over several pages need one scale.
        name: the head of the first column.
    """
    full = tuple(scales) or largest_of(rows)
    written = (
        (
            Cell(row.name, depth=row.depth, key=row.key or row.name),
            *(region_cell(point, scale) for point, scale in zip(row.points, full, strict=True)),
        )
        for row in rows
    )
    heads = tuple(column_name(head, unit) for head, unit in columns)
    return Chart(title, "", Table((name, *heads), tuple(written)))


def largest_of(rows: Sequence[RegionRow]) -> tuple[Decimal, ...]:
    """The largest number of each column."""
    columns = zip(*(row.points for row in rows), strict=True)
    return tuple(max(point.value or Decimal(0) for point in points) for points in columns)


def region_cell(point: Point, scale: Decimal) -> Cell:
    """A number with its bar; none of a kind is an empty cell, not a nought among noughts."""
    if point.value is None:
        return Cell(point.printed)
    return Cell(point.printed if point.value else "", share=share_of(point.value, scale))
