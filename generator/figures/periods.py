"""SUM001 over years: what a text states for 2016年至2017年5月 against what it states for each year in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.figures.extraction import YEAR, FoundQuantity
from generator.figures.passages import Finding, ReadPassage, base_of
from generator.figures.sums import Sum, is_slip, judge, may_be_added

SPAN = re.compile(rf"\s*(?P<first>{YEAR})\s?年?(?:\s?\d{{1,2}}\s?月)?\s?[至到—-]\s?(?P<last>{YEAR})\s?年")
SINGLE = re.compile(rf"\s*(?P<year>{YEAR})\s?年(?!\s?(?:\d{{1,2}}\s?月)?\s?[至到])")


@dataclass(frozen=True, slots=True)
class YearlySentence:
    """A sentence that begins with a year or with a span of years, and its quantities."""

    years: tuple[int, int]
    found: tuple[FoundQuantity, ...]

    def only(self, unit: str) -> FoundQuantity | None:
        """Its one exact quantity of a unit."""
        alike = [one for one in self.found if one.quantity.unit == unit and may_be_added(one)]
        return alike[0] if len(alike) == 1 else None


def check_periods(read: ReadPassage) -> Iterator[Finding]:
    """The figures of a span of years against those of its years, where each year has its sentence.

    Only what looks like a slip of the pen is told: the years may tell of something else.
    """
    sentences = list(yearly(read))
    for number, sentence in enumerate(sentences):
        first, last = sentence.years
        parts = sentences[number + 1 : number + 2 + last - first]
        if first < last and [part.years for part in parts] == [
            (year, year) for year in range(first, last + 1)
        ]:
            yield from compare(sentence, parts, read)


def yearly(read: ReadPassage) -> Iterator[YearlySentence]:
    """The sentences of a passage that begin with a year."""
    for words, group in groupby(read.found, key=lambda one: one.sentence):
        span, single = SPAN.match(words), SINGLE.match(words)
        found = tuple(group)
        if span:
            yield YearlySentence((int(span["first"]), int(span["last"])), found)
        elif single:
            yield YearlySentence((int(single["year"]), int(single["year"])), found)


def compare(whole: YearlySentence, parts: list[YearlySentence], read: ReadPassage) -> Iterator[Finding]:
    """Unit by unit."""
    for total in whole.found:
        unit = total.quantity.unit
        of_years = [part.only(unit) for part in parts]
        if whole.only(unit) is total and None not in of_years:
            known = tuple(one for one in of_years if one is not None)
            if is_slip(sum(map(base_of, known), Decimal(0)), total):
                yield from judge(Sum(total, known, complete=False), read)
