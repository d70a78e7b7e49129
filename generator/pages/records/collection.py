"""The page of a 汇编: its preface with computed figures, and the cases in it, each on its own page."""

from __future__ import annotations

from collections import Counter
from functools import partial

from generator.compose.address import file_stem
from generator.compose.collection import chosen_cases, group_title, preface_of
from generator.models.case import Case
from generator.models.issued import CollectionRecord
from generator.pages.case_table.fields import field_table_link
from generator.pages.listing.catalogue import add_entries
from generator.pages.listing.paging import PER_PAGE, paged
from generator.pages.markup import badge
from generator.pages.records.common import add_head, add_sources, takeaways
from generator.pages.records.policy import add_blocks
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf, grouped
from generator.provisions.texts import PREFACE

Groups = dict[str, tuple[Case, ...]]
MOST_FIELDS = 8
"""Fields whose tables the page of a collection leads to."""


def collection_pages(shelf: Shelf, record: CollectionRecord) -> tuple[Page, ...]:
    """A collection on its own page; its cases stand there while they fit, else on pages of their own."""
    cases = chosen_cases(shelf.library, record)
    groups: Groups = grouped(cases, lambda case: (group_title(shelf.library, case, record.group_by),))
    sheet = Sheet(shelf, shelf.page_of(record.id) or "", record.title, (record.id,))
    badges = (badge("汇编"), *takeaways(sheet, record))
    add_head(sheet, (record.publisher, record.published), badges)
    preface = preface_of(shelf.composer, record, cases)
    if preface:
        sheet.heading(2, "前言", "preface")
        add_blocks(sheet, preface, PREFACE)
    sheet.heading(2, f"目录（{len(cases)} 个案例）", "contents")
    add_field_tables(sheet, cases)
    lists = () if len(cases) <= PER_PAGE else group_pages(shelf, record, groups)
    for number, title in enumerate(tuple(groups)[:PER_PAGE], start=1):
        sheet.heading(3, title, f"ch{number}")
        add_group(sheet, record, number, groups[title], linked=bool(lists))
    if len(groups) > PER_PAGE:
        sheet.note(f"另有 {len(groups) - PER_PAGE} 组，见汇编的 Word 文件。")
    add_sources(sheet, record)
    return (sheet.page(), *lists)


def add_field_tables(sheet: Sheet, cases: tuple[Case, ...]) -> None:
    """The tables that compare cases, for the fields with most cases of the collection."""
    counted = Counter(field for case in cases for field in case.fields)
    fields = [field for field, _ in counted.most_common(MOST_FIELDS)]
    links = (field_table_link(sheet, field, f"“{field}”对照表") for field in fields)
    sheet.items(links, "groups")


def add_group(
    sheet: Sheet, record: CollectionRecord, number: int, cases: tuple[Case, ...], *, linked: bool
) -> None:
    """The cases of a chapter, or a link to their list."""
    if linked:
        sheet.add(f"<p>{sheet.link(group_path(record, number, 1), f'{len(cases)} 个案例')}</p>")
    else:
        add_entries(sheet, cases)


def group_path(record: CollectionRecord, group: int, number: int) -> str:
    """A page of the cases of a chapter."""
    return f"browse/collections/{file_stem(record.id)}/{group}/{number}.md"


def group_pages(shelf: Shelf, record: CollectionRecord, groups: Groups) -> tuple[Page, ...]:
    """The cases of each chapter of a large collection."""
    above = ((shelf.page_of(record.id) or "", record.title),)
    return tuple(
        page
        for group, (title, cases) in enumerate(groups.items(), start=1)
        for page in paged(shelf, partial(group_path, record, group), title, cases, add_entries, parents=above)
    )
