"""How wide the columns of a table are, by what stands in them.

A column asks for more step by step: figures unbroken, heads with their marks, two characters side by side,
whole words and short entries, a comfortable line, all its words on one line.  As many steps are taken
as the page has room for; within a step the narrow columns grow first, so that short columns are served
and long ones share what is left.  Heads that need two lines break before （ or between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.document import Cell, Row, RowKind, Table, Text, words
from generator.hanzi.linebreaks import NOT_FIRST, NOT_LAST
from generator.hanzi.widths import halves, is_narrow
from generator.hanzi.words import split_words
from generator.standard import gbt9704

Stage = tuple[int, ...]
"""A width in twips for each column, the room at the sides of the cells included."""

BORDER = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
"""Where a Chinese character and a letter or figure meet: programs add room there."""
BORDER_PART = 5
"""That room is this part of a 字."""
NOTE = re.compile(r"（[^（）]{1,6}）")
"""A unit in brackets, which stays on one line."""
FIGURE = re.compile(r"[\d.]+")
PAIR, SHORT, COMFORTABLE = 4, 16, 20
"""Halves of a 字: two characters side by side, an entry that stays on one line, an easy line."""
LARGEST_PART = 2
"""No piece asks for more than this part of the table: an address on the net may break."""
UNBOUNDED = 1_000_000


def fitted(table: Table) -> Table:
    """The table with widths by its content, upright or sideways, and with heads that break well."""
    whole = replace(table, head=tuple(joined_head(row) for row in table.head))
    widths = column_widths(whole)
    placed = placed_cells(whole.head, len(widths))
    broken = {id(cell): broken_head(cell, sum(widths[at : at + cell.columns])) for cell, at in placed}
    head = tuple(replace(row, cells=tuple(broken[id(cell)] for cell in row.cells)) for row in whole.head)
    return replace(whole, widths=widths, head=head)


def figures_break(table: Table) -> bool:
    """Whether figures must break inside their cells, for the page has no room for all columns."""
    return sum(stages_of(table)[STEPS.index(figured)]) > room_of(table)


def heads_break(table: Table) -> bool:
    """Whether heads must break inside their words and marks."""
    return sum(stages_of(table)[STEPS.index(paired)]) > room_of(table)


def room_of(table: Table) -> int:
    """The width of a table on its page, in twips."""
    standard = gbt9704()
    return standard.text_height if table.sideways else standard.text_width


def column_widths(table: Table) -> Stage:
    """The widths of the columns in twips; of a table that cannot fit, shares of what it asks for."""
    low, *others = stages_of(table)
    room = room_of(table)
    if sum(low) >= room:
        return low
    for high in others:
        if sum(high) > room:
            return filled(low, high, room)
        low = high
    return filled(low, (UNBOUNDED,) * len(low), room)


def filled(low: Stage, high: Stage, room: int) -> Stage:
    """Widths between two stages: all raised to one level, none above what it asks for."""
    least, most = 0, room
    while least < most:
        level = (least + most + 1) // 2
        if sum(raised(low, high, level)) <= room:
            least = level
        else:
            most = level - 1
    return raised(low, high, least)


def raised(low: Stage, high: Stage, level: int) -> Stage:
    """Each column at the level, but not below its low nor above its high."""
    return tuple(max(one, min(level, other)) for one, other in zip(low, high, strict=True))


# --- what columns ask for -------------------------------------------------------------------------


def stages_of(table: Table) -> tuple[Stage, ...]:
    """What the columns ask for, step by step, each at least as much as the one before."""
    count = len(table.widths)
    asked = [[0] * count for _ in STEPS]
    spans: list[tuple[Cell, int]] = []
    for cell, column, head in cells_of(table):
        if cell.columns > 1:
            spans += [(cell, column)] if head else []
            continue
        for step, ask in zip(asked, STEPS, strict=True):
            step[column] = max(step[column], ask(cell.text, head=head))
    limit, sides = room_of(table) // LARGEST_PART, cell_sides()
    stages: list[Stage] = []
    for number, step in enumerate(asked):
        widths = [(min(width, limit) if number < LONG_STEP else width) + sides for width in step]
        stretch(widths, spans, number)
        low = stages[-1] if stages else widths
        stages.append(alike(table, [max(pair) for pair in zip(low, widths, strict=True)], number))
    return tuple(stages)


def stretch(widths: list[int], spans: list[tuple[Cell, int]], number: int) -> None:
    """Widen the columns under a head that spans them and needs more than they have."""
    for cell, column in spans:
        covered = range(column, column + cell.columns)
        lacking = STEPS[number](cell.text, head=True) + cell_sides() - sum(widths[one] for one in covered)
        for one in covered:
            widths[one] += max(0, -(-lacking // cell.columns))


def alike(table: Table, widths: list[int], number: int) -> Stage:
    """Columns under the same words are equally wide, where the page is not too narrow for that."""
    labels = {at: cell.text for cell, at in placed_cells(table.head, len(widths)) if cell.columns == 1}
    widest: dict[str, int] = {}
    for column, label in labels.items():
        widest[label] = max(widest.get(label, 0), widths[column])
    if number == 0:
        return tuple(widths)
    return tuple(widest[labels[column]] if column in labels else width for column, width in enumerate(widths))


def cells_of(table: Table) -> Iterator[tuple[Cell, int, bool]]:
    """Every cell with its first column, and whether it stands in the head; names of sections are left out."""
    for cell, column in placed_cells(table.head, len(table.widths)):
        yield cell, column, True
    rows = tuple(row for row in table.rows if row.kind is not RowKind.SECTION)
    for cell, column in placed_cells(rows, len(table.widths)):
        yield cell, column, False


def placed_cells(rows: tuple[Row, ...], count: int) -> Iterator[tuple[Cell, int]]:
    """The cells of some rows with their first columns; what does not fit the grid is left out."""
    taken = [0] * count
    for row in rows:
        column = 0
        for cell in row.cells:
            while column < count and taken[column]:
                column += 1
            if column + cell.columns > count:
                break
            taken[column : column + cell.columns] = [cell.rows] * cell.columns
            yield cell, column
            column += cell.columns
        taken = [max(0, left - 1) for left in taken]


# --- widths of words ------------------------------------------------------------------------------


@cache
def character() -> int:
    """One 字 of a table, in twips."""
    standard = gbt9704()
    return int(standard.character(standard.style("表格文字").size))


@cache
def cell_sides() -> int:
    """The room at both sides of a cell and its rule, in twips."""
    style = gbt9704().style("公文表格")
    return 2 * gbt9704().twips_of(style.cell_sides) + gbt9704().twips_of(style.inside_vertical)


def width_of(text: str) -> int:
    """The width of words in twips, with what programs add between figures and Chinese characters."""
    added = len(BORDER.findall(text)) * character() // BORDER_PART
    return -(-halves(text) * character() // 2) + added


def figured(text: str, *, head: bool) -> int:
    """The widest figure or other piece of the rows; a head can at worst stand upright, one 字 to a line."""
    return character() if head else unbroken(text, head=head)


def unbroken(text: str, *, head: bool) -> int:  # noqa: ARG001 (every step is asked alike)
    """The widest piece that no program breaks: a figure, a character with its marks."""
    return max(map(width_of, clinging(text)), default=0)


def paired(text: str, *, head: bool) -> int:
    """The same, but two Chinese characters at least."""
    pair = min(width_of(text), PAIR * character() // 2)
    return max(unbroken(text, head=head), pair)


def worded(text: str, *, head: bool) -> int:
    """The widest word of a head; a short entry as a whole."""
    if head:
        return max(map(width_of, head_pieces(text)), default=0)
    lines = [line for line in text.split("\n") if halves(line) <= SHORT]
    return max(paired(text, head=head), max(map(width_of, lines), default=0))


def comfortable(text: str, *, head: bool) -> int:
    """The longest line up to an easy length."""
    return max(worded(text, head=head), min(longest(text, head=head), COMFORTABLE * character() // 2))


def longest(text: str, *, head: bool) -> int:  # noqa: ARG001 (every step is asked alike)
    """The longest line as a whole."""
    return max(map(width_of, text.split("\n")))


STEPS = (figured, unbroken, paired, worded, comfortable, longest)
LONG_STEP = STEPS.index(longest)


def clinging(text: str) -> list[str]:
    """Words cut at every place where a program may break them."""
    pieces: list[str] = []
    for letter in text:
        if letter.isspace():
            pieces.append("")
        elif pieces and pieces[-1] and clings(pieces[-1][-1], letter):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return [piece for piece in pieces if piece]


def clings(before: str, after: str) -> bool:
    """Whether two letters stay on one line."""
    return after in NOT_FIRST or before in NOT_LAST or (is_narrow(before) and is_narrow(after))


# --- heads ----------------------------------------------------------------------------------------


def head_pieces(text: str) -> list[str]:
    """The words of a head, a unit in brackets and a figure with what it counts being one."""
    pieces: list[str] = []
    start = 0
    for note in NOTE.finditer(text):
        pieces += [*whole_words(text[start : note.start()]), note[0]]
        start = note.end()
    return [*pieces, *whole_words(text[start:])]


def whole_words(text: str) -> list[str]:
    """Words that may begin a line, each with the marks that cling to it."""
    pieces: list[str] = []
    for word in split_words(text):
        held = pieces and (clings(pieces[-1][-1], word[0]) or FIGURE.fullmatch(pieces[-1]))
        if held:
            pieces[-1] += word
        else:
            pieces.append(word)
    return pieces


def joined_head(row: Row) -> Row:
    """A head row without the breaks of an earlier width."""
    return replace(row, cells=tuple(with_words(cell, cell.text.replace("\n", "")) for cell in row.cells))


def broken_head(cell: Cell, width: int) -> Cell:
    """A head cell with breaks between its words where it needs more than one line."""
    inside = width - cell_sides()
    text = cell.text
    pieces = head_pieces(text)
    if width_of(text) <= inside or max(map(width_of, pieces), default=0) > inside:
        return cell
    return with_words(cell, "\n".join(packed(pieces, inside)))


def packed(pieces: list[str], inside: int) -> list[str]:
    """Words in lines: a unit on a line of its own, the others as many to a line as fit."""
    lines: list[str] = []
    for piece in pieces:
        fits = lines and not NOTE.fullmatch(piece) and width_of(lines[-1] + piece) <= inside
        if fits:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


def with_words(cell: Cell, text: str) -> Cell:
    """The cell with other words; one whose words come from a record keeps them as they are."""
    typed = all(isinstance(inline, Text) for inline in cell.inlines)
    return replace(cell, inlines=words(text)) if typed and text != cell.text else cell
