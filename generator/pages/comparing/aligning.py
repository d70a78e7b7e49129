"""Which provision of one text answers which of the other: by equal headings, then by likeness of words.

Likeness is found through the pairs of characters that provisions share; pairs that stand nearly everywhere
lead nowhere and are passed over, so that the work grows with the length of the texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.hanzi.folding import fold
from generator.pages.comparing.provisions import Provision

LIKE = 0.3
"""The least share of common pairs of characters (Dice) at which two provisions answer each other."""
TOO_COMMON = 40
"""Provisions that may share a pair of characters before it is passed over."""
LONGEST = 1200
"""Characters of a provision that are looked at."""
PUNCTUATION = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Row:
    """Two provisions that answer each other, or one that nothing answers."""

    first: Provision | None
    second: Provision | None


def align(first: Sequence[Provision], second: Sequence[Provision]) -> tuple[Row, ...]:
    """Lay two texts side by side, in the order of the first; what only the second has comes next."""
    partners = by_heading(first, second)
    partners.update(by_likeness(first, second, partners))
    return tuple(rows_of(first, second, partners))


def by_heading(first: Sequence[Provision], second: Sequence[Provision]) -> dict[int, int]:
    """Provisions whose headings have the same words, which no other heading of either text has."""
    here, there = unique_headings(first), unique_headings(second)
    return {here[words]: there[words] for words in here if words in there}


def unique_headings(provisions: Sequence[Provision]) -> Mapping[str, int]:
    """Headings that stand once, with their places."""
    words = [bare(provision.heading) for provision in provisions]
    counts = Counter(words)
    return {one: place for place, one in enumerate(words) if one and counts[one] == 1}


def bare(text: str) -> str:
    """Folded words without marks and spaces."""
    return PUNCTUATION.sub("", fold(text))


def by_likeness(
    first: Sequence[Provision], second: Sequence[Provision], taken: Mapping[int, int]
) -> dict[int, int]:
    """The likest provisions of those that are left, the best first, each once."""
    here = {place: pairs_in(one) for place, one in enumerate(first) if place not in taken}
    used = set(taken.values())
    there = {place: pairs_in(one) for place, one in enumerate(second) if place not in used}
    partners: dict[int, int] = {}
    for _, one, other in sorted(likely(here, there), key=lambda found: (-found[0], found[1], found[2])):
        if one not in partners and other not in used:
            partners[one] = other
            used.add(other)
    return partners


def pairs_in(provision: Provision) -> frozenset[str]:
    """The pairs of characters of a provision."""
    text = bare(provision.words)[:LONGEST]
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def likely(
    here: Mapping[int, frozenset[str]], there: Mapping[int, frozenset[str]]
) -> Iterator[tuple[float, int, int]]:
    """Provisions of both texts that are like enough, with their likeness."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, pairs in there.items():
        for pair in sorted(pairs):
            holders[pair].append(place)
    for one, pairs in here.items():
        common = (
            holders[pair] for pair in pairs if len(holders.get(pair, ())) <= TOO_COMMON and pair in holders
        )
        shared = Counter(place for places in common for place in places)
        for other in sorted(shared):
            likeness = 2 * len(pairs & there[other]) / (len(pairs) + len(there[other]))
            if likeness >= LIKE:
                yield likeness, one, other


def rows_of(
    first: Sequence[Provision], second: Sequence[Provision], partners: Mapping[int, int]
) -> Iterator[Row]:
    """The rows in the order of the first text."""
    following = unanswered(second, frozenset(partners.values()))
    yield from (Row(None, second[place]) for place in following.get(-1, ()))
    for place, provision in enumerate(first):
        other = partners.get(place)
        yield Row(provision, second[other] if other is not None else None)
        if other is not None:
            yield from (Row(None, second[later]) for later in following.get(other, ()))


def unanswered(second: Sequence[Provision], answered: frozenset[int]) -> Mapping[int, Sequence[int]]:
    """Places of the second text that nothing answers, by the answered place before them; -1 is its start."""
    found: dict[int, list[int]] = defaultdict(list)
    last = -1
    for place in range(len(second)):
        if place in answered:
            last = place
        else:
            found[last].append(place)
    return found
