"""Text without looks as facts: what recognition reads when a file says nothing but its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.recognition.facts import (
    CellFacts,
    DocumentFacts,
    ParagraphFacts,
    RunFacts,
    SectionFacts,
    TableFacts,
    Where,
)

A4 = SectionFacts(
    width=11906, height=16838, top=2098, bottom=1984, left=1588, right=1474, header=851, footer=992
)
"""The sheet that a text without any looks is taken to stand on; twips."""


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line of text, or a row of a table.

    A row has its words in `cells`, and `table` tells which table of the file it belongs to; its `text` is
    then not read.
    """

    text: str
    cells: tuple[str, ...] = ()
    table: int | None = None


@dataclass(slots=True)
class Sheet:
    """The paragraphs and rows laid out so far."""

    paragraphs: list[ParagraphFacts] = field(default_factory=list)
    tables: dict[int, int] = field(default_factory=dict)
    """Which table of the facts a table of the file has become."""
    rows: list[list[tuple[CellFacts, ...]]] = field(default_factory=list)

    def add(self, text: str, where: Where, table: int | None = None) -> int:
        """One more paragraph; gives its number."""
        number = len(self.paragraphs) + 1
        runs = (RunFacts(text, None, None, None),) if text else ()
        self.paragraphs.append(ParagraphFacts(number, where, 0, runs, table=table))
        return number

    def add_row(self, cells: Sequence[str], table: int) -> None:
        """One more row of a table, each cell one paragraph."""
        at = self.tables.setdefault(table, len(self.tables))
        if at == len(self.rows):
            self.rows.append([])
        self.rows[at].append(tuple(CellFacts((self.add(text, Where.TABLE, at),), None) for text in cells))

    def laid_tables(self) -> tuple[TableFacts, ...]:
        """The tables with all their rows."""
        return tuple(TableFacts(Where.BODY, 0, (), tuple(rows), head_rows=0) for rows in self.rows)


def plain_facts(name: str, lines: Sequence[PlainLine]) -> DocumentFacts:
    """The facts of a text that has no looks.

    Args:
        name: Of the file, as messages name it.
        lines: Its lines in order; the rows of one table carry the same number of a table.

    Returns:
        Paragraphs numbered from 1, one for each line and one for each cell of a row, on one section of A4.
    """
    sheet = Sheet()
    for line in lines:
        if line.table is None:
            sheet.add(line.text, Where.BODY)
        else:
            sheet.add_row(line.cells, line.table)
    return DocumentFacts(
        name=name,
        paragraphs=tuple(sheet.paragraphs),
        tables=sheet.laid_tables(),
        boxes=(),
        sections=(A4,),
        even_and_odd=False,
        theme_fonts=False,
    )
