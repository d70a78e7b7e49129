"""The page of a 政策: what it is, whether it is in force, its provisions, its chain, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.chain.effect import Change
from generator.compose.case import known
from generator.document import Block, Blocks, Heading, OfficialDocument, Paragraph, Table
from generator.hanzi.docnumber import DocNumber
from generator.models.policy import IssuingFacts, Policy, Status, TextState
from generator.pages.listing.groups import list_link, region_link
from generator.pages.markup import BREAK, badge, escape, tag
from generator.pages.records.chain import add_chain
from generator.pages.records.common import (
    STATUS_WORDS,
    TEXT_WORDS,
    TONES,
    add_head,
    add_holders,
    add_sources,
    citation_link,
    day_words,
    download_link,
    effect_of,
    kept,
    provision_link,
    status_badge,
)
from generator.pages.records.mentions import add_mentions
from generator.pages.reference import rule_link
from generator.pages.sheet import Card, Page, Sheet
from generator.pages.shelf import Shelf

STUB_NOTE = "本库只收有这份文件的题录，没有收录正文。需要全文时，请向发文机关索取或查阅其正式文本。"
DIGEST_NOTE = "以下为摘编：按原文条款次序用我们的话转述，条文以印发原件为准。"
BANNERS = {Status.REPEALED: "bad", Status.LAPSED: "bad", Status.AMENDED: "warn", Status.NOT_YET: "warn"}
"""Tones of the banner at the head of a text that is not simply in force."""


def policy_page(shelf: Shelf, policy: Policy) -> Page:
    """A policy on its own page."""
    document = shelf.document(policy)
    sheet = Sheet(
        shelf, shelf.page_of(policy.id) or "", document.title, (policy.id,), policy_card(shelf, policy)
    )
    badges = (
        status_badge(sheet.shelf, policy),
        badge(TEXT_WORDS[policy.text_state]),
        badge(policy.authority.value),
    )
    add_head(sheet, (shelf.number_of(policy),), (*badges, download_link(sheet, policy)), policy.summary or "")
    sheet.unit("", "，".join((*policy.issuers, policy.summary or "")))
    add_status_banner(sheet, policy)
    sheet.facts(policy_facts(sheet, policy))
    add_text(sheet, policy, document)
    add_demands(sheet, policy)
    add_chain(sheet, policy)
    add_relations(sheet, policy)
    add_mentions(sheet, policy)
    add_holders(sheet, policy)
    add_sources(sheet, policy)
    return sheet.page()


def policy_card(shelf: Shelf, policy: Policy) -> Card:
    """What search knows of a policy."""
    state = effect_of(shelf, policy).status
    status = STATUS_WORDS.get(state, state.value)
    key = policy.number.key if isinstance(policy.number, DocNumber) else ""
    number = shelf.number_of(policy)
    aliases = (*policy.aliases, number, *policy.issuers)
    return Card("政策", number, key, status, TONES[state], aliases)


def add_status_banner(sheet: Sheet, policy: Policy) -> None:
    """A text that has ended, was amended or is still to come says so at its head, and by which text."""
    effect = effect_of(sheet.shelf, policy)
    tone = BANNERS.get(effect.status)
    if tone is None:
        return
    day = f"（{day_words(effect.since)}）" if effect.since else ""
    links = escape("、").join(change_link(sheet, change) for change in effect.changes)
    basis = escape("，废止依据：" if effect.ended else "，修改依据：") + links if links else ""
    reason = "" if links or not effect.reason else escape(f"，{effect.reason}")
    differs = effect.status is not policy.status and policy.status is not Status.UNVERIFIED
    stated = tag("span", escape(f"（记录写的是“{policy.status.value}”）"), class_="about") if differs else ""
    told = f"<strong>{escape(effect.status.value + day)}</strong>{basis}{reason}{stated}"
    sheet.add(f'<div class="banner banner-{tone}">{told}</div>')


def change_link(sheet: Sheet, change: Change) -> str:
    """The text that repealed or amended this one, with the provision that says so."""
    text = citation_link(sheet, sheet.shelf.library.entries[change.by].record)
    concerned = escape(f"（涉及{change.anchor}）") if change.anchor else ""
    return f"{text} {provision_link(sheet, change.by, change.source)}{concerned}"


def policy_facts(sheet: Sheet, policy: Policy) -> Iterator[tuple[str, str]]:
    """The metadata."""
    yield "发文字号", escape(str(policy.number))
    yield "发文机关", "、".join(list_link(sheet, "policies", "issuer", name) for name in policy.issuers)
    yield "文种", escape(known(policy.genre))
    yield "效力级别", list_link(sheet, "policies", "authority", policy.authority.value)
    yield "适用地区", region_link(sheet, policy.region)
    yield "时间", escape(policy.known_time.text if policy.known_time else "")
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


# --- the text -----------------------------------------------------------------------------------


def add_text(sheet: Sheet, policy: Policy, document: OfficialDocument) -> None:
    """The provisions with their anchors; a stub says plainly that there are none."""
    sheet.heading(2, "正文", "text")
    if not document.body:
        sheet.note(STUB_NOTE, "notice")
        return
    if policy.text_state is TextState.DIGEST:
        sheet.note(DIGEST_NOTE, "notice")
    add_blocks(sheet, document.body, "")
    if document.note and sheet.shelf.audience.value == "print":
        sheet.note(f"（{document.note}）")
    add_attachments(sheet, document)


def add_attachments(sheet: Sheet, document: OfficialDocument, prefix: str = "") -> None:
    """Attachments in place; a whole document that is enclosed stands on its own page."""
    for attachment in document.attachments:
        label = f"{attachment.label}　{attachment.title}"
        sheet.heading(2, label, f"{prefix}{attachment.id}")
        sheet.trail = [label]
        if isinstance(attachment.content, OfficialDocument):
            enclosed = sheet.shelf.library.entries[attachment.content.id].record
            sheet.add(f"<p>{escape('全文附后，见：')}{citation_link(sheet, enclosed)}</p>")
        else:
            add_blocks(sheet, attachment.content, prefix)


def add_blocks(sheet: Sheet, blocks: Blocks, prefix: str) -> None:
    """Blocks of a text, one heading level below its title, each provision with its link."""
    for block in blocks:
        add_block(sheet, block, prefix)


def add_block(sheet: Sheet, block: Block, prefix: str) -> None:
    """One block."""
    match block:
        case Heading():
            sheet.tree_heading(block, prefix, below=2)
        case Paragraph():
            sheet.tree_paragraph(block, prefix)
        case Table():
            sheet.tree_table(block, prefix)


# --- what it demands, and what it rests on --------------------------------------------------------


def add_demands(sheet: Sheet, policy: Policy) -> None:
    """What the text asks of whom, until when."""
    if not policy.demands:
        return
    sheet.heading(2, "要求一览", "demands")
    rows = (
        (
            provision_link(sheet, policy.id, demand.anchor),
            escape("、".join(demand.who)),
            escape(demand.what) + (f"{BREAK}{rule_link(sheet, demand.rule)}" if demand.rule else ""),
            escape(demand.until or ""),
            kept(escape(demand.force or "")),
        )
        for demand in policy.demands
    )
    sheet.grid(("条款", "主体", "事项", "期限", "强度"), rows, "demands-table")


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
