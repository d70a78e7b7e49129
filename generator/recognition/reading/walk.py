"""Goes through blocks in reading order: paragraphs, what is anchored in them, tables, content controls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.recognition.facts import BoxFacts, LineFacts, ParagraphFacts, TableFacts, Where
from generator.recognition.reading import faults
from generator.recognition.reading.drawings import contents_of, frame_place
from generator.recognition.reading.layout import (
    character_widths,
    indents_of,
    needs_pitch,
    room_around,
    tab_stops,
)
from generator.recognition.reading.markup import MC, W, child_value
from generator.recognition.reading.properties import Properties, overlay
from generator.recognition.reading.runs import Fields, Words, chosen_of
from generator.recognition.reading.sections import GRID_LINE, SectionBeingRead, read_section
from generator.recognition.reading.tables import TableBeingRead, borders_of, cell_facts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.recognition.reading.numbering import Numbering
    from generator.recognition.reading.styles import StyleSheet

MOST_PARAGRAPHS = 200_000
"""Some 9,000 pages."""
DEEPEST = 40
"""How far blocks may be nested in one another."""
HOLDERS = tuple(f"{W}{name}" for name in ("sdtContent", "customXml", "ins", "moveTo", "smartTag"))
CONTROL = f"{W}sdt"
ALTERNATIVES = f"{MC}AlternateContent"
STORIES = (Where.HEADER, Where.FOOTER, Where.NOTE)


class Place(NamedTuple):
    """Where the walk is."""

    where: Where
    table: int | None = None
    box: int | None = None
    table_style: str = ""
    depth: int = 0

    def inside(self, where: Where, **changes: Any) -> Place:
        """Inside a table or box: headers, footers and notes stay what they are, boxes stay boxes."""
        kept = self.where if self.where in STORIES or self.where is Where.BOX else where
        return self._replace(where=kept, depth=self.depth + 1, **changes)


@dataclass(slots=True)
class Walk:
    """Collects facts while it goes; one for a whole file, so that numbers run through."""

    name: str
    sheet: StyleSheet
    numbering: Numbering
    paragraphs: list[ParagraphFacts] = field(default_factory=list)
    tables: list[TableFacts | None] = field(default_factory=list)
    boxes: list[BoxFacts] = field(default_factory=list)
    lines: list[LineFacts] = field(default_factory=list)
    sections: list[SectionBeingRead] = field(default_factory=list)
    section: int = 0
    pitch: int = GRID_LINE
    waiting_for_pitch: list[tuple[int, Properties]] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    breaks_page: bool = False
    frame: tuple[object, int] | None = None
    """The frame that the last paragraph stood in, and its index."""
    twips_missing: int = 0

    def blocks(self, elements: Iterable[Element], place: Place) -> Iterator[int]:
        """Read blocks; gives the numbers of the paragraphs that stand in them directly.

        Raises:
            LibraryError: Nested too deep, or more paragraphs than are read.
        """
        if place.depth > DEEPEST:
            raise faults.too_deep(self.name)
        for element in elements:
            if element.tag == PARAGRAPH:
                if not is_deleted(element):
                    yield self.paragraph(element, place)
            elif element.tag == f"{W}tbl":
                self.table(element, place)
            elif element.tag in HOLDERS or element.tag == CONTROL:
                yield from self.blocks(element, place._replace(depth=place.depth + 1))
            elif element.tag == ALTERNATIVES:
                yield from self.blocks(chosen_of(element), place._replace(depth=place.depth + 1))

    def paragraph(self, element: Element, place: Place) -> int:
        """Read a paragraph and then what is anchored in it; gives its number."""
        if len(self.paragraphs) >= MOST_PARAGRAPHS:
            raise faults.too_large(self.name, f"超过 {MOST_PARAGRAPHS} 段")
        written = element.find(f"{W}pPr")
        direct = self.sheet.reader.paragraph(written)
        style = self.sheet.chosen("paragraph", direct.get("style", ""))
        properties = self.settled(direct, style, place)
        words = Words(self.sheet, style, place.table_style, self.fields)
        words.read(element)
        self.fields.give_up_instructions()
        place = self.framed(properties, place)
        drawings = [contents_of(drawing, self.sheet.reader.theme) for drawing in words.drawings]
        facts = self.facts(words, properties, place, self.mark_size(written, words))
        pictured = any(drawn.picture for drawn in drawings)
        self.paragraphs.append(replace(facts, picture=True) if pictured else facts)
        number = len(self.paragraphs)
        for drawn in drawings:
            self.lines += [replace(line, anchor=number) for line in drawn.lines]
            for anchorage, content in drawn.boxes:
                self.box(anchorage.box(number), content, place)
        self.breaks_page = self.breaks_page or ends_page(words)
        if written is not None and place.where is Where.BODY:
            for section in written.iterchildren(SECTION):
                self.end_section(section)
        return number

    def settled(self, direct: Properties, style: str, place: Place) -> Properties:
        """The layout of a paragraph, and its place in a list."""
        inherited = self.sheet.paragraph(style, place.table_style)
        if "numId" in direct or "ilvl" in direct:
            depth = direct.get("ilvl", 0)
            level = self.numbering.properties(direct.get("numId", inherited.get("numId")), depth)
            inherited = overlay(inherited, level) | {"ilvl": depth}
        return overlay(inherited, direct)

    def mark_size(self, written: Element | None, words: Words) -> Decimal | None:
        """The type size of the paragraph mark."""
        mark = self.sheet.reader.run(None if written is None else written.find(f"{W}rPr"))
        look = self.sheet.look(words.style, words.table, {**mark, "hidden": False})
        return look.size if look else None

    def facts(
        self, words: Words, properties: Properties, place: Place, mark_size: Decimal | None
    ) -> ParagraphFacts:
        """A paragraph as facts."""
        look = self.sheet.look(words.style, words.table, {"hidden": False})
        runs = words.runs()
        printed = next((run for run in runs if run.text.strip()), None)
        indents = indents_of(properties, character_widths((printed, look)))
        self.twips_missing += indents.missing
        before, after = room_around(properties, self.pitch)
        if needs_pitch(properties):
            self.waiting_for_pitch.append((len(self.paragraphs), properties))
        return ParagraphFacts(
            number=len(self.paragraphs) + 1,
            where=place.where,
            section=self.section,
            runs=runs,
            style=self.sheet.name(words.style),
            left=indents.left,
            right=indents.right,
            first_line=indents.first_line,
            before=before,
            after=after,
            tabs=tab_stops(properties.get("tabs", ())),
            page_break_before=self.begins_page(words, properties),
            line_breaks=tuple(words.line_breaks),
            bookmarks=tuple(words.bookmarks),
            table=place.table,
            box=place.box,
            numbering=self.numbering.print_next(properties.get("numId"), properties.get("ilvl", 0)),
            mark_size=mark_size,
            **{key: properties[key] for key in AS_THEY_ARE if key in properties},
        )

    def begins_page(self, words: Words, properties: Properties) -> bool:
        """By property, by its own first break, or by a break at the end of the paragraph before."""
        broken, self.breaks_page = self.breaks_page, False
        first = 0 in words.page_breaks and words.length > 0
        return broken or first or bool(properties.get("page_break_before"))

    def framed(self, properties: Properties, place: Place) -> Place:
        """A paragraph in a frame stands in a box; neighbours with the same frame share it."""
        frame = properties.get("frame")
        if frame is None or any(name == "dropCap" and value != "none" for name, value in frame):
            self.frame = None
            return place
        if self.frame is None or self.frame[0] != (frame, place):
            self.boxes.append(frame_place(frame).box(len(self.paragraphs) + 1, frame=True))
            self.frame = (frame, place), len(self.boxes) - 1
        return place.inside(Where.BOX, box=self.frame[1])._replace(depth=place.depth)

    def box(self, facts: BoxFacts, content: Element, place: Place) -> None:
        """The paragraphs of a text box, right after the one that it is anchored in."""
        self.boxes.append(facts)
        inner = Place(Where.BOX, depth=place.depth + 1, box=len(self.boxes) - 1)
        if place.where in STORIES:
            inner = inner._replace(where=place.where)
        outer, self.fields, self.frame = self.fields, Fields(), None
        for _ in self.blocks(content, inner):
            pass
        self.fields = outer

    def table(self, element: Element, place: Place) -> None:
        """A table row by row; it takes its index before the tables within it."""
        index = len(self.tables)
        self.tables.append(None)
        style = self.sheet.chosen("table", child_value(element.find(f"{W}tblPr"), "tblStyle"))
        table = TableBeingRead(place.where, self.section, style, element)
        inner = place.inside(Where.TABLE, table=index, table_style=style)
        for row in unwrapped(element, f"{W}tr"):
            being_read = table.begin_row(row)
            for cell in unwrapped(row, f"{W}tc"):
                numbers = tuple(self.blocks(cell, inner))
                if not being_read.cells:
                    being_read.borders = borders_of(cell.find(f"{W}tcPr/{W}tcBorders"))
                being_read.cells.append(cell_facts(cell, numbers))
        self.tables[index] = table.facts(self.sheet)

    def is_section_open(self) -> bool:
        """Whether something stands in a section whose set-up has not come, or nothing has one."""
        open_ones = [one.section for one in self.paragraphs[-1:]]
        open_ones += [table.section for table in self.tables[-1:] if table]
        return not self.sections or any(section >= len(self.sections) for section in open_ones)

    def end_section(self, element: Element | None) -> None:
        """The set-up of the section that ends here; None where the file has none."""
        section = read_section(element, self.sections[-1] if self.sections else None)
        self.sections.append(section)
        self.section += 1
        self.settle_room(section.pitch)

    def settle_room(self, pitch: int) -> None:
        """The grid of a section is known at its end: count the room that is written in lines."""
        self.pitch = pitch
        for index, properties in self.waiting_for_pitch:
            before, after = room_around(properties, pitch)
            self.paragraphs[index] = replace(self.paragraphs[index], before=before, after=after)
        self.waiting_for_pitch.clear()


PARAGRAPH = f"{W}p"
SECTION = f"{W}sectPr"
DELETED = (f"{W}del", f"{W}moveFrom")
AS_THEY_ARE = (
    *("alignment", "line", "line_rule", "snap_to_grid", "outline", "rule_above", "rule_below"),
    "keep_next",
)
"""Keys of settled properties that are facts as they stand."""


def is_deleted(paragraph: Element) -> bool:
    """Whether a tracked change takes away a paragraph with its mark and all its words."""
    layout = paragraph.find(f"{W}pPr")
    mark = None if layout is None else layout.find(f"{W}rPr")
    if mark is None or all(mark.find(tag) is None for tag in DELETED):
        return False
    return next(paragraph.iterchildren(f"{W}r"), None) is None


def ends_page(words: Words) -> bool:
    """Whether a page break leaves the next paragraph on a new page."""
    return any(place > 0 or words.length == 0 for place in words.page_breaks)


def unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, those within content controls and tracked insertions included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in HOLDERS or child.tag == CONTROL:
            yield from unwrapped(child, tag)
