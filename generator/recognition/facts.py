"""What a .docx says about its looks, resolved: the facts that every rule of the inspection reads.

Whoever reads a file has settled styles, defaults, themes and direct formatting; here stands what a
paragraph or a run really looks like.  Lengths are twips, type sizes points; None means that the
file does not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

AUTO_LINE = 240
"""What `line` says of one line where the rule is auto."""


@dataclass(frozen=True, slots=True)
class RunFacts:
    """Words with one look.  `chinese_font` is what Chinese characters take, `latin_font` the others."""

    text: str
    chinese_font: str | None
    latin_font: str | None
    size: Decimal | None
    """Points."""
    bold: bool = False
    colour: str = "000000"
    """Six hexadecimal digits; automatic counts as black."""
    tracking: int = 0
    """Added to the width of each character, in twips."""
    scale: int = 100
    """Width of the characters in percent."""
    theme_font: bool = False
    """Whether a theme, not a name, decides on the Chinese font."""
    field: str = ""
    """The instruction of the field (PAGE, PAGEREF …) whose result this is."""
    east_asian: bool = True
    """Whether an eastAsia font is named anywhere for this run."""
    hint: bool = False
    """Whether characters of both worlds (“ ” — …) are asked to take the Chinese font."""


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """A line drawn at an edge of a paragraph, of a table cell, or as a shape."""

    kind: str
    """Word's name: single, thickThinSmallGap …"""
    weight: Decimal
    """Points."""
    colour: str
    width: int | None = None
    """How long it is, in twips, where the file says so; None for as long as what it belongs to."""
    space: int = 0
    """Distance from the words, in points."""


class Where(StrEnum):
    """In which part of the file a paragraph stands.

    Headers, footers and notes stay what they are inside a table or a text box of theirs, and a text box
    stays one inside and around a table: `table` and `box` of the paragraph tell the rest.
    """

    BODY = "正文"
    TABLE = "表格"
    BOX = "文本框"
    HEADER = "页眉"
    FOOTER = "页脚"
    NOTE = "注"


@dataclass(frozen=True, slots=True)
class BookmarkFacts:
    """A bookmark within a paragraph: its name, and where in the paragraph's text its words stand."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParagraphFacts:
    """A paragraph with its runs and its resolved layout."""

    number: int
    """Counted from 1 through the whole file, in reading order: how a person finds it."""
    where: Where
    section: int
    """Index into `DocumentFacts.sections`; for headers and footers the first section that has them."""
    runs: tuple[RunFacts, ...]
    style: str = ""
    """The display name of its style (the alias where a built-in one has an alias)."""
    alignment: str = "left"
    """left, center, right, both or distribute."""
    left: int = 0
    right: int = 0
    first_line: int = 0
    """Negative for a hanging indent."""
    line: int = AUTO_LINE
    line_rule: str = "auto"
    """auto, exact or atLeast."""
    before: int = 0
    after: int = 0
    snap_to_grid: bool = True
    outline: int | None = None
    """1 to 9."""
    tabs: tuple[tuple[str, int], ...] = ()
    rule_above: RuleFacts | None = None
    rule_below: RuleFacts | None = None
    page_break_before: bool = False
    """By property, by a break as the first thing in it, or by a break that ends the paragraph before."""
    keep_next: bool = False
    line_breaks: tuple[int, ...] = ()
    """Where in `text` a manual line break stands."""
    table: int | None = None
    """Index into `DocumentFacts.tables` where it stands in a table, in a text box or not."""
    box: int | None = None
    """Index into `DocumentFacts.boxes` where it stands in a text box or frame."""
    numbering: str = ""
    """The number that Word makes in front of it, as printed (“一、”); not part of `text`."""
    picture: bool = False
    """Whether a picture or drawing is anchored in it; mere text boxes and lines do not count."""
    mark_size: Decimal | None = None
    """Size of the paragraph mark in points: how tall an empty paragraph is."""
    bookmarks: tuple[BookmarkFacts, ...] = ()
    """The bookmarks that begin and end in it, in the order in which they end."""

    @property
    def text(self) -> str:
        """Its words; a tab stands as itself, a manual line break is not there."""
        return "".join([run.text for run in self.runs])

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words cut at the manual line breaks."""
        bounds = (0, *self.line_breaks, len(self.text))
        return tuple(self.text[start:end] for start, end in pairwise(bounds))


@dataclass(frozen=True, slots=True)
class CellFacts:
    """A cell: the numbers of its paragraphs, and its width in twips."""

    paragraphs: tuple[int, ...]
    width: int | None
    columns: int = 1
    continued: bool = False
    """Whether it only continues the cell above (vMerge)."""


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table, its grid and its rules."""

    where: Where
    section: int
    grid: tuple[int, ...]
    """Widths of the columns in twips; empty where the file has no gridCol."""
    rows: tuple[tuple[CellFacts, ...], ...]
    head_rows: int
    """How many of the first rows are repeated on every page."""
    row_heights: tuple[tuple[int, str] | None, ...] = ()
    top: RuleFacts | None = None
    bottom: RuleFacts | None = None
    between: RuleFacts | None = None
    indent: int = 0
    width: int | None = None
    """Asked for in twips; None where it is automatic or in percent."""
    alignment: str = "left"


@dataclass(frozen=True, slots=True)
class BoxFacts:
    """A text box or frame: where it stands, in twips."""

    left: int | None
    top: int | None
    width: int | None
    height: int | None
    from_page: bool
    """Whether left and top count from the edge of the page; else from whatever the file says."""
    anchor: int
    """Number of the paragraph that it is anchored in."""
    vertical: str = ""
    """The base that `top` counts from (page, margin, paragraph …) or an alignment such as margin:bottom."""
    horizontal: str = ""
    """The same for `left`: page, margin, column, or an alignment such as margin:center."""
    frame: bool = False
    """Whether it is a frame (framePr) of ordinary paragraphs; its anchor is the first of them."""


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line drawn as a shape, as old red-head templates have it under the 发文字号; lengths in twips."""

    anchor: int
    """Number of the paragraph that it is anchored in."""
    rule: RuleFacts
    """Kind, weight and colour; its width is the length of the line from left to right."""
    left: int | None
    top: int | None
    height: int = 0
    """How far its ends are apart vertically: 0 for a horizontal rule."""
    from_page: bool = False
    """Whether left and top count from the edge of the page."""
    vertical: str = ""
    """As in `BoxFacts`."""
    horizontal: str = ""


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """Page set-up; lengths in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    landscape: bool = False
    grid_type: str = ""
    """The type of docGrid: lines, linesAndChars, snapToChars, or empty."""
    line_pitch: int | None = None
    character_space: int | None = None
    """docGrid's charSpace, in 1/4096 points."""
    start: str = "nextPage"
    """How it begins: nextPage, continuous, oddPage, evenPage."""
    title_page: bool = False
    footers: dict[str, tuple[int, ...]] | None = None
    """Numbers of the paragraphs in the footers: default, even, first; inherited ones included."""
    headers: dict[str, tuple[int, ...]] | None = None
    gutter: int = 0
    columns: int = 1


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The whole file."""

    name: str
    paragraphs: tuple[ParagraphFacts, ...]
    tables: tuple[TableFacts, ...]
    boxes: tuple[BoxFacts, ...]
    sections: tuple[SectionFacts, ...]
    even_and_odd: bool
    theme_fonts: bool
    """Whether any style or run takes its font from a theme."""
    twips_missing: int = 0
    """How many indents are written in 字 (…Chars) without the twips that other programs need."""
    macros: bool = False
    tracked: int = 0
    """How many tracked changes are left in it."""
    lines: tuple[LineFacts, ...] = ()
    """Lines drawn as shapes, in reading order."""

    def paragraph(self, number: int) -> ParagraphFacts:
        """The paragraph of that number."""
        return self.paragraphs[number - 1]

    def standing(self, where: Where) -> Iterator[ParagraphFacts]:
        """The paragraphs of one part of the file, in order."""
        return (paragraph for paragraph in self.paragraphs if paragraph.where is where)
