"""The settled properties of a paragraph as lengths in twips."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.recognition.reading.markup import whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.recognition.facts import RunFacts
    from generator.recognition.reading.properties import Properties

SIZE_UNSAID = Decimal(10)
"""Points, where neither style nor defaults say a size."""
TWIPS_PER_POINT = 20
AGREEING = Decimal("0.05")
"""Share by which the twips beside a …Chars may differ from it and still count as its exact value."""
HALF = Decimal("0.5")
"""So many 字 they may differ at most: of a long indent the share alone would be a whole 字."""


class Indents(NamedTuple):
    """Indents in twips, and how many of them lack the twips that other programs need."""

    left: int
    right: int
    first_line: int
    missing: int


def character_widths(looks: Iterable[RunFacts | None]) -> tuple[Decimal, ...]:
    """What one 字 of a paragraph may be in twips, the likeliest first.

    Word takes the type size of the words, not that of the style.  Some programs count the tracking in,
    some the size of the style.
    """
    widths: dict[Decimal, None] = {}
    for look in looks:
        if look and look.size:
            size = look.size * TWIPS_PER_POINT
            widths |= {size: None, size + look.tracking: None}
    return tuple(widths) or (SIZE_UNSAID * TWIPS_PER_POINT,)


def indents_of(properties: Properties, widths: tuple[Decimal, ...]) -> Indents:
    """Indents, where those in 字 win over twips, as in Word; 0 字 says nothing.

    Word counts leftChars without a hanging part but left with it.
    """
    first = settled(properties, "first", "first_chars", widths)
    left = settled(properties, "left", "left_chars", widths, extra=max(0, -first))
    right = settled(properties, "right", "right_chars", widths)
    pairs = (("first", "first_chars"), ("left", "left_chars"), ("right", "right_chars"))
    missing = sum(bool(properties.get(chars)) and twips not in properties for twips, chars in pairs)
    return Indents(left, right, first, missing)


def settled(
    properties: Properties, twips: str, chars: str, widths: tuple[Decimal, ...], extra: int = 0
) -> int:
    """One indent.

    Twips beside the 字 are what the writing program counted: where they agree, they are the exact
    value (the grid is in it); where they do not, they are left over from another type size, or meant
    for programs that know no 字.
    """
    said = int(properties.get(twips, 0))
    hundredths = properties.get(chars)
    if not hundredths:
        return said
    counted = [whole(Decimal(hundredths) * width / 100) + extra for width in widths]
    near = [min(abs(one) * AGREEING, width * HALF) for one, width in zip(counted, widths, strict=True)]
    agreed = any(abs(said - one) <= most for one, most in zip(counted, near, strict=True))
    return said if agreed else counted[0]


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
