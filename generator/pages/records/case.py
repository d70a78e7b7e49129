"""The page of a 案例: facts at a glance, story, figures with their sources, policies, what is near it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose import compose_case
from generator.compose.address import file_stem
from generator.document import Block, Heading, Paragraph, Table
from generator.hanzi.calendar import print_time
from generator.models.case import Case
from generator.pages.case_table.elements import completeness_of
from generator.pages.case_table.fields import field_table_link
from generator.pages.case_table.scripts import case_script
from generator.pages.markup import badge, tag
from generator.pages.overview.timelines import add_series_charts
from generator.pages.records.case_beside import add_beside, add_collection_places
from generator.pages.records.case_completeness import add_completeness, completeness_badge
from generator.pages.records.case_figures import StorySheet, add_figures, anchors_of, figure_rows
from generator.pages.records.case_glance import add_glance
from generator.pages.records.case_grounds import add_grounds
from generator.pages.records.case_timeline import add_timeline
from generator.pages.records.common import (
    add_head,
    add_holders,
    add_sources,
    delivery_badge,
    takeaways,
    verification_badge,
)
from generator.pages.records.ruled import add_rules_table
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf


def case_pages(shelf: Shelf, case: Case) -> Iterator[Page]:
    """A case on its own page, and its facts as a script for the page that compares cases."""
    yield case_page(shelf, case)
    yield case_script(shelf, case)


def case_page(shelf: Shelf, case: Case) -> Page:
    """A case on its own page."""
    article = compose_case(shelf.composer, case)
    path = shelf.page_of(case.id) or ""
    rows = anchors_of(figure_rows(case.measures))
    sheet = StorySheet(shelf, path, article.title, (case.id,), rows=rows)
    found = completeness_of(shelf.library, case)
    summary = shelf.bound(case, case.summary)
    states = (*delivery_badge(case), badge(case.state.value), verification_badge(case))
    badges = (*states, completeness_badge(found), *takeaways(sheet, case))
    add_head(sheet, (print_time(article.subtitle),), badges, summary)
    add_tools(sheet, case)
    add_collection_places(sheet, case)
    add_glance(sheet, case, article.facts)
    story = [block for block in article.body if not isinstance(block, Table)]
    for block in story:
        add_block(sheet, block)
    add_figures(sheet, case, story)
    add_series_charts(sheet, case.measures)
    add_timeline(sheet, case)
    add_grounds(sheet, case)
    add_rules_table(sheet, case)
    add_beside(sheet, case)
    add_completeness(sheet, case, found)
    add_holders(sheet, case)
    add_sources(sheet, case)
    return sheet.page()


def add_tools(sheet: Sheet, case: Case) -> None:
    """Where the button that chooses a case for comparing is put; without scripts, the table of its field."""
    link = field_table_link(sheet, case.fields[0], "同领域案例对照表")
    sheet.add(tag("p", link, class_="case-tools", data_case=file_stem(case.id), data_name=case.title))


def add_block(sheet: Sheet, block: Block, prefix: str = "") -> None:
    """A block of a story."""
    match block:
        case Heading():
            sheet.tree_heading(block, prefix)
        case Paragraph():
            sheet.tree_paragraph(block, prefix)
        case Table():
            sheet.heading(2, block.title, f"{prefix}{block.id}-title")
            sheet.tree_table(replace(block, title=""), prefix)
