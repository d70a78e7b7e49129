"""Where 署名, 成文日期 and seals stand: pure geometry, in twips (clauses 7.3.5.1 to 7.3.5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.document import SignatureMode
from generator.hanzi.calendar import print_day
from generator.standard.lengths import TWIPS_PER_MM
from generator.word.measure import count_borders, text_width

if TYPE_CHECKING:
    from generator.document import Signature
    from generator.standard import Standard

CHARACTERS_APART = 1
"""How many 字 two 署名 in one row leave between them."""


@dataclass(frozen=True, slots=True)
class SealPlace:
    """The place that a seal needs: a circle, in millimetres.

    Attributes:
        x: Its centre from the left edge of the 版心.
        y: Its centre from the lower edge of the last line of text above.
        diameter: How wide it is.
    """

    x: float
    y: float
    diameter: float

    @property
    def top(self) -> float:
        """Its upper edge, from the lower edge of the text above."""
        return self.y - self.diameter / 2


@dataclass(frozen=True, slots=True)
class SealRows:
    """How sealed 署名 are laid out.

    Attributes:
        above: Empty lines between the text and the first row.
        rows: The 署名 row by row, each with the axis on which it and its seal are centred.
        apart: Lines from one row to the next.
        below: Lines under the date that the last seal reaches into.
    """

    above: int
    rows: tuple[tuple[tuple[str, int], ...], ...]
    apart: int
    below: int

    @property
    def lines(self) -> int:
        """Lines from the text above to the date, the date included."""
        return self.above + (len(self.rows) - 1) * self.apart + 2


def date_words(signature: Signature) -> str:
    """成文日期 as it is printed; empty where it is not known."""
    return print_day(signature.date) if signature.date else ""


def width(standard: Standard, words: str) -> int:
    """Width of words of the body in twips."""
    return text_width(words, int(standard.character()))


# --- without a seal ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlainPlaces:
    """Where each 署名 and the date begin, and how far some programs need them further left."""

    begins: tuple[int, ...]
    excess: int


def plain_places(standard: Standard, signature: Signature) -> PlainPlaces:
    """Places without a seal (7.3.5.2): of each 署名 in turn, then of the date.

    A 署名 ends 2 字 from the right edge, and the date begins 2 字 right of the first 署名's
    beginning.  A date too long for that ends 2 字 from the edge and the 署名 moves left with it.
    Both are placed by their beginnings, so that the shift is exact whatever the fonts.
    """
    names, day = signature.issuers, date_words(signature)
    room, shift = standard.text_width, standard.twips("日期右移")
    first = "".join(names[:1])
    lead = room - standard.twips("署名右空") - width(standard, first)
    latest = room - standard.twips("日期右空") - width(standard, day)
    longer = bool(day and names) and width(standard, day) > width(standard, first)
    back = max(0, lead + shift - latest) if longer else 0
    begins = [room - standard.twips("署名右空") - width(standard, name) - back for name in names]
    begins.append(lead + shift - back if names else latest)
    return PlainPlaces(tuple(max(0, begin) for begin in begins), excess(standard, day, begins[-1]))


def excess(standard: Standard, day: str, begin: int) -> int:
    """How far a date passes the right edge where figures and Chinese get room between them."""
    end = begin + width(standard, day) + count_borders(day) * standard.twips("中西间隔")
    return max(0, end - standard.text_width)


# --- with seals -------------------------------------------------------------------------------


def seal_rows(standard: Standard, signature: Signature, line: int) -> SealRows:
    """Rows of sealed 署名 (7.3.5.1), the last with the date under it.

    Args:
        standard: Diameter of the seals, their distance, the room at the right of the date.
        signature: Who signs, in order, and when.
        line: The pitch of the lines in twips.
    """
    seal, lift = standard.twips("印章直径"), standard.twips("印章上移")
    above = max(1, -(-(lift + seal // 2) // line) - 1)
    below = max(0, -(-(seal // 2 - lift - line) // line))
    apart = -(-(seal + standard.twips("印章间距")) // line)
    return SealRows(above, SealGrid(standard, signature).rows(), apart, below)


def seal_places(signature: Signature, standard: Standard, line: int | None = None) -> tuple[SealPlace, ...]:
    """The circles that the seals of a signature take, in the order of the 署名.

    Args:
        signature: Only one of the mode 加盖印章 has any.
        standard: With the diameter of the office's seal (印章直径).
        line: The pitch of the lines in twips; that of the standard if left out.
    """
    if signature.mode is not SignatureMode.SEAL or not signature.issuers:
        return ()
    line = line or int(standard.line)
    layout = seal_rows(standard, signature, line)
    places = []
    for number, row in enumerate(layout.rows):
        middle = (layout.above + number * layout.apart + 1) * line - standard.twips("印章上移")
        places += [
            SealPlace(millimetres(axis), millimetres(middle), float(standard.quantity("印章直径").value))
            for _, axis in row
        ]
    return tuple(places)


def millimetres(twips: int) -> float:
    """Twips as millimetres."""
    return float(Decimal(twips) / TWIPS_PER_MM)


class SealGrid:
    """The columns on which sealed 署名 stand: at most three, none outside the 版心, seals apart."""

    def __init__(self, standard: Standard, signature: Signature) -> None:
        self.standard = standard
        self.names = signature.issuers
        self.room = standard.text_width
        self.half_date = width(standard, date_words(signature)) // 2
        self.half_name = max((width(standard, name) for name in self.names), default=0) // 2
        self.seal = standard.twips("印章直径")

    def rows(self) -> tuple[tuple[tuple[str, int], ...], ...]:
        """Each row of 署名 with their axes; a last row that is short stands at the right, by the date."""
        axes = self.axes()
        count = len(axes)
        rows = [self.names[start : start + count] for start in range(0, len(self.names), count)] or [()]
        return tuple(tuple(zip(row, axes[count - len(row) :], strict=True)) for row in rows)

    def axes(self) -> tuple[int, ...]:
        """The axes of the columns, from left to right."""
        for most in range(min(self.standard.count("每排印章"), len(self.names)), 1, -1):
            rows = -(-len(self.names) // most)
            axes = self.columns(-(-len(self.names) // rows))
            if axes:
                return axes
        return (self.last_axis,)

    @property
    def last_axis(self) -> int:
        """The axis of the date, which ends 4 字 from the edge; a long 署名 moves it to the left."""
        return self.room - max(self.standard.twips("日期右空加印") + self.half_date, self.half_name)

    def columns(self, count: int) -> tuple[int, ...]:
        """So many axes at equal distances; none if they do not fit."""
        apart = self.standard.twips("印章间距") + self.seal
        names_apart = 2 * self.half_name + CHARACTERS_APART * int(self.standard.character())
        least = max(apart, names_apart)
        side = max(-(-self.seal // 2), self.half_name)
        last = max(self.last_axis, side + (count - 1) * least)
        if last > self.room - max(side, self.half_date):
            return ()
        step = min((last - side) // (count - 1), max(least, self.room // count))
        return tuple(last - step * (count - 1 - index) for index in range(count))
