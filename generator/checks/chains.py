"""Titles of forwarding notices against the chain that they forward (CHAIN001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.errata import graded
from generator.compose.effective import issuers_of, original_of
from generator.compose.titles import chain_title, short_chain_titles
from generator.hanzi.marks import same_title
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.problems import Level, Problem

BASIS = "转发通知的标题由来文标题构成"


def check_chain_titles(library: Library) -> Iterator[Problem]:
    """The stated title of every policy and document that forwards another text.

    Titles that differ only in the kind of their 书名号 are left to `check_marks`.
    """
    for record in library.every(IssuingFacts):
        stated = record.title if isinstance(record, Policy | IssuedDocument) else None
        facts = original_of(library, record) or record
        expected = chain_title(library, facts)
        if stated and expected and not fits(library, stated, facts):
            message = f"标题写的是“{stated}”，按转发链应为“{expected}”"
            hint = "核对标题、来文标题和“来文机关”（书名号内或书名号外）"
            place = library.place(record.id, "标题")
            yield graded(Problem(Level.ERROR, "CHAIN001", message, place, hint, BASIS), record, stated)


def fits(library: Library, stated: str, facts: IssuingFacts) -> bool:
    """Whether a title is one of those that the chain gives, with the issuing body before it or without."""
    forms = (chain_title(library, facts), *short_chain_titles(library, facts))
    bodies = ("", *issuers_of(library, facts)[:1])
    return any(same_title(stated, f"{body}{form}") for body in bodies for form in forms if form)
