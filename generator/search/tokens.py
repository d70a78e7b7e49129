"""The tokens of a text: character pairs, Latin words and numbers, and Chinese words beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.hanzi.folding import PIECES, bigrams, fold
from generator.hanzi.words import split_words

WORD_WEIGHT = 0.7
"""How much a dictionary word counts in a query beside a character pair."""
MOST_TOKENS = 200
"""A longer query is answered by its first tokens."""


def count_tokens(lines: Iterable[str]) -> Counter[str]:
    """The tokens of lines with their numbers; no token reaches over the end of a line."""
    return Counter(token for line in lines for token in (*bigrams(line), *words_of(line)))


def words_of(text: str) -> Iterator[str]:
    """The dictionary words of two and more characters in the Chinese runs of a text."""
    for match in PIECES.finditer(fold(text)):
        if match["run"]:
            yield from (word for word in split_words(match[0]) if len(word) > 1)


def weigh_tokens(texts: Iterable[str]) -> Mapping[str, float]:
    """The tokens of a query with their weights: pairs, Latin words and numbers 1, Chinese words 0.7."""
    asked = tuple(texts)
    weights = {word: WORD_WEIGHT for text in asked for word in words_of(text)}
    weights.update({pair: 1.0 for text in asked for pair in bigrams(text)})
    return dict(list(weights.items())[:MOST_TOKENS])
