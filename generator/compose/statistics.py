"""统计表: totals computed from the cells, and the table as a block.

A sum of exact decimals keeps no false zeros: 9199.30 is printed 9199.3, as the source has it.
"""

from __future__ import annotations

from decimal import Decimal

from generator.compose.columns import fitted
from generator.document import Align, Cell, Row, RowKind, Table, words
from generator.models.fields import YesNo
from generator.models.returns import TOTAL_LABEL, Statistics
from generator.problems import Place
from generator.quantity import print_decimal

__all__ = ["TOTAL_LABEL", "grand_total", "group_total", "statistics_table"]


def group_total(table: Statistics, group: str, indicator: str) -> Decimal:
    """The sum of one column."""
    return sum((row.values[group][indicator] for row in table.rows), Decimal(0))


def grand_total(table: Statistics, indicator: str) -> Decimal | None:
    """The sum over all groups; None where the groups contain one another (全市 and 市本级)."""
    if table.groups_add_up is not YesNo.YES:
        return None
    return sum((group_total(table, group.name, indicator) for group in table.groups), Decimal(0))


def statistics_table(table: Statistics, block_id: str, origin: Place | None) -> Table:
    """The return as a table with a two-row head: groups above, indicators below, totals last."""
    columns = len(table.groups) * len(table.indicators)
    made = Table(
        id=block_id,
        widths=(1,) * (1 + columns),
        head=(group_row(table), indicator_row(table)),
        rows=(*(data_row(table, position) for position in range(len(table.rows))), total_row(table)),
        note=f"口径：{table.scope}" if table.scope else "",
        origin=origin,
    )
    return fitted(made)


def group_row(table: Statistics) -> Row:
    """The first head row: the rows' title over two rows, then each group over its indicators."""
    corner = Cell(words(table.row_title), Align.CENTER, rows=2)
    spans = (Cell(words(group.name), Align.CENTER, columns=len(table.indicators)) for group in table.groups)
    return Row((corner, *spans))


def indicator_row(table: Statistics) -> Row:
    """The second head row: indicators with their units."""
    labels = tuple(Cell(words(f"{item.name}（{item.unit}）"), Align.CENTER) for item in table.indicators)
    return Row(labels * len(table.groups))


def data_row(table: Statistics, position: int) -> Row:
    """One row of numbers as the return has them."""
    row = table.rows[position]
    numbers = (row.values[group.name][item.name] for group in table.groups for item in table.indicators)
    return Row((Cell(words(row.name)), *(Cell(words(f"{number:f}"), Align.CENTER) for number in numbers)))


def total_row(table: Statistics) -> Row:
    """The computed totals."""
    sums = (group_total(table, group.name, item.name) for group in table.groups for item in table.indicators)
    cells = (Cell(words(print_decimal(number)), Align.CENTER) for number in sums)
    return Row((Cell(words("合\u3000计"), Align.CENTER), *cells), RowKind.TOTAL)
