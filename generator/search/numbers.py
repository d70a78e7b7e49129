"""发文字号 in texts and in queries: every spelling leads to one key.

A number in running text gives no sign where its 机关代字 begins (根据财综〔2014〕96号), so the code is
the longest one known to the library that ends there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.hanzi.docnumber import CLOSING, OPENING, DocNumber, find_numbers
from generator.hanzi.folding import fold

LOOSE = re.compile(
    rf"[{OPENING}]?(?P<year>(?:19|20)\d\d)[{CLOSING}]?年?"
    rf"(?:(?:第|[-/— ]第?|(?<=\D))(?P<serial>\d{{1,5}})号?|(?P<joined>\d{{1,5}})号)?(?!\d)"
)
"""A year, with or without brackets, and perhaps a serial number; only behind a code that is known."""
ORDER = re.compile(r"令?第?(?P<serial>\d{1,4})号?令|令第?(?P<last>\d{1,4})号?")
LONGEST_CODE = 14


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """A 文号 in a query: its code, its year (0 for an order), its serial (None if only the year is given)."""

    code: str
    year: int
    serial: int | None
    known: bool = True
    """Whether the library knows the code; the code of another number may have words stuck to it."""

    def fits(self, key: str) -> bool:
        """Whether the key of a number is the one asked for."""
        code, year, serial = key.split("|")
        same_code = code == self.code or (not self.known and ends_alike(code, self.code))
        same_serial = self.serial is None or serial == str(self.serial)
        return same_code and same_serial and year == str(self.year or "令")


def ends_alike(one: str, other: str) -> bool:
    """Whether one of two codes is the end of the other."""
    return one.endswith(other) or other.endswith(one)


def own_key(number: DocNumber) -> str:
    """The key of a record's own number, its code folded as queries are."""
    return DocNumber(fold(number.code), number.year, number.serial).key


def cited_keys(line: str, codes: Collection[str]) -> Iterator[str]:
    """The keys of the numbers that a line of text names."""
    folded = fold(line)
    for number, start, _ in find_numbers(folded):
        code = code_before(folded[:start] + number.code, codes) or number.code
        yield DocNumber(code, number.year, number.serial).key


def code_before(text: str, codes: Collection[str]) -> str:
    """The longest known code that a text ends with; empty if there is none."""
    ends = (text[-length:] for length in range(min(len(text), LONGEST_CODE), 0, -1))
    return next((end for end in ends if end in codes), "")


def asked_numbers(folded: str, codes: Collection[str]) -> Iterator[tuple[AskedNumber, int, int]]:
    """The numbers in a folded query, each with its start and end."""
    taken = 0
    for match in sorted((*LOOSE.finditer(folded), *ORDER.finditer(folded)), key=re.Match.start):
        before = folded[taken : match.start()].rstrip()
        code = code_before(before, codes)
        if match.start() >= taken and code:
            yield read_match(code, match), taken + len(before) - len(code), match.end()
            taken = match.end()
    for number, start, end in find_numbers(folded):
        if not taken:
            yield AskedNumber(number.code, number.year, number.serial, known=False), start, end


def read_match(code: str, match: re.Match[str]) -> AskedNumber:
    """The number behind a match of one of the two forms."""
    parts = match.groupdict()
    serial = next((parts[name] for name in ("serial", "joined", "last") if parts.get(name)), None)
    return AskedNumber(code, int(parts.get("year") or 0), int(serial) if serial else None)
