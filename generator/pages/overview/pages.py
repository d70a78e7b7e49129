"""图表: the figures of the whole library, in one page that leads to the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.hanzi.calendar import print_day
from generator.models.case import Case
from generator.models.policy import Policy
from generator.pages.listing.paging import add_parents
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


def overview_pages(shelf: Shelf) -> Iterator[Page]:
    """The page of figures, its parts, and the table of regions."""
    yield index_page(shelf)
    for name, title, write in PARTS:
        yield part_page(shelf, name, title, write)
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
    for (name, title, _), brief in zip(PARTS, (brief_cases, brief_policies, brief_amounts), strict=True):
        sheet.heading(2, title, name)
        brief(sheet)
        sheet.add(f"<p>{sheet.link(part_path(name), f'{title}的全部图表')}</p>")
    sheet.heading(2, "地区", "regions")
    add_provinces(sheet)
    return sheet.page()


def part_page(shelf: Shelf, name: str, title: str, write: Callable[[Sheet], None]) -> Page:
    """One part in full."""
    sheet = Sheet(shelf, part_path(name), f"{title}图表")
    add_parents(sheet, ((INDEX, TITLE),))
    sheet.heading(1, f"{title}图表", "")
    sheet.note(f"数据截至 {print_day(shelf.dated)}。", "subtitle")
    write(sheet)
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
    sheet.heading(2, "案例的合同金额", "agreed")
    add_agreed(sheet)


def add_counts(sheet: Sheet, catalogue: str, keys: tuple[str, ...]) -> None:
    """Charts of one kind of record by some facets."""
    kind = Case if catalogue == "cases" else Policy
    records = sheet.shelf.library.every(kind)
    for key in keys:
        add_count(sheet, count_by(sheet.shelf, catalogue, key, records))


PARTS: tuple[tuple[str, str, Callable[[Sheet], None]], ...] = (
    ("cases", "案例", write_cases),
    ("policies", "政策", write_policies),
    ("amounts", "金额", write_amounts),
)
