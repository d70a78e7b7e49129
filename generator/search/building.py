"""From a library to an index in a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.compose import Audience, Composer
from generator.compose.address import has_page
from generator.hanzi.folding import fold
from generator.library import Library, Progress
from generator.models.record import Record
from generator.models.reference import CodeTable
from generator.provisions.cards import Card, make_card
from generator.provisions.units import Unit, units_of
from generator.search.engine import Entry, write_entries
from generator.search.numbers import cited_keys, own_key
from generator.search.seal import seal_index
from generator.search.tokens import count_tokens

TITLE_WEIGHT = 3
"""How often the title counts in the unit of the whole record."""


@dataclass(frozen=True, slots=True)
class IndexSummary:
    """What was indexed."""

    records: int
    units: int


def build_index(library: Library, directory: Path, *, progress: Progress | None = None) -> IndexSummary:
    """Write the index of a library into a folder.

    The same library gives the same bytes.  Records that may not be published are left out; what
    others say of them (a 依据 that cites one) is left out where the library is a public view.

    Args:
        library: the records, as everybody may see them.
        directory: where the files go; made if it is not there.
        progress: told how many records are done, and of how many.
    """
    directory.mkdir(parents=True, exist_ok=True)
    records = tuple(entry.record for entry in library.entries.values() if has_page(entry.record))
    codes = known_codes(library, records)
    shelf = Indexing(library, frozenset(codes))
    write_entries(shelf.entries(records, progress), directory)
    seal_index(directory, codes, known_synonyms(library))
    return IndexSummary(len(records), shelf.units)


class Indexing:
    """One build under way."""

    def __init__(self, library: Library, codes: frozenset[str]) -> None:
        self.composer = Composer(library, Audience.SITE)
        self.codes = codes
        self.units = 0
        self.heading_tokens = lru_cache(1000)(lambda *lines: count_tokens(lines))
        """Headings and titles are counted again for each provision below them."""

    def entries(self, records: tuple[Record, ...], progress: Progress | None) -> Iterator[Entry]:
        """The units of all records."""
        for done, record in enumerate(records, start=1):
            card = make_card(self.composer.library, record)
            facets = facets_of(card)
            for unit in units_of(self.composer, record, card):
                self.units += 1
                yield Entry(self.tokens(card, unit), self.keys(card, unit, facets), kept(card, unit))
            if progress:
                progress(done, len(records))

    def tokens(self, card: Card, unit: Unit) -> Counter[str]:
        """One text: title and number, the headings above, and the unit's own lines."""
        tokens = count_tokens(unit.lines)
        if unit.anchor:
            return tokens + self.heading_tokens(card.title, str(card.number or ""), *unit.path)
        for _ in range(TITLE_WEIGHT - 1):
            tokens += self.heading_tokens(card.title)
        return tokens

    def keys(self, card: Card, unit: Unit, facets: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """The facets of the record, and the numbers that stand in the unit."""
        own = (own_key(card.number),) if card.number else ()
        if not unit.anchor:
            return {**facets, "number": own}
        cited = {key for line in unit.lines for key in cited_keys(line, self.codes)}
        return {**facets, "cited": tuple(sorted(cited - set(own)))}


def facets_of(card: Card) -> dict[str, tuple[str, ...]]:
    """What hits can be narrowed by."""
    return {
        "issuer": card.issuers,
        "kind": (card.kind,),
        "record": (card.id,),
        "region": card.regions,
        "status": (card.status,) if card.status else (),
        "year": tuple(map(str, card.years)),
    }


def kept(card: Card, unit: Unit) -> dict[str, Any]:
    """What is kept of a unit to show it and to compare phrases with it."""
    return {
        "id": card.id,
        "kind": card.kind,
        "title": card.title,
        "number": str(card.number or ""),
        "page": card.page,
        "prior": card.prior,
        "anchor": unit.anchor,
        "lines": list(unit.lines),
    }


def known_codes(library: Library, records: tuple[Record, ...]) -> tuple[str, ...]:
    """The 机关代字 of the bodies and of the numbers of records that may be published."""
    numbers = (make_card(library, record).number for record in records)
    own = {fold(number.code) for number in numbers if number}
    return tuple(sorted(own | {fold(code) for body in library.bodies.values() for code in body.codes}))


def known_synonyms(library: Library) -> tuple[tuple[str, str], ...]:
    """Aliases in the code tables, with the names that they stand for."""
    entries = (code for table in library.every(CodeTable) for code in table.codes if table.publishable)
    pairs = ((fold(alias), fold(code.name)) for code in entries for alias in code.aliases)
    return tuple(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))
