"""发文字号 in queries: every spelling leads to the key that the index has (`provisions.numbers`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.hanzi.docnumber import CLOSING, OPENING, find_numbers
from generator.provisions.numbers import code_before

LOOSE = re.compile(
    rf"[{OPENING}]?(?P<year>(?:19|20)\d\d)[{CLOSING}]?年?"
    rf"(?:(?:第|[-/— ]第?|(?<=\D))(?P<serial>\d{{1,5}})号?|(?P<joined>\d{{1,5}})号)?(?!\d)"
)
"""A year, with or without brackets, and perhaps a serial number; only behind a code that is known."""
ORDER = re.compile(r"令?第?(?P<serial>\d{1,4})号?令|令第?(?P<last>\d{1,4})号?")


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


def asked_numbers(folded: str, codes: Collection[str]) -> Iterator[tuple[AskedNumber, int, int]]:
    """The numbers in a folded query, each with its start and end.

    An order may be asked for without its body (102号令): every body's order of that serial fits.
    """
    taken = 0
    for match in sorted((*LOOSE.finditer(folded), *ORDER.finditer(folded)), key=re.Match.start):
        before = folded[taken : match.start()].rstrip()
        code = code_before(before, codes)
        bare = match.re is ORDER and not before
        if match.start() >= taken and (code or bare):
            start = taken + len(before) - len(code)
            yield replace(read_match(code, match), known=not bare), start, match.end()
            taken = match.end()
    for number, start, end in find_numbers(folded):
        if not taken:
            yield AskedNumber(number.code, number.year, number.serial, known=False), start, end


def read_match(code: str, match: re.Match[str]) -> AskedNumber:
    """The number behind a match of one of the two forms."""
    parts = match.groupdict()
    serial = next((parts[name] for name in ("serial", "joined", "last") if parts.get(name)), None)
    return AskedNumber(code, int(parts.get("year") or 0), int(serial) if serial else None)
