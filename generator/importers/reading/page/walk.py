"""Goes through a page in reading order: a line for each block and for each line break in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.importers.original import Line
from generator.importers.reading.gathering import Gatherer, row_text
from generator.importers.reading.page.measures import WITHOUT_TEXT
from generator.importers.reading.page.tables import cell_text, holds_data, rows_of, spans_of, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.importers.reading.page.furniture import Furniture

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section"),
        *("select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title"),
        *("tr", "ul"),
    }
)
PLAIN = ("pre", "textarea", "xmp", "listing", "plaintext")
"""Elements in which line ends count."""


class Walk:
    """Gathers the lines of one page."""

    def __init__(self, root: Element, furniture: Furniture, gatherer: Gatherer) -> None:
        self.root = root
        self.furniture = furniture
        self.gatherer = gatherer
        self.number = len(gatherer.lines)
        self.tables = 0
        self.shells: list[tuple[Element, str]] = []
        """The elements that the walk is in and that are shell, the outermost first."""
        self.pieces: dict[str, list[str]] = {}
        """The words since the last line end, those of hidden elements and the like apart."""
        self.plain = 0
        self.inside = 0
        self.blank = False

    def read(self) -> None:
        """Gather all lines.

        Raises:
            LibraryError: Too much text, or a control character.
        """
        walk = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self.leave(element)
            elif element.tag in WITHOUT_TEXT or self.reads_table(element):
                walk.skip_subtree()
            else:
                self.enter(element)
        self.end_line()

    @property
    def shell(self) -> str:
        """What the place is taken for."""
        return self.shells[0][1] if self.shells else ""

    def enter(self, element: Element) -> None:
        """An element begins."""
        if element.tag in BLOCKS:
            self.end_line()
        elif element.tag == "br":
            self.break_line()
        self.plain += element.tag in PLAIN
        self.inside += element is self.furniture.content
        self.enter_shell(element)
        self.take(element.text)

    def enter_shell(self, element: Element) -> None:
        """Note where a piece of the shell begins; within one nothing else is told apart."""
        if not self.shells:
            shell = self.furniture.shell(element, inside=self.inside > 0)
            if shell:
                self.shells.append((element, shell))

    def leave(self, element: Element) -> None:
        """An element ends; the words behind it belong to the one around it."""
        if element.tag in BLOCKS:
            self.blank = self.blank or self.is_empty_paragraph(element)
            self.end_line()
        self.plain -= element.tag in PLAIN
        self.inside -= element is self.furniture.content
        if self.shells and self.shells[-1][0] is element:
            self.shells.pop()
        if element is not self.root:
            self.take(element.tail)

    def is_empty_paragraph(self, element: Element) -> bool:
        """Whether a paragraph was written only to leave a line empty."""
        return element.tag == "p" and not self.furniture.measures[element].text

    def take(self, text: str | None) -> None:
        """Words of the place."""
        if not text:
            return
        if self.plain:
            first, *others = text.splitlines() or [""]
            self.pieces.setdefault(self.shell, []).append(first)
            for other in others:
                self.break_line()
                self.pieces.setdefault(self.shell, []).append(other)
        else:
            self.pieces.setdefault(self.shell, []).append(text)

    def break_line(self) -> None:
        """A line break; a second one leaves a line empty."""
        if not any(map(tidy, self.pieces.values())):
            self.blank = True
        self.end_line()

    def end_line(self) -> None:
        """Hand over what was gathered: the words of the place, then those that are hidden among them."""
        for shell, pieces in self.pieces.items():
            text = tidy(pieces)
            if text.strip():
                self.number += 1
                self.gatherer.add(Line(self.number, text, shell=shell, after_blank=self.blank))
                self.blank = False
        self.pieces = {}

    def reads_table(self, element: Element) -> bool:
        """Read a table by its rows, if it holds data."""
        if element.tag != "table" or not holds_data(element, self.furniture.measures):
            return False
        self.end_line()
        shell = self.shell or self.furniture.shell(element, inside=self.inside > 0)
        for caption in element.iterchildren("caption"):
            self.add(cell_text(caption), (), shell)
        for row in element.iter("tr"):
            self.gatherer.refuse_wide(spans_of(row))
        for cells in rows_of(element):
            self.gatherer.count_cells(len(cells))
            self.add(row_text(cells), cells, shell)
        self.tables += 1
        return True

    def add(self, text: str, cells: tuple[str, ...], shell: str) -> None:
        """A line of a table."""
        if text.strip():
            self.number += 1
            table = self.tables if cells else None
            self.gatherer.add(Line(self.number, text, cells, table, shell=shell, after_blank=self.blank))
            self.blank = False
