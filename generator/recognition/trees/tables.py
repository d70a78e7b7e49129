"""A table of a file as a table of the tree: cells with their spans, head rows, totals where they say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.document import Align, Cell, Row, RowKind, Table, words
from generator.recognition.facts import CellFacts, TableFacts
from generator.recognition.trees.pieces import SPACES, Grid, Reading

ALIGNS = {"center": Align.CENTER, "right": Align.RIGHT, "distribute": Align.SPREAD}
TOTALS = frozenset({"合计", "总计", "共计", "总合计"})
SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+部分"
)
"""How a row begins that names those below it, where the file does not say that its cell spans them."""
FIGURE = re.compile(r"[-+]?[\d.,，%％]+")
FIRST_ROWS = 3
"""A head of two rows needs a third row below it."""
HEAD_ROWS = 2


def read_table(grid: Grid, reading: Reading, title: str = "", note: str = "") -> Table:
    """The table that stands in a grid, with the caption and the remark that were found around it."""
    facts = reading.facts.tables[grid.index]
    rows = drawn_rows(facts, reading) if facts.grid else typed_rows(facts, reading)
    headed = min(facts.head_rows or evident_head(rows), len(rows) - 1)
    widths = facts.grid or (1,) * max((width_of(row) for row in rows), default=1)
    return Table(
        id=f"p{grid.number}",
        widths=widths,
        head=tuple(replace(row, kind=RowKind.DATA) for row in rows[:headed]),
        rows=tuple(rows[headed:]),
        title=title,
        note=note,
        origin=reading.place(grid.number),
        sideways=bool(facts.grid) and reading.facts.sections[facts.section].landscape,
    )


def covered(grid: Grid, reading: Reading) -> frozenset[int]:
    """The numbers of the paragraphs that stand in the cells of a grid; a text box in a cell has others."""
    cells = (cell for row in reading.facts.tables[grid.index].rows for cell in row)
    return frozenset(number for cell in cells for number in cell.paragraphs)


# --- tables of Word, whose cells say what they span ----------------------------------------------


def drawn_rows(facts: TableFacts, reading: Reading) -> list[Row]:
    """The rows of a table that has a grid."""
    spans = row_spans(facts)
    width = len(facts.grid)
    rows = []
    for at, row in enumerate(facts.rows):
        cells = tuple(
            drawn_cell(cell, spans.get((at, column), 1), reading)
            for column, cell in placed(row)
            if not cell.continued
        )
        if cells:
            rows.append(Row(cells, kind_of(cells, width)))
    return rows


def placed(row: Sequence[CellFacts]) -> list[tuple[int, CellFacts]]:
    """The cells of a row with the column that each begins in."""
    columns, column = [], 0
    for cell in row:
        columns.append((column, cell))
        column += cell.columns
    return columns


def row_spans(facts: TableFacts) -> dict[tuple[int, int], int]:
    """How many rows a cell covers, by row and column, for those that cover several."""
    spans: dict[tuple[int, int], int] = {}
    begun: dict[int, int] = {}
    for at, row in enumerate(facts.rows):
        for column, cell in placed(row):
            if not cell.continued:
                begun[column] = at
            elif column in begun:
                spans[begun[column], column] = at - begun[column] + 1
    return spans


def drawn_cell(cell: CellFacts, rows: int, reading: Reading) -> Cell:
    """A cell with all its paragraphs."""
    said = "\n".join(text for number in cell.paragraphs if (text := reading.broken_words(number)))
    alignment = reading.facts.paragraph(cell.paragraphs[0]).alignment if cell.paragraphs else ""
    return Cell(words(said), ALIGNS.get(alignment, Align.LEFT), cell.columns, rows)


# --- tables of plain text, where a merged cell is an empty one -----------------------------------


def typed_rows(facts: TableFacts, reading: Reading) -> list[Row]:
    """The rows of a table of plain text; its columns are those of its widest row."""
    texts = [
        ["\n".join(reading.words(number) for number in cell.paragraphs).strip() for cell in row]
        for row in facts.rows
    ]
    width = max(map(len, texts), default=0)
    return spanned([typed_row(row, width) for row in texts])


def typed_row(texts: Sequence[str], width: int) -> Row:
    """A row of plain text; one that only names the rows below it is one cell over the full width."""
    named = bool(texts) and bool(SECTION.match(texts[0])) and not any(texts[1:]) and width > 1
    if named:
        return Row((Cell(words(texts[0]), columns=width),), RowKind.SECTION)
    cells = tuple(Cell(words(text)) for text in (*texts, *[""] * (width - len(texts))))
    return Row(cells, kind_of(cells, width))


def spanned(rows: list[Row]) -> list[Row]:
    """The rows with the merged cells of a head of two rows: years above columns, a name beside both."""
    if evident_head(rows) < HEAD_ROWS:
        return rows
    upper, lower = rows[0].cells, rows[1].cells
    above: list[Cell] = []
    for at, cell in enumerate(upper):
        if at and not cell.text and lower[at].text and above[-1].rows == 1:
            above[-1] = replace(above[-1], columns=above[-1].columns + 1)
        else:
            above.append(replace(cell, rows=2) if cell.text and not lower[at].text else cell)
    hidden = {at for at, cell in enumerate(upper) if cell.text and not lower[at].text}
    below = tuple(cell for at, cell in enumerate(lower) if at not in hidden)
    return [Row(tuple(above)), Row(below), *rows[2:]]


# --- what rows are for -----------------------------------------------------------------------------


def kind_of(cells: Sequence[Cell], width: int) -> RowKind:
    """Whether a row is a total, or one cell that names the rows below it."""
    if len(cells) == 1 and width > 1 and cells[0].columns >= width:
        return RowKind.SECTION
    first = next((tight for cell in cells if (tight := SPACES.sub("", cell.text))), "")
    return RowKind.TOTAL if first in TOTALS else RowKind.DATA


def width_of(row: Row) -> int:
    """How many columns the cells of a row cover."""
    return sum(cell.columns for cell in row.cells)


def evident_head(rows: Sequence[Row]) -> int:
    """How many rows are the head where the file does not say: words without figures above figures or text.

    Empty cells in the first row are merged ones; the second row then belongs to the head, too.
    """
    if len(rows) < 2 or not is_worded(rows[0]):
        return 0
    merged = any(not cell.text for cell in rows[0].cells[1:]) or any(
        cell.columns > 1 for cell in rows[0].cells
    )
    return HEAD_ROWS if merged and len(rows) >= FIRST_ROWS and is_worded(rows[1]) else 1


def is_worded(row: Row) -> bool:
    """Whether a row holds names of columns: words in more than one cell, no figures."""
    said = [cell.text for cell in row.cells if cell.text]
    return len(said) > 1 and row.kind is RowKind.DATA and not any(map(FIGURE.fullmatch, said))
