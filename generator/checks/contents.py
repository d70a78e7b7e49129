"""TEXT001: a document that would be printed without any text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.issue import issues
from generator.compose import Trees
from generator.document import OfficialDocument
from generator.library import Library
from generator.problems import Level, Problem


def check_contents(library: Library, trees: Trees) -> Iterator[Problem]:
    """Documents that have neither a body of their own, nor that of a 底本, nor one that they enclose."""
    for issue in issues(library, trees):
        tree, document = issue.tree, issue.document
        enclosing = any(isinstance(item.content, OfficialDocument) for item in tree.attachments)
        if not tree.body and not document.original and not document.forwards and not enclosing:
            hint = "在记录头（第二个 ---）下面空一行，写正文"
            yield Problem(Level.ERROR, "TEXT001", "公文没有正文", issue.place(), hint)
