"""What the checks of figures read and say: passages of text with their places, and findings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from generator.figures.extraction import FoundQuantity, find_quantities
from generator.problems import Level, Place, Problem
from generator.quantity import SCALES

PAIRS = {"《": "》", "〈": "〉", "“": "”", "‘": "’", "（": "）", "(": ")", "〔": "〕", "[": "]"}
HIDDEN = "\x00"
BEGINNING = attrgetter("start")
LEAST_DIGITS = 4
"""Digits from which on two numbers that differ by one slip of the pen hardly do so by chance."""
LEAST_SWAPPED = 3
"""The same where two neighbours changed places, which chance does more seldom."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go (a paragraph, an answer), and where they stand."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage with its quantities in order."""

    passage: Passage
    found: tuple[FoundQuantity, ...]

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text

    def between(self, start: int, end: int) -> tuple[FoundQuantity, ...]:
        """The quantities that begin in a span."""
        first = bisect_left(self.found, start, key=BEGINNING)
        return self.found[first : bisect_left(self.found, end, key=BEGINNING)]


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement of figures.

    Attributes:
        code: SUM001, SUM002, GROW001, SAME001 or UNIT001.
        message: What disagrees with what.
        place: Where.
        hint: What to do.
        figures: The figures concerned as printed; a 勘误 that names one of them settles the matter.
        sure: Whether arithmetic alone decides; else it may be a matter of how the text is read.
    """

    code: str
    message: str
    place: Place
    hint: str
    figures: tuple[str, ...]
    sure: bool = False

    def as_problem(self) -> Problem:
        """A 警告 where arithmetic decides, else a 提示."""
        return Problem(
            Level.WARNING if self.sure else Level.HINT, self.code, self.message, self.place, self.hint
        )


def read_passages(passages: Iterable[Passage]) -> tuple[ReadPassage, ...]:
    """Passages with their quantities."""
    return tuple(ReadPassage(passage, tuple(find_quantities(passage.text))) for passage in passages)


def hide_enclosed(text: str, pairs: str = "《〈“‘（(〔[") -> str:
    """The text with what stands between marks blanked, places kept; an odd mark hides nothing."""
    characters = list(text)
    stack: list[tuple[str, int]] = []
    for position, character in enumerate(text):
        if character in pairs:
            stack.append((PAIRS[character], position))
        elif stack and character == stack[-1][0]:
            _, start = stack.pop()
            if not stack:
                characters[start + 1 : position] = HIDDEN * (position - start - 1)
    return "".join(characters)


def base_of(found: FoundQuantity) -> Decimal:
    """The number of an exact quantity in its plain unit."""
    base = found.quantity.base
    return Decimal(0) if base is None else base


def rounding_of(found: FoundQuantity) -> Decimal:
    """By how much the number may have been rounded: half its last digit; a plain count is exact."""
    quantity = found.quantity
    if quantity.number is None or (
        not quantity.scale and "." not in quantity.digits and quantity.unit != "%"
    ):
        return Decimal(0)
    exponent = quantity.number.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return unit * SCALES[quantity.scale] / 2


def differ_by_a_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by one digit, or by two neighbours that changed places."""
    places = max(-exponent for exponent in map(exponent_of, (one, other)))
    first, second = (f"{abs(number):.{max(places, 0)}f}".replace(".", "") for number in (one, other))
    digits = [len(number.strip("0")) for number in (first, second)]
    if len(first) != len(second):
        return False
    wrong = [index for index, (left, right) in enumerate(zip(first, second, strict=True)) if left != right]
    if len(wrong) == 1:
        return min(digits) >= LEAST_DIGITS
    swapped = len(wrong) == 2 and [second[index] for index in reversed(wrong)] == [
        first[index] for index in wrong
    ]
    beside = all(after - before == 1 for before, after in pairwise(wrong))
    return swapped and beside and max(digits) >= LEAST_SWAPPED


def exponent_of(number: Decimal) -> int:
    """The power of ten of the last digit, needless zeros left out."""
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


FRAGMENT = re.compile(r"\s+")


def shown(text: str) -> str:
    """Words of a text for a message: no line breaks, no blanks."""
    return FRAGMENT.sub("", text)
