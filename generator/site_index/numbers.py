"""文号 behind the search box: the codes by year and serial, then who has or cites the number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.hanzi.docnumber import DocNumber
from generator.models.reference import Body
from generator.provisions.cards import Card
from generator.provisions.numbers import cited_numbers, key_of, known_codes, own_key
from generator.site_index.codec import ALPHABET, differences, encode
from generator.webfiles import script_json

MARK = "№"
"""Before the key of a number among the tokens."""
MOST_CITING = 512
"""So many provisions that cite one number are listed; those behind them are found by its words."""


@dataclass(slots=True)
class NumberTable:
    """Numbers as the units come."""

    own: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    """By key: the first unit of the record that bears it, how many units it has, the number as printed."""
    named: list[tuple[int, str, DocNumber]] = field(default_factory=list)
    """The units that name a number, with the words that end with its code."""

    def add_record(self, card: Card, first: int, count: int) -> None:
        """A record's own number; of records that share one the first is led to, the others name it."""
        if card.number is None:
            return
        key = own_key(card.number)
        if self.own.setdefault(key, (first, count, str(card.number)))[0] != first:
            self.named.append((first, card.number.code, card.number))

    def add_unit(self, unit: int, folded: Iterable[str]) -> None:
        """The numbers that a unit names in its folded lines."""
        self.named += ((unit, words, number) for line in folded for words, number in cited_numbers(line))

    def tables(self, bodies: Iterable[Body]) -> tuple[dict[str, str], dict[str, str]]:
        """What leads from a year and a serial to the codes, and what cites each number.

        Only now are the codes known by which a number in running text is told from the words before it.
        """
        codes = frozenset(known_codes(bodies, self.own))
        citing: defaultdict[str, set[int]] = defaultdict(set)
        for unit, words, number in self.named:
            key = key_of(words, number, codes)
            first, count, _ = self.own.get(key, (-1, 0, ""))
            if not first <= unit < first + count:
                citing[key].add(unit)
        return self.codes_by_serial(citing), dict(citing_lists(citing))

    def codes_by_serial(self, citing: Collection[str]) -> dict[str, str]:
        """By year and serial: each code with the first unit, the count of units and the number as printed."""
        table: defaultdict[str, list[object]] = defaultdict(list)
        for key in sorted({*self.own, *citing}):
            code, year, serial = key.split("|")
            table[f"{year}|{serial}"].append((code, *self.own.get(key, (-1, 0, ""))))
        return {key: script_json(rows) for key, rows in sorted(table.items())}


def citing_lists(citing: Mapping[str, set[int]]) -> Iterator[tuple[str, str]]:
    """The units that cite each number, written as the first part of a token's list is."""
    for key, units in sorted(citing.items()):
        told = sorted(units)[:MOST_CITING]
        data = encode((2 * len(told), len(told), *differences(told)))
        yield MARK + key, data + ALPHABET[0] * len(told)
