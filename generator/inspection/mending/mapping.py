"""Reads a file as the inspection does and remembers which element each paragraph, table and section is.

The walk is the one of `reading`: numbers of paragraphs mean the same here and there.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.recognition.reading.document import BODY, DocumentReader
from generator.recognition.reading.runs import Fields
from generator.recognition.reading.walk import Place, Walk

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.inspection.mending.package import EditablePackage


class Origin(NamedTuple):
    """Where a paragraph was read: its element, the table style around it, the fields open before it."""

    element: Element
    table_style: str
    fields: Fields


@dataclass
class MappingWalk(Walk):
    """A walk that remembers elements."""

    origins: dict[int, Origin] = field(default_factory=dict)
    """By the number of the paragraph."""
    set_ups: list[Element | None] = field(default_factory=list)
    """The sectPr of each section; None for a file without any."""
    grids: dict[int, Element] = field(default_factory=dict)
    """The elements of the tables by their index."""

    def paragraph(self, element: Element, place: Place) -> int:
        """Read a paragraph and remember it."""
        fields = deepcopy(self.fields) if self.fields.open else Fields()
        number = super().paragraph(element, place)
        self.origins[number] = Origin(element, place.table_style, fields)
        return number

    def table(self, element: Element, place: Place) -> None:
        """Read a table and remember it."""
        self.grids[len(self.tables)] = element
        super().table(element, place)

    def end_section(self, element: Element | None) -> None:
        """Remember the set-up of a section."""
        self.set_ups.append(element)
        super().end_section(element)


class MappingReader(DocumentReader):
    """Reads a file whose trees stay alive."""

    def __init__(self, package: EditablePackage) -> None:
        super().__init__(package)
        self.mapped = MappingWalk(package.name, self.sheet, self.sheet.numbering)
        self.walk = self.mapped

    def read_body(self) -> None:
        """The blocks of the body; unlike its model it lets nothing go."""
        bodies = bodies_of(self.package.root(self.main))
        for body in bodies:
            for block in body:
                self.read_block(block)
        self.end_body(found=bool(bodies))


def bodies_of(root: Element | None) -> list[Element]:
    """The body of the main part; a broken file may have none or several."""
    return [] if root is None else [*root.iterchildren(BODY)]
