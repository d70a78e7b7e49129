"""A library as both indexes take it in: each record with its card and its provisions, composed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.chain.effect import latest_day
from generator.compose import Audience, Composer
from generator.compose.address import has_page
from generator.library import Library
from generator.provisions.cards import Card, make_card
from generator.provisions.units import Unit, units_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: what is known of it as a whole, and what a search finds in it."""

    card: Card
    units: tuple[Unit, ...]


def entries_of(
    library: Library, audience: Audience = Audience.SITE, *, dated: date | None = None
) -> Iterator[Entry]:
    """The records that have a page, in the order of the library.

    Args:
        library: the public view (`pages.public_view`).
        audience: SITE hides personal data.
        dated: the day for which 时效 is told; without it the day of the library's latest text.
    """
    day = dated or latest_day(library)
    composer = Composer(library, audience)
    for entry in library.entries.values():
        if has_page(entry.record):
            card = make_card(library, entry.record, day)
            yield Entry(card, tuple(units_of(composer, entry.record, card)))
