"""Whole numbers as short ASCII words, for lists of numbers inside JavaScript strings.

Ninety characters that need no escape in a string and cannot end a script stand for digits.  The first
character tells how many follow: small numbers, which lists of differences are made of, take one.
The script in the page reads them by the same table (site/theme/assets/search/engine.js).
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"&<\\')
BASE = len(ALPHABET)
ONE, TWO, THREE = 60, 84, 89
"""First characters below ONE stand for themselves; below TWO one more follows, below THREE two, else four."""
SECOND = ONE
"""The smallest number written with two characters; THIRD and LAST are those with three and five."""
THIRD = SECOND + (TWO - ONE) * BASE
LAST = THIRD + (THREE - TWO) * BASE**2
LARGEST = LAST + BASE**4 - 1


def spell(number: int) -> str:
    """One number.

    Raises:
        ValueError: it is negative or larger than `LARGEST`.
    """
    if 0 <= number < SECOND:
        return ALPHABET[number]
    if SECOND <= number < THIRD:
        return digits(number - SECOND + ONE * BASE, 2)
    if THIRD <= number < LAST:
        return digits(number - THIRD + TWO * BASE**2, 3)
    if LAST <= number <= LARGEST:
        return digits(number - LAST + THREE * BASE**4, 5)
    raise ValueError(f"{number} 不能编码，应在 0 到 {LARGEST} 之间")


def digits(number: int, count: int) -> str:
    """So many digits of base 90, the highest first."""
    word = ""
    for _ in range(count):
        number, low = divmod(number, BASE)
        word = ALPHABET[low] + word
    return word


COMMON = tuple(map(spell, range(1 << 13)))
"""The words of the numbers that lists are mostly made of."""


def encode(numbers: Iterable[int]) -> str:
    """Numbers as one word after the other."""
    most = len(COMMON)
    return "".join([COMMON[number] if 0 <= number < most else spell(number) for number in numbers])


def decode(text: str) -> Iterator[int]:
    """The numbers of a text that `encode` wrote."""
    place = 0
    while place < len(text):
        number, place = read_number(text, place)
        yield number


VALUES = {character: value for value, character in enumerate(ALPHABET)}


def read_number(text: str, place: int) -> tuple[int, int]:
    """The number that begins at a place, and the place behind it."""
    first = VALUES[text[place]]
    if first < ONE:
        return first, place + 1
    count, start, taken = (
        (2, SECOND, ONE * BASE)
        if first < TWO
        else (3, THIRD, TWO * BASE**2)
        if first < THREE
        else (5, LAST, THREE * BASE**4)
    )
    value = 0
    for character in text[place : place + count]:
        value = value * BASE + VALUES[character]
    return value - taken + start, place + count


def differences(ascending: Sequence[int]) -> Iterator[int]:
    """Ascending numbers as the first one and the steps between them."""
    return map(operator.sub, ascending, chain((0,), ascending))
