"""Who cites a text: policies, documents, cases, practices and rules; many of them on pages of their own.

Mentions stand in the order of the text's provisions, and each provision leads to its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from generator.compose.address import file_stem
from generator.library import Mention
from generator.models.case import Case
from generator.models.record import Record
from generator.pages.listing.paging import PER_PAGE, paged
from generator.pages.markup import escape, tag
from generator.pages.records.common import citation_link, kept, provision_link
from generator.pages.reference import rule_link
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

MOST_SHOWN = 30
"""Mentions on the page of the text itself; more of them are listed on pages of their own."""
MOST_LISTED = 20
"""Cases that its page lists by themselves."""
HEAD = ("何处", "关系", "所引条款")
RULE = "制度参数"
Cited = tuple[str, ...]


def mentions_path(record_id: str, number: int) -> str:
    """A page of the mentions of a record."""
    return f"browse/mentions/{file_stem(record_id)}/{number}.md"


def cited_anchor(block: str) -> str:
    """The id of the first mention of a provision in the list."""
    return f"cited-{block}"


def mentions_of(shelf: Shelf, record_id: str) -> tuple[Mention, ...]:
    """The mentions of a record and the rules that rest on it, by its provisions; of the whole text first."""
    rules = (
        Mention(rule.id, RULE, record_id, target_anchor=rule.basis.anchor or "")
        for rule in shelf.rules_on.get(record_id, ())
        if not isinstance(rule.basis, str)
    )
    anchors = shelf.anchors(record_id)
    places = {block: place for place, block in enumerate(dict.fromkeys(anchors.values()))}
    mentions = (*shelf.library.mentions_of.get(record_id, ()), *rules)
    return tuple(sorted(mentions, key=lambda one: places.get(block_of(shelf, one), -1)))


def block_of(shelf: Shelf, mention: Mention) -> str:
    """The id of the provision that a mention cites; empty for the whole text, or for one it does not have."""
    return shelf.anchors(mention.target).get(mention.target_anchor, "")


# --- at each provision ----------------------------------------------------------------------------


def cited_links(sheet: Sheet, record: Record) -> dict[str, str]:
    """“被引 N 处” for each provision that is cited, leading to its mentions, by the provision's id."""
    mentions = mentions_of(sheet.shelf, record.id)
    blocks = [block_of(sheet.shelf, mention) for mention in mentions]
    counts = Counter(blocks)
    links = {}
    for block, count in counts.items():
        if block:
            path = list_path(sheet, record, blocks.index(block), len(mentions))
            links[block] = sheet.link(path, f"被引 {count} 处", cited_anchor(block), "cited")
    return links


def list_path(sheet: Sheet, record: Record, place: int, count: int) -> str:
    """The page that shows the mention at a place of the list: this one, or one of the list's own."""
    return sheet.path if count <= MOST_SHOWN else mentions_path(record.id, place // PER_PAGE + 1)


# --- the list -------------------------------------------------------------------------------------


def add_mentions(sheet: Sheet, record: Record) -> None:
    """Who cites the text, as far as its own page has room."""
    mentions = mentions_of(sheet.shelf, record.id)
    if not mentions:
        return
    sheet.heading(2, f"谁引用了它（{len(mentions)}）", "mentions")
    whole = len(mentions) <= MOST_SHOWN
    add_mention_rows(sheet, mentions[:MOST_SHOWN], anchored=whole)
    if not whole:
        words = f"查看全部 {len(mentions)} 处引用"
        sheet.add(f"<p>{sheet.link(mentions_path(record.id, 1), words)}</p>")


def add_mention_rows(sheet: Sheet, mentions: Sequence[Mention], *, anchored: bool = True) -> None:
    """Mentions as a table; the first of each provision bears its id where the page holds them all."""
    rows: list[Cited] = []
    for block, group in groupby(mentions, key=lambda one: block_of(sheet.shelf, one)):
        for number, mention in enumerate(group):
            first = number == 0 and block and anchored
            rows.append(mention_row(sheet, mention, cited_anchor(block) if first else ""))
    sheet.grid(HEAD, rows, "mentions-table")


def mention_row(sheet: Sheet, mention: Mention, anchor: str = "") -> Cited:
    """Who cites, with the provision on either side."""
    there = provision_link(sheet, mention.target, mention.target_anchor)
    marked = f'<span id="{anchor}">{there}</span>' if anchor else there
    entry = sheet.shelf.library.entries.get(mention.by)
    if entry is None:
        return rule_words(sheet, mention.by), kept(escape(mention.type)), marked
    place = provision_link(sheet, mention.by, mention.anchor)
    return f"{citation_link(sheet, entry.record)} {place}", kept(escape(mention.type)), marked


def rule_words(sheet: Sheet, rule_id: str) -> str:
    """A rule with what it says, and how far it was verified."""
    rule = sheet.shelf.library.rules[rule_id]
    return rule_link(sheet, rule_id) + small(f"{rule.content}（{rule.verification.value}）")


def small(words: str) -> str:
    """A line below another."""
    return tag("span", escape(words), class_="about") if words else ""


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


# --- the cases that rest on the text --------------------------------------------------------------


def add_resting_cases(sheet: Sheet, record: Record) -> None:
    """The cases that rest on the text, each once, with the provisions that they name."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions_of(sheet.shelf, record.id):
        if sheet.shelf.library.find(mention.by, Case):
            found.setdefault(mention.by, []).append(mention)
    if not found:
        return
    sheet.heading(2, f"依据它的案例（{len(found)}）", "resting-cases")
    sheet.items(case_line(sheet, group) for group in islice(found.values(), MOST_LISTED))
    if len(found) > MOST_LISTED:
        link = sheet.link(mentions_path(record.id, 1), "查看全部引用")
        sheet.add(f"<p>{escape(f'另有 {len(found) - MOST_LISTED} 个案例，')}{link}</p>")


def case_line(sheet: Sheet, mentions: Sequence[Mention]) -> str:
    """A case with its place and what it names of the text."""
    case = sheet.shelf.library.entries[mentions[0].by].record
    names = dict.fromkeys(mention.target_anchor for mention in mentions if mention.target_anchor)
    places = escape("、").join(provision_link(sheet, mentions[0].target, name) for name in names)
    return f"{sheet.record_link(case)} {places}{small(sheet.shelf.region_of(case) or '')}"
