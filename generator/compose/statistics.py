"""统计表: totals computed from the cells, and the table as a block.

A sum of exact decimals keeps no false zeros: 9199.30 is printed 9199.3, as the source has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.compose.columns import fitted
from generator.document import Align, Bound, Cell, Inlines, Row, RowKind, Table, words
from generator.models.fields import Absent, YesNo
from generator.models.returns import (
    TOTAL_LABEL,
    Figure,
    HeadRows,
    Indicator,
    Statistics,
    StatisticsRow,
    Written,
)
from generator.problems import Place
from generator.quantity import print_decimal

__all__ = ["TOTAL_LABEL", "blank_cells", "grand_total", "group_total", "statistics_table"]

SHORT_LABEL = 2


def group_total(table: Statistics, group: str, indicator: str) -> Decimal:
    """The sum of the numbers in one column; cells without a number are left out (`blank_cells`)."""
    cells = (row.values[group][indicator] for row in table.rows)
    return sum((cell for cell in cells if isinstance(cell, Decimal)), Decimal(0))


def blank_cells(table: Statistics, group: str, indicator: str) -> tuple[str, ...]:
    """The rows that have no number in one column, so that a sum can say what it leaves out."""
    return tuple(row.name for row in table.rows if not isinstance(row.values[group][indicator], Decimal))


def grand_total(table: Statistics, indicator: str) -> Decimal | None:
    """The sum over all groups; None where the groups contain one another (全市 and 市本级)."""
    if table.groups_add_up is not YesNo.YES:
        return None
    return sum((group_total(table, group.name, indicator) for group in table.groups), Decimal(0))


def statistics_table(table: Statistics, block_id: str, origin: Place | None) -> Table:
    """The return as a table: a head of one row or two, its rows, and the computed totals if it has any."""
    rows = [data_row(table, row) for row in table.rows]
    if not isinstance(table.total_name, Absent):
        rows.insert(0 if table.total_first is YesNo.YES else len(rows), total_row(table))
    head = head_rows(table)
    made = Table(
        id=block_id,
        widths=(1,) * len(rows[0].cells),
        head=head,
        rows=tuple(rows),
        note="\u3000".join(notes_of(table)),
        origin=origin,
    )
    return fitted(made)


def notes_of(table: Statistics) -> Iterator[str]:
    """What stands above the table: words of the source, its 口径 and its unit."""
    yield from table.above
    if table.scope:
        yield f"口径：{table.scope}"
    if table.unit_line:
        yield f"单位：{table.unit_line}"


def extra_columns(table: Statistics) -> tuple[bool, bool, bool]:
    """Whether the table has columns for 序号, for the totals of rows, and for 备注."""
    return (
        any(row.number for row in table.rows),
        any(row.stated for row in table.rows),
        any(row.remark for row in table.rows),
    )


def head_rows(table: Statistics) -> tuple[Row, ...]:
    """The head: groups above indicators, or one of the two alone; what spans both rows stands once."""
    numbered, totalled, remarked = extra_columns(table)
    deep = 2 if table.head is HeadRows.BOTH else 1
    groups = [group.name for group in table.groups] + ([TOTAL_LABEL] if totalled else [])
    sides = [*(["序号"] if numbered else []), table.row_title]
    left = [Cell(words(side), Align.CENTER, rows=deep) for side in sides]
    right = [Cell(words("备注"), Align.CENTER, rows=deep)] if remarked else []
    labels = [Cell(words(label_of(table, item)), Align.CENTER) for item in table.indicators]
    span = len(table.indicators) if table.head is HeadRows.BOTH else 1
    above = [Cell(words(name), Align.CENTER, columns=span) for name in groups]
    if table.head is HeadRows.INDICATORS:
        return (Row((*left, *labels, *right)),)
    first = Row((*left, *above, *right))
    return (first,) if deep == 1 else (first, Row(tuple(labels) * len(groups)))


def label_of(table: Statistics, item: Indicator) -> str:
    """An indicator with its unit, unless the line above the table says the unit."""
    said = isinstance(item.unit, Absent) or item.unit == table.unit_line
    return item.name if said else f"{item.name}（{item.unit}）"


def data_row(table: Statistics, row: StatisticsRow) -> Row:
    """One row of numbers as the return has them."""
    cells = [
        figure(table, figure_text(row.values[group.name][item.name]), group.name, row.name, item.name)
        for group in table.groups
        for item in table.indicators
    ]
    numbered, totalled, remarked = extra_columns(table)
    if totalled:
        stated = (row.stated.get(item.name, Absent.NOT_WRITTEN) for item in table.indicators)
        cells += [words(figure_text(cell)) for cell in stated]
    return Row(
        (
            *([Cell(words(row.number or ""), Align.CENTER)] if numbered else ()),
            Cell(words(row.name)),
            *(Cell(cell, Align.CENTER) for cell in cells),
            *([Cell(words(row.remark or ""))] if remarked else ()),
        )
    )


def figure(table: Statistics, text: str, *path: str) -> Inlines:
    """A number of the table with the place that it was read from, as a binding names it."""
    return (Bound(text, table.id, ".".join(path)),) if text else ()


def figure_text(cell: Figure) -> str:
    """A cell as it was written; one that was empty stays empty."""
    if isinstance(cell, Written):
        return cell.text
    return "" if cell is Absent.NOT_WRITTEN else cell.value


def total_row(table: Statistics) -> Row:
    """The computed totals."""
    sums = [
        figure(
            table,
            print_decimal(group_total(table, group.name, item.name)),
            *(group.name, TOTAL_LABEL, item.name),
        )
        for group in table.groups
        for item in table.indicators
    ]
    numbered, totalled, remarked = extra_columns(table)
    if totalled:
        sums += [words(print_decimal(row_sum(table, item.name))) for item in table.indicators]
    name = table.total_name
    spread = f"{name[0]}\u3000{name[1]}" if len(name) == SHORT_LABEL else name
    cells = (
        *([Cell(())] if numbered else ()),
        Cell(words(spread), Align.CENTER),
        *(Cell(number, Align.CENTER) for number in sums),
        *([Cell(())] if remarked else ()),
    )
    return Row(cells, RowKind.TOTAL)


def row_sum(table: Statistics, indicator: str) -> Decimal:
    """The total of the column of totals: over all groups, else what its rows state."""
    grand = grand_total(table, indicator)
    stated = (row.stated.get(indicator) for row in table.rows)
    return sum((cell for cell in stated if isinstance(cell, Decimal)), Decimal(0)) if grand is None else grand
