"""What a user typed, read as data: exact phrases, words, document numbers.

There is no query language: quotation marks ask for a phrase, everything else is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.hanzi.folding import PIECES, fold
from generator.search.numbers import AskedNumber, asked_numbers

LONGEST_QUERY = 2000
"""Characters that are read; what comes after them would not change the order of the hits."""
QUOTED = re.compile(
    r"\"([^\"]+)\"|“([^“”]+)”|＂([^＂]+)＂"
    r"|[\"“”＂]([^\"“”＂]+)[\"“”＂]"
)
"""A phrase in marks of one kind may hold marks of another; else any two marks enclose a phrase."""
CONFUSED_TERMS = (("政府采购服务", "政府购买服务"),)
"""Terms that are taken for each other: purchasing by 政府采购法, and buying of services for the public."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query: its phrases and words (folded), and the document numbers among them."""

    phrases: tuple[str, ...]
    """What must stand in a unit to the letter: what was quoted, and single characters."""
    words: tuple[str, ...]
    """What was typed outside quotation marks, numbers included."""
    numbers: tuple[AskedNumber, ...]
    rest: tuple[str, ...]
    """The words without the numbers."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked."""
        return not (self.phrases or self.words)


def read_question(text: str, codes: Collection[str]) -> Question:
    """Read what a user typed; `codes` are the 机关代字 that the library knows."""
    text = text[:LONGEST_QUERY]
    plain = QUOTED.sub(" ", text)
    typed = dict.fromkeys(telling(plain.split()))
    phrases = dict.fromkeys(filter(None, map(fold, map("".join, QUOTED.findall(text)))))
    phrases.update(dict.fromkeys(filter(is_one_character, typed)))
    words = tuple(word for word in typed if word not in phrases)
    numbers = tuple(asked_numbers(fold(plain), codes))
    rest = tuple(dict.fromkeys(without_numbers(fold(plain), numbers))) if numbers else words
    return Question(tuple(phrases), words, tuple(number for number, _, _ in numbers), rest)


def is_one_character(word: str) -> bool:
    """Whether a word is a single Chinese character, which no pair of characters can find."""
    match = PIECES.fullmatch(word)
    return bool(match and match["run"] and len(word) == 1)


def telling(words: Collection[str]) -> Iterator[str]:
    """The folded words without the punctuation around them; words of punctuation alone say nothing."""
    for folded in map(fold, words):
        pieces = tuple(PIECES.finditer(folded))
        if pieces:
            yield folded[pieces[0].start() : pieces[-1].end()]


def without_numbers(folded: str, numbers: tuple[tuple[AskedNumber, int, int], ...]) -> Iterator[str]:
    """What stands around the numbers."""
    start = 0
    for _, begin, end in (*numbers, (None, len(folded), len(folded))):
        yield from telling((folded[start:begin],))
        start = end


def suggest(text: str, synonyms: Collection[tuple[str, str]]) -> tuple[str, ...]:
    """The same query with a term taken for its neighbour, or an alias for the name that texts use."""
    words = [fold(word) for word in text[:LONGEST_QUERY].split()]
    confused = [pair for one, other in CONFUSED_TERMS for pair in ((one, other), (other, one))]
    swapped = (
        " ".join(word.replace(said, meant) for word in words)
        for said, meant in (*confused, *synonyms)
        if any(said in word and meant not in word for word in words)
    )
    return tuple(dict.fromkeys(swapped))
