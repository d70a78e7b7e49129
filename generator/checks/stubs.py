"""STUB001: a document that encloses a whole text of which the library holds the title alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.attachments import holder_of
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy
from generator.problems import Level, Problem

HINT = "录入正文，“文本”改为 全文 或 摘编；或删去“全文附后”，把原件装订在后面"


def check_stubs(library: Library) -> Iterator[Problem]:
    """Every attachment of a document of ours, and what these enclose in their turn."""
    for document in library.every(IssuedDocument):
        holder = holder_of(library, document)
        for position, entry in enumerate(holder.attachments):
            enclosed = library.find(entry.record or "", Policy) if entry.whole is YesNo.YES else None
            for policy in texts_within(library, enclosed):
                place = library.place(holder.id, "附件", position)
                yield Problem(Level.WARNING, "STUB001", message_for(policy), place, HINT)


def message_for(policy: Policy) -> str:
    """What the reader would see."""
    return f"附上的“{policy.id}”（文本：{policy.text_state}）没有正文，印出来只有版头和标题"


def texts_within(library: Library, policy: Policy | None) -> Iterator[Policy]:
    """Those without a body among an enclosed text and all that it encloses, each once."""
    waiting, seen = [policy] if policy else [], set[str]()
    while waiting:
        current = waiting.pop()
        seen.add(current.id)
        if not library.source(current.id).body:
            yield current
        for entry in current.attachments:
            inner = library.find(entry.record or "", Policy) if entry.whole is YesNo.YES else None
            waiting += [inner] if inner and inner.id not in seen else []
