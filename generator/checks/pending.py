"""What an import leaves to people.

PEND001: a field that could not be told for certain, until its 待确认 is deleted.  PEND002: a name and a
telephone number in the text itself, which the site prints; a contact under 联系人 stays on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.library import Library
from generator.models.policy import Policy, TextState
from generator.models.record import Pending, Record
from generator.problems import Level, Place, Problem

RELIED_ON = frozenset({"标题", "文号", "发文机关", "公开属性", "文种"})
"""Fields by which others cite a text, and that decide who may read it."""
CONTACT = re.compile(
    r"联系(?:人|电话|方式)[^。；]{0,30}?(?:(?<!\d)0\d{2,3}[-—－ ]?\d{7,8}|(?<!\d)1[3-9]\d{9})(?!\d)"
)


def check_pending(library: Library) -> Iterator[Problem]:
    """Every entry of 待确认 that is left, and contacts in the text of what goes to the site."""
    for record in library.every(Record):
        for position, pending in enumerate(record.pending):
            level = Level.WARNING if pending.field in RELIED_ON else Level.HINT
            place = library.place(record.id, "待确认", position)
            yield Problem(level, "PEND001", message_for(record, pending), place, hint_for(pending))
    for policy in library.every(Policy):
        if policy.text_state is TextState.FULL and policy.publishable:
            yield from contacts_in(library, policy)


def message_for(record: Record, pending: Pending) -> str:
    """What is doubtful, and why."""
    return f"“{record.id}”的“{pending.field}”待确认：{pending.reason}"


def hint_for(pending: Pending) -> str:
    """What to do: choose, or look it up; then delete the entry."""
    if pending.candidates:
        return f"候选：{'、'.join(pending.candidates)}；核对原件改好后，删去这一条待确认"
    return "核对原件，改好后删去这一条待确认"


def contacts_in(library: Library, policy: Policy) -> Iterator[Problem]:
    """Paragraphs of a full text with a contact in them."""
    source = library.source(policy.id)
    for block in source.body:
        found = CONTACT.search(block.text)
        if found:
            message = f"正文里有联系人或电话“{found[0]}”，站点会照印"
            hint = "不想公开的，移到“联系人”（站点不显示）；原件已公开、照印无妨的，不用管"
            yield Problem(Level.HINT, "PEND002", message, Place(source.path, block.line), hint)
