"""Reads an original of any kind into its lines, without trusting it and without cleaning it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.importers.original import Original, OriginalKind
from generator.importers.reading.kinds import kind_of
from generator.importers.reading.opening import bytes_of
from generator.importers.reading.page import read_page
from generator.importers.reading.pdf import read_pdf
from generator.importers.reading.source import Source
from generator.importers.reading.text import read_text
from generator.importers.reading.word import read_word
from generator.importers.reading.workbook import read_workbook

__all__ = ["read_original"]

READERS: Mapping[OriginalKind, Callable[[Source], Original]] = {
    OriginalKind.WORD: read_word,
    OriginalKind.TEXT: read_text,
    OriginalKind.PAGE: read_page,
    OriginalKind.PDF: read_pdf,
    OriginalKind.WORKBOOK: read_workbook,
}


def read_original(source: Path | bytes, name: str = "") -> Original:
    """Read a file: .docx, .txt, .html, .pdf with a text layer, .xlsx.

    What a file is, its content decides; its name only where the content leaves it open.

    Args:
        source: The file, or its bytes.
        name: How messages call it; the file's own name if left out.

    Raises:
        LibraryError: One problem, IMP001 to IMP020, that says what was found and what to do.
    """
    name = name or (source.name if isinstance(source, Path) else "原件")
    content = bytes_of(source, name)
    return READERS[kind_of(content, name)](Source(name, content))
