"""All checks of wording over the texts of one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.models.wording import WordingEntry
from generator.problems import Problem
from generator.wording.bodies import KnownBodies, check_bodies
from generator.wording.headings import check_heading_end
from generator.wording.marks import check_adjacent, check_pairs
from generator.wording.numbers import check_forms, check_hedges, check_steps
from generator.wording.table import compiled_table
from generator.wording.written import Slip, Written

RULES: tuple[Callable[[Written], Iterator[Slip]], ...] = (
    check_pairs,
    check_adjacent,
    check_hedges,
    check_steps,
    check_forms,
    check_heading_end,
)
NOBODY = KnownBodies(frozenset())


def examine_wording(
    texts: Iterable[Written], entries: tuple[WordingEntry, ...], bodies: KnownBodies = NOBODY
) -> Iterator[Problem]:
    """What is to be said of the wording of one document, each slip once for a place.

    Args:
        texts: Its title, headings and paragraphs.
        entries: The entries of the 用语表.
        bodies: Names that the 机构库 knows; without any, names are not judged.
    """
    written = tuple(texts)
    table = compiled_table(entries)
    for text in written:
        slips = [slip for rule in (table.find, *RULES) for slip in rule(text)]
        ordered = sorted(slips, key=lambda slip: (slip.start, slip.code))
        yield from dict.fromkeys(slip.at(text.place) for slip in ordered)
    for text, slip in check_bodies(written, bodies):
        yield slip.at(text.place)
