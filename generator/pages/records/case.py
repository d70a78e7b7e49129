"""The page of a 案例: facts, story, figures, policies, and other cases near it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose import compose_case
from generator.compose.case import known
from generator.document import Block, Heading, Paragraph, Table
from generator.models.case import Case, Practice
from generator.models.fields import Absent
from generator.models.policy import Policy
from generator.pages.listing.groups import list_link, region_link
from generator.pages.markup import BREAK, badge, escape
from generator.pages.records.common import (
    add_head,
    add_holders,
    add_sources,
    citation_link,
    delivery_badge,
    download_link,
    named_links,
)
from generator.pages.records.ruled import add_rules_table
from generator.pages.sheet import Card, Page, Sheet
from generator.pages.shelf import Shelf

GROUNDS = "政策依据"


def case_page(shelf: Shelf, case: Case) -> Page:
    """A case on its own page."""
    article = compose_case(shelf.composer, case)
    path = shelf.page_of(case.id) or ""
    sheet = Sheet(shelf, path, article.title, (case.id,), Card("案例", aliases=(*case.aliases, case.region)))
    summary = shelf.bound(case, case.summary)
    badges = (*delivery_badge(case), badge(case.state.value), download_link(sheet, case))
    add_head(sheet, (article.subtitle,), badges, summary)
    sheet.unit("", summary)
    add_case_facts(sheet, case, article.facts)
    for block in article.body:
        add_block(sheet, block)
    add_grounds(sheet, case)
    add_rules_table(sheet, case)
    add_neighbours(sheet, case)
    add_holders(sheet, case)
    add_sources(sheet, case)
    return sheet.page()


def add_block(sheet: Sheet, block: Block, prefix: str = "") -> None:
    """A block of a story."""
    match block:
        case Heading():
            sheet.tree_heading(block, prefix)
        case Paragraph():
            sheet.tree_paragraph(block, prefix)
        case Table():
            sheet.trail = [block.title]
            sheet.heading(2, block.title, f"{prefix}{block.id}-title")
            sheet.tree_table(replace(block, title=""), prefix)


def add_case_facts(sheet: Sheet, case: Case, facts: Table | None) -> None:
    """The facts at a glance; what other cases share leads to the list of them."""
    linked = {
        "地区": region_link(sheet, case.region),
        "服务领域": "、".join(list_link(sheet, "cases", "field", name) for name in case.fields),
    }
    if not isinstance(case.delivery, Absent):
        linked["服务方式"] = list_link(sheet, "cases", "delivery", case.delivery.value)
    rows = [(row.cells[0].text, row.cells[1]) for row in facts.rows] if facts else []
    written = [
        (name, linked.get(name) or sheet.inlines(cell.inlines)) for name, cell in rows if name != GROUNDS
    ]
    sheet.facts((*written, *more_facts(sheet, case)), "c-facts")
    sheet.unit("c-facts", "；".join(f"{name}：{cell.text}" for name, cell in rows), "基本情况")


def more_facts(sheet: Sheet, case: Case) -> Iterator[tuple[str, str]]:
    """Facts that the printed table has no room for."""
    yield "层级", escape(known(case.tier) if isinstance(case.tier, Absent) else case.tier.value)
    yield "别名", escape("、".join(case.aliases))
    yield "单据", BREAK.join(escape(paper.name) for paper in case.papers)
    yield "入选", BREAK.join(escape(f"{item.name}（{item.state.value}）") for item in case.selections)
    practice = sheet.shelf.library.find(case.practice, Practice) if case.practice else None
    yield "所属实践", sheet.record_link(practice) if practice else ""


def add_grounds(sheet: Sheet, case: Case) -> None:
    """The policies that the case rests on, each with its status."""
    if not case.grounds:
        return
    sheet.heading(2, GROUNDS, "grounds")
    sheet.items(ground_lines(sheet, case))


def ground_lines(sheet: Sheet, case: Case) -> Iterator[str]:
    """A policy of the library as a citation; a paper known by name only as it is named."""
    for item in case.grounds:
        policy = sheet.shelf.library.find(item.policy, Policy) if item.policy else None
        number = f"（{item.number}）" if item.number else ""
        link = citation_link(sheet, policy) if policy else escape((item.title or "") + number)
        about = "，".join(part for part in (item.day.text if item.day else "", item.content) if part)
        yield f'{link}<span class="about">{escape(about)}</span>' if about else link


def add_neighbours(sheet: Sheet, case: Case) -> None:
    """Other cases of the region and of the field, a few of each."""
    shelf = sheet.shelf
    near, alike = shelf.same_region(case), shelf.same_field(case)
    if near:
        sheet.heading(2, "同地区的案例", "same-region")
        sheet.items(named_links(sheet, near))
    if alike:
        sheet.heading(2, f"同领域的案例：{case.fields[0]}", "same-field")
        sheet.items(named_links(sheet, alike))
