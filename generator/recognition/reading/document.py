"""A whole file: styles and lists first, then body, headers and footers, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.recognition.facts import DocumentFacts, SectionFacts, Where
from generator.recognition.reading import faults
from generator.recognition.reading.fonts import Theme
from generator.recognition.reading.markup import W, is_on
from generator.recognition.reading.numbering import Numbering
from generator.recognition.reading.package import DocumentPackage, main_part
from generator.recognition.reading.properties import PropertyReader
from generator.recognition.reading.runs import Fields
from generator.recognition.reading.styles import StyleSheet
from generator.recognition.reading.walk import ALTERNATIVES, CONTROL, HOLDERS, PARAGRAPH, SECTION, Place, Walk

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODY = f"{W}body"
BLOCKS = (PARAGRAPH, f"{W}tbl", CONTROL, SECTION, ALTERNATIVES, *HOLDERS)
CHANGES = tuple(
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange")
)
NOTES = ("footnotes", "endnotes")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
MACROS = "vbaProject"
Margins = dict[str, tuple[int, ...]]


def document_facts(package: DocumentPackage) -> DocumentFacts:
    """Everything that the file says about its looks.

    Raises:
        LibraryError: A part is malformed, nested too deep or too large.
    """
    return DocumentReader(package).facts()


class DocumentReader:
    """Reads the parts of one file in order."""

    def __init__(self, package: DocumentPackage) -> None:
        self.package = package
        self.main = main_part(package) or ""
        self.relations = package.relations(self.main)
        self.settings = self.root_of("settings")
        reader = PropertyReader(Theme(self.root_of("theme"), self.east_asian_language()))
        numbering = Numbering(self.root_of("numbering"), reader)
        self.sheet = StyleSheet(reader, numbering)
        self.sheet.read(self.root_of("styles"))
        self.walk = Walk(package.name, self.sheet, numbering)
        self.margins: dict[str, tuple[int, ...]] = {}
        self.tracked = 0

    def root_of(self, kind: str) -> Element | None:
        """The part that the document has for styles, settings and the like."""
        target = next((one.target for one in self.relations.values() if one.kind == kind), "")
        return self.package.root(target) if target else None

    def east_asian_language(self) -> str:
        """The language that the theme's fonts are chosen for."""
        language = None if self.settings is None else self.settings.find(f"{W}themeFontLang")
        return "" if language is None else str(language.get(f"{W}eastAsia", ""))

    def facts(self) -> DocumentFacts:
        """Body first, then headers and footers, then notes."""
        self.read_body()
        sections = tuple(self.with_margins(index) for index in range(len(self.walk.sections)))
        self.read_notes()
        walk = self.walk
        return DocumentFacts(
            name=self.package.name,
            paragraphs=tuple(walk.paragraphs),
            tables=tuple(table for table in walk.tables if table is not None),
            boxes=tuple(walk.boxes),
            sections=sections,
            even_and_odd=self.setting("evenAndOddHeaders"),
            theme_fonts=self.sheet.by_theme or any(look.theme_font for look in self.sheet.looks.values()),
            twips_missing=walk.twips_missing,
            macros=any(one.kind == MACROS for one in self.relations.values()),
            tracked=self.tracked,
            lines=tuple(walk.lines),
        )

    def setting(self, name: str) -> bool:
        """A switch of the whole file."""
        return self.settings is not None and is_on(self.settings.find(W + name))

    def read_body(self) -> None:
        """The blocks of the body one by one, each let go once it is read.

        Raises:
            LibraryError: The part has no body.
        """
        found = False
        for block in self.package.elements(self.main, (*BLOCKS, BODY)):
            if is_body(block):
                found = True
            elif is_body(block.getparent()):
                self.read_block(block)
                let_go(block)
        self.end_body(found=found)

    def end_body(self, *, found: bool) -> None:
        """Close the last section, which some programs leave without a set-up.

        Raises:
            LibraryError: No body was found.
        """
        if not found:
            raise faults.no_document(self.package.name, "的正文部件不是 Word 的")
        if self.walk.is_section_open():
            self.walk.end_section(None)

    def read_block(self, block: Element) -> None:
        """One block of the body; the set-up of the last section is a block of its own."""
        if block.tag == SECTION:
            self.walk.end_section(block)
        else:
            self.read_blocks([block], Place(Where.BODY))

    def read_blocks(self, blocks: list[Element], place: Place) -> None:
        """Blocks with their tracked changes."""
        for _ in self.walk.blocks(blocks, place):
            pass
        self.tracked += sum(1 for block in blocks for _ in block.iter(*CHANGES))

    def with_margins(self, index: int) -> SectionFacts:
        """A section with the paragraphs of its headers and footers."""
        section = self.walk.sections[index]
        self.walk.section, self.walk.pitch = index, section.pitch
        headers = self.read_margins(section.headers, Where.HEADER)
        footers = self.read_margins(section.footers, Where.FOOTER)
        return replace(section.facts, headers=headers, footers=footers)

    def read_margins(self, references: dict[str, str], where: Where) -> Margins:
        """The numbers of the paragraphs of each kind; a part is read once, for its first section."""
        found: Margins = {}
        for kind, identifier in references.items():
            relation = self.relations.get(identifier)
            if relation is not None:
                found[kind] = self.read_margin(relation.target, where)
        return found

    def read_margin(self, part: str, where: Where) -> tuple[int, ...]:
        """The numbers of the paragraphs of one header or footer, those in its boxes and tables included."""
        if part not in self.margins:
            root = self.package.root(part)
            self.margins[part] = self.read_story([] if root is None else list(root), where)
        return self.margins[part]

    def read_story(self, blocks: list[Element], where: Where) -> tuple[int, ...]:
        """Blocks that have nothing to do with those before; gives the numbers of all their paragraphs."""
        first = len(self.walk.paragraphs) + 1
        self.walk.fields, self.walk.breaks_page, self.walk.frame = Fields(), False, None
        self.read_blocks(blocks, Place(where))
        self.walk.settle_room(self.walk.pitch)
        return tuple(range(first, len(self.walk.paragraphs) + 1))

    def read_notes(self) -> None:
        """Footnotes and endnotes; they belong to no section that could be told from their part."""
        self.walk.section = 0
        for kind in NOTES:
            for note in notes_of(self.root_of(kind)):
                self.read_story(list(note), Where.NOTE)


def is_body(element: Element | None) -> bool:
    """Whether an element is the body: a child of the root, not something of that name within it."""
    if element is None or element.tag != BODY:
        return False
    parent = element.getparent()
    return parent is not None and parent.getparent() is None


def notes_of(root: Element | None) -> Iterator[Element]:
    """The notes of a part without the lines that separate them from the text."""
    for note in () if root is None else root:
        if note.get(f"{W}type") not in SEPARATORS:
            yield note


def let_go(block: Element) -> None:
    """Free a block that has been read, with all that came before it."""
    block.clear()
    parent = block.getparent()
    while parent is not None and block.getprevious() is not None:
        del parent[0]
