"""SUM001 in tables: the row 合计 against the rows above or below it, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.figures.passages import Finding
from generator.problems import Place
from generator.quantity import print_decimal

CODE = "SUM001"
TOTALS = ("合计", "总计", "共计")
BREAKS = re.compile("小计|其中|^(?:合计|总计|共计)")
"""First cells of rows that are counted in others; with them a column is not simply added."""
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
EMPTY = ("", "-", "—", "——", "/", "无")
NOT_ADDED = re.compile("率|比|均|单价|占|%|％|增长|增幅|序号|编号|年份|电话|代码|排名|得分|标准")
"""Heads of columns whose figures are not added."""
LEAST_ROWS = 2
SPACES = re.compile(r"\s+")


def check_table(rows: Sequence[Sequence[str]], place: Place) -> Iterator[Finding]:
    """Each column of a table that has one row of totals, at its end or above its rows.

    Args:
        rows: The cells' words, heads included; rows of other lengths than the totals' hold no figures.
        place: Where the table stands.
    """
    clean = [[SPACES.sub("", cell) for cell in row] for row in rows]
    totals = [index for index, row in enumerate(clean) if row and row[0] in TOTALS]
    if len(totals) != 1:
        return
    total = clean[totals[0]]
    others = [row for row in (clean[: totals[0]] + clean[totals[0] + 1 :]) if row]
    data = [row for row in others if any(NUMBER.fullmatch(cell) for cell in row[1:])]
    if any(BREAKS.search(row[0]) or len(row) < len(total) for row in data) or len(data) < LEAST_ROWS:
        return
    heads = [row for row in others if row not in data]
    for column in range(1, len(total)):
        yield from check_column(data, heads, total, column - len(total), place)


def check_column(
    data: list[list[str]], heads: list[list[str]], total: list[str], column: int, place: Place
) -> Iterator[Finding]:
    """One column, counted from the right, where cells that were joined do no harm."""
    titles = [row[column] for row in heads if len(row) >= -column]
    cells = [row[column] for row in data if row[column] not in EMPTY]
    stated = total[column]
    if not NUMBER.fullmatch(stated) or not all(NUMBER.fullmatch(cell) for cell in cells):
        return
    if any(NOT_ADDED.search(title) for title in titles) or len(cells) < LEAST_ROWS:
        return
    computed = sum(map(value_of, cells), Decimal(0))
    if computed == value_of(stated):
        return
    title = titles[-1] if titles else f"倒数第 {-column} 列"
    gap = print_decimal(abs(computed - value_of(stated)))
    message = f"表中“{title}”的{total[0]}写的是 {stated}，各行相加得 {print_decimal(computed)}，差 {gap}"
    hint = "核对各行和合计，改正其中一处；原文如此的登记到“勘误”"
    yield Finding(CODE, message, place, hint, (stated,), sure=True)


def value_of(cell: str) -> Decimal:
    """The number of a cell."""
    return Decimal(cell.replace(",", ""))
