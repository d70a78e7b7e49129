"""What of a sheet is its table, and what stands above and below it as plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.importers.original import Line
from generator.importers.reading.gathering import row_text

FEWEST_ROWS = 2


class Row(NamedTuple):
    """A row in which something is written."""

    number: int
    values: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether more than one cell is filled."""
        return sum(map(bool, self.values)) > 1


class Table(NamedTuple):
    """The rows and columns of a table, both ends included; columns count from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def table_in(rows: Sequence[Row]) -> Table | None:
    """The table of a sheet: from the first row with several filled cells to the last one.

    What stands alone above it (title, unit) or below it (notes) is no row of it.
    """
    full = [row.number for row in rows if row.is_full]
    if len(full) < FEWEST_ROWS:
        return None
    inner = [row.values for row in rows if full[0] <= row.number <= full[-1]]
    filled = [column for values in inner for column, value in enumerate(values) if value]
    return Table(full[0], full[-1], min(filled), max(filled))


def sheet_lines(rows: Sequence[Row], table: Table | None) -> Iterator[Line]:
    """The lines of one sheet, numbered by its rows; those of its table have cells."""
    above = 0
    for row in rows:
        blank = row.number > above + 1 > 1
        above = row.number
        if table is not None and table.first_row <= row.number <= table.last_row:
            cells = row.values[table.first_column : table.last_column + 1]
            yield Line(row.number, row_text(cells), cells, after_blank=blank)
        else:
            yield Line(row.number, row_text([value for value in row.values if value]), after_blank=blank)
