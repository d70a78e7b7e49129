"""An original as it came: its lines, whatever the format, and what is known of the file itself.

Nothing is cleaned here.  A reader may say what its format knows of a line (`shell`: a menu, a running
head); it still hands the line over, so that cleaning removes it with an entry in the log.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.recognition.facts import DocumentFacts


class OriginalKind(StrEnum):
    """The formats that are read; the value is the usual suffix."""

    WORD = "docx"
    TEXT = "txt"
    PAGE = "html"
    PDF = "pdf"
    WORKBOOK = "xlsx"


@dataclass(frozen=True, slots=True)
class Line:
    """A line, paragraph or table row of an original that has words in it.

    `text` is what stands there, inner and outer spaces included; the cells of a table row are joined by
    tabs in it.  A cell that only continues the one above or before it (a merged cell) is empty,
    but for the words by which a cell of a web page names several rows.
    """

    number: int
    """How a person finds it: the line of a text file or of the text of a page, the paragraph of a Word
    document (of the first paragraph of a table row), the row of a sheet; rising, no number twice."""
    text: str
    cells: tuple[str, ...] = ()
    """Filled for the rows of tables only."""
    table: int | None = None
    """Which table of the file the row belongs to, counted from 0."""
    page: int | None = None
    """Counted from 1, where the format knows pages."""
    sheet: str = ""
    """The name of the sheet of a workbook."""
    shell: str = ""
    """What the reader takes it for if it is no text of the document: 导航, 页眉, 页脚, 脚注, 表单 …"""
    after_blank: bool = False
    """Whether an empty line (or a larger gap) stands above it."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came."""

    name: str
    kind: OriginalKind
    size: int
    """Bytes."""
    sha256: str
    lines: tuple[Line, ...]
    encoding: str = ""
    """Of a text or web page: utf-8, gb18030, utf-16 …"""
    address: str = ""
    """Of a web page that names its own address."""
    facts: DocumentFacts | None = None
    """Of a Word document: what its paragraphs look like; `Line.number` counts them."""
