"""A first look at each sheet: how far it is filled, what is hidden, which formulas lack their values."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from generator.importers.reading import faults
from generator.importers.reading.limits import MOST_LINES
from generator.importers.reading.workbook.parts import BOOK
from generator.ooxml.package import PackageError
from generator.ooxml.xml import NAMESPACES, read_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

RELATION = f"{{{NAMESPACES['r']}}}id"
PLACE = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[1-9]\d{0,6})")
LETTERS = 26
OFF = ("", "0", "false")
WORKBOOK = " Excel 表格（.xlsx）"


@dataclass(slots=True)
class SheetSurvey:
    """What is known of a sheet before its values are read."""

    name: str
    hidden: bool = False
    last_row: int = 0
    """The last one with a value."""
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    unsaved: list[str] = field(default_factory=list)
    """Cells whose formula has no stored value."""

    def fills(self, row: int, column: int) -> None:
        """A cell has a value."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)


def survey_sheets(parts: Mapping[str, bytes], name: str) -> list[SheetSurvey]:
    """Look at every worksheet, in the order of the workbook.

    Raises:
        LibraryError: A part is missing or broken.
    """
    try:
        targets = targets_of(parts)
        book = read_xml(parts[BOOK])
        return [
            survey_sheet(parts[targets[str(sheet.get(RELATION))]], described(sheet))
            for sheet in book.iterfind("{*}sheets/{*}sheet")
            if str(sheet.get(RELATION)) in targets
        ]
    except (PackageError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise faults.damaged(name, WORKBOOK) from error


def targets_of(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The parts of the worksheets by the ids that the workbook calls them by."""
    folder = posixpath.dirname(BOOK)
    relations = read_xml(parts[f"{folder}/_rels/workbook.xml.rels"])
    return {
        str(one.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(one.get("Target"))))[1:]
        for one in relations
        if str(one.get("Type")).endswith("/worksheet")
    }


def described(sheet: Element) -> SheetSurvey:
    """What the workbook says of a sheet."""
    return SheetSurvey(str(sheet.get("name")), hidden=sheet.get("state", "visible") != "visible")


def survey_sheet(part: bytes, survey: SheetSurvey) -> SheetSurvey:
    """Go through the cells of a sheet, letting go of each row; one too long is not followed to its end."""
    above = 0
    for row in rows_in(part):
        above = int(row.get("r") or above + 1)
        if row.get("hidden", "") not in OFF:
            survey.hidden_rows.add(above)
        before = 0
        for cell in row:
            before = column_of(cell) or before + 1
            look_at(cell, survey, above, before)
        if survey.last_row > MOST_LINES:
            break
        row.clear()
        while row.getprevious() is not None:
            del row.getparent()[0]  # type: ignore[union-attr]
    return survey


def rows_in(part: bytes) -> Iterator[Element]:
    """The rows of a sheet, each as soon as it is closed."""
    walk = etree.iterparse(
        io.BytesIO(part), tag=("{*}row",), resolve_entities=False, no_network=True, load_dtd=False
    )
    for _, element in walk:
        yield element


def look_at(cell: Element, survey: SheetSurvey, row: int, column: int) -> None:
    """Note a cell that has a value, or a formula without one; a stored text may be empty."""
    value = cell.find("{*}v")
    if (value is not None and value.text) or cell.find("{*}is") is not None:
        survey.fills(row, column)
    elif cell.find("{*}f") is not None and (value is None or cell.get("t") != "str"):
        survey.unsaved.append(str(cell.get("r")))


def column_of(cell: Element) -> int:
    """The column of a cell, counted from 1; 0 where the cell does not say."""
    place = PLACE.fullmatch(str(cell.get("r", "")))
    number = 0
    for letter in place["column"] if place else "":
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number
