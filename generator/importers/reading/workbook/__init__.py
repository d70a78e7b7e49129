"""A workbook: the stored values of its cells, sheet by sheet and row by row; no formula is worked out."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.importers.original import Line, Original, OriginalKind
from generator.importers.reading import faults
from generator.importers.reading.gathering import Gatherer
from generator.importers.reading.limits import MOST_CELLS, MOST_LINES
from generator.importers.reading.source import Source
from generator.importers.reading.workbook.parts import open_parts
from generator.importers.reading.workbook.rows import Row, sheet_lines, table_in
from generator.importers.reading.workbook.survey import SheetSurvey, survey_sheets
from generator.importers.reading.workbook.values import print_value
from generator.ooxml.package import DAMAGED

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["read_workbook"]

WORKBOOK = " Excel 表格（.xlsx）"
HIDDEN = "隐藏"
UNREADABLE = (
    *(KeyError, TypeError, AttributeError, IndexError, ArithmeticError, SyntaxError, AssertionError),
    *(etree.LxmlError, InvalidFileException, *DAMAGED),
)
"""What a broken part makes openpyxl raise."""
SHOWN_FORMULAS = 3


def read_workbook(source: Source) -> Original:
    """Read a workbook.

    Raises:
        LibraryError: Damaged, locked, too large, with entity declarations, or with formulas that have no
            stored value.
    """
    surveys = survey_sheets(open_parts(source), source.name)
    refuse_unsaved(surveys, source.name)
    refuse_huge(surveys, source.name)
    gatherer = Gatherer(source.name)
    with opened(source) as book:
        for line in lines_of(book, surveys, gatherer):
            gatherer.add(line)
    return source.original(OriginalKind.WORKBOOK, gatherer.taken())


def refuse_unsaved(surveys: Sequence[SheetSurvey], name: str) -> None:
    """A formula without a stored value would be read as an empty cell.

    Raises:
        LibraryError: There is one.
    """
    cells = [f"{survey.name}!{cell}" for survey in surveys for cell in survey.unsaved]
    if cells:
        more = f"等 {len(cells)} 处" if len(cells) > SHOWN_FORMULAS else ""
        raise faults.without_values(name, "、".join(cells[:SHOWN_FORMULAS]) + more)


def refuse_huge(surveys: Sequence[SheetSurvey], name: str) -> None:
    """A far-off cell stretches a sheet over all the empty ones before it.

    Raises:
        LibraryError: Too many rows or cells.
    """
    if sum(survey.last_row for survey in surveys) > MOST_LINES:
        raise faults.oversize(name, f"表格超过 {MOST_LINES // 10_000} 万行")
    if sum(survey.last_row * survey.last_column for survey in surveys) > MOST_CELLS:
        raise faults.oversize(name, f"表格超过 {MOST_CELLS // 10_000} 万格")


@contextmanager
def opened(source: Source) -> Iterator[Workbook]:
    """The workbook for reading values; what openpyxl finds odd in it concerns looks and is not told.

    Raises:
        LibraryError: A part of it is broken.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(source.content), read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except UNREADABLE as error:
        raise faults.damaged(source.name, WORKBOOK) from error


def lines_of(book: Workbook, surveys: Sequence[SheetSurvey], gatherer: Gatherer) -> Iterator[Line]:
    """The rows of all sheets; the numbers of later sheets go on after the last row of the one before."""
    before = tables = 0
    for survey in surveys:
        rows = list(rows_of(book, survey))
        table = table_in(rows)
        for line in sheet_lines(rows, table):
            if line.cells:
                gatherer.count_cells(len(line.cells))
            hidden = survey.hidden or line.number in survey.hidden_rows
            yield replace(
                line,
                number=before + line.number,
                table=tables if line.cells else None,
                sheet=survey.name,
                shell=HIDDEN if hidden else "",
            )
        tables += table is not None
        before += survey.last_row


def rows_of(book: Workbook, survey: SheetSurvey) -> Iterator[Row]:
    """The rows in which something is written, with the printed values of their cells."""
    if not survey.last_row:
        return
    rows = book[survey.name].iter_rows(
        min_row=1, max_row=survey.last_row, min_col=1, max_col=survey.last_column
    )
    for number, cells in enumerate(rows, start=1):
        values = tuple(print_value(cell.value, str(getattr(cell, "number_format", ""))) for cell in cells)
        if any(values):
            yield Row(number, values)
