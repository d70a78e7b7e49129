"""`gongwen new --xlsx 编号`: an empty form for a spreadsheet program, from a 调查表 or a 统计表.

Filled in and sent back, `gongwen import` reads it again: title row, 填报单位, merged heads, total row.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.compose.statistics import statistics_table
from generator.compose.tables import blank_survey_table
from generator.document import Cell, Table
from generator.library import Library, load_library
from generator.models.returns import Statistics, SurveyForm
from generator.ooxml.package import pack, unpack
from generator.problems import Level, LibraryError, Place, Problem

CORE = "docProps/core.xml"
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FIXED_MOMENT = b"2000-01-01T00:00:00Z"
"""The moment of making: equal records give equal bytes."""
SHEET_WIDTH = 110
"""Width of a sheet in characters, shared among the columns as the table shares the page."""
TITLE_HEIGHT = 30
TITLE_ROW, NOTE_ROW, HEAD_ROW = 1, 2, 3
THIN = Side(style="thin")


def new_workbook(root: Path, record_id: str) -> Path:
    """Write the empty form of a record beside the library's folders, under a free name.

    Args:
        root: the library folder.
        record_id: 编号 of a 调查表 or of a 统计表.

    Raises:
        LibraryError: the library has no such record.
    """
    library, _ = load_library(root)
    title, table = form_of(library, record_id)
    book = Workbook()
    book.properties.creator = None
    fill_sheet(book.worksheets[0], title, table)
    file = free_file(root, record_id)
    file.write_bytes(package_of(book))
    return file


def form_of(library: Library, record_id: str) -> tuple[str, Table]:
    """The title and the empty table of a record.

    Raises:
        LibraryError: it is not in the library, or of another kind.
    """
    form, table = library.find(record_id, SurveyForm), library.find(record_id, Statistics)
    if form is not None:
        return form.title, blank_survey_table(form, "t", None)
    if table is not None:
        return table.title, emptied(table)
    message = f"库里没有编号为“{record_id}”的调查表或统计表"
    place = Place(library.root.as_posix())
    raise LibraryError([Problem(Level.ERROR, "NEW004", message, place, "写调查表或统计表的编号")])


def emptied(record: Statistics) -> Table:
    """A statistics table with its heads, the names of its rows and its total row, without numbers."""
    table = statistics_table(record, "t", None)
    named = 2 if any(row.number for row in record.rows) else 1
    rows = (
        replace(row, cells=(*row.cells[:named], *(Cell(()) for _ in row.cells[named:]))) for row in table.rows
    )
    unit = f"\u3000单位：{record.unit_line}" if record.unit_line else ""
    return replace(table, rows=tuple(rows), note=f"填报单位：{unit}")


def fill_sheet(sheet: Worksheet, title: str, table: Table) -> None:
    """Title row, 填报单位, head and rows, with borders and widths."""
    width = len(table.widths)
    sheet.title = "填报"
    for row, text in ((TITLE_ROW, title), (NOTE_ROW, table.note)):
        sheet.cell(row, 1, text)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    sheet.cell(TITLE_ROW, 1).font = Font(bold=True, size=16)
    sheet.cell(TITLE_ROW, 1).alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[TITLE_ROW].height = TITLE_HEIGHT
    for column, share in enumerate(table.widths, start=1):
        wide = SHEET_WIDTH * share / sum(table.widths)
        sheet.column_dimensions[get_column_letter(column)].width = round(wide, 1)
    for row, column, cell in placed(table):
        put(sheet, row, column, cell, head=row < HEAD_ROW + len(table.head))
    sheet.freeze_panes = f"A{HEAD_ROW + len(table.head)}"


def placed(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """The cells of a table with their rows and columns in the sheet."""
    below: dict[int, int] = {}
    for number, row in enumerate((*table.head, *table.rows), start=HEAD_ROW):
        column = 1
        for cell in row.cells:
            while below.get(column, 0) > number:
                column += 1
            yield number, column, cell
            below.update(dict.fromkeys(range(column, column + cell.columns), number + cell.rows))
            column += cell.columns


def put(sheet: Worksheet, row: int, column: int, cell: Cell, *, head: bool) -> None:
    """Write a cell, merged over what it spans, as text that breaks into lines."""
    last_row, last_column = row + cell.rows - 1, column + cell.columns - 1
    corner = sheet.cell(row, column)
    corner.value = cell.text.replace("\n", "") or None
    corner.font = Font(bold=head)
    corner.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if head else None)
    for inner_row in range(row, last_row + 1):
        for inner_column in range(column, last_column + 1):
            sheet.cell(inner_row, inner_column).border = Border(THIN, THIN, THIN, THIN)
    if (last_row, last_column) != (row, column):
        sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)


def package_of(book: Workbook) -> bytes:
    """The bytes of a workbook, without the moment of making in them."""
    saved = io.BytesIO()
    book.save(saved)
    parts = unpack(saved.getvalue(), (CORE,))
    parts[CORE] = MOMENT.sub(FIXED_MOMENT, parts[CORE])
    return pack(parts)


def free_file(root: Path, record_id: str) -> Path:
    """A file beside the folders of the library that is not there yet."""
    number, file = 1, root / f"{record_id}.xlsx"
    while file.exists():
        number += 1
        file = root / f"{record_id}-{number}.xlsx"
    return file
