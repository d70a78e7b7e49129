"""Sheets of a workbook as bureaus send them: title row, unit line, merged heads, total row, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.importers.drafts import Draft
from generator.importers.records.attached.attachments import table_drafts
from generator.importers.records.attached.lines import sheet_lines
from generator.importers.records.attached.tabled import read_tabled
from generator.importers.records.context import Context


def drafts_of_sheet(title: str, rows: Iterable[Sequence[str]], context: Context) -> tuple[Draft, ...]:
    """The records of one sheet.

    Args:
        title: the name of the sheet, used where no row above the table is its title.
        rows: the cells of every row in order, empty rows too, so that rows are counted as people count
            them; what a merged cell covers is empty.
        context: what is known of the workbook.
    """
    read = read_tabled("", sheet_lines(rows))
    part = f"{title} {read.label}".strip()
    return table_drafts(read if read.title else replace(read, title=title), context, part)
