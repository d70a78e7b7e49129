"""Which units hold a token, and how much it weighs in each: collected as units come, in four bytes each."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.site_index.grams import count_grams, ranking_grams

TITLE_WEIGHT, SHARE_OF_TITLE, HEADING_WEIGHT = 3.0, 0.4, 1.0
"""BM25F: the title in the unit of the whole record; in the units below it, for a word of it may stand in
a question about one; and the headings above a unit."""
K1, B = 1.2, 0.5
"""The usual constants of BM25."""
STEPS = 5
"""Weights are kept in fifths."""
HEAVIEST = 127
CONTEXT = 1 << 7
"""The bit of a posting whose token stands only in the title or the headings above the unit."""


@dataclass(slots=True)
class Postings:
    """All postings of a library.

    Attributes:
        lists: by token, one number a posting: unit, context bit and weight.
        lengths: of the units, in fifths of a token.
        texts: the folded lines of the units, from which places are told.
        priors: of the units, in hundredths.
    """

    lists: defaultdict[str, array[int]] = field(default_factory=lambda: defaultdict(lambda: array("I")))
    lengths: array[int] = field(default_factory=lambda: array("I"))
    texts: list[str] = field(default_factory=list)
    priors: array[int] = field(default_factory=lambda: array("H"))

    def add(self, folded: str, context: Iterable[tuple[str, float]], prior: float) -> None:
        """A unit: its folded lines, and the title and headings above it with what they weigh."""
        own, around, lists = count_grams(folded), weigh(context), self.lists
        start, total = len(self.texts) << 8, 0
        for token, count in own.items():
            if token in around:
                weight = steps(count + around.pop(token))
            else:
                weight = WEIGHTS[count] if count < MOST else HEAVIEST
            lists[token].append(start | weight)
            total += weight
        for token, share in around.items():
            weight = steps(share)
            lists[token].append(start | CONTEXT | weight)
            total += weight
        self.lengths.append(total)
        self.texts.append(folded)
        self.priors.append(round(100 * prior))


def weigh(context: Iterable[tuple[str, float]]) -> dict[str, float]:
    """What titles and headings add to each token."""
    weights: dict[str, float] = {}
    for text, share in context:
        for token, count in ranking_grams(text).items():
            weights[token] = weights.get(token, 0.0) + share * count
    return weights


def steps(weight: float) -> int:
    """A weight in fifths."""
    return max(1, min(HEAVIEST, round(weight * STEPS)))


MOST = HEAVIEST // STEPS + 1
WEIGHTS = tuple(map(steps, range(MOST)))
"""The weights of tokens that stand so many times in the lines; those with more are the heaviest."""
