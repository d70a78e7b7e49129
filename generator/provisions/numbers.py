"""发文字号 of records and in their texts: every spelling leads to one key.

A number in running text gives no sign where its 机关代字 begins (根据财综〔2014〕96号), so the code is
the longest one known to the library that ends there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from generator.hanzi.docnumber import DocNumber, find_numbers
from generator.hanzi.folding import fold
from generator.models.reference import Body

LONGEST_CODE = 14
MAY_NAME = re.compile("(?:19|20)[0-9]{2}|令")
"""What every number has: a year, or the word for an order."""


def known_codes(bodies: Iterable[Body], keys: Iterable[str]) -> tuple[str, ...]:
    """The 机关代字, folded: those of bodies, and those in the keys of numbers that records bear."""
    own = {key.split("|")[0] for key in keys}
    return tuple(sorted(own | {fold(code) for body in bodies for code in body.codes}))


def own_key(number: DocNumber) -> str:
    """The key of a record's own number, its code folded as queries are."""
    return DocNumber(fold(number.code), number.year, number.serial).key


def cited_keys(line: str, codes: Collection[str]) -> Iterator[str]:
    """The keys of the numbers that a line of text names."""
    return (key_of(words, number, codes) for words, number in cited_numbers(fold(line)))


def cited_numbers(folded: str) -> Iterator[tuple[str, DocNumber]]:
    """The numbers that a folded line names, each with the words that end with its code."""
    if not MAY_NAME.search(folded):
        return
    for number, start, _ in find_numbers(folded):
        yield folded[max(start - LONGEST_CODE, 0) : start] + number.code, number


def key_of(words: str, number: DocNumber, codes: Collection[str]) -> str:
    """The key of a number once the codes are known."""
    return DocNumber(code_before(words, codes) or number.code, number.year, number.serial).key


def code_before(text: str, codes: Collection[str]) -> str:
    """The longest known code that a text ends with; empty if there is none."""
    ends = (text[-length:] for length in range(min(len(text), LONGEST_CODE), 0, -1))
    return next((end for end in ends if end in codes), "")
