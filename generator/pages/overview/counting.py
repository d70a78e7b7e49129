"""How many records there are of each kind: by field, method, provider, year, level, status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts import MOST_BARS, Chart, Point, bars, columns
from generator.models.fields import Absent
from generator.models.record import Record
from generator.pages.listing.catalogue import index_path
from generator.pages.listing.groups import CATALOGUES, list_link
from generator.pages.markup import escape
from generator.pages.overview.figure import figure
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf
from generator.provisions.amounts import AMOUNT_NOTE
from generator.provisions.facets import NO_YEAR, Facet, facet

MOST_PARTS = 6
OTHERS = "其他"
TITLES = {"cases": "案例", "policies": "政策"}
LEFT_OUT = {"provider": "没有列承接主体"}
NOT_WRITTEN = {"provider": "“原文未写”是列了承接主体而原文没有写类型。"}
"""Why a record counts nowhere, and why it counts as 原文未写, where the name of the facet does not tell."""
UNITS = {"cases": "个", "policies": "件"}


@dataclass(frozen=True, slots=True)
class Counted:
    """Records of a catalogue counted by a facet.

    Attributes:
        catalogue: cases or policies, as their lists are called.
        facet: by what they are counted.
        counts: how many have each value, in the order of the lists.
        records: how many were looked at.
        without: how many of them have no value.
    """

    catalogue: str
    facet: Facet
    counts: Mapping[str, int]
    records: int
    without: int

    @property
    def title(self) -> str:
        """What the chart is called."""
        return f"{TITLES[self.catalogue]}：按{self.facet.name.split('、')[0]}"


def count_by(shelf: Shelf, catalogue: str, key: str, records: Sequence[Record]) -> Counted:
    """Count records by the values of a facet, each record once for each of its values."""
    one, found, without = facet(key), Counter[str](), 0
    for record in records:
        values = set(one.values(shelf.library, record, shelf.dated))
        without += not values
        found.update(values)
    ordered = sorted(found, key=lambda value: one.order(shelf.library, value, found[value]))
    return Counted(catalogue, one, {value: found[value] for value in ordered}, len(records), without)


def add_count(sheet: Sheet, counted: Counted, *, linked: bool = True) -> None:
    """Add the chart of a count, its rows leading to the lists of the records that were counted.

    Args:
        sheet: the page.
        counted: by `count_by`.
        linked: whether the records are all of the library, so that the lists hold just them.
    """
    chart = year_chart(counted) if counted.facet.key == "year" else value_chart(counted)
    scope = [escape(line) for line in count_scope(counted)]
    if linked and counted.facet.key != "year" and len(counted.counts) > MOST_BARS:
        scope.append(all_link(sheet, counted))
    anchor = f"{counted.catalogue}-{counted.facet.key}"

    def link(key: str) -> str:
        known = linked and key in counted.counts
        return list_link(sheet, counted.catalogue, counted.facet.key, key) if known else escape(key)

    figure(sheet, chart, anchor=anchor, scope=scope, link=link)


def all_link(sheet: Sheet, counted: Counted) -> str:
    """The way to the lists of all values, where a chart sums some of them up."""
    catalogue = next(one for one in CATALOGUES if one.name == counted.catalogue)
    dimension = next((one for one in catalogue.dimensions if one.name == counted.facet.key), None)
    if dimension is None:
        return ""
    return sheet.link(index_path(catalogue, dimension, 1), f"全部 {len(counted.counts)} 项") + escape("。")


def value_chart(counted: Counted) -> Chart:
    """Bars for the values of a facet."""
    points = [Point(value, Decimal(count)) for value, count in counted.counts.items()]
    return bars(counted.title, UNITS[counted.catalogue], points, name=counted.facet.name)


def year_chart(counted: Counted) -> Chart:
    """Columns for years."""
    years = [(year_of(value), (count,)) for value, count in counted.counts.items() if value != NO_YEAR]
    return columns(counted.title, UNITS[counted.catalogue], (), sorted(years))


def year_of(value: str) -> int:
    """2016年 as a number."""
    return int(value.removesuffix("年"))


def count_scope(counted: Counted) -> Iterator[str]:
    """What was counted, and why the parts need not add up to the whole."""
    unit, title = UNITS[counted.catalogue], TITLES[counted.catalogue]
    yield f"数的是公开的{title} {counted.records} {unit}。"
    if counted.facet.key == "amount":
        yield AMOUNT_NOTE
    years = counted.facet.key == "year"
    if counted.without:
        why = LEFT_OUT.get(counted.facet.key, f"没有填{counted.facet.name}")
        yield f"{why}的 {counted.without} {unit}没有计入。"
    total, held = sum(counted.counts.values()), counted.records - counted.without
    if total > held:
        several = "跨年的每年各计一次，只写“以来”的计在起始年" if years else "有几项的每项各计一次"
        yield f"{several}，{held} {unit}在各项里共计 {total} 次。"
    if counted.facet.key in NOT_WRITTEN and Absent.NOT_WRITTEN in counted.counts:
        yield NOT_WRITTEN[counted.facet.key]
    if years and counted.counts.get(NO_YEAR):
        yield f"{NO_YEAR}的 {counted.counts[NO_YEAR]} {unit}没有画。"


# --- by year and another facet --------------------------------------------------------------------


def add_year_parts(sheet: Sheet, catalogue: str, key: str, records: Sequence[Record]) -> None:
    """Add columns by year, their parts by another facet that has one value for each record."""
    parts = facet(key)
    found, left = count_pairs(sheet.shelf, parts, records)
    names = part_names(sheet.shelf, parts, found)
    rows = rows_of(found, names)
    unit, title = UNITS[catalogue], TITLES[catalogue]
    chart = columns(f"{title}：按年份和{parts.name}", unit, names, list(rows.items()))
    scope = [f"数的是公开的{title} {len(records)} {unit}。"]
    scope += [f"年份不详的 {left} {unit}没有画。"] if left else []
    scope += [f"{parts.name}按数据截至日计算。"] if key == "status" else []

    def link(year: str) -> str:
        return list_link(sheet, catalogue, "year", year) if known_year(year, rows) else escape(year)

    told = tuple(escape(line) for line in scope)
    figure(sheet, chart, anchor=f"{catalogue}-year-{key}", scope=told, link=link)


def count_pairs(
    shelf: Shelf, parts: Facet, records: Sequence[Record]
) -> tuple[Counter[tuple[int, str]], int]:
    """How many records a year and a value have, and how many records lack the one or the other."""
    years, found, left = facet("year"), Counter[tuple[int, str]](), 0
    for record in records:
        times = [year for year in years.values(shelf.library, record, shelf.dated) if year != NO_YEAR]
        values = parts.values(shelf.library, record, shelf.dated)
        left += not (times and values)
        found.update((year_of(year), value) for year in times for value in values[:1])
    return found, left


def rows_of(found: Mapping[tuple[int, str], int], names: Sequence[str]) -> dict[int, tuple[int, ...]]:
    """The numbers of each year in the order of the parts; values without a part go to the last."""
    sums: Counter[tuple[int, str]] = Counter()
    for (year, value), count in found.items():
        sums[year, value if value in names else OTHERS] += count
    return {year: tuple(sums[year, name] for name in names) for year in sorted({year for year, _ in found})}


def part_names(shelf: Shelf, parts: Facet, found: Mapping[tuple[int, str], int]) -> list[str]:
    """The values that columns are parted by, in their order; those of few records stand together."""
    totals: Counter[str] = Counter()
    for (_, value), count in found.items():
        totals[value] += count
    kept = [
        value for value, _ in totals.most_common(MOST_PARTS if len(totals) <= MOST_PARTS else MOST_PARTS - 1)
    ]
    names = sorted(kept, key=lambda value: parts.order(shelf.library, value, totals[value]))
    return [*names, OTHERS] if len(totals) > MOST_PARTS else names


def known_year(words: str, rows: Mapping[int, object]) -> bool:
    """Whether a row is one year rather than several."""
    digits = words.removesuffix("年")
    return digits.isdigit() and int(digits) in rows
