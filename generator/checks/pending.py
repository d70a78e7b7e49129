"""What an import leaves to people.

PEND001: the fields of a record that could not be told for certain, until each 待确认 is deleted.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import Library
from generator.models.record import Pending, Record
from generator.problems import Level, Problem

RELIED_ON = frozenset({"标题", "文号", "发文机关", "文种"})
"""Fields by which others cite a text.  A text of doubtful 公开属性 is not published: a hint is enough."""
SHOWN, CANDIDATES, LONGEST = 6, 3, 20
"""Fields of a record, candidates of a field and characters of one that a message has room for."""


def check_pending(library: Library) -> Iterator[Problem]:
    """Every record with a 待确认 that is left."""
    for record in library.every(Record):
        if record.pending:
            yield left_open(library, record)


def left_open(library: Library, record: Record) -> Problem:
    """One problem for a record: all its doubtful fields, those that others rely on first."""
    numbered = sorted(enumerate(record.pending), key=lambda one: one[1].field not in RELIED_ON)
    position, first = numbered[0]
    level = Level.WARNING if first.field in RELIED_ON else Level.HINT
    shown = "；".join(doubt_words(pending) for _, pending in numbered[:SHOWN])
    more = f"；另有 {len(numbered) - SHOWN} 处" if len(numbered) > SHOWN else ""
    message = f"“{record.id}”有 {len(numbered)} 处待确认：{shown}{more}"
    place = library.place(record.id, "待确认", position)
    hint = "理由和全部候选见记录的“待确认”；核对原件，改好一处删去一条"
    return Problem(level, "PEND001", message, place, hint)


def doubt_words(pending: Pending) -> str:
    """A field with what it might be, in few words; without candidates, why it is doubtful."""
    names = [shortened(name) for name in pending.candidates[:CANDIDATES]]
    more = "等" if len(pending.candidates) > CANDIDATES else ""
    told = f"候选 {'、'.join(names)}{more}" if names else shortened(pending.reason)
    return f"“{pending.field}”（{told}）"


def shortened(words: str) -> str:
    """The beginning of some words."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
