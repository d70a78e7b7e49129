"""Contacts in what the site prints (`generator.hanzi.contacts`).

PRIV001 a name or a telephone number in the body of a document or in the full text of a policy, PRIV002 one
in a 要求, which the pages of duties and the calendar repeat.  A contact under 联系人 is printed on paper and
stays off the site.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.hanzi.contacts import find_contact
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy, TextState
from generator.models.record import Disclosure, Record
from generator.problems import Level, Place, Problem


def check_contacts(library: Library) -> Iterator[Problem]:
    """Bodies of documents and policies, and demands, of all that is or may become public."""
    for document in library.every(IssuedDocument):
        if may_be_shown(document):
            hint = "移到“联系人”（印在附注里，站点不显示）；可以公开的办公电话，写明用途，如“服务电话”"
            yield from contacts_in_body(library, document, level_of(document), hint)
    for policy in library.every(Policy):
        if may_be_shown(policy):
            yield from contacts_in_text(library, policy)
            yield from contacts_in_demands(library, policy)


def may_be_shown(record: Record) -> bool:
    """Whether the site shows a record, or will once a person decides that it is public."""
    return record.publishable or record.disclosure is Disclosure.UNDECIDED


def level_of(record: Record) -> Level:
    """A 警告 where the site prints it now, a 提示 while nobody decided."""
    return Level.WARNING if record.publishable else Level.HINT


def contacts_in_text(library: Library, policy: Policy) -> Iterator[Problem]:
    """Those in a full text: what others issued may have been public with them, so it is only a 提示."""
    if policy.text_state is TextState.FULL:
        hint = "不想公开的，移到“联系人”（站点不显示）；原件已公开、照印无妨的，不用管"
        yield from contacts_in_body(library, policy, Level.HINT, hint)


def contacts_in_body(library: Library, record: Record, level: Level, hint: str) -> Iterator[Problem]:
    """Paragraphs of a record that hold a contact."""
    source = library.source(record.id)
    for block in source.body:
        found = find_contact(block.text)
        if found:
            message = f"正文里有联系人或电话“{found}”，站点会照印"
            yield Problem(level, "PRIV001", message, Place(source.path, block.line), hint)


def contacts_in_demands(library: Library, policy: Policy) -> Iterator[Problem]:
    """要求 whose words hold a contact."""
    for position, demand in enumerate(policy.demands):
        for key, words in (("事项", demand.what), ("期限", demand.until or "")):
            found = find_contact(words)
            if found:
                message = f"要求“{demand.id}”里有联系人或电话“{found}”，办理事项的页面和日历会照印"
                hint = f"从“{key}”里删去；原文的联系人写到“联系人”"
                place = library.place(policy.id, "要求", position, key)
                yield Problem(level_of(policy), "PRIV002", message, place, hint)
