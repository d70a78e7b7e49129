"""Reads a written .docx back: its parts, its paragraphs with style and words, what a style resolves to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"


@dataclass(frozen=True)
class Written:
    """A .docx in memory."""

    content: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            return {name: package.read(name) for name in package.namelist()}

    @cached_property
    def root(self) -> Any:
        return etree.fromstring(self.parts["word/document.xml"])

    @cached_property
    def styles(self) -> dict[str, Any]:
        """Style elements by id."""
        root = etree.fromstring(self.parts["word/styles.xml"])
        return {str(style.get(f"{W}styleId")): style for style in root.iter(f"{W}style")}

    @cached_property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Style id and words of every paragraph in document order, those in tables and boxes included."""
        return [(style_of(paragraph), words_of(paragraph)) for paragraph in self.root.iter(f"{W}p")]

    @cached_property
    def text(self) -> str:
        """All words, a line for each paragraph."""
        return "\n".join(words for _, words in self.paragraphs)

    def in_style(self, style: str) -> list[str]:
        """The words of every paragraph in a style."""
        return [words for name, words in self.paragraphs if name == style]

    def element(self, words: str) -> Any:
        """The paragraph that says exactly these words."""
        return next(paragraph for paragraph in self.root.iter(f"{W}p") if words_of(paragraph) == words)

    def resolved(self, style: str, tag: str) -> Any:
        """A property of a style, looked for along its bases, then in the defaults."""
        current = self.styles.get(style)
        while current is not None:
            found = current.find(f"*/{W}{tag}")
            if found is not None:
                return found
            base = current.find(f"{W}basedOn")
            current = None if base is None else self.styles.get(base.get(f"{W}val"))
        root = etree.fromstring(self.parts["word/styles.xml"])
        return root.find(f"{W}docDefaults//{W}{tag}")

    def outline(self) -> str:
        """Each paragraph as “style│words”, rows of tables as one line: what a reader would compare."""
        return "\n".join(self.outline_lines()) + "\n"

    def outline_lines(self) -> Iterator[str]:
        for element in self.root.iter(f"{W}p", f"{W}tr"):
            if element.tag == f"{W}tr":
                cells = ["".join(words_of(p) for p in cell.iter(f"{W}p")) for cell in element.iter(f"{W}tc")]
                yield "表│" + "│".join(cells)
            elif element.getparent().tag != f"{W}tc":
                yield f"{style_of(element)}│{words_of(element)}"


def style_of(paragraph: Any) -> str:
    """The style id of a paragraph."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def words_of(paragraph: Any) -> str:
    """The words of a paragraph itself, not of boxes anchored in it; breaks and tabs as characters."""
    pieces: list[str] = []
    for run in paragraph.iterchildren(f"{W}r"):
        for part in run:
            if part.tag == f"{W}t":
                pieces.append(part.text or "")
            elif part.tag in {f"{W}br", f"{W}tab"}:
                pieces.append("\n" if part.tag == f"{W}br" else "\t")
    return "".join(pieces)
