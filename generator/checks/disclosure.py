"""公开属性 of the documents that the bureau issues.

DISC001 one that may be published rests on a record that may not, so the site has to leave parts out,
DISC002 a 信息公开选项 without 版记 above which it could stand.
"""

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


def check_disclosure_line(library: Library, trees: Trees) -> Iterator[Problem]:
    """The 信息公开选项 stands above the 版记; without one it falls behind whatever the last page holds."""
    for document in library.every(IssuedDocument):
        tree = trees.documents.get(document.id)
        if tree is None or not tree.disclosure or tree.imprint is not None or not ends_with_a_text(tree):
            continue
        message = "有信息公开选项，没有版记：它会落在最后所附文件的版记旁边"
        hint = "写上“印发机关”“印发日期”（或“抄送”），本文的版记才排得出"
        yield Problem(Level.WARNING, "DISC002", message, library.place(document.id, "公开属性"), hint)


def ends_with_a_text(tree: OfficialDocument) -> bool:
    """Whether the last attachment is a whole document, which ends its page in a way of its own."""
    return bool(tree.attachments) and isinstance(tree.attachments[-1].content, OfficialDocument)


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
