"""The few words around a match, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.hanzi.folding import fold_with_places

BEFORE, WIDTH = 30, 110
"""Characters shown before the match, and in all."""
MOST_SOUGHT = 40
MORE = "…"


def make_snippet(lines: Sequence[str], sought: Sequence[str]) -> str:
    """The part of the lines where most of what is sought stands.

    Args:
        lines: the unit as printed.
        sought: folded phrases, words and tokens, the most telling first.
    """
    text = " ".join(" ".join(lines).split())
    folded, places = fold_with_places(text)
    spot = best_spot(folded, sought[:MOST_SOUGHT])
    start = max(places[spot] - BEFORE, 0) if spot else 0
    if len(text) <= WIDTH or start <= len(MORE):
        start = 0
    end = start + WIDTH
    return (MORE if start else "") + text[start:end].strip() + (MORE if end < len(text) else "")


def best_spot(folded: str, sought: Sequence[str]) -> int:
    """Where a window begins that holds the most of what is sought; the beginning if nothing is there."""
    spots = sorted({match.start() for wanted in sought for match in re.finditer(re.escape(wanted), folded)})
    return max(spots, key=lambda spot: worth(folded[spot : spot + WIDTH - BEFORE], sought), default=0)


def worth(window: str, sought: Iterable[str]) -> int:
    """How much of what is sought stands in a window, each thing once, long ones more."""
    return sum(len(wanted) for wanted in sought if wanted in window)
