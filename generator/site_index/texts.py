"""What is shown of a hit: its lines, the headings above it and its record, a few units in one part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from unicodedata import normalize

from generator.hanzi.folding import simplified_characters
from generator.provisions.cards import Card
from generator.provisions.units import Unit
from generator.site_index.shards import TEXTS, Parts

PER_PART = 2
"""Units in one part: a hit brings a stranger along with it, so few; one each would double the files."""


@dataclass(slots=True)
class TextWriter:
    """Writes the texts as the units come."""

    parts: Parts
    written: int = 0
    units: list[object] = field(default_factory=list)
    records: list[tuple[object, ...]] = field(default_factory=list)
    characters: set[str] = field(default_factory=set)

    def add(self, number: int, card: Card, unit: Unit) -> None:
        """A unit of the record with this number."""
        row = record_row(number, card)
        if row not in self.records:
            self.records.append(row)
        self.units.append((self.records.index(row), unit.anchor, unit.path, unit.lines))
        self.characters.update(*unit.lines, *unit.path, card.title)
        if len(self.units) == PER_PART:
            self.flush()

    def flush(self) -> None:
        """Write what has come since the last part."""
        if self.units:
            content = (self.records, self.units, "".join(old_and_new(self.characters)))
            self.parts.write(f"{TEXTS}{self.written}", content)
            self.written += 1
        self.units, self.records, self.characters = [], [], set()


def record_row(number: int, card: Card) -> tuple[object, ...]:
    """What every hit of a record shows."""
    told = (card.kind, str(card.number or ""), card.status, card.tone, card.chain)
    return (number, card.id, card.page, card.title, *told)


def old_and_new(characters: Iterable[str]) -> Iterator[str]:
    """The characters that folding simplifies, each with its simple form, to compare texts rightly."""
    table = changing_characters()
    for character in sorted(table.keys() & set(normalize("NFKC", "".join(characters)).lower())):
        yield character + table[character]


@cache
def changing_characters() -> dict[str, str]:
    """The characters that have another simple form, with it."""
    return {old: simple for old, simple in simplified_characters().items() if old != simple}
