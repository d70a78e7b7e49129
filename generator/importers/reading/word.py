"""A Word document: its paragraphs in reading order with their automatic numbers, its tables by rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from generator.importers.original import Line, Original, OriginalKind
from generator.importers.reading import faults
from generator.importers.reading.gathering import Gatherer, row_text
from generator.importers.reading.source import Source
from generator.problems import LibraryError
from generator.recognition.facts import CellFacts, DocumentFacts, ParagraphFacts, Where
from generator.recognition.reading import read_facts

WORD_DOCUMENT = " Word 文件（.docx）"
SHELLS = {Where.HEADER: "页眉", Where.FOOTER: "页脚", Where.NOTE: "脚注"}
LINE_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
"""Pasted from other programs."""
FAULTS: Mapping[str, Callable[[str], LibraryError]] = {
    "DOCX003": faults.locked,
    "DOCX009": lambda name: faults.oversize(name, "解开后太大"),
    "DOCX011": faults.entities,
    "DOCX012": faults.too_deep,
}
"""What a fault of the reading of Word documents is for an import; any other one means a damaged file."""


def read_word(source: Source) -> Original:
    """Read a Word document and keep what its paragraphs look like.

    Hidden words and tracked deletions are not printed and not read.

    Raises:
        LibraryError: It cannot be read, or holds too much.
    """
    try:
        facts = read_facts(source.content, source.name)
    except LibraryError as error:
        raise import_fault(error, source.name) from error
    gatherer = Gatherer(source.name)
    for line in lines_of(facts, gatherer):
        gatherer.add(line)
    return source.original(OriginalKind.WORD, gatherer.taken(), facts=facts)


def import_fault(error: LibraryError, name: str) -> LibraryError:
    """The same fault with the next step of an import."""
    make = FAULTS.get(error.problems[0].code)
    return faults.damaged(name, WORD_DOCUMENT) if make is None else make(name)


def lines_of(facts: DocumentFacts, gatherer: Gatherer) -> Iterator[Line]:
    """Paragraphs and rows in reading order."""
    rows = rows_by_first_paragraph(facts)
    covered = {number for row, _ in rows.values() for cell in row for number in cell.paragraphs}
    blank = False
    for paragraph in facts.paragraphs:
        if paragraph.number in rows:
            row, table = rows[paragraph.number]
            columns = sum(cell.columns for cell in row)
            gatherer.refuse_wide(columns)
            gatherer.count_cells(columns)
            cells = row_cells(row, facts)
            shell = SHELLS.get(paragraph.where, "")
            yield Line(paragraph.number, row_text(cells), cells, table, shell=shell, after_blank=blank)
            blank = False
        elif paragraph.number not in covered:
            text = words_of(paragraph)
            shell = SHELLS.get(paragraph.where, "")
            yield Line(paragraph.number, text, shell=shell, after_blank=blank)
            blank = not text.strip()


def rows_by_first_paragraph(
    facts: DocumentFacts,
) -> dict[int, tuple[tuple[CellFacts, ...], int]]:
    """The rows of all tables with the number of their table, by their first paragraph."""
    rows = {}
    for index, table in enumerate(facts.tables):
        for row in table.rows:
            numbers = [number for cell in row for number in cell.paragraphs]
            if numbers:
                rows[min(numbers)] = row, index
    return rows


def row_cells(row: tuple[CellFacts, ...], facts: DocumentFacts) -> tuple[str, ...]:
    """The words of each cell; a cell over several columns is followed by empty ones."""
    cells: list[str] = []
    for cell in row:
        words = (words_of(facts.paragraph(number)).strip() for number in cell.paragraphs)
        cells.append(" ".join(one for one in words if one).replace("\t", " "))
        cells += [""] * (cell.columns - 1)
    return tuple(cells)


def words_of(paragraph: ParagraphFacts) -> str:
    """The automatic number and the words; a manual line break leaves a space."""
    return LINE_ENDS.sub(" ", paragraph.numbering + " ".join(paragraph.lines))
