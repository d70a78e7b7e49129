"""What differs between two provisions: sentence by sentence, and within sentences that are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby, zip_longest

ALIKE = 0.5
"""The likeness from which two sentences are told apart character by character."""
SHORT_RUN = 2
"""Equal runs shorter than this between two changes belong to the change: single characters tell nothing."""
LONGEST = 800
"""Characters up to which a sentence is looked into."""


class Change(Enum):
    """How a run of words stands to the other text."""

    SAME = "same"
    WITHIN = "within"
    """Other words in a sentence that both have."""
    WHOLE = "whole"
    """A sentence that the other does not have."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words."""

    change: Change
    text: str


Spans = tuple[Span, ...]


def compare_sentences(first: Sequence[str], second: Sequence[str]) -> tuple[Spans, Spans]:
    """The words of two provisions, each with how they stand to the other."""
    here: list[Span] = []
    there: list[Span] = []
    matcher = SequenceMatcher(None, list(first), list(second), autojunk=False)
    for kind, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if kind == "equal":
            here += (Span(Change.SAME, one) for one in first[a_from:a_to])
            there += (Span(Change.SAME, one) for one in second[b_from:b_to])
            continue
        for one, other in zip_longest(first[a_from:a_to], second[b_from:b_to], fillvalue=""):
            left, right = compare_words(one, other)
            here += left
            there += right
    return joined(here), joined(there)


def compare_words(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """The words of two sentences; sentences that are not alike stand as a whole."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    long = max(len(one), len(other)) > LONGEST
    if long or matcher.real_quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return [Span(Change.WHOLE, one)], [Span(Change.WHOLE, other)]
    here, there = [], []
    for equal, a_from, a_to, b_from, b_to in runs(matcher):
        change = Change.SAME if equal else Change.WITHIN
        here.append(Span(change, one[a_from:a_to]))
        there.append(Span(change, other[b_from:b_to]))
    return here, there


def runs(matcher: SequenceMatcher[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """The runs of two sentences, equal or not; very short equal ones count as changed."""
    for kind, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        yield kind == "equal" and a_to - a_from >= SHORT_RUN, a_from, a_to, b_from, b_to


def joined(spans: Sequence[Span]) -> Spans:
    """Neighbouring runs of words within a sentence as one; sentences stay apart."""
    filled = (span for span in spans if span.text)
    found: list[Span] = []
    for change, group in groupby(filled, key=lambda span: span.change):
        members = list(group)
        if change is Change.WHOLE:
            found += members
        else:
            found.append(Span(change, "".join(member.text for member in members)))
    return tuple(found)
