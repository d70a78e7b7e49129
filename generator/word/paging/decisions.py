"""What the standard makes depend on pages, decided by the estimate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.document import Heading, Imprint, OfficialDocument, Paragraph
from generator.standard import ImprintPage
from generator.word.closing.signature import signed
from generator.word.imprint import encloses_imprint, imprint_height
from generator.word.paging.flow import Line, Page, Part, paginate
from generator.word.paging.lines import (
    LINES_HELD,
    Ruler,
    block_lines,
    body_lines,
    closing_lines,
    document_lines,
    held_blocks,
    note_lines,
    opening_lines,
    ruler_of,
)
from generator.word.sections import SectionKind, section_mark

if TYPE_CHECKING:
    from generator.standard import Standard

NEEDED_LINES = 2
"""Of 主送机关: one line is never too many."""


def move_addressees(standard: Standard, document: OfficialDocument) -> OfficialDocument:
    """The document with 主送机关 in the 版记 where they leave no room for text on page one.

    GB/T 9704-2012 clauses 7.3.2 and 7.4.2.  The document itself is not changed.
    """
    if not document.addressees or not document.body:
        return document
    ruler = ruler_of(standard)
    lines = len(ruler.lines(document.addressees, Part.ADDRESSEES, ruler.measure()))
    if lines < NEEDED_LINES:
        return document
    above = sum(line.height for line in opening_lines(ruler, document))
    text = ruler.pitch * (2 if isinstance(document.body[0], Heading) else 1)
    room = ruler.upright
    if above + text <= room or above - lines * ruler.pitch + text > room:
        return document
    imprint = document.imprint or Imprint()
    moved = (*imprint.addressees, document.addressees.rstrip("：:"))
    return replace(document, addressees="", imprint=replace(imprint, addressees=moved))


def estimate_pages(standard: Standard, document: OfficialDocument) -> tuple[Page, ...]:
    """The pages of a document with all its attachments, the 版记 where there is room for it."""
    return paginate(*whole_document(standard, document))


def whole_document(standard: Standard, document: OfficialDocument) -> tuple[list[Line], int, int]:
    """The lines of a document at the pitch that its closing needs, and the heights of its pages."""
    ruler = ruler_of(standard)
    plan = plan_closing(standard, document)
    lines = list(document_lines(ruler, document, plan.pitch, at_risk=plan.at_risk))
    return lines, ruler.upright, ruler.turned


@dataclass(frozen=True, slots=True)
class Closing:
    """How the closing is kept on a page with text (clause 7.3.5.5).

    Attributes:
        pitch: The pitch in twips that brings it there; 0 for the usual one.
        at_risk: Whether it still might stand alone, so that the last lines of the text are held to it.
        whole: Whether 附件说明 and signature find room on one page, and so hold together.
    """

    pitch: int = 0
    at_risk: bool = False
    whole: bool = True


def plan_closing(standard: Standard, document: OfficialDocument) -> Closing:
    """How the closing of a document is kept on a page with text.

    The usual pitch is kept where it does that, and where no pitch within the limits would do: then
    the last lines of the text are held to the closing and go over to its page.
    """
    usual = ruler_of(standard)
    if not signed(document.signature) or not document.body:
        return Closing()
    height = sum(line.height for line in closing_lines(usual, document))
    if height + LINES_HELD * usual.pitch > usual.upright:
        return Closing(at_risk=True, whole=False)
    last, needed = last_page(usual, document), needed_lines(standard, document)
    if count_text(last) >= needed:
        rest = usual.upright - sum(line.height for line in last)
        return Closing(at_risk=rest < usual.pitch)
    held = held_blocks(standard, document.body, at_risk=False)
    for ruler in other_pitches(usual, looser=not held):
        if count_text(last_page(ruler, document)) >= needed:
            return Closing(ruler.pitch)
    return Closing(at_risk=count_text(last) == 0)


def needed_lines(standard: Standard, document: OfficialDocument) -> int:
    """How many lines of text are to stand above the closing, were nothing held to it.

    Short paragraphs are held to it anyhow.  Of a long one two lines are to come over by themselves:
    LibreOffice moves as a whole what is held, and might leave the first page without text.
    """
    last = document.body[-1]
    long = isinstance(last, Paragraph) and block_lines(standard, last) > LINES_HELD
    return LINES_HELD if long else 1


def other_pitches(usual: Ruler, *, looser: bool) -> Iterator[Ruler]:
    """Rulers of a smaller and smaller pitch, then of a larger and larger one, within the limits."""
    standard, step = usual.standard, usual.standard.twips("紧排行距级差")
    first, last = (usual.pitch - 1) // step * step, standard.twips("紧排行距下限")
    yield from (usual.at(pitch) for pitch in range(first, last - 1, -step))
    if looser:
        first, last = (usual.pitch // step + 1) * step, standard.twips("松排行距上限")
        yield from (usual.at(pitch) for pitch in range(first, last + 1, step))


def last_page(ruler: Ruler, document: OfficialDocument) -> Page:
    """The page on which the signature stands, were nothing held to it."""
    lines = [
        *opening_lines(ruler, document),
        *body_lines(ruler, document.body),
        *closing_lines(ruler, document),
        *note_lines(ruler, document),
    ]
    return paginate(lines, ruler.upright, ruler.turned)[-1]


def count_text(page: Page) -> int:
    """How many lines of the body stand on a page."""
    return sum(line.part is Part.BODY for line in page)


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
    lines, upright, turned = whole_document(standard, document)
    pages = paginate([line for line in lines if line.part is not Part.IMPRINT], upright, turned)
    if len(pages) % 2:
        return section_mark(SectionKind.UPRIGHT), section_mark(SectionKind.EVEN)
    used = sum(line.height for line in pages[-1])
    room = 0 if encloses_imprint(document) or pages[-1][-1].turned else upright - used
    if room >= height:
        return "", ""
    return section_mark(SectionKind.UPRIGHT), section_mark(SectionKind.EVEN_BLANK)
