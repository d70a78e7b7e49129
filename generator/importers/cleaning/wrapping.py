"""Whether a text is hard-wrapped: its lines filled to one width, a paragraph running over several.

A line is full if the first piece of the next would not have fitted on it.  Widths are counted in halves
of a 字.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.hanzi.linebreaks import NOT_FIRST, set_of
from generator.hanzi.widths import halves
from generator.importers.cleaning.rows import SENTENCE_END, Row

NARROWEST, WIDEST = 40, 130
"""In halves of a 字: a page has 28 字 to the line, a screen up to some 60."""
SPREAD = 4
"""Full lines differ by so much: marks may not begin a line, figures are not broken."""
FEWEST_FULL = 3
LEAST_SHARE = 0.12
"""Of the lines that are full in a wrapped text."""
STANDARD = range(54, 57)
"""Lines of 28 字 (GB/T 9704-2012, 5.2.3), one less where a mark or a figure did not fit; two are enough."""
FEWEST_STANDARD = 2
MOST_WIDER = 0.05
INDENT = 2
"""Halves of a 字 by which the first line of a paragraph stands in at least."""
FIRST_PIECE = re.compile(rf"(?:[\x21-\x7e]+|.)[{re.escape(set_of(NOT_FIRST))}]*")
LEAST_INDENTED = 0.15
"""Of the lines must stand in before an indent is taken for the mark of a paragraph."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped."""

    width: int
    """Of a full line; 0 where the text is not wrapped."""
    margin: int
    """Where the lines of running text begin."""
    indented: bool
    """Whether paragraphs begin with an indent, so that a line without one goes on with the line above."""

    def fills(self, above: Row, below: Row) -> bool:
        """Whether a line is full: the first piece of the next would not have fitted.

        Full lines differ; only a line that stops within its sentence may fall short of the width by that.
        """
        piece = FIRST_PIECE.match(below.tidy)
        room = 0 if SENTENCE_END.search(above.tidy) else SPREAD
        wide = width_of(above) + halves(piece[0] if piece else "") + room
        return bool(self.width and piece) and wide > self.width

    def stands_in(self, row: Row) -> bool:
        """Whether a line begins further right than the lines of running text."""
        return indent_of(row) >= self.margin + INDENT


def wrapping_of(rows: Sequence[Row]) -> Wrapping:
    """Find the width of the full lines and the margin of a text; rows of tables do not count."""
    lines = [row for row in rows if not row.in_table]
    width = full_width(Counter(map(width_of, lines)))
    indents = Counter(map(indent_of, lines))
    margin = min((indent for indent in indents if indents[indent] * 5 >= len(lines)), default=0)
    further = sum(count for indent, count in indents.items() if margin + INDENT <= indent <= margin + 8)
    return Wrapping(width, margin, bool(lines) and further >= LEAST_INDENTED * len(lines))


def full_width(widths: Counter[int]) -> int:
    """The width that most lines fill and hardly any exceeds; 0 where there is none."""
    total = widths.total()
    best, most = 0, 0
    for width in sorted((w for w in widths if NARROWEST <= w <= WIDEST), reverse=True):
        full = sum(widths[near] for near in range(width - SPREAD, width + 1))
        if full > most:
            best, most = width, full
    wider = sum(count for width, count in widths.items() if width > best)
    fewest = FEWEST_STANDARD if best in STANDARD else FEWEST_FULL
    wrapped = most >= max(fewest, LEAST_SHARE * total) and wider <= MOST_WIDER * total
    return best if wrapped else 0


def width_of(row: Row) -> int:
    """How wide a line is as it came, its indent included."""
    return halves(row.line.text.rstrip())


def indent_of(row: Row) -> int:
    """How far a line stands in."""
    text = row.line.text
    return halves(text[: len(text) - len(text.lstrip())])
