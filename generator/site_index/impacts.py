"""What a token adds to the score of a unit: BM25F, cut to levels that one character holds."""

from __future__ import annotations

from array import array

from generator.site_index.postings import CONTEXT, HEAVIEST, K1, STEPS, B, Postings

BODY_LEVELS, CONTEXT_LEVELS = 60, 30
"""Levels of tokens in the lines of a unit (0 to 59), then of those that stand only above it (60 to 89)."""
HIGHEST = (K1 + 1) * 1.12
"""Above every saturated weight times the prior."""


class Levels:
    """The saturation of BM25F over the units of a library; rarity is added where the query is known."""

    def __init__(self, postings: Postings) -> None:
        lengths = postings.lengths
        mean = sum(lengths) / max(len(lengths), 1) or 1.0
        self.norms = array("f", [K1 * (1 - B + B * length / mean) for length in lengths])
        self.most = array("f", [(K1 + 1) * prior / 100 for prior in postings.priors])

    def strength(self, posting: int) -> float:
        """How much a token counts in a unit of this length, the record's prior included."""
        unit = posting >> 8
        weight = (posting & HEAVIEST) / STEPS
        return weight * self.most[unit] / (weight + self.norms[unit])

    def level(self, posting: int) -> int:
        """The level of a posting."""
        share = min(self.strength(posting) / HIGHEST, 1.0)
        if posting & CONTEXT:
            return BODY_LEVELS + round(share * (CONTEXT_LEVELS - 1))
        return round(share * (BODY_LEVELS - 1))
