"""From a library to an index in a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.hanzi.folding import fold
from generator.library import Library, Progress
from generator.models.reference import CodeTable
from generator.provisions.cards import Card
from generator.provisions.entries import Entry, entries_of
from generator.provisions.numbers import cited_keys, known_codes, own_key
from generator.provisions.units import Unit
from generator.search.engine import Row, write_rows
from generator.search.seal import seal_index
from generator.search.tokens import count_tokens

TITLE_WEIGHT = 3
"""How often the title counts in the unit of the whole record."""


@dataclass(frozen=True, slots=True)
class IndexSummary:
    """What was indexed."""

    records: int
    units: int


def build_index(
    library: Library,
    directory: Path,
    *,
    entries: Iterable[Entry] | None = None,
    progress: Progress | None = None,
) -> IndexSummary:
    """Write the index of a library into a folder.

    The same library gives the same bytes.  Records that may not be published are left out; what
    others say of them (a 依据 that cites one) is left out where the library is a public view.

    Args:
        library: the records, as everybody may see them.
        directory: where the files go; made if it is not there.
        entries: its records as `entries_of` composed them, where that has been done already.
        progress: told how many records are done, and of how many.
    """
    directory.mkdir(parents=True, exist_ok=True)
    taken = tuple(entries_of(library) if entries is None else entries)
    keys = (own_key(entry.card.number) for entry in taken if entry.card.number)
    codes = known_codes(library.bodies.values(), keys)
    write_rows(Indexing(frozenset(codes)).rows(taken, progress), directory)
    seal_index(directory, codes, known_synonyms(library))
    return IndexSummary(len(taken), sum(len(entry.units) for entry in taken))


class Indexing:
    """One build under way."""

    def __init__(self, codes: frozenset[str]) -> None:
        self.codes = codes
        self.heading_tokens = lru_cache(1000)(lambda *lines: count_tokens(lines))
        """Headings and titles are counted again for each provision below them."""

    def rows(self, entries: tuple[Entry, ...], progress: Progress | None) -> Iterator[Row]:
        """The units of all records."""
        for done, entry in enumerate(entries, start=1):
            card, facets = entry.card, facets_of(entry.card)
            for unit in entry.units:
                yield Row(self.tokens(card, unit), self.keys(card, unit, facets), kept(card, unit))
            if progress:
                progress(done, len(entries))

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


def known_synonyms(library: Library) -> tuple[tuple[str, str], ...]:
    """Aliases in the code tables, with the names that they stand for."""
    entries = (code for table in library.every(CodeTable) for code in table.codes if table.publishable)
    pairs = ((fold(alias), fold(code.name)) for code in entries for alias in code.aliases)
    return tuple(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))
