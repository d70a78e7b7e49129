"""Titles of forwarding notices against the chain that they forward (CHAIN001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.errata import graded
from generator.compose.effective import original_of
from generator.compose.titles import chain_title
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
        expected = chain_title(library, original_of(library, record) or record)
        if stated and expected and not same_title(stated, expected):
            message = f"标题写的是“{stated}”，按转发链应为“{expected}”"
            hint = "核对标题、来文标题和“来文机关”（书名号内或书名号外）"
            place = library.place(record.id, "标题")
            yield graded(Problem(Level.ERROR, "CHAIN001", message, place, hint, BASIS), record, stated)
