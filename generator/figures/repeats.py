"""SAME001: one passage that is told twice, with another value the second time (714场, 741场).

Two sentences tell the same where they share two facts at least, word for word (label, unit and value);
a label and unit that stand once in each, with different values, are then a disagreement.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from generator.figures.extraction import YEAR, FoundQuantity
from generator.figures.passages import Finding, ReadPassage, shown
from generator.problems import Place

CODE = "SAME001"
LEAST_LABEL = 3
LEAST_SHARED = 2
LEAST_DIGITS = 4
"""Digits that shared values must have together; two counts of one digit agree by chance."""
MOST_ALIKE = 12
"""A fact that stands in more sentences than this is a set phrase and ties none of them together."""
YEARS = re.compile(YEAR)
GENERAL = ("金额", "资金", "预算", "项目", "单位", "部门")

FactKey = tuple[str, str]
"""Label and unit."""


@dataclass(slots=True)
class Sentence:
    """The facts of a sentence, by label and unit, each of which stands once in it."""

    place: Place
    years: frozenset[str]
    facts: dict[FactKey, FoundQuantity] = field(default_factory=dict)


def check_repeats(passages: Iterable[ReadPassage]) -> Iterator[Finding]:
    """Disagreements between the sentences of one or several texts."""
    sentences = [sentence for read in passages for sentence in sentences_of(read)]
    told: set[tuple[FactKey, frozenset[str]]] = set()
    for first, second in alike(sentences):
        for key in (key for key in first.facts if key in second.facts):
            one, other = first.facts[key].quantity, second.facts[key].quantity
            mark = (key, frozenset((one.text, other.text)))
            if one.base != other.base and mark not in told:
                told.add(mark)
                yield disagreement(key, first, second)


def sentences_of(read: ReadPassage) -> Iterator[Sentence]:
    """The sentences of a passage that state facts under labels of their own."""
    by_sentence: dict[str, list[FoundQuantity]] = defaultdict(list)
    for found in read.found:
        by_sentence[found.sentence].append(found)
    for words, found_here in by_sentence.items():
        sentence = Sentence(read.passage.place, frozenset(YEARS.findall(words)))
        times = Counter(key_of(found) for found in found_here)
        for found in found_here:
            key = key_of(found)
            if times[key] == 1 and found.quantity.exact and tells(key[0]):
                sentence.facts[key] = found
        if len(sentence.facts) > LEAST_SHARED:
            yield sentence


def key_of(found: FoundQuantity) -> FactKey:
    """Label without blanks and year, and unit."""
    return YEARS.sub("", shown(found.label)).lstrip("年"), found.quantity.unit


def tells(label: str) -> bool:
    """Whether a label says what it counts."""
    return len(label) >= LEAST_LABEL and label not in GENERAL


def alike(sentences: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of sentences that share facts word for word and speak of the same years."""
    holders: dict[tuple[FactKey, object], list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for key, found in sentence.facts.items():
            holders[key, found.quantity.base].append(number)
    shared: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (_, base), numbers in holders.items():
        for pair in combinations(numbers, 2) if len(numbers) <= MOST_ALIKE else ():
            shared[pair].append(len(str(base).replace(".", "").strip("0")))
    for (one, other), digits in sorted(shared.items()):
        first, second = sentences[one], sentences[other]
        same_years = not first.years or not second.years or first.years == second.years
        if len(digits) >= LEAST_SHARED and sum(digits) >= LEAST_DIGITS and same_years:
            yield first, second


def disagreement(key: FactKey, first: Sentence, second: Sentence) -> Finding:
    """The finding, at the second place."""
    one, other = shown(first.facts[key].quantity.text), shown(second.facts[key].quantity.text)
    where = f"（{first.place}）" if first.place != second.place else ""
    message = f"“{key[0]}”这里写“{other}”，另一处{where}写“{one}”，两处其余的数相同"
    hint = "查明哪个对，改正另一处；确是两回事的，把名称写清楚"
    return Finding(CODE, message, second.place, hint, (other, one))
