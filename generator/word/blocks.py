"""Blocks of the body: headings, paragraphs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import Heading, Paragraph, Table
from generator.word.pen import KEEP_NEXT
from generator.word.table import table_xml
from generator.word.unwritable import UnwritableError

if TYPE_CHECKING:
    from generator.document import Block, Blocks
    from generator.word.pen import Pen

HEADING_STYLES = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}


def blocks_xml(pen: Pen, blocks: Blocks, *, keep_last: bool = False) -> str:
    """All blocks; `keep_last` holds the last paragraph on the page of what follows (clause 7.3.5.5)."""
    if not blocks:
        return ""
    *before, last = blocks
    written = [block_xml(pen, block) for block in before]
    return "".join(written) + block_xml(pen, last, KEEP_NEXT if keep_last else "")


def block_xml(pen: Pen, block: Block, properties: str = "") -> str:
    """One block; a table takes no paragraph properties."""
    match block:
        case Paragraph():
            return paragraph_xml(pen, block, properties)
        case Heading():
            return heading_xml(pen, block)
        case Table():
            return table_xml(pen, block)


def heading_xml(pen: Pen, heading: Heading) -> str:
    """A heading on a line of its own, in the style of its level (clause 7.3.3).

    Raises:
        UnwritableError: A level that the standard does not know.
    """
    if heading.level not in HEADING_STYLES:
        raise UnwritableError(heading.text)
    runs = pen.runs.words(heading.label) + pen.runs.inlines(heading.inlines)
    return pen.paragraph(HEADING_STYLES[heading.level], runs)


def paragraph_xml(pen: Pen, paragraph: Paragraph, properties: str = "") -> str:
    """A paragraph of the body, with the heading that runs into it, if any."""
    lead = pen.runs.heading(paragraph.lead) if paragraph.lead else ""
    return pen.paragraph("公文正文", lead + pen.runs.inlines(paragraph.inlines), properties)
