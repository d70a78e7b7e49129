"""The page of a 政策: what it is, whether it is in force, its provisions, its chain, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.compose.case import known
from generator.document import Block, Blocks, Heading, OfficialDocument, Paragraph, Table
from generator.models.policy import IssuingFacts, Policy, TextState
from generator.pages.comparing.page import add_comparisons, pages_beside
from generator.pages.legislation import add_legislation
from generator.pages.listing.groups import list_link, region_link
from generator.pages.markup import badge, escape, tag
from generator.pages.records.chain import add_chain
from generator.pages.records.common import (
    TEXT_WORDS,
    add_head,
    add_holders,
    add_sources,
    citation_link,
    copy_badge,
    day_words,
    kept,
    provision_link,
    status_badge,
    takeaways,
)
from generator.pages.records.mentions import add_mentions, add_resting_cases, cited_links, mention_pages
from generator.pages.records.policy_citing import add_citation
from generator.pages.records.policy_duties import add_demands, add_handed_on, due_notes
from generator.pages.records.policy_naming import provision_names
from generator.pages.records.policy_status import add_status_banner, changed_notes
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf
from generator.provisions.texts import heading_of

STUB_NOTE = "本库只收有这份文件的题录，没有收录正文。需要全文时，请向发文机关索取或查阅其正式文本。"
DIGEST_NOTE = "以下为摘编：按原文条款次序用我们的话转述，条文以印发原件为准。"
TEXT_ENDS = '<div class="after-text"></div>'
"""Where a printed page ends: what follows is for the screen."""
MOST_NAMED = 3
Notes = Mapping[str, str]
NONE: Notes = MappingProxyType({})


def policy_pages(shelf: Shelf, policy: Policy) -> Iterator[Page]:
    """The page of a policy, the pages of its many mentions, and those that lay it beside other texts."""
    yield policy_page(shelf, policy)
    yield from mention_pages(shelf, policy)
    yield from pages_beside(shelf, policy)


def policy_page(shelf: Shelf, policy: Policy) -> Page:
    """A policy on its own page."""
    document = shelf.document(policy)
    sheet = Sheet(shelf, shelf.page_of(policy.id) or "", document.title, (policy.id,))
    sheet.names = provision_names(document, whole=policy.text_state is TextState.FULL)
    badges = (
        status_badge(sheet.shelf, policy),
        badge(TEXT_WORDS[policy.text_state]),
        badge(policy.authority.value),
        *copy_badge(shelf, policy),
    )
    add_head(sheet, (shelf.number_of(policy),), (*badges, *takeaways(sheet, policy)))
    add_status_banner(sheet, policy)
    if policy.summary:
        sheet.add(tag("p", escape(shelf.bound(policy, policy.summary)), class_="lede"))
    add_citation(sheet, policy)
    sheet.facts(policy_facts(sheet, policy))
    add_text(sheet, policy, document)
    if document.body:
        sheet.add(TEXT_ENDS)
    add_bearings(sheet, policy)
    add_holders(sheet, policy)
    add_sources(sheet, policy)
    add_legislation(sheet, policy)
    return sheet.page()


def add_bearings(sheet: Sheet, policy: Policy) -> None:
    """What the text asks for, where it stands in the chain, what it rests on and what rests on it."""
    add_demands(sheet, policy)
    add_handed_on(sheet, policy)
    add_chain(sheet, policy)
    add_comparisons(sheet, policy)
    add_relations(sheet, policy)
    add_resting_cases(sheet, policy)
    add_mentions(sheet, policy)


def policy_facts(sheet: Sheet, policy: Policy) -> Iterator[tuple[str, str]]:
    """The metadata."""
    yield "发文字号", escape(str(policy.number)) + others_of_number(sheet, policy)
    yield "发文机关", "、".join(list_link(sheet, "policies", "issuer", name) for name in policy.issuers)
    yield "文种", escape(known(policy.genre))
    yield "效力级别", list_link(sheet, "policies", "authority", policy.authority.value)
    yield "适用地区", region_link(sheet, policy.region)
    yield "时间", escape(policy.known_time.words if policy.known_time else "")
    yield "成文日期", escape(day_words(policy.signed_on))
    yield "印发日期", escape(day_words(policy.printed_on))
    yield "公布日期", escape(day_words(policy.published_on))
    yield "施行日期", escape(day_words(policy.effective_on))
    yield "废止日期", escape(day_words(policy.repealed_on))
    yield "主送", escape("，".join(policy.addressees))
    yield "抄送", escape("，".join(policy.copies_to))
    yield "公开属性", escape(policy.disclosure.value if policy.disclosure else "")
    yield "主题", "、".join(list_link(sheet, "policies", "subject", name) for name in policy.subjects)
    yield "别名", escape("、".join(policy.aliases))


def others_of_number(sheet: Sheet, policy: Policy) -> str:
    """A caution where another text of the library bears the same 文号 (文号 are given once)."""
    others = [one for one in sheet.shelf.of_one_number.get(str(policy.number), ()) if one is not policy]
    if not others:
        return ""
    named = escape("、").join(sheet.record_link(one) for one in others[:MOST_NAMED])
    words = f"{escape('库里还有一件写同一文号：')}{named}{escape('。一文一号，引用前请核对原件。')}"
    return tag("span", words, class_="about")


# --- the text -----------------------------------------------------------------------------------


def add_text(sheet: Sheet, policy: Policy, document: OfficialDocument) -> None:
    """The provisions with their anchors; a stub says plainly that there are none."""
    sheet.heading(2, "正文", "text")
    if not document.body:
        sheet.note(STUB_NOTE, "notice")
        return
    if policy.text_state is TextState.DIGEST:
        sheet.note(DIGEST_NOTE, "notice")
    add_blocks(sheet, document.body, "", provision_notes(sheet, policy), changed_notes(sheet, policy))
    if document.note and sheet.shelf.audience.value == "print":
        sheet.note(f"（{document.note}）")
    add_attachments(sheet, document)


def provision_notes(sheet: Sheet, policy: Policy) -> Notes:
    """What stands behind each provision: which day it sets, how often it is cited."""
    parts = (due_notes(sheet, policy), cited_links(sheet, policy))
    blocks = dict.fromkeys(block for part in parts for block in part)
    return {block: "\u3000".join(part[block] for part in parts if block in part) for block in blocks}


def add_attachments(sheet: Sheet, document: OfficialDocument, prefix: str = "") -> None:
    """Attachments in place; a whole document that is enclosed stands on its own page."""
    for attachment in document.attachments:
        label = f"{attachment.label}　{attachment.title}"
        sheet.heading(2, label, f"{prefix}{attachment.id}")
        if isinstance(attachment.content, OfficialDocument):
            enclosed = sheet.shelf.library.entries[attachment.content.id].record
            sheet.add(f"<p>{escape('全文附后，见：')}{citation_link(sheet, enclosed)}</p>")
        else:
            add_blocks(sheet, attachment.content, prefix)


def add_blocks(sheet: Sheet, blocks: Blocks, prefix: str, notes: Notes = NONE, changes: Notes = NONE) -> None:
    """Blocks of a text, one heading level below its title, each provision with its link.

    Args:
        sheet: the page.
        blocks: the text.
        prefix: what ids begin with on this page.
        notes: finished words behind provisions, by their ids.
        changes: finished words on a line of their own below provisions, by their ids.
    """
    for block in blocks:
        heading = heading_of(block)
        named = heading.id if heading else block.id
        add_block(sheet, block, prefix, notes.get(named, ""))
        if named in changes:
            sheet.add(tag("p", changes[named], class_="changed"))


def add_block(sheet: Sheet, block: Block, prefix: str, note: str) -> None:
    """One block; the note stands at the end of a paragraph, and below a heading."""
    marked = tag("span", note, class_="at-provision") if note else ""
    match block:
        case Heading():
            sheet.tree_heading(block, prefix, below=2)
            sheet.add(f"<p>{marked}</p>" if marked else "")
        case Paragraph():
            sheet.tree_paragraph(block, prefix, below=2, after=marked)
        case Table():
            sheet.tree_table(block, prefix)


# --- what it rests on ---------------------------------------------------------------------------


def add_relations(sheet: Sheet, record: IssuingFacts) -> None:
    """The texts that this one names, with the provisions at both ends."""
    if not record.relations:
        return
    sheet.heading(2, "所依据和引用的文件", "relations")
    rows = []
    for relation in record.relations:
        entry = sheet.shelf.library.entries.get(relation.target)
        cited = citation_link(sheet, entry.record) if entry else escape(relation.target)
        there = provision_link(sheet, relation.target, relation.target_anchor or "") if entry else ""
        note = tag("span", escape(relation.note), class_="about") if relation.note else ""
        here = provision_link(sheet, record.id, relation.anchor or "")
        rows.append((kept(escape(relation.type.value)), f"{cited} {there}{note}", here))
    sheet.grid(("关系", "文件", "本文条款"), rows, "relations-table")
