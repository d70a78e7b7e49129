"""Who cites a text: policies, documents, cases, practices and rules; many of them on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compose.address import file_stem
from generator.library import Mention
from generator.models.record import Record
from generator.pages.listing.paging import paged
from generator.pages.markup import escape
from generator.pages.records.common import citation_link, kept, provision_link
from generator.pages.reference import rule_link
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

MOST_SHOWN = 30
"""Mentions on the page of the text itself; more of them are listed on pages of their own."""
HEAD = ("何处", "关系", "所引条款")
Cited = tuple[str, ...]


def mentions_path(record_id: str, number: int) -> str:
    """A page of the mentions of a record."""
    return f"browse/mentions/{file_stem(record_id)}/{number}.md"


def mentions_of(shelf: Shelf, record_id: str) -> tuple[Mention, ...]:
    """The mentions of a record, and the rules that rest on it in the same form."""
    rules = (
        Mention(rule.id, "制度参数", record_id, target_anchor=rule.basis.anchor or "")
        for rule in shelf.rules_on.get(record_id, ())
        if not isinstance(rule.basis, str)
    )
    return (*shelf.library.mentions_of.get(record_id, ()), *rules)


def add_mentions(sheet: Sheet, record: Record) -> None:
    """Who cites the text, as far as its own page has room."""
    mentions = mentions_of(sheet.shelf, record.id)
    if not mentions:
        return
    sheet.heading(2, f"谁引用了它（{len(mentions)}）", "mentions")
    add_mention_rows(sheet, mentions[:MOST_SHOWN])
    if len(mentions) > MOST_SHOWN:
        words = f"查看全部 {len(mentions)} 处引用"
        sheet.add(f"<p>{sheet.link(mentions_path(record.id, 1), words)}</p>")


def add_mention_rows(sheet: Sheet, mentions: Sequence[Mention]) -> None:
    """Mentions as a table."""
    sheet.grid(HEAD, (mention_row(sheet, mention) for mention in mentions), "mentions-table")


def mention_row(sheet: Sheet, mention: Mention) -> Cited:
    """Who cites, with the provision on either side."""
    there = provision_link(sheet, mention.target, mention.target_anchor)
    entry = sheet.shelf.library.entries.get(mention.by)
    if entry is None:
        return rule_link(sheet, mention.by), kept(escape(mention.type)), there
    place = provision_link(sheet, mention.by, mention.anchor)
    return f"{citation_link(sheet, entry.record)} {place}", kept(escape(mention.type)), there


def mention_pages(shelf: Shelf, record: Record) -> Iterator[Page]:
    """The pages of a text that is cited more often than its own page can show."""
    mentions = mentions_of(shelf, record.id)
    if len(mentions) > MOST_SHOWN:
        title = f"引用“{shelf.title_of(record)}”的记录"
        parents = ((shelf.page_of(record.id) or "", shelf.title_of(record)),)
        yield from paged(
            shelf,
            lambda number: mentions_path(record.id, number),
            title,
            mentions,
            add_mention_rows,
            parents=parents,
        )
