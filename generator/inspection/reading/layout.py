"""The settled properties of a paragraph as lengths in twips."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.reading.markup import whole

if TYPE_CHECKING:
    from generator.inspection.facts import RunFacts
    from generator.inspection.reading.properties import Properties

SIZE_UNSAID = Decimal(10)
"""Points, where neither style nor defaults say a size."""
TWIPS_PER_POINT = 20
AGREEING = Decimal("0.05")
"""Share by which the twips beside a …Chars may differ from it and still count as its exact value."""
SINGLE_LINE = 240


class Indents(NamedTuple):
    """Indents in twips, and how many of them lack the twips that other programs need."""

    left: int
    right: int
    first_line: int
    missing: int


def character_width(look: RunFacts | None) -> Decimal:
    """One 字 in twips: the type size with its tracking."""
    size = (look.size if look else None) or SIZE_UNSAID
    return size * TWIPS_PER_POINT + (look.tracking if look else 0)


def indents_of(properties: Properties, width: Decimal) -> Indents:
    """Indents, where those in 字 win over twips, as in Word; 0 字 says nothing.

    Word counts leftChars without a hanging part but left with it.
    """
    first = settled(properties, "first", "first_chars", width)
    left = settled(properties, "left", "left_chars", width, extra=max(0, -first))
    right = settled(properties, "right", "right_chars", width)
    pairs = (("first", "first_chars"), ("left", "left_chars"), ("right", "right_chars"))
    missing = sum(bool(properties.get(chars)) and twips not in properties for twips, chars in pairs)
    return Indents(left, right, first, missing)


def settled(properties: Properties, twips: str, chars: str, width: Decimal, extra: int = 0) -> int:
    """One indent.

    Twips beside the 字 are what the writing program counted: where they agree, they are the exact
    value (the grid is in it); where they do not, they are left over from another type size.
    """
    said = int(properties.get(twips, 0))
    hundredths = properties.get(chars)
    if not hundredths:
        return said
    counted = whole(Decimal(hundredths) * width / 100) + extra
    return said if abs(said - counted) <= abs(counted) * AGREEING else counted


def room_around(properties: Properties, pitch: int) -> tuple[int, int]:
    """Room before and after in twips; in lines, it is counted by the pitch of the page's grid."""
    room = []
    for twips, lines in (("before", "before_lines"), ("after", "after_lines")):
        hundredths = properties.get(lines)
        said = int(properties.get(twips, 0))
        room.append(
            whole(Decimal(hundredths * pitch) / 100) if hundredths and twips not in properties else said
        )
    return room[0], room[1]


def needs_pitch(properties: Properties) -> bool:
    """Whether room is written in lines only."""
    return any(
        properties.get(lines) and twips not in properties
        for twips, lines in (("before", "before_lines"), ("after", "after_lines"))
    )


@lru_cache(maxsize=1024)
def tab_stops(stops: tuple[tuple[int, str], ...]) -> tuple[tuple[str, int], ...]:
    """Kind and place of each stop, from left to right; paragraphs of one style share them."""
    return tuple((kind, place) for place, kind in sorted(stops) if kind != "clear")
