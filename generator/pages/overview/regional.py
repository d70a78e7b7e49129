"""Regions as a table with bars in the order of their codes, and the charts of one region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.charts import Point, RegionRow, region_table
from generator.charts.regions import largest_of
from generator.library import NATIONWIDE
from generator.models.case import Case, Practice
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.reference import Region
from generator.models.returns import Statistics
from generator.pages.address import region_path
from generator.pages.listing.paging import paged
from generator.pages.markup import escape
from generator.pages.overview.counting import add_count, count_by
from generator.pages.overview.figure import figure
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

COLUMNS: tuple[tuple[str, str, type[Record]], ...] = (
    ("政策", "件", Policy),
    ("案例", "个", Case),
    ("地区实践", "篇", Practice),
    ("统计表", "张", Statistics),
)
TITLE = "各地区的收录数"
INDEX = "browse/figures/index.md"
ENOUGH = 5
"""Records of a region from which on a chart says more than their list."""


def table_path(number: int) -> str:
    """A page of the table of regions."""
    return f"browse/figures/regions/{number}.md"


def region_table_pages(shelf: Shelf, title: str) -> Iterator[Page]:
    """The table of all regions that have records, in pages.

    Args:
        shelf: the public view.
        title: what the page of figures above it is called.
    """
    scales = largest_of([region_row(shelf, region) for region in shelf.regions])

    def write(sheet: Sheet, regions: Sequence[Region]) -> None:
        add_region_table(sheet, regions, scales)

    parents = ((INDEX, title),)
    yield from paged(
        shelf, table_path, TITLE, nation_first(shelf.regions), write, parents=parents, unit="个地区"
    )


def add_region_table(sheet: Sheet, regions: Sequence[Region], scales: Sequence[Decimal] = ()) -> None:
    """Add regions as a table with bars.

    Args:
        sheet: the page.
        regions: in the order of their codes.
        scales: the number at which the bar of each column is full; by default the largest one here.
    """
    rows = [region_row(sheet.shelf, region) for region in regions]
    names = [(name, unit) for name, unit, _ in COLUMNS]

    def link(full_name: str) -> str:
        region = sheet.shelf.regions_of(full_name)[-1]
        words = full_name if len(sheet.shelf.regions_of(full_name)) == 1 else region.short_name
        return sheet.link(region_path(region), words)

    told = "全国在前，其余按行政区划代码排列，下级缩进；各级的数都含下级，上下级不能相加。空格是没有收录。"
    chart = region_table(TITLE, names, rows, scales=scales)
    figure(sheet, chart, anchor="regions-table", scope=(escape(told),), link=link)


def region_row(shelf: Shelf, region: Region) -> RegionRow:
    """A region with the number of its records of each kind."""
    records = shelf.by_region[region.full_name]
    depth = len(shelf.regions_of(region.full_name)) - 1
    points = tuple(
        Point(name, Decimal(sum(isinstance(record, kind) for record in records))) for name, _, kind in COLUMNS
    )
    return RegionRow(region.short_name if depth else region.full_name, depth, points, region.full_name)


def nation_first(regions: Sequence[Region]) -> tuple[Region, ...]:
    """Regions in their order, 全国 before all others."""
    return tuple(sorted(regions, key=lambda region: region.full_name != NATIONWIDE))


def add_region_charts(sheet: Sheet, region: Region) -> None:
    """Add the charts of one region to its page: its cases by field, its policies by year.

    Args:
        sheet: the page of the region.
        region: it has records.
    """
    records = sheet.shelf.by_region[region.full_name]
    for catalogue, kind, key in (("cases", Case, "field"), ("policies", Policy, "year")):
        found = [record for record in records if isinstance(record, kind)]
        if len(found) >= ENOUGH:
            add_count(sheet, count_by(sheet.shelf, catalogue, key, found), linked=False)


def add_provinces(sheet: Sheet) -> None:
    """Add the table of the highest regions alone, with the way to all of them."""
    regions = nation_first(sheet.shelf.regions)
    tops = [region for region in regions if len(sheet.shelf.regions_of(region.full_name)) == 1]
    add_region_table(sheet, tops)
    words = f"全部 {len(sheet.shelf.regions)} 个地区"
    sheet.add(f"<p>{sheet.link(table_path(1), words)}</p>")
