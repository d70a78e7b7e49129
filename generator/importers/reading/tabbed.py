"""Tables in plain text: neighbouring rows of words set apart by tabs, or by bars as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.importers.original import Line
from generator.importers.reading.gathering import row_text

BAR = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
"""The row of dashes that Markdown puts below the head of a table."""
RULE_SHELL = "表格线"
FEWEST_ROWS = 2
FEWEST_ROWS_OF_TWO = 3
"""Two rows of two columns are signatures or a 签发人 side by side rather than a table."""


def find_tables(lines: Sequence[Line]) -> list[Line]:
    """The same lines; those of tables have their cells and the number of their table."""
    found: list[Line] = []
    tables = 0
    for block in blocks_of(lines):
        rows = as_table(block)
        found += block if rows is None else [in_table(row, tables) for row in rows]
        tables += rows is not None
    return found


def in_table(row: Line, table: int) -> Line:
    """A row of that table; its rule is no row."""
    return row if row.shell else replace(row, table=table)


def kind_of(line: Line) -> str:
    """What sets the words of a line apart: a bar, a tab, or nothing."""
    stripped = line.text.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
        return "|"
    return "\t" if "\t" in line.text else ""


def blocks_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines that may be one table.

    An empty line between two rows is a page that ends in a table, if they have as many columns.
    """
    for kind, run in groupby(lines, kind_of):
        block: list[Line] = []
        for line in run:
            if block and line.after_blank and (not kind or not is_continued(block[-1], line, kind)):
                yield block
                block = []
            block.append(line)
        yield block


def is_continued(above: Line, line: Line, kind: str) -> bool:
    """Whether two rows with an empty line between them have the same three columns or more."""
    return above.text.count(kind) == line.text.count(kind) > 1


def as_table(block: Sequence[Line]) -> list[Line] | None:
    """The rows of a table with their cells; None where the block is none."""
    kind = kind_of(block[0])
    if not kind:
        return None
    cells = [cells_of(line.text, kind) for line in block]
    rules = [is_rule(line.text, index, kind) for index, line in enumerate(block)]
    width = max(map(len, cells))
    full = sum(
        sum(map(bool, map(str.strip, row))) > 1 for row, rule in zip(cells, rules, strict=True) if not rule
    )
    if width < 2 or full < (FEWEST_ROWS_OF_TWO if kind == "\t" and width == 2 else FEWEST_ROWS):
        return None
    return [
        replace(line, shell=RULE_SHELL) if rule else with_cells(line, row, width)
        for line, row, rule in zip(block, cells, rules, strict=True)
    ]


def is_rule(text: str, index: int, kind: str) -> bool:
    """Whether a row is the rule below the head; dashes in other rows stand for nothing to tell."""
    return kind == "|" and index == 1 and RULE.fullmatch(text) is not None


def cells_of(text: str, kind: str) -> list[str]:
    """The cells of a row."""
    if kind == "\t":
        return text.split("\t")
    inner = text.strip()[1:-1]
    return [cell.strip().replace(r"\|", "|") for cell in BAR.split(inner)]


def with_cells(line: Line, cells: Sequence[str], width: int) -> Line:
    """A row with as many cells as the widest: editors drop the tabs of empty cells at the end."""
    filled = (*cells, *[""] * (width - len(cells)))
    return replace(line, text=row_text(filled), cells=filled)
