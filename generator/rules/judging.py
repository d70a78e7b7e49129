"""Which rules apply to a record, by its own day and place, and the judgement of each.

A case of 2016 is judged by the rules of 2016.  Rules that came later are shown beside them and
never blamed on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.library import Library
from generator.models.case import Case, Contract
from generator.models.fields import Absent, YesNo
from generator.models.judging import JudgingKind
from generator.models.reference import Rule
from generator.rules.kinds import JUDGES
from generator.rules.methods import method_since
from generator.rules.verdicts import Judgement, Standing, Verdict


def rules_in_force(library: Library, kind: JudgingKind, region: str, day: date) -> tuple[Rule, ...]:
    """The rules of a kind for a place on a day: of the nation and of every region above the place.

    A rule whose first day is not known is left out: nobody can say that it was in force.
    """
    return tuple(
        rule for rule in rules_for(library, kind, region) if standing_on(rule, day, day) is Standing.THEN
    )


def rules_for(library: Library, kind: JudgingKind, region: str) -> Iterator[Rule]:
    """The rules of a kind for a place, of any time, those switched off left out."""
    for rule in library.rules.values():
        active = rule.in_force is YesNo.YES and rule.judging is not None and rule.judging.kind is kind
        if active and library.lies_in(region, rule.region):
            yield rule


def standing_on(rule: Rule, start: date, end: date | None) -> Standing | None:
    """How a rule stands to a time from one day to another; None where it had expired before.

    An open end counts as its beginning: what became of the matter later is not known.
    """
    if isinstance(rule.effective_on, Absent):
        return Standing.UNDATED
    if rule.expires_on and rule.expires_on <= start:
        return None
    if rule.effective_on <= start:
        return Standing.THEN
    return Standing.DURING if end and rule.effective_on <= end else Standing.LATER


def time_of(case: Case) -> tuple[date, date | None] | None:
    """The days by which a case is judged: from the signing of its contract, else from its beginning."""
    signed = case.contract.signed_on if isinstance(case.contract, Contract) else None
    start = signed or case.period.earliest or case.period.latest
    return (start, case.period.latest) if start else None


def judge_case(library: Library, case: Case) -> tuple[Judgement, ...]:
    """What each rule says of a case, kind by kind; later rules only where the case would not meet them."""
    time = time_of(case)
    if time is None:
        return ()
    found = (judgement for kind in JudgingKind for judgement in judge_kind(library, case, kind, time))
    return tuple(found)


def judge_kind(
    library: Library, case: Case, kind: JudgingKind, time: tuple[date, date | None]
) -> Iterator[Judgement]:
    """The rules of one kind on a case."""
    if kind is JudgingKind.METHOD_SINCE:
        yield from judge_method_since(library, case, time)
        return
    judge = JUDGES.get(kind)
    for rule in rules_for(library, kind, case.region) if judge else ():
        standing = standing_on(rule, *time)
        for answer in judge(rule, case) if judge and standing else ():
            blameless = answer.verdict in (Verdict.MEETS, Verdict.UNKNOWN)
            if standing and not (standing is Standing.LATER and blameless):
                yield Judgement(case.id, rule, standing, answer)


def judge_method_since(library: Library, case: Case, time: tuple[date, date | None]) -> Iterator[Judgement]:
    """A method of purchase that did not yet exist: here the later rule is the one that is broken."""
    for rule in rules_for(library, JudgingKind.METHOD_SINCE, case.region):
        standing = standing_on(rule, *time)
        answer = method_since(rule, case, standing) if standing else None
        if standing and answer:
            told = Standing.THEN if answer.verdict is Verdict.FAILS else standing
            yield Judgement(case.id, rule, told, answer)
