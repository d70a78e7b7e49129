"""A whole document page by page: with its attachments, each enclosed document closed by a plan of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document import OfficialDocument, Table
from generator.standard import ImprintPage
from generator.word.imprint import encloses_imprint, imprint_height
from generator.word.paging.decisions import move_addressees, plan_closing
from generator.word.paging.flow import Line, Page, Part, paginate
from generator.word.paging.lines import (
    body_lines,
    closing_lines,
    held_body,
    note_lines,
    opening_lines,
    ruler_of,
)
from generator.word.sections import SectionKind, section_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Attachment, Blocks
    from generator.standard import Standard
    from generator.word.paging.lines import Ruler


def estimate_pages(standard: Standard, document: OfficialDocument) -> tuple[Page, ...]:
    """The pages of a document with all its attachments, the 版记 where there is room for it."""
    ruler = ruler_of(standard)
    return paginate(document_lines(ruler, document), ruler.upright, ruler.turned)


def document_lines(ruler: Ruler, document: OfficialDocument) -> Iterator[Line]:
    """Every line of a document, in reading order, as its closing needs them (clause 7.3.5.5).

    Args:
        ruler: With the usual pitch and tracking.
        document: With all that it encloses.
    """
    plan = plan_closing(ruler.standard, document)
    own = ruler.at(plan.pitch or ruler.pitch, plan.tracking)
    yield from opening_lines(own, document)
    yield from held_body(own, document, at_risk=plan.at_risk)
    yield from closing_lines(own, document)
    yield from note_lines(own, document)
    for attachment in document.attachments:
        yield from attachment_lines(ruler, attachment)
    yield from foot_lines(ruler, document)


def attachment_lines(ruler: Ruler, attachment: Attachment) -> Iterator[Line]:
    """An attachment on pages of its own."""
    if not attachment.content:
        return
    if isinstance(attachment.content, OfficialDocument):
        enclosed = move_addressees(ruler.standard, attachment.content)
        for index, line in enumerate(document_lines(ruler, enclosed)):
            yield replace(line, part=Part.ATTACHMENT, new_page=line.new_page or index == 0)
        return
    turned = begins_sideways(attachment.content)
    standard = ruler.standard
    gap = ruler.pitch * standard.count("附件标题隔行")
    title = standard.twips("标题行距")
    yield Line(ruler.pitch, Part.ATTACHMENT, attachment.label, held=True, new_page=True, turned=turned)
    yield Line(gap, Part.ATTACHMENT, held=True, turned=turned)
    for words in attachment.title_lines or (attachment.title,):
        yield Line(title, Part.ATTACHMENT, words, held=True, turned=turned)
    yield Line(ruler.pitch * standard.count("标题下空"), Part.ATTACHMENT, held=True, turned=turned)
    yield from body_lines(ruler, attachment.content, Part.ATTACHMENT)


def begins_sideways(blocks: Blocks) -> bool:
    """Whether the first of some blocks is a table that lies sideways."""
    return bool(blocks) and isinstance(blocks[0], Table) and blocks[0].sideways


def foot_lines(ruler: Ruler, document: OfficialDocument) -> Iterator[Line]:
    """版记 with the 信息公开选项 above it, or the option alone."""
    height = imprint_height(ruler.standard, document)
    if height:
        yield Line(height, Part.IMPRINT, new_page=encloses_imprint(document))
    elif document.disclosure:
        yield Line(ruler.pitch, Part.IMPRINT, held=True)
        yield Line(ruler.pitch, Part.IMPRINT, document.disclosure)


def imprint_page(standard: Standard, document: OfficialDocument) -> tuple[str, str]:
    """What stands before and after the 版记 where it is to be on an even page, else nothing.

    A text that ends on an odd page leaves the back of the sheet to the 版记.  One that ends on an
    even page without room for it leaves a page blank: neither that page nor the page of the 版记
    is numbered then (clause 7.5).
    """
    if standard.custom.imprint_page is not ImprintPage.EVEN:
        return "", ""
    height = imprint_height(standard, document)
    if not height:
        return "", ""
    ruler = ruler_of(standard)
    lines = [line for line in document_lines(ruler, document) if line.part is not Part.IMPRINT]
    pages = paginate(lines, ruler.upright, ruler.turned)
    if len(pages) % 2:
        return section_mark(SectionKind.UPRIGHT), section_mark(SectionKind.EVEN)
    used = sum(line.height for line in pages[-1])
    room = 0 if encloses_imprint(document) or pages[-1][-1].turned else ruler.upright - used
    if room >= height:
        return "", ""
    return section_mark(SectionKind.UPRIGHT), section_mark(SectionKind.EVEN_BLANK)
