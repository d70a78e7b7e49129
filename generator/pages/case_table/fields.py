"""Tables that compare the cases of one field without scripts, cut into pages of bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.models.case import Case
from generator.pages.address import file_name
from generator.pages.case_table.elements import completeness_of
from generator.pages.case_table.facts import measure_lines, party_words
from generator.pages.case_table.sums import sum_lines
from generator.pages.listing.paging import add_pager, add_parents, paged
from generator.pages.markup import BREAK, count_tag, escape, tag
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf
from generator.provisions.amounts import NO_TOTAL

COMPARING = "compare-cases.md"
TITLE = "案例比较"
LEAD = "把 2 到 6 个案例的要素并排放在一张表里，可打印，可复制到 WPS。"
WITHOUT_SCRIPTS = "这一功能要用浏览器脚本。脚本停用时，请看下面按领域列好的对照表。"
HEAD = ("案例", "地区和期间", "怎么买", "承接主体", "金额", "要素")
MOST_PARTIES, MOST_SUMS, MOST_FIELDS = 3, 3, 30
"""Providers and sums told in a cell, and fields linked on the page that compares cases."""
ROWS = 40
"""Cases in the table of one page."""


def field_table_path(field: str, number: int) -> str:
    """A page of the table of a field."""
    return f"browse/compare/{file_name(field)}/{number}.md"


def field_index_path(number: int) -> str:
    """A page of the list of all fields."""
    return f"browse/compare/{number}.md"


def field_table_link(sheet: Sheet, field: str, words: str) -> str:
    """A link to the table of a field."""
    return sheet.link(field_table_path(field, 1), words)


def comparing_pages(shelf: Shelf) -> Iterator[Page]:
    """The page that compares chosen cases, the list of fields, and the table of each field."""
    fields = shelf.neighbourhood.by_field
    yield comparing_page(shelf, fields)
    yield from paged(
        shelf,
        field_index_path,
        "按领域对照案例",
        tuple(fields),
        lambda sheet, names: add_field_links(sheet, fields, names),
        parents=((COMPARING, TITLE),),
        unit="个领域",
    )
    for field, cases in fields.items():
        yield from field_pages(shelf, field, cases)


def comparing_page(shelf: Shelf, fields: Mapping[str, Sequence[Case]]) -> Page:
    """The page that a script fills with the cases named in its address."""
    sheet = Sheet(shelf, COMPARING, TITLE)
    sheet.heading(1, TITLE, "")
    sheet.add(tag("p", escape(LEAD), class_="lede"))
    notice = tag("p", escape(WITHOUT_SCRIPTS), class_="notice")
    sheet.add(tag("div", notice, id="case-comparison", class_="case-comparison"))
    if fields:
        sheet.heading(2, "按领域对照", "fields")
    add_field_links(sheet, fields, tuple(fields)[:MOST_FIELDS])
    if len(fields) > MOST_FIELDS:
        sheet.add(tag("p", sheet.link(field_index_path(1), f"全部 {len(fields)} 个领域")))
    return sheet.page()


def add_field_links(sheet: Sheet, fields: Mapping[str, Sequence[Case]], names: Sequence[str]) -> None:
    """Fields with the number of their cases."""
    links = (f"{field_table_link(sheet, name, name)} {count_tag(len(fields[name]))}" for name in names)
    sheet.items(links, "groups")


def field_pages(shelf: Shelf, field: str, cases: Sequence[Case]) -> Iterator[Page]:
    """The table of a field, so many cases on a page."""
    count = -(-len(cases) // ROWS)
    for number in range(1, count + 1):
        title = f"{field}：案例对照"
        path_of = partial(field_table_path, field)
        sheet = Sheet(shelf, path_of(number), title if number == 1 else f"{title}（第{number}页）")
        add_parents(sheet, ((COMPARING, TITLE),))
        sheet.heading(1, title, "")
        told = f"共 {len(cases)} 个案例" + (f"，第 {number} 页，共 {count} 页" if count > 1 else "")
        sheet.note(f"{told}。按合同或项目总额从小到大，{NO_TOTAL}的排在后面。", "subtitle")
        shown = cases[(number - 1) * ROWS : number * ROWS]
        sheet.grid(HEAD, (field_row(sheet, case) for case in shown), "field-table")
        add_pager(sheet, path_of, number, count)
        yield sheet.page()


def field_row(sheet: Sheet, case: Case) -> tuple[str, ...]:
    """A case in one row."""
    method = case.procurement.value if isinstance(case.procurement, str) else case.procurement.method
    ways = f"{case.delivery.value}{BREAK}{escape(f'采购方式：{method}')}"
    return (
        sheet.record_link(case),
        f"{escape(case.region)}{BREAK}{escape(case.period.words)}",
        ways,
        shortened(tuple(map(party_words, case.providers)), MOST_PARTIES) or escape("没有填"),
        shortened(tuple(sum_lines(case, measure_lines)), MOST_SUMS),
        completeness_of(sheet.shelf.library, case).share,
    )


def shortened(lines: Sequence[str], most: int) -> str:
    """The first lines of a cell, and how many there are beyond."""
    more = (f"另有 {len(lines) - most} 项",) if len(lines) > most else ()
    return BREAK.join(map(escape, (*lines[:most], *more)))
