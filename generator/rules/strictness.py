"""Rules that speak of one matter side by side, the stricter first."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.library import Library
from generator.models.fields import YesNo
from generator.models.judging import Judging, JudgingKind
from generator.models.record import Verification
from generator.models.reference import Rule

TERMS = (JudgingKind.TERM_LIMIT, JudgingKind.RENEWAL_LIMIT)
ALONE = (JudgingKind.REPORTING, JudgingKind.CATALOGUE_LEVELS, JudgingKind.METHOD_SINCE, JudgingKind.ELEMENTS)
"""Two rules of one of these kinds ask for different things."""
RANKS = {Verification.VERIFIED: 0, Verification.PARTLY: 1, Verification.UNVERIFIED: 2}
DAYS_OF_A_WORKDAY = Decimal(7) / 5
"""Calendar days that a working day takes on average."""
LENIENT = Decimal("Infinity")


def matter_of(rule: Rule) -> str:
    """What a rule is about, so that two on the same matter are found: 合同备案, 合同期限, 负面清单."""
    judging = rule.judging
    if judging is None:
        return ""
    if judging.kind in TERMS:
        return "合同期限"
    if judging.kind is JudgingKind.WITHIN_DAYS or (judging.end and judging.days):
        return judging.end.value if judging.end else ""
    if judging.kind is JudgingKind.THRESHOLD:
        return judging.procedure or ""
    return "" if judging.kind in ALONE else judging.kind.value


def strictness(judging: Judging) -> Decimal:
    """A measure of a rule among those on its matter: the smaller, the stricter."""
    if judging.days:
        return judging.days * (DAYS_OF_A_WORKDAY if judging.workdays is YesNo.YES else Decimal(1))
    if judging.longest:
        return Decimal(judging.usual or judging.longest)
    if judging.amount and judging.amount.base is not None:
        return judging.amount.base
    if judging.methods:
        return Decimal(len(judging.methods))
    return Decimal(-len(judging.words)) if judging.words else Decimal(0)


def by_strictness(rules: Iterable[Rule], library: Library | None = None) -> tuple[Rule, ...]:
    """Rules on one matter, the stricter first; equal ones by how far they are verified, then by level."""

    def key(rule: Rule) -> tuple[Decimal, int, int, str]:
        depth = len(library.region_path(rule.region)) if library else 0
        strict = strictness(rule.judging) if rule.judging else LENIENT
        return strict, RANKS[rule.verification], depth, rule.id

    return tuple(sorted(rules, key=key))


def competing(library: Library, rule: Rule) -> tuple[Rule, ...]:
    """All rules on the matter of a rule whose places overlap with its own, itself included, strict first.

    Empty where there is no other, or where the rule is only read and not judged.
    """
    matter = matter_of(rule)
    others = [
        other
        for other in library.rules.values()
        if matter
        and matter_of(other) == matter
        and other.in_force is YesNo.YES
        and overlap(library, rule, other)
    ]
    return by_strictness(others, library) if any(other.id != rule.id for other in others) else ()


def overlap(library: Library, one: Rule, other: Rule) -> bool:
    """Whether there is a place where both rules apply."""
    return library.lies_in(one.region, other.region) or library.lies_in(other.region, one.region)
