"""Reads any .docx into facts: whatever program wrote it, and without trusting it."""

from __future__ import annotations

from pathlib import Path

from generator.recognition.facts import DocumentFacts
from generator.recognition.reading.document import document_facts
from generator.recognition.reading.faults import too_deep
from generator.recognition.reading.opening import open_package, read_source

__all__ = ["read_facts"]


def read_facts(source: Path | bytes, name: str = "") -> DocumentFacts:
    """Read a Word document.

    Args:
        source: The file, or its bytes.
        name: How messages call it; the file's own name if left out.

    Raises:
        LibraryError: One problem, DOCX001 to DOCX012, that says what the file is and what to do.
    """
    name = name or (source.name if isinstance(source, Path) else "文档")
    package = open_package(read_source(source, name), name)
    try:
        return document_facts(package)
    except RecursionError as error:
        raise too_deep(name) from error
