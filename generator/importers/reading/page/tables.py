"""Tables of a page: which hold data, and their rows with spans opened out into empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from generator.importers.reading.limits import MOST_COLUMNS
from generator.importers.reading.page.measures import WITHOUT_TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from generator.importers.reading.page.measures import Measure

CELLS = ("td", "th")
INPUTS = ("input", "select", "textarea", "button")
WORDY = 200
"""Characters a cell on average: more is text that a table only lays out."""
LONGEST_LABEL = 30
"""In characters: what names several rows is no longer."""
HALF = 0.5
SPACES = re.compile("[ \t\n\r\f\x0b\x85\u2028\u2029]+")
"""What a browser shows as one space, and line ends of other programs."""
BREAKING = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "section"})


def holds_data(table: Element, measures: Mapping[Element, Measure]) -> bool:
    """Whether a table has rows and columns of its own, and is not merely how a page is laid out."""
    own = measures[table]
    if str(table.get("role", "")).lower() in {"presentation", "none"} or own.linked > HALF * own.text:
        return False
    if any(next(table.iterdescendants(tag), None) is not None for tag in ("table", *INPUTS)):
        return False
    filled = [[cell for cell in cells_of(row) if measures[cell].text] for row in table.iter("tr")]
    cells = [cell for row in filled for cell in row]
    caption = sum(measures[one].text for one in table.iterchildren("caption"))
    complete = sum(measures[cell].text for cell in cells) + caption == own.text
    return complete and sum(len(row) > 1 for row in filled) > 1 and own.text <= WORDY * len(cells)


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(row.iterchildren(*CELLS))


def spans_of(row: Element) -> int:
    """How many columns the cells of a row take, those that rows above reach into left out."""
    return sum(span(cell, "colspan", MOST_COLUMNS) for cell in cells_of(row))


def rows_of(table: Element) -> Iterator[tuple[str, ...]]:
    """The rows; a cell over several rows or columns leaves empty cells where it goes on.

    Below the head a cell of words that reaches down names every row that it reaches into, and is read in
    each of them; figures are read once.
    """
    rows = list(table.iter("tr"))
    reaching: dict[int, int] = {}
    named: dict[int, str] = {}
    for index, row in enumerate(rows):
        cells: list[str] = []
        for cell in cells_of(row):
            step_over(cells, reaching, named)
            columns = span(cell, "colspan", MOST_COLUMNS)
            below = span(cell, "rowspan", len(rows) - index) - 1
            reaching.update((len(cells) + column, below + 1) for column in range(columns) if below)
            label = cell_text(cell) if index and below and is_label(cell) else ""
            named.update((len(cells) + column, "" if column else label) for column in range(columns))
            cells += [cell_text(cell), *[""] * (columns - 1)]
        step_over(cells, reaching, named)
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        yield tuple(cells)


def is_label(cell: Element) -> bool:
    """Whether a cell holds a few words and no figure."""
    words = cell_text(cell)
    return len(words) <= LONGEST_LABEL and not any(character.isdigit() for character in words)


def step_over(cells: list[str], reaching: Mapping[int, int], named: Mapping[int, str]) -> None:
    """Step over the columns that a cell from above reaches into; it leaves its words where it names rows."""
    while len(cells) in reaching and len(cells) < MOST_COLUMNS:
        cells.append(named.get(len(cells), ""))


def span(cell: Element, name: str, most: int) -> int:
    """How many rows or columns a cell takes; all the rest of the rows for 0."""
    text = str(cell.get(name, "1")).strip()
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(count or most, most))


def cell_text(cell: Element) -> str:
    """The words of a cell in one line."""
    pieces: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in WITHOUT_TEXT:
                walk.skip_subtree()
            else:
                pieces += [" " if element.tag in BREAKING else "", element.text or ""]
        else:
            pieces += [" " if element.tag in BREAKING else "", "" if element is cell else element.tail or ""]
    return tidy(pieces)


def tidy(pieces: Sequence[str]) -> str:
    """Words with one space where the source has several, a line end or a tab; wide spaces stay."""
    return " ".join(piece for piece in SPACES.split("".join(pieces)) if piece)
