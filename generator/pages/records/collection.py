"""The page of a 汇编: its preface with computed figures, and the cases in it, each on its own page."""

from __future__ import annotations

from generator.compose import compose_collection
from generator.document import Chapter, Collection
from generator.models.issued import CollectionRecord
from generator.pages.address import file_name
from generator.pages.listing.catalogue import add_entries
from generator.pages.listing.paging import PER_PAGE, paged
from generator.pages.markup import badge, escape
from generator.pages.records.common import add_head, add_sources, download_link
from generator.pages.records.policy import add_blocks
from generator.pages.sheet import Card, Page, Sheet
from generator.pages.shelf import Shelf


def collection_pages(shelf: Shelf, record: CollectionRecord) -> tuple[Page, ...]:
    """A collection on its own page; its cases stand there while they fit, else on pages of their own."""
    collection = compose_collection(shelf.composer, record)
    path = shelf.page_of(record.id) or ""
    sheet = Sheet(shelf, path, collection.title, (record.id,), Card("汇编"))
    badges = (badge("汇编"), download_link(sheet, record))
    add_head(sheet, (collection.publisher, collection.published), badges)
    sheet.unit("", f"{collection.publisher}，{collection.published}")
    if collection.preface:
        sheet.heading(2, "前言", "preface")
        add_blocks(sheet, collection.preface, "preface-")
    count = sum(len(chapter.articles) for chapter in collection.chapters)
    sheet.heading(2, f"目录（{count} 个案例）", "contents")
    lists = () if count <= PER_PAGE else chapter_pages(shelf, record, collection)
    for number, chapter in enumerate(collection.chapters[:PER_PAGE]):
        add_chapter(sheet, record, chapter, number, linked=bool(lists))
    if len(collection.chapters) > PER_PAGE:
        sheet.note(f"另有 {len(collection.chapters) - PER_PAGE} 组，见汇编的 Word 文件。")
    add_sources(sheet, record)
    return (sheet.page(), *lists)


def add_chapter(
    sheet: Sheet, record: CollectionRecord, chapter: Chapter, number: int, *, linked: bool
) -> None:
    """A chapter with its cases, or with a link to their list."""
    sheet.heading(3, chapter.title, chapter.id)
    if linked:
        words = f"{len(chapter.articles)} 个案例"
        sheet.add(f"<p>{sheet.link(chapter_path(record, number, 1), words)}</p>")
    else:
        add_entries(sheet, [sheet.shelf.library.entries[article.id].record for article in chapter.articles])


def chapter_path(record: CollectionRecord, chapter: int, number: int) -> str:
    """A page of the cases of a chapter."""
    return f"browse/collections/{file_name(record.id)}/{chapter + 1}/{number}.md"


def chapter_pages(shelf: Shelf, record: CollectionRecord, collection: Collection) -> tuple[Page, ...]:
    """The cases of each chapter of a large collection."""
    above = ((shelf.page_of(record.id) or "", escape(collection.title)),)
    return tuple(
        page
        for position, chapter in enumerate(collection.chapters)
        for page in paged(
            shelf,
            lambda number, position=position: chapter_path(record, position, number),  # type: ignore[misc]
            chapter.title,
            tuple(shelf.library.entries[article.id].record for article in chapter.articles),
            add_entries,
            parents=above,
        )
    )
