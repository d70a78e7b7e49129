"""Rows of words, whether they come from a table of a document or from a sheet of a workbook.

A cell that only continues a merged one is empty, so that both look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.document import Block, Cell, Row, Table

TYPESET = re.compile(r"(?<![^\s])(\S)[ \u3000]+(\S)(?![^\s])")
"""Two characters set apart to fill a column: 莒 县, 合 计."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells with the number by which a person finds it; a paragraph is a row of one cell."""

    cells: tuple[str, ...]
    number: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """The cells that are not empty."""
        return tuple(cell for cell in self.cells if cell)

    @property
    def text(self) -> str:
        """The words of the row, cells apart."""
        return "\u3000".join(self.words)


def joined(text: str) -> str:
    """A name without the spaces that only set its two characters apart."""
    stripped = text.strip()
    match = TYPESET.fullmatch(stripped)
    return match[1] + match[2] if match else stripped


def tight(text: str) -> str:
    """Words without any space."""
    return re.sub(r"\s+", "", text)


def lines_of_table(table: Table) -> Iterator[Line]:
    """The rows of a table of the tree, every one as wide as the table, continued cells empty."""
    first = table.origin.line if table.origin else 0
    width = max(len(table.widths), 1)
    below: dict[int, int] = {}
    for position, row in enumerate((*table.head, *table.rows)):
        yield Line(tuple(laid(row, width, below)), first + position)


def laid(row: Row, width: int, below: dict[int, int]) -> list[str]:
    """The cells of a row in their columns; `below` counts down the rows that a cell above reaches."""
    cells, column = [""] * width, 0
    for cell in row.cells:
        while below.get(column, 0):
            column += 1
        if column >= width:
            cells[-1] = "\n".join(filter(None, (cells[-1], cell.text.strip())))
            continue
        cells[column] = cell.text.strip()
        reach(below, cell, column)
        column += cell.columns
    for held in [held for held, count in below.items() if count]:
        below[held] -= 1
    return cells


def reach(below: dict[int, int], cell: Cell, column: int) -> None:
    """Note how far down a cell reaches, its own row included."""
    if cell.rows > 1:
        below.update(dict.fromkeys(range(column, column + cell.columns), cell.rows))


def line_of_block(block: Block) -> Line:
    """A heading or paragraph as a line."""
    number = block.origin.line if block.origin else 0
    return Line((block.text if not isinstance(block, Table) else block.title,), number)


def sheet_lines(rows: Iterable[Iterable[str]]) -> tuple[Line, ...]:
    """The rows of a sheet that have words, numbered from 1; what stands alone at the left is a paragraph."""
    lines = (
        Line(tuple(str(cell).strip() for cell in row), number) for number, row in enumerate(rows, start=1)
    )
    return tuple(replace(line, cells=alone(line.cells)) for line in lines if line.words)


def alone(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a row, or its first one where the others are empty."""
    return cells if any(cells[1:]) else cells[:1]


def padded(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Rows of one width."""
    width = max((len(line.cells) for line in lines), default=0)
    return tuple(replace(line, cells=(*line.cells, *[""] * (width - len(line.cells)))) for line in lines)
