"""The text of a record as provisions for programs: anchor, heading, paragraphs, tables.

A provision is a heading with all that stands below it, however long, even nothing: so the whole text
can be put together again.  The search cuts the same blocks otherwise (`provisions.units`): it needs
pieces of about one length, joins headings without a text to what follows, and makes lines of tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.compose import Composer
from generator.document import Block, Blocks, Heading, Paragraph, Row, Table
from generator.models.record import Record
from generator.provisions.texts import heading_of, text_of


def provisions_of(composer: Composer, record: Record) -> list[dict[str, Any]]:
    """The provisions of a text in order, each with the id that it has on its page; none of other records."""
    return cut(text_of(composer, record))


def cut(blocks: Blocks) -> list[dict[str, Any]]:
    """Blocks gathered under their headings; what stands before the first heading has none."""
    found: list[dict[str, Any]] = []
    for block in blocks:
        heading = heading_of(block)
        if heading or not found:
            found.append(opened(heading, (heading or block).id))
        add_block(found[-1], block)
    return found


def opened(heading: Heading | None, anchor: str) -> dict[str, Any]:
    """A provision without its text."""
    head = {"heading": heading.text, "level": heading.level} if heading else {}
    return {"anchor": anchor, **head, "paragraphs": []}


def add_block(provision: dict[str, Any], block: Block) -> None:
    """A paragraph or a table joins its provision; a heading is there already."""
    if isinstance(block, Paragraph):
        provision["paragraphs"].append(block.text)
    elif isinstance(block, Table):
        rows = [*cells_of(block.head), *cells_of(block.rows)]
        provision.setdefault("tables", []).append(
            {"title": block.title, "head": len(block.head), "rows": rows}
        )


def cells_of(rows: Iterable[Row]) -> list[list[str]]:
    """The words of the cells, row by row."""
    return [[cell.text for cell in row.cells] for row in rows]
