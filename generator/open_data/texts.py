"""The text of a policy, a document or a collection as provisions: anchor, heading, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.compose import Composer, compose_document
from generator.compose.collection import chosen_cases, preface_of
from generator.document import Block, Blocks, Heading, Paragraph, Row, Table
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record

PREFACE = "preface-"
"""Before the ids of a collection's preface on its page."""


def provisions_of(composer: Composer, record: Record) -> list[dict[str, Any]]:
    """The provisions of a text in order, each with the id that it has on its page; none of other records."""
    match record:
        case Policy():
            return cut(composer.body(record, composer.binder(record)))
        case IssuedDocument():
            return cut(compose_document(composer, record).body)
        case CollectionRecord():
            return cut(preface_of(composer, record, chosen_cases(composer.library, record)), PREFACE)
    return []


def cut(blocks: Blocks, prefix: str = "") -> list[dict[str, Any]]:
    """Blocks gathered under their headings; what stands before the first heading has none."""
    found: list[dict[str, Any]] = []
    for block in blocks:
        heading = (
            block if isinstance(block, Heading) else block.lead if isinstance(block, Paragraph) else None
        )
        if heading or not found:
            found.append(opened(heading, prefix + (heading or block).id))
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
