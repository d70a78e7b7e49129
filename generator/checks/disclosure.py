"""DISC001: a record that may be published rests on one that may not, so the site has to leave parts out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose import Trees
from generator.document import Bound, OfficialDocument, blocks_of, enclosed, inlines_of
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.problems import Level, Problem


def check_disclosure(library: Library, trees: Trees) -> Iterator[Problem]:
    """The documents that the bureau issues."""
    for document in library.every(IssuedDocument):
        tree = trees.documents.get(document.id)
        if tree is None or not document.publishable:
            continue
        closed = sorted(name for name in records_behind(tree) if is_closed(library, name))
        if closed:
            message = f"公开的公文用到不公开的记录：{'、'.join(closed)}"
            hint = "站点上这些内容会隐去；核对两边的“公开属性”"
            yield Problem(Level.HINT, "DISC001", message, library.place(document.id), hint)


def records_behind(tree: OfficialDocument) -> set[str]:
    """The 编号 of what a document binds, attaches and encloses."""
    found: set[str] = set()
    for inner in enclosed(tree):
        found |= {inner.id, *(attachment.record for attachment in inner.attachments)}
        inlines = (inline for block in blocks_of(inner) for inline in inlines_of(block))
        found |= {inline.record for inline in inlines if isinstance(inline, Bound)}
    return found - {"", tree.id}


def is_closed(library: Library, record_id: str) -> bool:
    """Whether a record is in the library and may not be published."""
    entry = library.entries.get(record_id)
    return entry is not None and not entry.record.publishable
