"""How a demand comes down the chain of forwarding notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import Demand, IssuingFacts, Policy

CARRIES = re.compile("所?转发|所?印发|遵照|贯彻|执行")
"""A demand of a forwarding notice that only says to do what the forwarded text demands."""


def issued_on(facts: IssuingFacts) -> date | None:
    """The day that a text was signed, else printed, else published; None where no day is known."""
    days = [facts.signed_on, facts.printed_on]
    if isinstance(facts, Policy):
        days.append(facts.published_on)
    return next((day for day in days if isinstance(day, date)), None)


def reckoned_from(facts: IssuingFacts) -> date | None:
    """The day from which deadlines without a year are read: of issue, else the first of the text's year."""
    year = facts.year if isinstance(facts, Policy) else None
    return issued_on(facts) or (date(year, 1, 1) if year else None)


def handed_on(library: Library, policy: IssuingFacts) -> Iterator[tuple[IssuingFacts, ...]]:
    """Every line of notices below a text, from the one that forwards it on; circles end the walk."""
    yield from lines_below(library, policy, ())


def lines_below(
    library: Library, text: IssuingFacts, line: tuple[IssuingFacts, ...]
) -> Iterator[tuple[IssuingFacts, ...]]:
    """The lines that go on from a text."""
    seen = {text.id, *(notice.id for notice in line)}
    for notice in library.chain_down(text.id):
        if notice.id not in seen and not stands_for_another(notice):
            longer = (*line, notice)
            yield longer
            yield from lines_below(library, notice, longer)


def stands_for_another(notice: IssuingFacts) -> bool:
    """Whether a document is made from a recorded policy, which is the notice itself."""
    return isinstance(notice, IssuedDocument) and notice.original is not None


def carrier_of(notice: IssuingFacts) -> Demand | None:
    """The demand of a forwarding notice that hands on the others and asks for nothing of its own."""
    if notice.forwards is None or not isinstance(notice, Policy):
        return None
    return next(
        (
            demand
            for demand in notice.demands
            if not demand.until and not demand.rule and CARRIES.search(demand.what)
        ),
        None,
    )


def is_among(who: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Whether some of those to whom a demand was handed on are among those whom it names.

    市直各部门 is among 市直各部门、单位; a demand that names nobody speaks to everyone.
    """
    return not asked or any(one in named or named in one for one in who for named in asked)


def sets_anew(notice: IssuingFacts, demand: Demand) -> bool:
    """Whether a notice has a demand of its own on the same rule, which takes the place of the one above."""
    own = notice.demands if isinstance(notice, Policy) else ()
    return demand.rule is not None and any(other.rule == demand.rule for other in own)
