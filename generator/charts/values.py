"""What charts are drawn from, and what they come with: numbers as printed, the table, the limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.quantity import print_decimal

MOST_BARS = 12
"""Bars of a chart; what is beyond stands together in the last one."""
FEWEST = 2
"""A single number needs no picture."""


@dataclass(frozen=True, slots=True)
class Point:
    """A number with its name.

    Attributes:
        label: what it is the number of.
        value: the number in the chart's unit; None where the record has none.
        text: how the record prints it, without the unit (1,234.50, 近800多); empty: as computed.
        exact: whether it may be added up; 近 and 约 may not.
        rest: whether it sums up what is beyond the limit.
    """

    label: str
    value: Decimal | None
    text: str = ""
    exact: bool = True
    rest: bool = False

    @property
    def printed(self) -> str:
        """The number in figures, or the words that stand in its place."""
        if self.text or self.value is None:
            return self.text or "—"
        return print_decimal(self.value)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table of a chart.

    Attributes:
        text: what it says.
        share: the length of the bar drawn in it, 0 to 100; None for no bar.
        depth: how far it is set in (regions inside others).
        key: what a page may link it by, such as the full name of a region.
    """

    text: str
    share: Decimal | None = None
    depth: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart as a table: a row of heads, the first cell of every row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and its table.

    Attributes:
        title: what it shows.
        svg: an <svg> element; empty where there are too few numbers for a picture, or where bars stand in the
            cells of the table.
        table: the same numbers; no rows where there is nothing at all.
    """

    title: str
    svg: str
    table: Table


def with_unit(point: Point, unit: str) -> str:
    """A number with its unit; words in the place of a number have none."""
    return point.printed if point.value is None else point.printed + unit


def kept_places(sizes: Sequence[Decimal], most: int = MOST_BARS) -> tuple[int, ...]:
    """Which of some amounts a chart shows one by one, in their own order: all of few, else the largest."""
    if len(sizes) <= most:
        return tuple(range(len(sizes)))
    order = sorted(range(len(sizes)), key=lambda place: (-sizes[place], place))
    return tuple(sorted(order[: most - 1]))


def limited(points: Sequence[Point], most: int = MOST_BARS) -> tuple[Point, ...]:
    """The largest points in their own order, the others summed up in one at the end."""
    kept = kept_places([point.value or Decimal(0) for point in points], most)
    others = [point for place, point in enumerate(points) if place not in frozenset(kept)]
    return (*(points[place] for place in kept), *((rest_of(others),) if others else ()))


def rest_of(points: Sequence[Point]) -> Point:
    """Points beyond the limit as one; where one of them has no exact number, there is no sum."""
    label = rest_name(len(points))
    if all(point.exact and point.value is not None for point in points):
        return Point(label, added(point.value for point in points), rest=True)
    return Point(label, None, "含约数或没有数的项，不合计", rest=True)


def rest_name(count: int) -> str:
    """What the last bar is called that sums up those beyond the limit."""
    return f"其余 {count} 项"


def added(values: Iterable[Decimal | None]) -> Decimal:
    """An exact sum; places without a number count nothing."""
    return sum((value for value in values if value is not None), Decimal(0))


def share_of(value: Decimal | None, largest: Decimal) -> Decimal:
    """How many per cent of the largest value a value is; nothing where there is none."""
    return Decimal(100) * value / largest if value and largest else Decimal(0)


def enough(values: Iterable[Decimal | None]) -> bool:
    """Whether there are numbers enough for a picture, and not all of them zero."""
    known = [value for value in values if value is not None]
    return len(known) >= FEWEST and any(known)
