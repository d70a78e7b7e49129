"""The pieces of each 公文 of a file in reading order: paragraphs, tables, and the 公文 that it encloses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.problems import Place
from generator.recognition.facts import DocumentFacts, ParagraphFacts
from generator.recognition.roles import HeadingFacts, Part, Recognised, Role

DEEPEST = 16
"""A document within so many others is a text of its own: no real chain is as long."""
SPACES = re.compile(r"\s+")
CHINESE_SPACE = re.compile(r"(?<=[^\x00-\x7f])\s+|(?<!\s)\s+(?=[^\x00-\x7f])")
"""Spaces beside a Chinese character or mark; those between two Latin words are none."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph with words."""

    facts: ParagraphFacts
    role: Role

    @property
    def number(self) -> int:
        """The number of the paragraph."""
        return self.facts.number

    @property
    def text(self) -> str:
        """Its words as printed, with the number that Word makes, without outer spaces."""
        return (self.facts.numbering + self.facts.text).strip()

    @property
    def tight(self) -> str:
        """Its words without any spaces."""
        return SPACES.sub("", self.facts.numbering + self.facts.text)

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words, without spaces beside Chinese ones, cut at the manual line breaks."""
        cut = (CHINESE_SPACE.sub("", line.strip()) for line in self.facts.lines)
        return tuple(line for line in cut if line)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that holds words and no part of the 公文."""

    index: int
    """Into `DocumentFacts.tables`."""
    numbers: list[int] = field(default_factory=list)
    """Of all paragraphs that stand in it and have words."""

    @property
    def number(self) -> int:
        """The number of its first paragraph with words."""
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A whole 公文 that stands within another one."""

    part: Part
    pieces: list[Piece] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number of its first paragraph with words."""
        return self.pieces[0].number if self.pieces else self.part.first


Piece = Words | Grid | Enclosed


@dataclass(frozen=True, slots=True)
class Reading:
    """What the builders of trees ask the file for."""

    facts: DocumentFacts
    headings: Mapping[int, HeadingFacts]
    """By the number of the paragraph."""
    by_style: bool

    def place(self, number: int) -> Place:
        """Where a paragraph stands: its number counts as line."""
        return Place(self.facts.name, number)

    def broken_words(self, number: int) -> str:
        """The words of a paragraph as its manual line breaks cut them."""
        paragraph = self.facts.paragraph(number)
        return "\n".join(line.strip() for line in (paragraph.numbering, *paragraph.lines) if line.strip())

    def words(self, number: int) -> str:
        """The words of a paragraph, without outer spaces."""
        paragraph = self.facts.paragraph(number)
        return (paragraph.numbering + paragraph.text).strip()


class Sweep:
    """Hands each paragraph to the innermost 公文 that it lies in, in one pass."""

    def __init__(self, recognised: Recognised) -> None:
        self.recognised = recognised
        self.waiting = list(reversed(recognised.parts))
        self.open: list[Enclosed] = []
        self.outermost: list[Enclosed] = []
        self.outside: list[Piece] = []
        self.grids: dict[int, Grid] = {}
        self.tables = frozenset(
            paragraph.table
            for paragraph, role in zip(recognised.facts.paragraphs, recognised.roles, strict=True)
            if role is Role.TABLE_TEXT and paragraph.table is not None
        )
        """Tables with words of their own; the others lay out parts of the 公文."""

    def run(self) -> None:
        """Go through the file."""
        for paragraph, role in zip(self.recognised.facts.paragraphs, self.recognised.roles, strict=True):
            self.settle_open(paragraph.number)
            if (paragraph.numbering + paragraph.text).strip():
                self.hand_over(paragraph, role)

    def settle_open(self, number: int) -> None:
        """Close the 公文 that end above a paragraph, and open those that begin with it."""
        while self.open and self.open[-1].part.last < number:
            self.open.pop()
        while self.waiting and self.waiting[-1].first <= number:
            begun = Enclosed(self.waiting.pop())
            if len(self.open) >= DEEPEST:
                self.open.clear()
            (self.open[-1].pieces if self.open else self.outermost).append(begun)
            self.open.append(begun)

    def hand_over(self, paragraph: ParagraphFacts, role: Role) -> None:
        """Give one paragraph with words to its owner."""
        pieces = self.open[-1].pieces if self.open else self.outside
        if paragraph.table is None or paragraph.table not in self.tables:
            pieces.append(Words(paragraph, role))
            return
        if paragraph.table not in self.grids:
            self.grids[paragraph.table] = Grid(paragraph.table)
            pieces.append(self.grids[paragraph.table])
        self.grids[paragraph.table].numbers.append(paragraph.number)


def numbers_of(pieces: Iterable[Piece]) -> list[int]:
    """The numbers of all paragraphs in some pieces."""
    numbers: list[int] = []
    for piece in pieces:
        match piece:
            case Words():
                numbers.append(piece.number)
            case Grid():
                numbers += piece.numbers
            case Enclosed():
                numbers += numbers_of(piece.pieces)
    return numbers
