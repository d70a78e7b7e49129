"""The tokens of a unit: pairs of neighbouring characters of its whole folded text, punctuation included.

Every text of two and more characters is made of such pairs, so where all of them stand is where it
may stand.  Single characters serve queries of one character; whole Latin words and numbers rank.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.hanzi.folding import PIECES, fold

LINE = "\n"
"""Between folded lines; folding leaves no other."""
SHORTEST_WORD = 3
"""Latin words and numbers from this length on are tokens; a shorter one is a pair or a character."""


def folded_lines(lines: Iterable[str]) -> str:
    """The folded lines of a unit, one below the other."""
    return LINE.join(map(fold, lines))


def count_grams(folded: str) -> Counter[str]:
    """Pairs, single letters and digits, longer Latin words and numbers of a folded text, each with its count.

    Punctuation alone is no token.
    """
    counts = Counter(map(operator.add, folded, folded[1:]))
    for gram in [gram for gram in counts if LINE in gram]:
        del counts[gram]
    counts.update(filter(str.isalnum, folded))
    counts.update(words_of(folded))
    return counts


def words_of(folded: str) -> Iterable[str]:
    """Longer Latin words and numbers."""
    return (
        piece[0] for piece in PIECES.finditer(folded) if not piece["run"] and len(piece[0]) >= SHORTEST_WORD
    )


@lru_cache(maxsize=256)
def ranking_grams(text: str) -> Mapping[str, int]:
    """What a title or a heading adds: the pairs of its Chinese runs, its Latin words and numbers, folded.

    They are the same for the units that follow each other, so the last ones are kept.
    """
    pieces = PIECES.finditer(fold(text))
    return Counter(token for piece in pieces for token in tokens_of(piece["run"], piece[0]))


def tokens_of(run: str | None, piece: str) -> Iterable[str]:
    """The tokens of one piece: pairs of a Chinese run; of other pieces the word, short ones by their pair."""
    if run and len(piece) > 1:
        return map(operator.add, piece, piece[1:])
    return (piece,)


def places_of(gram: str, folded: str) -> list[int]:
    """Where a pair stands in a folded text, in order."""
    places, place = [], folded.find(gram)
    while place >= 0:
        places.append(place)
        place = folded.find(gram, place + 1)
    return places
