"""The parts of one document with their relations, each part read as XML when it is asked for."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from generator.ooxml.xml import has_doctype
from generator.problems import LibraryError
from generator.recognition.reading import faults

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAIN = "word/document.xml"
MAIN_RELATION = "officeDocument"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = b"http://purl.oclc.org/ooxml/"
STRICT_NAMESPACES = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (
        b"drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"drawingml/picture", b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
    (b"officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""ISO/IEC 29500 Strict has namespaces of its own for the same words."""


class Relation(NamedTuple):
    """What a part refers to."""

    kind: str
    """The last word of the type: styles, footer, vbaProject …"""
    target: str
    """Name of the part in the package."""


@dataclass(frozen=True, slots=True)
class DocumentPackage:
    """How messages call the file, and its parts by their names in small letters."""

    name: str
    parts: Mapping[str, bytes]

    def part(self, name: str) -> bytes | None:
        """A part; names do not differ in case (ISO/IEC 29500-2, 6.2.2.3)."""
        return self.parts.get(name.lower())

    def root(self, name: str) -> Element | None:
        """A part as XML; None where the file has none of that name.

        Raises:
            LibraryError: Not well-formed, entity declarations, nested too deep.
        """
        content = self.part(name)
        if content is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(self.plain(content, name), parser)
        except etree.XMLSyntaxError as error:
            raise self.fault(name, error) from error

    def elements(self, name: str, tags: tuple[str, ...]) -> Iterator[Element]:
        """The elements with one of the tags, each as soon as it is closed.

        Raises:
            LibraryError: As `root`.
        """
        content = self.plain(self.part(name) or b"", name)
        walk = etree.iterparse(
            io.BytesIO(content),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for _, element in walk:
                yield element
        except etree.XMLSyntaxError as error:
            raise self.fault(name, error) from error

    def plain(self, content: bytes, name: str) -> bytes:
        """A part without tricks, in the namespaces of the transitional variant.

        Raises:
            LibraryError: Entity declarations.
        """
        if has_doctype(content):
            raise faults.entities(self.name, name)
        if STRICT in content:
            for strict, transitional in STRICT_NAMESPACES:
                content = content.replace(STRICT + strict, transitional)
        return content

    def fault(self, part: str, error: etree.XMLSyntaxError) -> LibraryError:
        """Why the parser stopped."""
        if "depth" in str(error).lower():
            return faults.too_deep(self.name)
        return faults.malformed(self.name, part)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id; links to the outside are left out."""
        folder, file = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for element in () if root is None else root.iter(RELATION):
            target = str(element.get("Target", ""))
            if element.get("TargetMode") != "External" and target:
                kind = str(element.get("Type", "")).rpartition("/")[2]
                found[str(element.get("Id", ""))] = Relation(kind, place_of(folder, target))
        return found


def place_of(folder: str, target: str) -> str:
    """The name of the part that a relation points to."""
    return posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip(
        "/"
    )


def main_part(package: DocumentPackage) -> str | None:
    """The name of the part with the text; None where there is none.

    Raises:
        LibraryError: The relations are no XML.
    """
    named = [one.target for one in package.relations("").values() if one.kind == MAIN_RELATION]
    texts = [name for name in (*named, MAIN) if package.part(name) is not None and is_word(name)]
    return texts[0] if texts else None


def is_word(name: str) -> bool:
    """Whether a main part is one of Word, not of another program's package."""
    return not name.lower().startswith(("xl/", "ppt/", "visio/"))
