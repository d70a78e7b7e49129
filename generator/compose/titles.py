"""Titles of forwarding notices, built from the chain.

A forwarding title encloses the title of what it forwards, 《 outside and 〈 inside in turn;
the issuing body stands before the marks where that title does not name it.
"""

from __future__ import annotations

from generator.compose.effective import original_of
from generator.hanzi.marks import enclose
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, OuterName, Policy


def full_title(library: Library, facts: IssuingFacts) -> str:
    """The title of a policy or document; one without a title gets it from the chain, else from its 底本."""
    stated = facts.title if isinstance(facts, Policy | IssuedDocument) else None
    if stated:
        return stated
    original = original_of(library, facts)
    return chain_title(library, original or facts) or (original.title if original else facts.id)


def chain_title(library: Library, facts: IssuingFacts, seen: tuple[str, ...] = ()) -> str | None:
    """关于转发《…》的通知, built from the far end of the chain; None for a text that forwards nothing.

    The titles that the levels in between state are not asked: a check compares them with this.
    """
    source = library.find(facts.forwards, Policy) if facts.forwards else None
    if source is None or source.id in (*seen, facts.id):
        return None
    inner = chain_title(library, source, (*seen, facts.id)) or source.title
    return f"关于转发{outer_name(facts, source)}{enclose(inner)}的通知"


def outer_name(facts: IssuingFacts, source: Policy) -> str:
    """The body before the marks: as the record says, else where the title does not begin with it."""
    issuer = source.issuers[0] if source.issuers else ""
    if facts.outer_name is OuterName.INSIDE or (facts.outer_name is None and source.title.startswith(issuer)):
        return ""
    return issuer
