"""Tables of a page: rows whose pieces stand clearly below one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.importers.reading.pdf.layout import Piece, PrintedLine

FEWEST_ROWS = 3
Cells = tuple[tuple[str, ...], int | None]
"""The cells of a line and the number of its table on the page; no cells for a line of text."""
Column = tuple[float, float]


def tables_of(lines: Sequence[PrintedLine], shells: Sequence[str]) -> tuple[list[Cells], int]:
    """For each line its cells, and how many tables the page has."""
    found: list[Cells] = [((), None)] * len(lines)
    tables = 0
    for start, end in blocks_of(lines, shells):
        rows = rows_of(lines[start:end])
        if rows is not None:
            found[start:end] = [(row, tables) for row in rows]
            tables += 1
    return found, tables


def blocks_of(lines: Sequence[PrintedLine], shells: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines in several pieces: the first of them, and the one after the last."""
    start = 0
    for index, (line, shell) in enumerate(zip(lines, shells, strict=True)):
        if len(line.pieces) < 2 or shell:
            if index - start >= FEWEST_ROWS:
                yield start, index
            start = index + 1
    if len(lines) - start >= FEWEST_ROWS:
        yield start, len(lines)


def rows_of(lines: Sequence[PrintedLine]) -> list[tuple[str, ...]] | None:
    """The rows, if the pieces fall into columns and three rows fill all of them."""
    columns = columns_of([piece for line in lines for piece in line.pieces])
    if sum(len(line.pieces) == len(columns) for line in lines) < FEWEST_ROWS:
        return None
    placed = [[column_of(piece, columns) for piece in line.pieces] for line in lines]
    if any(len(set(row)) < len(row) for row in placed):
        return None
    return [row_of(line, row, columns) for row, line in zip(placed, lines, strict=True)]


def row_of(line: PrintedLine, placed: Sequence[Column], columns: Sequence[Column]) -> tuple[str, ...]:
    """The cells of a row; a column in which no piece stands is empty."""
    texts = {column: piece.text for column, piece in zip(placed, line.pieces, strict=True)}
    return tuple(texts.get(column, "") for column in columns)


def columns_of(pieces: Sequence[Piece]) -> list[Column]:
    """From left to right the stretches that pieces cover; nothing stands between them on any line."""
    columns: list[Column] = []
    for piece in sorted(pieces, key=lambda one: one.left):
        if columns and piece.left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], piece.right)
        else:
            columns.append((piece.left, piece.right))
    return columns


def column_of(piece: Piece, columns: Sequence[Column]) -> Column:
    """The column that a piece stands in."""
    return next(one for one in columns if one[0] <= piece.left < one[1] or one[0] == piece.left)
