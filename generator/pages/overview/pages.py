"""图表: the figures of the whole library, in one page that leads to the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.hanzi.calendar import print_day
from generator.models.case import Case
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.returns import Statistics
from generator.pages.listing.paging import NO_RECORDS, add_parents
from generator.pages.markup import escape, tag
from generator.pages.overview.agreed import add_agreed
from generator.pages.overview.counting import add_count, add_year_parts, count_by
from generator.pages.overview.regional import INDEX, add_provinces, region_table_pages
from generator.pages.overview.stated_charts import add_stated
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

TITLE = "图表"
LEAD = "用库里公开的记录画成，每张图下写明数了什么、没有数什么，数字都在图下的表里，可以点回记录。"
CASE_KEYS = ("field", "method", "delivery", "provider", "year", "level", "amount")
POLICY_KEYS = ("level", "authority", "status", "genre")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the figures: of which records, what of them the first page shows, what their own page shows."""

    name: str
    title: str
    kinds: tuple[type[Record], ...]
    brief: Callable[[Sheet], None]
    write: Callable[[Sheet], None]

    def counted(self, shelf: Shelf) -> bool:
        """Whether there is anything to count."""
        return any(shelf.library.every(kind) for kind in self.kinds)


def overview_pages(shelf: Shelf) -> Iterator[Page]:
    """The page of figures, its parts, and the table of regions."""
    yield index_page(shelf)
    for part in PARTS:
        if part.counted(shelf):
            yield part_page(shelf, part)
    yield from region_table_pages(shelf, TITLE)


def part_path(name: str) -> str:
    """The page of one part of the figures."""
    return f"browse/figures/{name}.md"


def index_page(shelf: Shelf) -> Page:
    """The first charts of each part, with the way to the others."""
    sheet = Sheet(shelf, INDEX, TITLE)
    sheet.heading(1, TITLE, "")
    sheet.add(tag("p", escape(LEAD), class_="lede"))
    sheet.note(f"数据截至 {print_day(shelf.dated)}。", "subtitle")
    for part in PARTS:
        if part.counted(shelf):
            sheet.heading(2, part.title, part.name)
            part.brief(sheet)
            sheet.add(f"<p>{sheet.link(part_path(part.name), f'{part.title}的全部图表')}</p>")
    if shelf.regions:
        sheet.heading(2, "地区", "regions")
        add_provinces(sheet)
    if not any(part.counted(shelf) for part in PARTS):
        sheet.note(NO_RECORDS)
    return sheet.page()


def part_page(shelf: Shelf, part: Part) -> Page:
    """One part in full."""
    sheet = Sheet(shelf, part_path(part.name), f"{part.title}图表")
    add_parents(sheet, ((INDEX, TITLE),))
    sheet.heading(1, f"{part.title}图表", "")
    sheet.note(f"数据截至 {print_day(shelf.dated)}。", "subtitle")
    part.write(sheet)
    return sheet.page()


def brief_cases(sheet: Sheet) -> None:
    """Cases by field and year."""
    add_counts(sheet, "cases", ("field", "year"))


def brief_policies(sheet: Sheet) -> None:
    """Policies by year and status."""
    add_year_parts(sheet, "policies", "status", sheet.shelf.library.every(Policy))


def brief_amounts(sheet: Sheet) -> None:
    """The first of the amounts that tables state."""
    add_stated(sheet, brief=True)


def write_cases(sheet: Sheet) -> None:
    """All charts of cases."""
    add_counts(sheet, "cases", CASE_KEYS)


def write_policies(sheet: Sheet) -> None:
    """All charts of policies."""
    policies = sheet.shelf.library.every(Policy)
    add_year_parts(sheet, "policies", "status", policies)
    add_year_parts(sheet, "policies", "level", policies)
    add_counts(sheet, "policies", POLICY_KEYS)


def write_amounts(sheet: Sheet) -> None:
    """What tables state, then what cases give, never together."""
    sheet.heading(2, "统计表申报的金额和项目数", "stated")
    add_stated(sheet)
    sheet.heading(2, "案例的合同或项目总额", "agreed")
    add_agreed(sheet)


def add_counts(sheet: Sheet, catalogue: str, keys: tuple[str, ...]) -> None:
    """Charts of one kind of record by some facets."""
    kind = Case if catalogue == "cases" else Policy
    records = sheet.shelf.library.every(kind)
    for key in keys:
        add_count(sheet, count_by(sheet.shelf, catalogue, key, records))


PARTS = (
    Part("cases", "案例", (Case,), brief_cases, write_cases),
    Part("policies", "政策", (Policy,), brief_policies, write_policies),
    Part("amounts", "金额", (Statistics, Case), brief_amounts, write_amounts),
)
