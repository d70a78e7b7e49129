"""Titles of forwarding notices, built from the chain.

A forwarding title encloses the title of what it forwards, 《 outside and 〈 inside in turn;
the issuing body stands before the marks where that title does not name it.
"""

from __future__ import annotations

from generator.compose.effective import original_of
from generator.hanzi.titles import forwarding_title, short_forwarding_title
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
    return forwarding_title(inner, outer_name(facts, source))


def short_chain_titles(library: Library, facts: IssuingFacts) -> tuple[str, ...]:
    """The short forms of a forwarding title: 转发…关于…的通知, of the text itself and of those above it.

    Most bureaus name the text at the head of the chain, and the body of the text how it came.
    """
    sources = library.chain_up(facts.id) or (
        (first,) if (first := library.find(facts.forwards or "", Policy)) else ()
    )
    named = (with_body(source) for source in reversed(sources))
    return tuple(short_forwarding_title(title) for title in named if "《" not in title)


def with_body(source: Policy) -> str:
    """A title that begins with the body that issued it."""
    return f"{outer_name_of(source)}{source.title}"


def outer_name(facts: IssuingFacts, source: Policy) -> str:
    """The body before the marks: as the record says, else where the title does not begin with it."""
    if facts.outer_name is OuterName.INSIDE:
        return ""
    if facts.outer_name is OuterName.OUTSIDE:
        return source.issuers[0] if source.issuers else ""
    return outer_name_of(source)


def outer_name_of(source: Policy) -> str:
    """The lead body of a text whose title does not begin with it; else nothing."""
    issuer = source.issuers[0] if source.issuers else ""
    return "" if source.title.startswith(issuer) else issuer
