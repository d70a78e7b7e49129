"""Headings, paragraphs and tables of a stretch of text (clause 7.3.3; for laws 条, 款, 项, 目)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.document import Block, Blocks, Heading, Paragraph, words
from generator.recognition import forms
from generator.recognition.roles import HeadingFacts, HeadingKind, Role
from generator.recognition.trees.decimals import decimal_headings
from generator.recognition.trees.pieces import Enclosed, Grid, Piece, Reading, Words
from generator.recognition.trees.statutes import Statute, statute_of
from generator.recognition.trees.tables import covered, read_table

LEVELS = {Role.LEVEL_1: 1, Role.LEVEL_2: 2, Role.LEVEL_3: 3, Role.LEVEL_4: 4}
CAPTION_STYLE, REMARK_STYLE = "表格标题", "表格说明"


def read_blocks(pieces: Sequence[Piece], reading: Reading, typed: frozenset[int] = frozenset()) -> Blocks:
    """The blocks of a text.

    Args:
        pieces: Paragraphs and tables in order; a whole 公文 among them is not looked at.
        reading: The file.
        typed: Numbers of paragraphs that are headings although they bear no number.
    """
    return tuple(Blockmaker(pieces, reading, typed).blocks())


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a table that are its own: places among the pieces, -1 for none."""

    title: int = -1
    note: int = -1


class Blockmaker:
    """Goes through the pieces of one text."""

    def __init__(self, pieces: Sequence[Piece], reading: Reading, typed: frozenset[int]) -> None:
        self.pieces = pieces
        self.reading = reading
        self.typed = typed
        self.statute: Statute | None = statute_of(pieces)
        self.decimals = decimal_headings(pieces) if self.statute is None else {}
        self.around = {at: self.find_around(at) for at, one in enumerate(pieces) if isinstance(one, Grid)}
        self.taken = {at for around in self.around.values() for at in (around.title, around.note) if at >= 0}
        self.listed = frozenset(self.find_listed())

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        for at, piece in enumerate(self.pieces):
            if at in self.taken or isinstance(piece, Enclosed):
                continue
            if isinstance(piece, Grid):
                yield from self.table(at, piece)
            else:
                yield self.block(piece)

    # --- tables --------------------------------------------------------------------------------

    def find_around(self, at: int) -> Around:
        """Caption and remark of a table: above it in that order, or the remark below."""
        note = at - 1 if self.is_remark(at - 1) else at + 1 if self.is_remark(at + 1) else -1
        above = at - 2 if note == at - 1 else at - 1
        return Around(above if self.is_caption(above) else -1, note)

    def words_at(self, at: int) -> Words | None:
        """The words that stand next to a table, and are known to be the table's."""
        piece = self.pieces[at] if 0 <= at < len(self.pieces) else None
        return piece if isinstance(piece, Words) and piece.role is Role.TABLE_TEXT else None

    def is_caption(self, at: int) -> bool:
        """Whether words are the name of a table."""
        piece = self.words_at(at)
        if piece is None:
            return False
        return piece.facts.style == CAPTION_STYLE or bool(forms.TABLE_CAPTION.fullmatch(piece.tight))

    def is_remark(self, at: int) -> bool:
        """Whether words are the unit or a remark of a table."""
        piece = self.words_at(at)
        if piece is None:
            return False
        return piece.facts.style == REMARK_STYLE or bool(forms.TABLE_REMARK.fullmatch(piece.tight))

    def table(self, at: int, grid: Grid) -> Iterator[Block]:
        """A table, and the words in text boxes within its cells."""
        title, note = self.text_at(self.around[at].title), self.text_at(self.around[at].note)
        yield read_table(grid, self.reading, title, note)
        inside = covered(grid, self.reading)
        for number in grid.numbers:
            if number not in inside:
                yield self.paragraph(number, self.reading.words(number))

    def text_at(self, at: int) -> str:
        """The words at a place, empty for none."""
        piece = self.pieces[at] if at >= 0 else None
        return piece.text if isinstance(piece, Words) else ""

    # --- paragraphs and headings ---------------------------------------------------------------

    def block(self, piece: Words) -> Block:
        """A paragraph or heading."""
        if self.statute is not None and (found := self.provision(piece, self.statute)):
            return found
        heading = self.reading.headings.get(piece.number)
        if heading is None and piece.number in self.decimals:
            return self.unnumbered(piece)
        if piece.number in self.typed or (piece.role in LEVELS and heading is None):
            return self.unnumbered(piece)
        if heading is None or piece.number in self.listed or heading.kind is HeadingKind.ITEM:
            return self.paragraph(piece.number, piece.text)
        return self.numbered(piece, heading)

    def provision(self, piece: Words, statute: Statute) -> Block | None:
        """What a paragraph is in a text of articles: its items bear numbers, too, but are no headings.

        None in a text of chapters without articles, unless the paragraph is the heading of a chapter.
        """
        place = self.reading.place(piece.number)
        division = statute.division(piece)
        if division is not None:
            return replace(division, origin=place)
        if not statute.articled:
            return None
        lead = statute.provision(piece)
        if lead is None:
            return self.paragraph(piece.number, piece.text)
        rest = piece.text[len(lead.label) :]
        return Paragraph(f"p{piece.number}", words(rest), replace(lead, origin=place), place)

    def paragraph(self, number: int, text: str) -> Paragraph:
        """A paragraph without a heading."""
        return Paragraph(f"p{number}", words(text), None, self.reading.place(number))

    def unnumbered(self, piece: Words) -> Heading:
        """A heading that bears no number."""
        level = self.decimals.get(piece.number) or LEVELS.get(piece.role, 1)
        return Heading(f"p{piece.number}", level, "", words(piece.text), self.reading.place(piece.number))

    def numbered(self, piece: Words, heading: HeadingFacts) -> Block:
        """A heading with its number, alone on its line or running into a paragraph."""
        facts, place = piece.facts, self.reading.place(piece.number)
        full = facts.numbering + facts.text
        end = heading.end + len(facts.numbering)
        said, rest = full[:end].strip(), full[end:].strip()
        label = heading.label if said.startswith(heading.label) else ""
        inlines = words(said[len(label) :].strip())
        if heading.kind is HeadingKind.ALONE:
            return Heading(f"p{piece.number}", heading.level, label, inlines, place)
        lead = Heading(f"p{piece.number}-t", heading.level, label, inlines, place)
        return Paragraph(f"p{piece.number}", words(rest), lead, place)

    def find_listed(self) -> Iterator[int]:
        """Numbered lines that are a list: nothing stands below them but the next of their level.

        Styles of the contract say what is a heading; where they do not, a paragraph is the safer guess.
        """
        if self.reading.by_style:
            return
        before: HeadingFacts | None = None
        counts: dict[int, int] = {}
        for at, piece in enumerate(self.pieces):
            heading = self.heading_at(at)
            if heading and not continues(counts, heading) and self.is_listed(at, heading, before):
                yield piece.number
                before = heading
                continue
            before = None
            if found := self.heading_in(piece):
                count(counts, found)

    def is_listed(self, at: int, heading: HeadingFacts, before: HeadingFacts | None) -> bool:
        """Whether a numbered line has the next of its level or the end below it, or a listed one above."""
        below = self.heading_at(at + 1)
        follows = before is not None and before.level == heading.level
        return follows or at + 1 == len(self.pieces) or (below is not None and below.level == heading.level)

    def heading_in(self, piece: Piece) -> HeadingFacts | None:
        """The numbered heading that a paragraph is or begins with."""
        heading = self.reading.headings.get(piece.number) if isinstance(piece, Words) else None
        return heading if heading and heading.kind is not HeadingKind.ITEM else None

    def heading_at(self, at: int) -> HeadingFacts | None:
        """The numbered heading that stands alone on its line at a place."""
        heading = self.heading_in(self.pieces[at]) if at < len(self.pieces) else None
        return heading if heading and heading.kind is HeadingKind.ALONE else None


def continues(counts: Mapping[int, int], heading: HeadingFacts) -> bool:
    """Whether a number is the next in a series whose numbers have been headings so far."""
    return heading.value > 1 and counts.get(heading.level) == heading.value - 1


def count(counts: dict[int, int], heading: HeadingFacts) -> None:
    """Go on counting from a heading; below it each level begins anew."""
    for level in [level for level in counts if level > heading.level]:
        del counts[level]
    counts[heading.level] = heading.value
