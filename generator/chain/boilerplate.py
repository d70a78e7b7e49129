"""Citations in the words that templates bring along: what a Word template prints, and its overlays say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.chain.index import index_of
from generator.chain.resolving import resolve
from generator.hanzi.citations import Citation, find_citations
from generator.library import Library
from generator.ooxml.package import PackageError, unpack
from generator.ooxml.xml import read_xml
from generator.problems import Place

TEMPLATES = "templates"
WORDED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def citations_in_templates(library: Library) -> Iterator[tuple[Place, Citation, str]]:
    """The citations beyond doubt in templates/, with their places and the 编号 of what they mean."""
    codes = index_of(library).codes
    for place, text in words_of_templates(library.root):
        for citation in find_citations(text, codes):
            resolution = resolve(library, citation)
            if resolution.record is not None and resolution.certain:
                yield place, citation, resolution.record


def words_of_templates(root: Path) -> Iterator[tuple[Place, str]]:
    """Paragraphs of Word templates and lines of overlays; a file that cannot be read has its own check."""
    for file in sorted((root / TEMPLATES).glob("*"), key=Path.as_posix):
        path = f"{TEMPLATES}/{file.name}"
        if file.suffix.lower() == ".docx" and not file.name.startswith("~$"):
            yield from ((Place(path), text) for text in paragraphs_of(file))
        elif file.suffix.lower() in (".yaml", ".yml"):
            for number, line in enumerate(lines_of(file), start=1):
                yield Place(path, number), line


def is_worded(name: str) -> bool:
    """Whether a part of a Word file holds words that are printed."""
    return WORDED.fullmatch(name) is not None


def lines_of(file: Path) -> tuple[str, ...]:
    """The lines of a text file; none where it cannot be read."""
    try:
        return tuple(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()


def paragraphs_of(file: Path) -> Iterator[str]:
    """The paragraphs of a Word file, its heads and feet included; none where it cannot be read."""
    try:
        parts = unpack(file.read_bytes(), (), wanted=is_worded)
        trees = [read_xml(part) for _, part in sorted(parts.items())]
    except (OSError, PackageError):
        return
    for tree in trees:
        for paragraph in tree.iter(f"{W}p"):
            yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
