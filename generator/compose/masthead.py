"""版头 of a document by its 版式 (GB/T 9704-2012 clauses 7.2, 10.1 to 10.3)."""

from __future__ import annotations

from generator.compose.facts import Facts, printed
from generator.document import DocumentFormat, JointMark, Masthead
from generator.models.fields import Absent
from generator.models.issued import Direction, IssuedDocument, MarkOf

DOCUMENT, ORDER, DECREE, MINUTES = "文件", "令", "命令", "纪要"
DECREE_ENDS = "命"
"""How the name before 令第N号 ends where the mark says 命令."""


def policy_masthead(facts: Facts, stated: str | None = None) -> Masthead:
    """版头 of a policy of the library: the mark as the record states it, else that of the lead body.

    A text that came without 版头 (a law, rules with a 题注) gets none: its number stands in its 题注.
    """
    if stated == Absent.NONE.value:
        return Masthead("", "")
    built = f"{facts.issuers[0]}{DOCUMENT}" if facts.issuers else ""
    return Masthead(stated or built, str(facts.number or ""), facts.signers)


def masthead_of(document: IssuedDocument, facts: Facts, genre: str, layout: DocumentFormat) -> Masthead:
    """版头 of a document of ours.

    签发人 stand in upward documents only; an order bears its 令号, minutes their 期号.
    """
    return Masthead(
        mark=mark_of(document, facts, genre, layout),
        number=number_of(document, facts, layout),
        signers=tuple(map(printed, facts.signers)) if document.direction is Direction.UP else (),
        copy_number=document.copy_number or "",
        secrecy=document.secrecy or "",
        urgency=document.urgency.value if document.urgency else "",
    )


def mark_of(document: IssuedDocument, facts: Facts, genre: str, layout: DocumentFormat) -> str | JointMark:
    """发文机关标志 as written, else built from the bodies; that of minutes is their title."""
    if document.mark:
        return document.mark
    if layout is DocumentFormat.MINUTES:
        return document.title if document.title and document.title.endswith(MINUTES) else ""
    if not facts.issuers:
        return ""
    ending = mark_ending(facts, genre, layout)
    stacked = document.mark_of is MarkOf.ALL and layout is not DocumentFormat.LETTER
    if len(facts.issuers) > 1 and stacked:
        return JointMark(facts.issuers, ending)
    return facts.issuers[0] + ending


def mark_ending(facts: Facts, genre: str, layout: DocumentFormat) -> str:
    """What follows the name of the body: 文件, nothing on a letter, 令 or 命令 on an order."""
    if layout is DocumentFormat.LETTER:
        return ""
    if layout is not DocumentFormat.ORDER:
        return DOCUMENT
    decree = facts.number.code.endswith(DECREE_ENDS) if facts.number else genre == DECREE
    return DECREE if decree else ORDER


def number_of(document: IssuedDocument, facts: Facts, layout: DocumentFormat) -> str:
    """发文字号; of an order 第N号 alone, for the mark names the body; of minutes first their 期号."""
    if layout is DocumentFormat.MINUTES and document.issue:
        return document.issue
    if facts.number is None:
        return ""
    if layout is DocumentFormat.ORDER and not facts.number.year:
        return f"第{facts.number.serial}号"
    return str(facts.number)
