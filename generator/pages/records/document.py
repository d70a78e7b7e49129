"""The page of a 公文 of ours: the text as it is issued, every bound figure leading to its record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.effective import original_of
from generator.document import Imprint, JointMark, OfficialDocument, Signature
from generator.hanzi.calendar import print_day
from generator.models.issued import IssuedDocument
from generator.pages.comparing.page import add_comparisons, pages_beside
from generator.pages.markup import BREAK, badge, escape, tag
from generator.pages.records.chain import add_chain
from generator.pages.records.common import (
    add_sources,
    citation_link,
    copy_badge,
    takeaways,
)
from generator.pages.records.mentions import add_mentions, add_resting_cases, cited_links, mention_pages
from generator.pages.records.policy import TEXT_ENDS, add_attachments, add_blocks, add_relations
from generator.pages.records.policy_citing import add_citation
from generator.pages.records.policy_duties import add_handed_on
from generator.pages.records.policy_naming import provision_names
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

TRACE_NOTE = "带点线的数字由记录计算得出，点开可到出处。"


def document_pages(shelf: Shelf, record: IssuedDocument) -> Iterator[Page]:
    """The page of a document, the pages of its many mentions, and those that lay it beside other texts."""
    yield document_page(shelf, record)
    yield from mention_pages(shelf, record)
    yield from pages_beside(shelf, record)


def document_page(shelf: Shelf, record: IssuedDocument) -> Page:
    """A document on its own page; its chain and relations are those of its 底本 where it has none."""
    document = shelf.document(record)
    sheet = Sheet(shelf, shelf.page_of(record.id) or "", document.title, (record.id,))
    sheet.names = provision_names(document, whole=True)
    add_masthead(sheet, record, document)
    add_citation(sheet, record)
    sheet.heading(2, "正文", "text")
    if document.addressees:
        sheet.add(tag("p", escape(document.addressees), class_="addressees"))
    add_blocks(sheet, document.body, "", cited_links(sheet, record))
    add_close(sheet, document)
    add_attachments(sheet, document)
    sheet.add(TEXT_ENDS)
    add_context(sheet, record)
    add_handed_on(sheet, record)
    add_comparisons(sheet, record)
    add_resting_cases(sheet, record)
    add_mentions(sheet, record)
    add_sources(sheet, record)
    return sheet.page()


def add_context(sheet: Sheet, record: IssuedDocument) -> None:
    """The chain, the 底本 and the relations."""
    original = original_of(sheet.shelf.library, record)
    add_chain(sheet, original if original and not record.forwards else record)
    if original:
        sheet.add(f"<p>{escape('底本：')}{citation_link(sheet, original)}</p>")
    add_relations(sheet, original if original and not record.relations else record)


def add_masthead(sheet: Sheet, record: IssuedDocument, document: OfficialDocument) -> None:
    """版头 as a reader knows it: the mark, the number, a red rule, the title."""
    mark = tag("p", mark_words(document.masthead.mark), class_="mark") if document.masthead.mark else ""
    number = tag("p", escape(document.masthead.number), class_="number") if document.masthead.number else ""
    sheet.add(f'<div class="masthead">{mark}{number}</div>')
    sheet.heading(1, document.title, "")
    urgency = badge(document.masthead.urgency, "warn") if document.masthead.urgency else ""
    copy = copy_badge(sheet.shelf, record)
    parts = (badge(document.genre or record.kind), *copy, urgency, *takeaways(sheet, record))
    sheet.add(tag("p", " ".join(part for part in parts if part), class_="subtitle"))
    sheet.note(TRACE_NOTE)


def mark_words(mark: str | JointMark) -> str:
    """The red mark; the bodies of a joint document stand under each other, 文件 beside them."""
    if isinstance(mark, str):
        return escape(mark)
    return tag("span", BREAK.join(escape(body) for body in mark.bodies), class_="stack") + escape(mark.beside)


def add_close(sheet: Sheet, document: OfficialDocument) -> None:
    """附件说明, 与会人员, 署名 and 成文日期, 附注, 版记."""
    sheet.items(attachment_lines(document), "attachments")
    for group in document.attendance:
        sheet.add(tag("p", escape(f"{group.label}：{'、'.join(group.names)}")))
    if document.signature:
        lines = (escape(line) for line in signature_lines(document.signature) if line)
        sheet.add(f'<div class="signature">{BREAK.join(lines)}</div>')
    if document.note:
        sheet.note(f"（{document.note}）")
    if document.disclosure:
        sheet.note(document.disclosure)
    if document.imprint:
        sheet.add(tag("div", escape(imprint_words(document.imprint)), class_="imprint"))


def attachment_lines(document: OfficialDocument) -> Iterator[str]:
    """附件说明 (GB/T 9704-2012 clause 7.3.4): the word once, then number and title of each."""
    for position, item in enumerate(document.attachments):
        number = "" if item.number is None else f"{item.number}. "
        before = "附件：" if position == 0 else "\u3000\u3000\u3000"
        yield before + escape(f"{number}{item.title}")


def signature_lines(signature: Signature) -> Iterator[str]:
    """署名, or the 职务 of those whose stamp is set, then 成文日期."""
    yield from signature.officials or signature.issuers
    yield print_day(signature.date) if signature.date else ""


def imprint_words(imprint: Imprint) -> str:
    """版记 in one line."""
    addressees = f"主送：{'，'.join(imprint.addressees)}。" if imprint.addressees else ""
    copies = f"抄送：{'，'.join(imprint.copies_to)}。" if imprint.copies_to else ""
    day = f"{print_day(imprint.printed_on)}印发" if imprint.printed_on else ""
    return "\u3000".join(part for part in (addressees, copies, imprint.printer, day, *imprint.others) if part)
