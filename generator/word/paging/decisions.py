"""What the standard makes depend on pages, decided by the estimate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.document import Heading, Imprint, OfficialDocument, Paragraph
from generator.word.closing.notes import is_closed
from generator.word.paging.flow import Page, Part, paginate
from generator.word.paging.lines import (
    LINES_HELD,
    Ruler,
    block_lines,
    body_lines,
    closing_lines,
    held_blocks,
    note_lines,
    opening_lines,
    ruler_of,
)

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


@dataclass(frozen=True, slots=True)
class Closing:
    """How the closing is kept on a page with text (clause 7.3.5.5).

    Attributes:
        pitch: The pitch in twips that brings it there; 0 for the usual one.
        tracking: What the paragraphs of the body have beyond the usual tracking for it, in twips.
        at_risk: Whether it still might stand alone, so that the last lines of the text are held to it.
        whole: Whether 附件说明 and signature find room on one page, and so hold together.
    """

    pitch: int = 0
    tracking: int = 0
    at_risk: bool = False
    whole: bool = True


def plan_closing(standard: Standard, document: OfficialDocument) -> Closing:
    """How the closing of a document is kept on a page with text.

    The usual lines are kept where they do that, and where no departure within the limits would do:
    then the last lines of the text are held to the closing and go over to its page.
    """
    usual = ruler_of(standard)
    if not is_closed(document) or not document.body:
        return Closing()
    height = sum(line.height for line in closing_lines(usual, document))
    if height + LINES_HELD * usual.pitch > usual.upright:
        return Closing(at_risk=True, whole=False)
    last, needed = own_pages(usual, document)[-1], needed_lines(standard, document)
    if count_text(last) >= needed:
        rest = usual.upright - sum(line.height for line in last)
        return Closing(at_risk=rest < usual.pitch)
    for lines in range(needed, count_text(last), -1):
        for ruler in departures(usual, document):
            if shares_text(own_pages(ruler, document), lines):
                return Closing(ruler.pitch if ruler.pitch != usual.pitch else 0, ruler.tracking)
    return Closing(at_risk=count_text(last) == 0)


def needed_lines(standard: Standard, document: OfficialDocument) -> int:
    """How many lines of text are to stand above the closing, were nothing held to it.

    Short paragraphs are held to it anyhow.  Of a long one two lines are to come over by themselves:
    LibreOffice moves as a whole what is held, and might leave the first page without text.
    """
    last = document.body[-1]
    long = isinstance(last, Paragraph) and block_lines(standard, last) > LINES_HELD
    return LINES_HELD if long else 1


def departures(usual: Ruler, document: OfficialDocument) -> Iterator[Ruler]:
    """Other pitches and trackings within the limits, from the smallest departure to the largest.

    Lines closer together, then farther apart, then looser characters, alone and with farther lines.
    Text that is held to the closing goes over to its page as it is, and needs no looser setting.
    """
    yield from (usual.at(pitch) for pitch in closer_pitches(usual))
    if held_blocks(usual.standard, document.body, at_risk=False):
        return
    step, most = usual.standard.twips("松排字距级差"), usual.standard.twips("松排字距上限")
    for tracking in range(0, most + 1, step):
        yield from (usual.at(pitch, tracking) for pitch in farther_pitches(usual))


def closer_pitches(usual: Ruler) -> range:
    """Smaller and smaller pitches, down to the limit."""
    standard, step = usual.standard, usual.standard.twips("紧排行距级差")
    return range((usual.pitch - 1) // step * step, standard.twips("紧排行距下限") - 1, -step)


def farther_pitches(usual: Ruler) -> tuple[int, ...]:
    """The usual pitch, then larger and larger ones, up to the limit."""
    standard, step = usual.standard, usual.standard.twips("紧排行距级差")
    first = (usual.pitch // step + 1) * step
    return (usual.pitch, *range(first, standard.twips("松排行距上限") + 1, step))


def own_pages(ruler: Ruler, document: OfficialDocument) -> tuple[Page, ...]:
    """The pages of a document without its attachments and 版记, were nothing held to the closing."""
    lines = [
        *opening_lines(ruler, document),
        *body_lines(ruler, document.body),
        *closing_lines(ruler, document),
        *note_lines(ruler, document),
    ]
    return paginate(lines, ruler.upright, ruler.turned)


def shares_text(pages: tuple[Page, ...], lines: int) -> bool:
    """Whether so many lines of text stand on the last page, and some on the first (clause 7.3.3)."""
    return count_text(pages[-1]) >= lines and count_text(pages[0]) > 0


def count_text(page: Page) -> int:
    """How many lines of the body stand on a page."""
    return sum(line.part is Part.BODY for line in page)
