"""Blocks of the body: headings, paragraphs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import Heading, Paragraph, Table, Text
from generator.word.pen import KEEP_NEXT
from generator.word.sideways import begin_sideways
from generator.word.table import table_xml
from generator.word.unwritable import UnwritableError

if TYPE_CHECKING:
    from generator.document import Block, Blocks
    from generator.word.pen import Pen

HOLD = KEEP_NEXT + "<w:widowControl/>"
"""Holds the last two lines of a paragraph to the next."""
HEADING_STYLES = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}


def blocks_xml(pen: Pen, blocks: Blocks, *, held: int = 0, turned: bool = False) -> str:
    """All blocks.

    Args:
        pen: Styles and standard.
        blocks: In their order.
        held: How many at the end stay on the page of what follows (clause 7.3.5.5).
        turned: Whether the page lies sideways already where the first block begins.
    """
    first_held = len(blocks) - held
    written = [block_xml(pen, block, HOLD if at >= first_held else "") for at, block in enumerate(blocks)]
    if blocks and turned:
        written[0] = written[0].removeprefix(begin_sideways())
    return "".join(written)


def block_xml(pen: Pen, block: Block, keep: str = "") -> str:
    """One block; a heading holds to what follows anyhow."""
    match block:
        case Paragraph():
            return paragraph_xml(pen, block, keep)
        case Heading():
            return heading_xml(pen, block)
        case Table():
            before = begin_sideways() if block.sideways else ""
            return before + table_xml(pen, block, KEEP_NEXT if keep else "")


def heading_xml(pen: Pen, heading: Heading) -> str:
    """A heading on a line of its own, in the style of its level (clause 7.3.3).

    Raises:
        UnwritableError: A level that the standard does not know.
    """
    if heading.level not in HEADING_STYLES:
        raise UnwritableError(heading.text)
    words = (Text(heading.label), *heading.inlines)
    return pen.line(HEADING_STYLES[heading.level], pen.runs.inlines(words))


def paragraph_xml(pen: Pen, paragraph: Paragraph, keep: str = "") -> str:
    """A paragraph of the body, with the heading that runs into it, if any."""
    runs = pen.text_runs
    lead = runs.heading(paragraph.lead) if paragraph.lead else ""
    return pen.line("公文正文", lead + runs.inlines(paragraph.inlines), keep)
