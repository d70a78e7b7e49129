"""The grid under a table: which cell stands in which columns of which row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.word.unwritable import UnwritableError

if TYPE_CHECKING:
    from generator.document import Cell, Row


class Placed(NamedTuple):
    """A cell in its place; `first` is False where a cell from above goes on downward."""

    cell: Cell
    column: int
    first: bool = True

    @property
    def columns(self) -> int:
        """How many columns it covers."""
        return self.cell.columns


class ShapeError(UnwritableError):
    """The cells of a table do not fill its grid; the message says where, in Chinese."""


def lay_out(rows: tuple[Row, ...], columns: int) -> list[list[Placed]]:
    """Place every cell; a cell that spans rows returns in the rows below as its continuation.

    Raises:
        ShapeError: A row has too many or too few columns, or a row span runs out of the table.
    """
    laid: list[list[Placed]] = []
    going_on: dict[int, Placed] = {}
    for number, row in enumerate(rows, start=1):
        placed = place_row(row, columns, going_on, number)
        going_on = {piece.column: shorter(piece) for piece in placed if piece.cell.rows > 1}
        laid.append(placed)
    if going_on:
        raise ShapeError("有单元格跨出了最后一行")
    return laid


def shorter(piece: Placed) -> Placed:
    """What is left of a cell for the row below."""
    return Placed(replace(piece.cell, rows=piece.cell.rows - 1), piece.column, first=False)


def place_row(row: Row, columns: int, going_on: dict[int, Placed], number: int) -> list[Placed]:
    """One row from left to right: continuations where they stand, the row's own cells between them."""
    if not going_on and len(row.cells) == columns == sum([cell.columns for cell in row.cells]):
        return list(map(Placed, row.cells, range(columns)))
    placed: list[Placed] = []
    cells, column = iter(row.cells), 0
    while column < columns:
        piece = going_on.get(column)
        if piece is None:
            cell = next(cells, None)
            if cell is None:
                raise ShapeError(f"第 {number} 行只到第 {column} 列，应有 {columns} 列")
            piece = Placed(cell, column)
        placed.append(piece)
        column += piece.cell.columns
    continued = sum(not piece.first for piece in placed) if going_on else 0
    if column > columns or next(cells, None) is not None or len(going_on) != continued:
        raise ShapeError(f"第 {number} 行超过 {columns} 列，或压住了上面跨行的单元格")
    return placed


def scale(shares: tuple[int, ...], width: int) -> tuple[int, ...]:
    """Shares as whole twips that add up to `width` exactly; the largest rests get what rounding leaves."""
    total = sum(shares)
    floors = [width * share // total for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda i: (-(width * shares[i] % total), i))
    for index in by_rest[: width - sum(floors)]:
        floors[index] += 1
    return tuple(floors)
