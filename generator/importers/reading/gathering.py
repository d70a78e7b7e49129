"""Takes the lines of an original as they are found, within limits and without control characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importers.original import Line
from generator.importers.reading import faults
from generator.importers.reading.limits import MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_LINES

NO_TEXT = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What a line cannot hold; the tab alone is text."""


class Gatherer:
    """The lines of one original."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[Line] = []
        self.characters = 0
        self.cells = 0

    def add(self, line: Line) -> None:
        """Take a line that has words in it.

        Raises:
            LibraryError: Too much text, or a control character.
        """
        if not line.text.strip():
            return
        self.characters += len(line.text)
        if self.characters > MOST_CHARACTERS:
            raise faults.oversize(self.name, f"文字超过 {MOST_CHARACTERS // 10_000} 万字")
        if len(self.lines) >= MOST_LINES:
            raise faults.oversize(self.name, f"超过 {MOST_LINES // 10_000} 万行")
        found = NO_TEXT.search(line.text)
        if found is not None:
            raise faults.control_character(self.name, line.number, found[0])
        self.lines.append(line)

    def refuse_wide(self, columns: int) -> None:
        """Look at the width of a row before its cells are made.

        Raises:
            LibraryError: Too many columns.
        """
        if columns > MOST_COLUMNS:
            raise faults.oversize(self.name, f"表格超过 {MOST_COLUMNS} 列")

    def count_cells(self, count: int) -> None:
        """Count the cells of one more row.

        Raises:
            LibraryError: Too many.
        """
        self.refuse_wide(count)
        self.cells += count
        if self.cells > MOST_CELLS:
            raise faults.oversize(self.name, f"表格超过 {MOST_CELLS // 10_000} 万格")

    def taken(self) -> tuple[Line, ...]:
        """All lines.

        Raises:
            LibraryError: There is none.
        """
        if not self.lines:
            raise faults.wordless(self.name)
        return tuple(self.lines)


def row_text(cells: Sequence[str]) -> str:
    """The text of a table row."""
    return "\t".join(cells)
