"""Makes of an original and what cleaning left of it the facts that recognition reads.

A Word document keeps its own facts: every paragraph keeps its number, so that tables, boxes and sections stay
valid.  A paragraph that was removed, or joined with one above, stays as an empty one; a paragraph with other
words than before has them in the runs that they stood in, as far as they can be told.  Everything else
becomes plain lines without any looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.importers.cleaned import Cleaned, CleanLine
from generator.importers.original import Line, Original
from generator.recognition.facts import CellFacts, DocumentFacts, ParagraphFacts, RunFacts
from generator.recognition.plain import PlainLine, plain_facts

NEAR = 6
"""So many characters ahead a word is looked for that was left out."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """Facts, and where their paragraphs come from."""

    facts: DocumentFacts
    lines: tuple[tuple[int, ...], ...]
    """For paragraph n at place n - 1: the numbers of the lines of the original that its words stand in; those
    of a row of a table for each of its cells; none for an empty paragraph."""

    def lines_of(self, paragraph: int) -> tuple[int, ...]:
        """The lines of the original behind the paragraph of that number."""
        return self.lines[paragraph - 1]


def arrange(original: Original, cleaned: Cleaned) -> Arranged:
    """Put the words that cleaning left back into facts.

    Args:
        original: The file as it came; of a Word document with its facts.
        cleaned: What cleaning left of that file.
    """
    if original.facts is None:
        return arrange_plainly(original.name, cleaned)
    return WordArranger(original, original.facts, cleaned).arranged()


def arrange_plainly(name: str, cleaned: Cleaned) -> Arranged:
    """Lines without looks: one paragraph for each line, and one for each cell of a row."""
    plain = [PlainLine(line.text, line.cells, line.table) for line in cleaned.lines]
    facts = plain_facts(name, plain)
    spread = (
        line.numbers
        for line in cleaned.lines
        for _ in (line.cells if line.table is not None else (line.text,))
    )
    return Arranged(facts, tuple(spread))


class WordArranger:
    """Puts cleaned words into the paragraphs of a Word document."""

    def __init__(self, original: Original, facts: DocumentFacts, cleaned: Cleaned) -> None:
        self.facts = facts
        self.cleaned = cleaned
        self.originals = {line.number: line for line in original.lines}
        self.rows = rows_by_first_paragraph(facts)
        self.paragraphs = {paragraph.number: paragraph for paragraph in facts.paragraphs}
        self.lines: dict[int, tuple[int, ...]] = {}

    def arranged(self) -> Arranged:
        """The facts with the words that are left."""
        kept = {number for line in self.cleaned.lines for number in line.numbers}
        for number in self.originals.keys() - kept:
            self.empty(self.covered(number))
        for line in self.cleaned.lines:
            if line.numbers[0] in self.rows:
                self.fill_row(line)
            else:
                self.fill_paragraph(line)
        paragraphs = tuple(self.paragraphs[number] for number in sorted(self.paragraphs))
        places = tuple(self.lines.get(paragraph.number, ()) for paragraph in paragraphs)
        return Arranged(replace(self.facts, paragraphs=paragraphs), places)

    def covered(self, number: int) -> tuple[int, ...]:
        """The paragraphs of a line: one, or all of the cells of a row."""
        cells = self.rows.get(number)
        return (number,) if cells is None else tuple(one for cell in cells for one in cell.paragraphs)

    def empty(self, numbers: Sequence[int]) -> None:
        """Take the words out of paragraphs."""
        for number in numbers:
            self.paragraphs[number] = emptied(self.paragraphs[number])

    def fill_paragraph(self, line: CleanLine) -> None:
        """Put the words of a line into its first paragraph; the others that it was joined of get empty."""
        first, *others = line.numbers
        self.lines[first] = line.numbers
        if others or line.text != self.originals[first].text:
            parts = [self.paragraphs[number] for number in line.numbers]
            self.paragraphs[first] = reworded(parts, line.text)
            self.empty(others)

    def fill_row(self, line: CleanLine) -> None:
        """Put the words of a row into its cells."""
        first = line.numbers[0]
        for number in self.covered(first):
            if self.paragraphs[number].text:
                self.lines[number] = line.numbers
        for cell, before, after in matched(self.rows[first], self.originals[first], line):
            parts = [self.paragraphs[number] for number in cell.paragraphs if self.paragraphs[number].text]
            if before != after:
                for part, words in shared(parts, after):
                    self.paragraphs[part.number] = reworded([part], words)


def rows_by_first_paragraph(facts: DocumentFacts) -> dict[int, tuple[CellFacts, ...]]:
    """The rows of all tables by the number of their first paragraph."""
    rows = {}
    for table in facts.tables:
        for row in table.rows:
            numbers = [number for cell in row for number in cell.paragraphs]
            if numbers:
                rows[min(numbers)] = row
    return rows


def matched(row: Sequence[CellFacts], before: Line, after: CleanLine) -> Iterator[tuple[CellFacts, str, str]]:
    """The cells of a row with their words before and after; a cell over several columns counts as many."""
    at = 0
    for cell in row:
        if at < min(len(before.cells), len(after.cells)):
            yield cell, before.cells[at], after.cells[at]
        at += cell.columns


def shared(parts: Sequence[ParagraphFacts], text: str) -> Iterator[tuple[ParagraphFacts, str]]:
    """The paragraphs of a cell, each with its share of the cell's new words."""
    words = [" ".join(part.lines).strip() for part in parts]
    places = align(" ".join(words), text)
    start = 0
    for part, old in zip(parts, words, strict=True):
        end = start + len(old)
        inside = (letter for letter, place in zip(text, places, strict=True) if start <= place < end)
        yield part, "".join(inside).strip()
        start = end + 1


def emptied(paragraph: ParagraphFacts) -> ParagraphFacts:
    """A paragraph without its words and its number."""
    return replace(paragraph, runs=(), numbering="", line_breaks=())


def reworded(parts: Sequence[ParagraphFacts], text: str) -> ParagraphFacts:
    """The first of some paragraphs with other words, which stand in the runs of all of them."""
    first = parts[0]
    numbering = first.numbering if text.startswith(first.numbering) else ""
    words = text.removeprefix(numbering)
    runs = [run for part in parts for run in part.runs]
    before = "".join([run.text for run in runs])
    places = align(before, words)
    words = "".join(map(kept_tab, words, (before[place : place + 1] for place in places)))
    breaks = (offset + at for part, offset in with_offsets(parts) for at in part.line_breaks)
    return replace(
        first,
        numbering=numbering,
        runs=tuple(regrouped(runs, words, places)),
        line_breaks=tuple(moved(sorted(breaks), places)),
    )


def with_offsets(parts: Sequence[ParagraphFacts]) -> Iterator[tuple[ParagraphFacts, int]]:
    """Paragraphs with the place at which their words begin among those of all."""
    offset = 0
    for part in parts:
        yield part, offset
        offset += len(part.text)


def align(before: str, after: str) -> list[int]:
    """For each character of the words after: the place before that it comes from, as near as can be told."""
    places: list[int] = []
    at = 0
    for character in after:
        ahead = before.find(character, at, at + NEAR)
        if ahead >= 0 and is_left_out(before[at:ahead]):
            at = ahead
        places.append(min(at, max(0, len(before) - 1)))
        if character.strip() or before[at : at + 1].isspace():
            at += 1
    return places


def kept_tab(after: str, before: str) -> str:
    """A tab where the reader has made a space of one."""
    return before if (after, before) == (" ", "\t") else after


def is_left_out(words: str) -> bool:
    """Whether words can have been left out: spaces, marks of typing, a foreign word; none that is Chinese."""
    return words.isascii() or not words.strip()


def regrouped(runs: Sequence[RunFacts], words: str, places: Sequence[int]) -> Iterator[RunFacts]:
    """The runs that words stand in, each with its part of them."""
    owners = [run for run in range(len(runs)) for _ in runs[run].text]
    owned = [owners[place] if owners else None for place in places]
    at = 0
    for owner, group in groupby(owned):
        length = len(list(group))
        run = RunFacts("", None, None, None) if owner is None else runs[owner]
        yield replace(run, text=words[at : at + length])
        at += length


def moved(breaks: Sequence[int], places: Sequence[int]) -> Iterator[int]:
    """Where the manual line breaks stand in the new words; at their ends there is none."""
    at, last = 0, 0
    for position in breaks:
        while at < len(places) and places[at] < position:
            at += 1
        if last < at < len(places):
            yield at
            last = at
