"""Grid, rules and place of a table; its words are read by the walk through the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.recognition.facts import CellFacts, RuleFacts, TableFacts, Where
from generator.recognition.reading.markup import W, child_value, is_on, length, measure, number, value_of
from generator.recognition.reading.properties import ALIGNMENTS, rule_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.recognition.reading.styles import Style, StyleSheet

Borders = dict[str, RuleFacts | None]


@dataclass(slots=True)
class RowBeingRead:
    """A row with the rules that its first cell has of its own."""

    cells: list[CellFacts] = field(default_factory=list)
    borders: Borders = field(default_factory=dict)
    height: tuple[int, str] | None = None
    is_head: bool = False


@dataclass(slots=True)
class TableBeingRead:
    """A table whose rows are coming in."""

    where: Where
    section: int
    style: str
    element: Element
    rows: list[RowBeingRead] = field(default_factory=list)

    def begin_row(self, element: Element) -> RowBeingRead:
        """A row with its properties."""
        properties = element.find(f"{W}trPr")
        row = RowBeingRead()
        if properties is not None:
            height = properties.find(f"{W}trHeight")
            tall = length(height, "val")
            if height is not None and tall is not None:
                row.height = tall, str(height.get(f"{W}hRule", "atLeast"))
            row.is_head = is_on(properties.find(f"{W}tblHeader"))
        self.rows.append(row)
        return row

    def facts(self, sheet: StyleSheet) -> TableFacts:
        """What is known once all rows are in."""
        properties = self.element.find(f"{W}tblPr")
        borders = self.borders(sheet, properties)
        first, last = (self.rows[0].borders, self.rows[-1].borders) if self.rows else ({}, {})
        return TableFacts(
            self.where,
            self.section,
            grid_of(self.element),
            tuple(tuple(row.cells) for row in self.rows),
            self.head_rows(),
            tuple(row.height for row in self.rows),
            top=first.get("top", borders.get("top")),
            bottom=last.get("bottom", borders.get("bottom")),
            between=self.between(borders),
            indent=indent_of(properties),
            width=width_of(None if properties is None else properties.find(f"{W}tblW")),
            alignment=ALIGNMENTS.get(child_value(properties, "jc"), "left"),
        )

    def borders(self, sheet: StyleSheet, properties: Element | None) -> Borders:
        """The rules of the table: of its style and its bases, then its own."""
        merged = sheet.inherited(self.style, sheet.borders, {}, with_borders)
        own = None if properties is None else properties.find(f"{W}tblBorders")
        return merged | borders_of(own)

    def between(self, borders: Borders) -> RuleFacts | None:
        """The rule between the first two rows."""
        if len(self.rows) < 2:
            return None
        above = self.rows[0].borders.get("bottom", borders.get("insideH"))
        return self.rows[1].borders.get("top", above) or above

    def head_rows(self) -> int:
        """Only rows at the very beginning are repeated."""
        return next((index for index, row in enumerate(self.rows) if not row.is_head), len(self.rows))


def borders_of(element: Element | None) -> Borders:
    """Rules by their edge; None for an edge that is said to have none."""
    return {} if element is None else {edge.tag.removeprefix(W): rule_of(edge) for edge in element}


def with_borders(merged: Borders, style: Style) -> Borders:
    """The rules of a table style, laid over those of its base."""
    return merged | borders_of(style.element.find(f"{W}tblPr/{W}tblBorders"))


def grid_of(table: Element) -> tuple[int, ...]:
    """Widths of the columns."""
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
    return tuple(measure(column.get(f"{W}w")) or 0 for column in columns)


def width_of(element: Element | None) -> int | None:
    """A width in twips; None where it is automatic or a share."""
    if element is None or element.get(f"{W}type", "dxa") != "dxa":
        return None
    return measure(element.get(f"{W}w"))


def indent_of(properties: Element | None) -> int:
    """The indent from the left edge of the text."""
    return width_of(None if properties is None else properties.find(f"{W}tblInd")) or 0


def cell_facts(cell: Element, paragraphs: tuple[int, ...]) -> CellFacts:
    """A cell with the numbers of its paragraphs."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return CellFacts(paragraphs, None)
    merged = properties.find(f"{W}vMerge")
    return CellFacts(
        paragraphs,
        width_of(properties.find(f"{W}tcW")),
        max(1, number(child_value(properties, "gridSpan")) or 1),
        continued=merged is not None and value_of(merged) != "restart",
    )
