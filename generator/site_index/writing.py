"""From entries to the index behind the search box, below one folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.hanzi.folding import MERGED
from generator.library import Library
from generator.provisions.cards import Card
from generator.provisions.entries import Entry
from generator.provisions.units import Unit
from generator.site_index.codec import encode
from generator.site_index.columns import PER_BLOCK, ColumnWriter
from generator.site_index.grams import LINE, folded_lines
from generator.site_index.impacts import Levels
from generator.site_index.lists import (
    FEW,
    PER_PLACES,
    PER_REST,
    first_part,
    place_parts,
    rest_parts,
    token_list,
)
from generator.site_index.numbers import NumberTable
from generator.site_index.postings import HEADING_WEIGHT, SHARE_OF_TITLE, TITLE_WEIGHT, Postings
from generator.site_index.shards import (
    FIRST,
    NUMBERS,
    PLACES,
    REST,
    TRADITIONAL,
    Parts,
    hash_of,
    script,
)
from generator.site_index.suggestions import suggestion_parts
from generator.site_index.texts import PER_PART, TextWriter, changing_characters
from generator.webfiles import script_json

START = "start.js"
HAN = range(0x3400, 0xA000)
"""The characters whose tables of simple forms lie in parts by their code; those of all others in part 0."""


def write_index(entries: Iterable[Entry], folder: Path, library: Library | None = None) -> tuple[str, ...]:
    """Write the index as small classic scripts; the same entries give the same bytes.

    Args:
        entries: the records with their provisions (`provisions.entries_of`).
        folder: the folder of the index; what lay in it before is removed.
        library: the public view, for the names offered while somebody types; without it none are.

    Returns:
        The files that were written, by their paths below the folder.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    writer = IndexWriter(folder, library)
    for entry in entries:
        writer.add(entry)
    return writer.finish()


class IndexWriter:
    """Takes records in one by one; texts and facets go out at once, lists in the end."""

    def __init__(self, folder: Path, library: Library | None) -> None:
        self.parts, self.library = Parts(folder), library
        self.postings, self.numbers = Postings(), NumberTable()
        self.texts, self.columns = TextWriter(self.parts), ColumnWriter(self.parts)
        self.cards: list[Card] = []

    def add(self, entry: Entry) -> None:
        """A record with its units."""
        card, first = entry.card, len(self.postings.texts)
        self.numbers.add_record(card, first, len(entry.units))
        for number, unit in enumerate(entry.units, start=first):
            self.texts.add(len(self.cards), card, unit)
            folded = folded_lines(unit.lines)
            self.numbers.add_unit(number, folded.split(LINE))
            self.postings.add(folded, context_of(card, unit), card.prior)
        self.columns.add(card, len(entry.units))
        self.cards.append(card)

    def finish(self) -> tuple[str, ...]:
        """Write what is left, and the sheet that says how the parts were dealt."""
        self.texts.flush()
        self.columns.flush()
        counts = self.write_lists()
        self.write_words()
        sheet = {
            **counts,
            "units": len(self.postings.texts),
            "perText": PER_PART,
            "perBlock": PER_BLOCK,
            "perPlaces": PER_PLACES,
            "perRest": PER_REST,
            "few": FEW,
            "blocks": encode(self.columns.blocks),
            "merged": "".join(old + new for old, new in MERGED.items()),
            "version": self.parts.digest.hexdigest()[:12],
        }
        (self.parts.folder / START).write_bytes(script(f"start({script_json(sheet)})"))
        return (START, *self.parts.paths)

    def write_lists(self) -> dict[str, int]:
        """The lists of all tokens and numbers; how many parts each kind has."""
        levels = Levels(self.postings)
        tables: dict[str, dict[str, str]] = {FIRST: {}, REST: {}, PLACES: {}}
        for token in sorted(self.postings.lists):
            found = token_list(token, self.postings.lists.pop(token), levels)
            tables[FIRST][token] = first_part(found, levels)
            tables[REST].update(rest_parts(found))
            tables[PLACES].update(place_parts(found, self.postings.texts))
        tables[NUMBERS], citing = self.numbers.tables(self.library.bodies.values() if self.library else ())
        tables[FIRST].update(citing)
        return {kind: self.parts.write_dealt(kind, tables.pop(kind)) for kind in tuple(tables)}

    def write_words(self) -> None:
        """Traditional characters with their simple forms, and what is offered while somebody types."""
        for block, pairs in traditional_blocks().items():
            self.parts.write(f"{TRADITIONAL}{block}", pairs)
        if self.library:
            for name, content in suggestion_parts(self.library, self.cards, hash_of):
                self.parts.write(name, content)


def context_of(card: Card, unit: Unit) -> Iterator[tuple[str, float]]:
    """The title and the headings above a unit with their weights; a whole record's title is a line of it."""
    if not unit.anchor:
        yield card.title, TITLE_WEIGHT - 1
        return
    yield from ((name, SHARE_OF_TITLE) for name in (card.title, *card.aliases))
    yield from ((heading, HEADING_WEIGHT) for heading in unit.path)


def traditional_blocks() -> dict[int, str]:
    """Traditional characters, each with its simple form, 256 codes in one block."""
    blocks = dict.fromkeys((0, *(code >> 8 for code in HAN[::256])), "")
    for old, new in sorted(changing_characters().items()):
        blocks[ord(old) >> 8 if ord(old) in HAN else 0] += old + new
    return blocks
