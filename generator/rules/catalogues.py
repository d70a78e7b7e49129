"""目录一致: a catalogue below the province has as many entries of the upper levels as the province's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.library import Library
from generator.models.case import Practice
from generator.models.judging import JudgingKind
from generator.models.policy import Policy
from generator.models.reference import Rule
from generator.quantity import Quantity
from generator.rules.judging import rules_for, standing_on
from generator.rules.verdicts import Answer, Judgement, Verdict

Holder = Policy | Practice


def judge_catalogues(library: Library) -> Iterator[Judgement]:
    """Every policy and practice that counts the levels of a catalogue, by the rules of its place and day.

    Equal counts do not prove equal entries, unequal ones prove unequal entries.
    """
    holders: tuple[Holder, ...] = (*library.every(Policy), *library.every(Practice))
    for record in holders:
        day = day_of(record)
        rules = rules_for(library, JudgingKind.CATALOGUE_LEVELS, record.region) if day else ()
        for rule in rules:
            standing = standing_on(rule, day, day) if day else None
            if standing and record.region != rule.region:
                answers = compare_levels(rule, record, holders)
                yield from (Judgement(record.id, rule, standing, answer) for answer in answers)


def day_of(record: Holder) -> date | None:
    """The day of a text, or the first day that a practice tells of."""
    if isinstance(record, Practice):
        return record.period.earliest or record.period.latest
    days = (record.signed_on, record.printed_on, record.published_on, record.effective_on)
    return next((day for day in days if isinstance(day, date)), None)


def compare_levels(rule: Rule, record: Holder, holders: tuple[Holder, ...]) -> Iterator[Answer]:
    """Each level that must agree, against the catalogue of the place that the rule is for."""
    provincial = [other for other in holders if other.region == rule.region]
    for level in rule.judging.levels if rule.judging else ():
        own = level_count(record, level)
        above = next(filter(None, (level_count(other, level) for other in provincial)), None)
        if own and above:
            says = f"{level}目录{own.count.text}，{rule.region}{above.count.text}"
            verdict = Verdict.MEETS if own.count.base == above.count.base else Verdict.FAILS
            yield Answer(("数据", own.position, "数值"), says, verdict)


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many entries of a level a record counts, and at which place of its 数据."""

    position: int
    count: Quantity


def level_count(record: Holder, level: str) -> LevelCount | None:
    """How many entries of a level a record counts, and where."""
    for position, measure in enumerate(record.measures):
        if measure.name == f"{level}目录" and measure.value:
            return LevelCount(position, measure.value)
    return None
