"""Characters into lines: by their base lines, then from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from generator.importers.reading.pdf.glyphs import Glyph

SAME_LINE = 0.4
"""Of the size of a character: superscripts stand higher by less."""
WORD_GAP = 0.2
"""Of the size: a wider gap between Latin words is a space."""
CHINESE_GAP = 0.4
"""Of the size: programs leave a quarter between Chinese and digits without any space in the text."""
INDENT = "\u3000\u3000"
"""Stands for the two characters by which the first line of a paragraph is indented."""
INDENTED = (1.5, 2.6)
"""Of the size: so far an indented line stands from the left edge of the text."""
COLUMN_GAP = 1.5
"""Of the size: a wider gap parts two columns."""
SAME_PLACE = 0.12
"""Of the size: the same character printed twice so near is one in bold."""
LARGE_GAP = 1.6
"""Of the usual distance of two lines on the page: a larger one is an empty line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that no wide gap parts."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page, in points from the lower edge."""

    pieces: tuple[Piece, ...]
    base: float
    size: float
    indented: bool = False
    after_gap: bool = False

    @property
    def text(self) -> str:
        """Its words; wide spaces for the indent of a paragraph."""
        return (INDENT if self.indented else "") + " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page from top to bottom, and its height in points."""

    lines: tuple[PrintedLine, ...]
    height: float
    pictured: bool = False
    """Whether it shows a picture and has no words."""


def lay_out(glyphs: Sequence[Glyph]) -> tuple[PrintedLine, ...]:
    """The lines of a page."""
    lines = [printed(line) for line in by_base(glyphs)]
    written = [line for line in lines if line.text.strip()]
    steps = [above.base - below.base for above, below in pairwise(written)]
    usual = median(steps) if steps else 0.0
    gaps = [False, *(step > LARGE_GAP * usual for step in steps)]
    edge = min((line.pieces[0].left for line in written), default=0.0)
    return tuple(
        replace(line, after_gap=gap, indented=is_indented(line, edge))
        for line, gap in zip(written, gaps, strict=False)
    )


def is_indented(line: PrintedLine, edge: float) -> bool:
    """Whether a line begins two characters from the left edge of the text."""
    return INDENTED[0] * line.size < line.pieces[0].left - edge < INDENTED[1] * line.size


def by_base(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that stand on one line, from the top of the page."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: (-one.base, one.left)):
        if line and line[-1].base - glyph.base > SAME_LINE * min(glyph.size, line[-1].size):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def printed(glyphs: Sequence[Glyph]) -> PrintedLine:
    """A line with its pieces from left to right."""
    pieces: list[Piece] = []
    words: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: one.left):
        if words and is_doubled(words[-1], glyph):
            continue
        if words and glyph.left - words[-1].right > COLUMN_GAP * glyph.size:
            pieces.append(piece_of(words))
            words = []
        if words or glyph.text.strip():
            words.append(glyph)
    if words:
        pieces.append(piece_of(words))
    base, size = median(one.base for one in glyphs), median(one.size for one in glyphs)
    return PrintedLine(tuple(piece for piece in pieces if piece.text), base, size)


def is_doubled(first: Glyph, second: Glyph) -> bool:
    """Whether a character is printed twice to look bold."""
    return first.text == second.text and second.left - first.left < SAME_PLACE * second.size


def piece_of(glyphs: Sequence[Glyph]) -> Piece:
    """Characters with spaces where they stand apart."""
    texts = [glyphs[0].text]
    for before, glyph in pairwise(glyphs):
        texts.append(f" {glyph.text}" if is_apart(before, glyph) else glyph.text)
    text = "".join(texts).strip()
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Piece(whole, glyphs[0].left, max(glyph.right for glyph in glyphs))


def is_apart(before: Glyph, glyph: Glyph) -> bool:
    """Whether two characters without a space between them stand as far apart as if there were one."""
    latin = before.text.isascii() and glyph.text.isascii()
    gap = glyph.left - before.right
    return bool(
        before.text.strip() and glyph.text.strip() and gap > (WORD_GAP if latin else CHINESE_GAP) * glyph.size
    )
