"""Amounts and numbers of projects as 统计表 state them, added up only where nothing is counted twice.

A *claim* is what one table says about one period of one region: the sum of its 列组 where they add up,
the one that contains the others where they do not.  Claims of one 口径 and one 指标 are pooled; of claims
that overlap (a city and its province, half a year and the whole) the wider one counts and the other is
left out and named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.library import Library
from generator.models.fields import YesNo
from generator.models.reference import CodeTable
from generator.models.returns import ColumnGroup, Indicator, Statistics
from generator.quantity import SCALES

PROJECTS = "项目"
MONEY = re.compile(f"({'|'.join(sorted(SCALES, key=len, reverse=True))})元")
COUNT_UNITS = ("个", "项", "件")
MONEY_UNIT = "万元"


@dataclass(frozen=True, slots=True)
class PoolKey:
    """What may be added up: one kind of number, under one name, of one 口径, by one table of categories."""

    unit: str
    indicator: str
    scope: str
    codes: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a table says of one region and one period.

    Attributes:
        table: the 统计表.
        groups: the 列组 that count, added up.
        first: the first day of the period.
        last: the last day of it.
        period: the period in words.
        values: the amount of each row, in 万元 or as a number of projects.
        blanks: rows of these groups that have no number.
    """

    table: Statistics
    groups: tuple[str, ...]
    first: date
    last: date
    period: str
    values: Mapping[str, Decimal]
    blanks: int

    @property
    def total(self) -> Decimal:
        """The sum of the rows."""
        return sum(self.values.values(), Decimal(0))

    @property
    def whole_year(self) -> int | None:
        """The calendar year that the claim is about, where it is just one."""
        year = self.first.year
        return year if (self.first, self.last) == (date(year, 1, 1), date(year, 12, 31)) else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a table that was not counted, and why."""

    table: Statistics
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pool:
    """Claims that may be added up, and what was left out."""

    key: PoolKey
    claims: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]


def pools_of(library: Library, tables: Iterable[Statistics]) -> tuple[Pool, ...]:
    """The pools of some tables, those with most claims first."""
    claims: dict[PoolKey, list[Claim]] = defaultdict(list)
    left: dict[PoolKey, list[LeftOut]] = defaultdict(list)
    for table in tables:
        for item in table.indicators:
            unit = unit_of(item)
            if unit is None:
                continue
            key = PoolKey(unit, item.name, table.scope or "", table.row_code or "")
            found, refused = claims_of(library, table, item)
            claims[key] += found
            left[key] += refused
    pools = (Pool(key, *without_overlaps(library, claims[key], left[key])) for key in claims)
    return tuple(sorted(pools, key=lambda pool: (-len(pool.claims), *key_order(pool.key))))


def key_order(key: PoolKey) -> tuple[bool, str, str, str]:
    """Pools of equal size: money first, then by name."""
    return key.unit != MONEY_UNIT, key.codes, key.scope, key.indicator


def unit_of(item: Indicator) -> str | None:
    """万元 for money, the unit itself for numbers of projects; other 指标 are not added up here."""
    if scale_of(item.unit) is not None:
        return MONEY_UNIT
    return item.unit if item.unit in COUNT_UNITS and item.name.startswith(PROJECTS) else None


def scale_of(unit: str) -> Decimal | None:
    """How many yuan a unit of money is; None for any other unit."""
    match = MONEY.fullmatch(unit)
    return SCALES[match[1]] if match else None


# --- claims of one table --------------------------------------------------------------------------


def claims_of(library: Library, table: Statistics, item: Indicator) -> tuple[list[Claim], list[LeftOut]]:
    """What a table says of each period, and what of it cannot be counted."""
    by_period: dict[tuple[date | None, date | None], list[ColumnGroup]] = defaultdict(list)
    for group in table.groups:
        span = group.period or table.period
        by_period[span.earliest, span.latest].append(group)
    claims, left = [], []
    for (first, last), groups in by_period.items():
        chosen, reason = counted_groups(table, item, groups)
        names = "、".join(group.name for group in groups)
        if not (first and last):
            left.append(LeftOut(table, names, "期间的起止不明确"))
        elif not chosen:
            left.append(LeftOut(table, names, reason))
        else:
            claims.append(make_claim(library, table, item, chosen, (first, last)))
            others = "、".join(group.name for group in groups if group not in chosen)
            left += [LeftOut(table, others, reason)] if others else []
    return claims, left


def counted_groups(
    table: Statistics, item: Indicator, groups: list[ColumnGroup]
) -> tuple[tuple[ColumnGroup, ...], str]:
    """The 列组 of one period that count, and why the others do not."""
    if table.groups_add_up is YesNo.YES or len(groups) == 1:
        return tuple(groups), ""
    widest = max(groups, key=lambda group: numbers_of(table, item, group.name))
    if contains_all(table, item, widest, groups):
        return (widest,), f"已含在“{widest.name}”里，不重复计"
    return (), "列组不能相加，也看不出哪一列包含其他各列"


def numbers_of(table: Statistics, item: Indicator, group: str) -> tuple[Decimal, ...]:
    """The numbers of a column; a cell without one counts nothing."""
    cells = (row.values[group][item.name] for row in table.rows)
    return tuple(cell if isinstance(cell, Decimal) else Decimal(0) for cell in cells)


def contains_all(table: Statistics, item: Indicator, widest: ColumnGroup, groups: list[ColumnGroup]) -> bool:
    """Whether no row of another 列组 is larger than that of the widest."""
    own = numbers_of(table, item, widest.name)
    others = (numbers_of(table, item, group.name) for group in groups)
    return all(part <= whole for other in others for part, whole in zip(other, own, strict=True))


def make_claim(
    library: Library,
    table: Statistics,
    item: Indicator,
    groups: tuple[ColumnGroup, ...],
    days: tuple[date, date],
) -> Claim:
    """The claim of some 列组, rows under the names of the code table."""
    codes = library.code_table(table.row_code) if table.row_code else None
    names, values, blanks = row_names(codes), defaultdict[str, Decimal](Decimal), 0
    scale = scale_of(item.unit)
    for row in table.rows:
        for group in groups:
            cell = row.values[group.name][item.name]
            if isinstance(cell, Decimal):
                values[names.get(row.name, row.name)] += (
                    cell * scale / SCALES["万"] if scale else Decimal(cell)
                )
            else:
                blanks += 1
    period = groups[0].period or table.period
    return Claim(table, tuple(group.name for group in groups), *days, period.text, dict(values), blanks)


def row_names(codes: CodeTable | None) -> dict[str, str]:
    """The name of a category by each of its aliases."""
    entries = codes.codes if codes else ()
    return {alias: entry.name for entry in entries for alias in entry.aliases}


# --- overlaps -------------------------------------------------------------------------------------


def without_overlaps(
    library: Library, claims: list[Claim], left: list[LeftOut]
) -> tuple[tuple[Claim, ...], tuple[LeftOut, ...]]:
    """The claims that count: the widest region first, then the longest period; what overlaps is left out."""
    kept: dict[str, list[Claim]] = defaultdict(list)
    counted: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: claim_order(library, claim)):
        other = next(overlapping(library, claim, kept), None)
        if other is None:
            kept[claim.table.region].append(claim)
            counted.append(claim)
        else:
            left.append(LeftOut(claim.table, claim.period, overlap_reason(claim, other)))
    return tuple(counted), tuple(left)


def claim_order(library: Library, claim: Claim) -> tuple[int, int, str, str]:
    """Provinces before cities, long periods before short ones."""
    days = (claim.last - claim.first).days
    return len(library.region_path(claim.table.region)), -days, claim.table.id, claim.period


def overlapping(library: Library, claim: Claim, kept: Mapping[str, list[Claim]]) -> Iterator[Claim]:
    """Claims that are counted already, of the region or one above it, for a time that overlaps."""
    path = [region.full_name for region in library.region_path(claim.table.region)]
    for name in path or [claim.table.region]:
        for other in kept.get(name, ()):
            if claim.first <= other.last and other.first <= claim.last:
                yield other


def overlap_reason(claim: Claim, other: Claim) -> str:
    """Why a claim does not count beside another."""
    if claim.table.region != other.table.region:
        return f"{other.table.region}的数已含本地区，不重复计"
    return f"与“{other.table.name}”的{other.period}重叠，不重复计"
