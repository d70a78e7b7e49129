"""不得拆分: purchases of one purchaser that only together reach a threshold; candidates, never a verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.library import Library
from generator.models.case import Case
from generator.models.judging import JudgingKind
from generator.models.reference import Rule
from generator.rules.amounts import BUDGET_NAMES, OTHER_NAMES, amount_of, reaches
from generator.rules.judging import rules_in_force

Group = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Split:
    """Cases that may be one purchase in parts.

    Attributes:
        rule: the rule against splitting.
        threshold: the threshold that the whole reaches and no part does.
        cases: the parts.
        total: their sum in yuan.
    """

    rule: Rule
    threshold: Rule
    cases: tuple[Case, ...]
    total: Decimal


def find_splits(library: Library) -> Iterator[Split]:
    """Groups of cases by the same purchaser, in the same field and year, that reach a threshold together."""
    groups: dict[Group, list[Case]] = defaultdict(list)
    for case in library.every(Case):
        for group in groups_of(case):
            groups[group].append(case)
    for _, cases in sorted(groups.items()):
        if len(cases) > 1:
            yield from splits_among(library, tuple(cases))


def groups_of(case: Case) -> Iterator[Group]:
    """Purchaser (by its 编号 in the table of bodies), first field and year of beginning."""
    if case.period.earliest:
        for party in case.purchasers:
            if party.body:
                yield party.body, case.fields[0], case.period.earliest.year


def splits_among(library: Library, cases: tuple[Case, ...]) -> Iterator[Split]:
    """The thresholds that only the sum reaches, at the beginning of the first case."""
    amounts = [amount_in_yuan(case) for case in cases]
    known = [amount for amount in amounts if amount is not None]
    first = cases[0]
    day = first.period.earliest
    if day is None or len(known) < len(cases):
        return
    bans = rules_in_force(library, JudgingKind.NO_SPLITTING, first.region, day)
    for threshold in rules_in_force(library, JudgingKind.THRESHOLD, first.region, day):
        judging = threshold.judging
        if judging and bans and reaches(sum(known, Decimal(0)), judging) and not reaches(max(known), judging):
            yield Split(bans[0], threshold, cases, sum(known, Decimal(0)))


def amount_in_yuan(case: Case) -> Decimal | None:
    """What a case cost."""
    found = amount_of(case, (*BUDGET_NAMES, *OTHER_NAMES))
    return found[0].base if found else None
