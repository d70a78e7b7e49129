"""The facets of the records in columns, some hundred records in one part, to count and to narrow by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.provisions.cards import Card
from generator.site_index.codec import encode
from generator.site_index.shards import COLUMNS, Parts

PER_BLOCK = 512
"""Records in one part."""


@dataclass(slots=True)
class ColumnWriter:
    """Writes the columns as the records come."""

    parts: Parts
    written: int = 0
    blocks: list[int] = field(default_factory=list)
    """How many units lie in each block."""
    counts: list[int] = field(default_factory=list)
    facets: list[Card] = field(default_factory=list)

    def add(self, card: Card, units: int) -> None:
        """A record with so many units."""
        self.counts.append(units)
        self.facets.append(card)
        if len(self.counts) == PER_BLOCK:
            self.flush()

    def flush(self) -> None:
        """Write what has come since the last part."""
        if self.counts:
            keys = sorted({key for card in self.facets for key in card.facets})
            columns = {key: column([card.facets.get(key, ()) for card in self.facets]) for key in keys}
            self.parts.write(f"{COLUMNS}{self.written}", (encode(self.counts), columns))
            self.written += 1
            self.blocks.append(sum(self.counts))
        self.counts, self.facets = [], []


def column(rows: Sequence[tuple[str, ...]]) -> tuple[list[str], str]:
    """The values of a facet, each once, and for each record how many it has and which."""
    values = sorted({value for row in rows for value in row})
    places = {value: place for place, value in enumerate(values)}
    return values, encode(told(rows, places))


def told(rows: Sequence[tuple[str, ...]], places: dict[str, int]) -> Iterator[int]:
    """Each row as its length and the places of its values."""
    for row in rows:
        yield len(row)
        yield from (places[value] for value in row)
