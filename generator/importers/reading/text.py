"""Plain text: its encoding, its lines whatever ends them, its pages and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importers.original import Line, Original, OriginalKind
from generator.importers.reading.encodings import decode
from generator.importers.reading.gathering import Gatherer
from generator.importers.reading.source import Source
from generator.importers.reading.tabbed import find_tables

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Vertical tabs are what Word writes for a manual line break, form feeds what it writes for a page."""
PAGE_END = "\x0c"


def read_text(source: Source) -> Original:
    """Read a text file.

    Raises:
        LibraryError: An encoding that is not read, control characters, or too much text.
    """
    decoded = decode(source.content, source.name)
    gatherer = Gatherer(source.name)
    for line in lines_of(decoded.text):
        gatherer.add(line)
    lines = find_tables(gatherer.taken())
    for line in lines:
        gatherer.count_cells(len(line.cells))
    return source.original(OriginalKind.TEXT, tuple(lines), encoding=decoded.encoding)


def lines_of(text: str) -> Iterator[Line]:
    """The lines, empty ones left out but counted; a form feed between two lines counts for none."""
    page = 1 if PAGE_END in text else None
    number, blank = 0, False
    for words, end in pieces_of(text):
        if words or end != PAGE_END:
            number += 1
            if words.strip():
                yield Line(number, words, page=page, after_blank=blank)
            blank = not words.strip()
        if end == PAGE_END and page is not None:
            page += 1


def pieces_of(text: str) -> Iterator[tuple[str, str]]:
    """What stands between line ends, each with the end that follows it."""
    start = 0
    for end in LINE_END.finditer(text):
        yield text[start : end.start()], end[0]
        start = end.end()
    if start < len(text):
        yield text[start:], ""
