"""Which run and which w:t each character of a paragraph stands in, and changes at a place in its text."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from generator.recognition.facts import RunFacts
from generator.recognition.reading.markup import W
from generator.recognition.reading.runs import Fields, Words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.recognition.reading.styles import StyleSheet

TEXT = f"{W}t"
RUN = f"{W}r"
LOOK = f"{W}rPr"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(NamedTuple):
    """Characters that one part of one run holds."""

    start: int
    text: str
    look: RunFacts
    run: Element
    part: Element

    @property
    def end(self) -> int:
        """Where it ends in the text of the paragraph."""
        return self.start + len(self.text)

    @property
    def editable(self) -> bool:
        """Whether its characters are those of its w:t, one for one."""
        return self.part.tag == TEXT and len(self.part.text or "") == len(self.text)


class PlacedWords(Words):
    """Words that remember where they stood."""

    def __init__(self, sheet: StyleSheet, style: str, table: str, fields: Fields) -> None:
        super().__init__(sheet, style, table, fields)
        self.placed: list[Piece] = []
        self.run: Element | None = None
        self.part: Element | None = None

    def read_run(self, run: Element) -> None:
        """Remember the run."""
        self.run = run
        super().read_run(run)

    def read_parts(self, parent: Element) -> None:
        """Remember the part."""
        for part in parent:
            self.part = part
            super().read_parts([part])  # type: ignore[arg-type]

    def append(self, look: RunFacts, text: str) -> None:
        """Words with their place; those of a formula stand in no run."""
        if self.run is not None and self.part is not None and self.part.getparent() is self.run:
            self.placed.append(Piece(self.length, text, look, self.run, self.part))
        super().append(look, text)


def split_run(run: Element, part: Element, offset: int) -> Element:
    """Cut a run before a character of one of its parts; gives the second half, which looks alike."""
    second = etree.Element(RUN)
    for name, value in run.attrib.items():
        second.set(name, value)
    look = run.find(LOOK)
    if look is not None:
        second.append(deepcopy(look))
    moved = [*part.itersiblings()]
    if offset:
        rest = etree.SubElement(second, TEXT)
        put_text(rest, (part.text or "")[offset:])
        put_text(part, (part.text or "")[:offset])
    else:
        moved.insert(0, part)
    second.extend(moved)
    run.addnext(second)
    return second


def put_text(part: Element, text: str) -> None:
    """Put words into a w:t, spaces at its ends included."""
    part.text = text
    if text != text.strip():
        part.set(SPACE, "preserve")


def cut_at(pieces: list[Piece], place: int) -> bool:
    """Cut the run that spans a place of the text; whether one was cut."""
    for piece in pieces:
        inside = piece.start < place < piece.end and piece.editable
        opens = piece.start == place and any(one.run is piece.run and one.start < place for one in pieces)
        if inside or (opens and piece.text):
            split_run(piece.run, piece.part, place - piece.start)
            return True
    return False


def common_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their beginning, and then at their end."""
    most = min(len(old), len(new))
    head = next((index for index in range(most) if old[index] != new[index]), most)
    most -= head
    tail = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    return head, tail


def exchange(pieces: list[Piece], start: int, end: int, new: str) -> bool:
    """Put other words in the place of some; whether that could be done.

    What stays stands in its run; where the number of characters changes, the new ones take the look
    of the first that goes, or of the last before them.
    """
    touched = [piece for piece in pieces if piece.start < end and start < piece.end]
    if start == end:
        touched = [piece for piece in pieces if piece.start < start <= piece.end][-1:]
    if not touched or not all(piece.editable for piece in touched):
        return False
    for index, piece, (own_start, own_end) in parts_of(touched, start, end):
        text = piece.part.text or ""
        share = share_of(new, end - start, own_start + piece.start - start, own_end - own_start, index == 0)
        put_text(piece.part, text[:own_start] + share + text[own_end:])
    return True


def parts_of(touched: list[Piece], start: int, end: int) -> Iterator[tuple[int, Piece, tuple[int, int]]]:
    """Each piece with the places of its own text that a span covers."""
    for index, piece in enumerate(touched):
        yield index, piece, (max(start, piece.start) - piece.start, min(end, piece.end) - piece.start)


def share_of(new: str, length: int, offset: int, own: int, first: bool) -> str:
    """What of the new words a piece takes: its own share where lengths agree, else the first takes all."""
    if len(new) == length:
        return new[offset : offset + own]
    return new if first else ""
