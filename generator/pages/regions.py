"""The page of a 地区: what was done there, how it is regulated, and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compose.statistics import statistics_table
from generator.library import NATIONWIDE
from generator.models.case import Case, Practice
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.reference import Region
from generator.models.returns import Roster, Statistics, SurveyReturn
from generator.pages.address import region_path
from generator.pages.listing.catalogue import add_entries, list_order
from generator.pages.listing.groups import REGION, list_link
from generator.pages.listing.paging import PER_PAGE, paged
from generator.pages.markup import badge, count_tag, tag
from generator.pages.overview.regional import add_region_charts, nation_first
from generator.pages.overview.statistics import add_statistics_charts
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

MOST_SHOWN, MOST_TABLES = 10, 3
PARTS: tuple[tuple[str, str, tuple[type[Record], ...]], ...] = (
    ("practices", "地区实践", (Practice,)),
    ("cases", "案例", (Case,)),
    ("policies", "政策", (Policy,)),
    ("documents", "公文", (IssuedDocument,)),
    ("returns", "报表与调查", (Statistics, SurveyReturn, Roster)),
)


def regions_path(number: int) -> str:
    """A page of the list of regions."""
    return "browse/regions/index.md" if number == 1 else f"browse/regions/{number}.md"


def region_pages(shelf: Shelf) -> Iterator[Page]:
    """The list of regions, then a page for each that has records."""
    yield from paged(shelf, regions_path, "地区", nation_first(shelf.regions), add_regions, unit="个地区")
    for region in shelf.regions:
        yield region_page(shelf, region)


def add_regions(sheet: Sheet, regions: Sequence[Region]) -> None:
    """Regions with the number of their records; those inside others stand further in."""
    sheet.items((region_line(sheet, region) for region in regions), "regions")


def region_line(sheet: Sheet, region: Region) -> str:
    """A region, set in by its depth."""
    shelf = sheet.shelf
    depth = len(shelf.regions_of(region.full_name))
    link = sheet.link(region_path(region), region.full_name if depth == 1 else region.short_name)
    count = len(shelf.by_region[region.full_name])
    return f'<span class="depth-{min(depth, 4)}">{link} {count_tag(count)}</span>'


def region_page(shelf: Shelf, region: Region) -> Page:
    """A region on its own page."""
    sheet = Sheet(shelf, region_path(region), region.full_name)
    add_path(sheet, region)
    sheet.heading(1, region.full_name, "")
    records = shelf.by_region[region.full_name]
    add_counts(sheet, region, records)
    below = shelf.subregions.get(region.full_name, ()) if region.full_name != NATIONWIDE else ()
    if below:
        sheet.heading(2, "下属地区", "below")
        sheet.items((region_line(sheet, inner) for inner in below[:PER_PAGE]), "groups")
    for name, title, kinds in PARTS:
        add_part(sheet, region, name, title, [record for record in records if isinstance(record, kinds)])
    add_statistics(sheet, region)
    add_region_charts(sheet, region)
    return sheet.page()


def add_path(sheet: Sheet, region: Region) -> None:
    """The regions above."""
    above = sheet.shelf.regions_of(region.full_name)[:-1]
    steps = [sheet.link(regions_path(1), "地区"), *(sheet.link(region_path(r), r.short_name) for r in above)]
    sheet.add(tag("p", " › ".join(steps), class_="parents"))


def add_counts(sheet: Sheet, region: Region, records: tuple[Record, ...]) -> None:
    """How many records of each kind, with links to their lists."""
    counts = {name: sum(isinstance(record, kinds) for record in records) for name, _, kinds in PARTS}
    links = (
        f"{list_link(sheet, name, REGION, region.full_name, title)} {count_tag(counts[name])}"
        for name, title, _ in PARTS
        if counts[name]
    )
    sheet.items(links, "groups")


def add_part(sheet: Sheet, region: Region, name: str, title: str, records: list[Record]) -> None:
    """Some records of a kind, and the way to all of them."""
    if not records:
        return
    sheet.heading(2, title, name)
    ordered = sorted(records, key=lambda record: list_order(sheet.shelf, record))
    add_entries(sheet, ordered[:MOST_SHOWN])
    if len(records) > MOST_SHOWN:
        words = f"全部 {len(records)} 条"
        sheet.add(f"<p>{list_link(sheet, name, REGION, region.full_name, words)}</p>")


def add_statistics(sheet: Sheet, region: Region) -> None:
    """The region's own statistics, in full."""
    tables = [
        record
        for record in sheet.shelf.by_region[region.full_name]
        if isinstance(record, Statistics) and record.region == region.full_name
    ]
    if not tables:
        return
    sheet.heading(2, "统计", "statistics")
    for position, table in enumerate(tables[:MOST_TABLES], start=1):
        origin = sheet.shelf.library.place(table.id)
        sheet.add(f"<p>{sheet.record_link(table)} {badge(table.kind)}</p>")
        sheet.tree_table(statistics_table(table, f"stat{position}", origin))
        add_statistics_charts(sheet, table, f"stat{position}-")
