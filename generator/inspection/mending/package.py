"""A package whose parts are changed in place, and written back with everything else as it was."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from generator.ooxml.package import CONTENT_TYPES, LOCKED, Member, deflate, join
from generator.ooxml.xml import XML_DECLARATION
from generator.problems import LibraryError
from generator.recognition.reading import faults
from generator.recognition.reading.opening import open_package, plain_name
from generator.recognition.reading.package import RELATION, STRICT, DocumentPackage

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SIGNATURES = "_xmlsignatures/"
LOCAL_HEADER = 30
"""Bytes of a zip member's own header before its name (APPNOTE 4.3.7)."""
LENGTHS_AT = 26
LARGEST = 0xFFFFFFFF
CODE = "DOCX013"


@dataclass(frozen=True, slots=True)
class EditablePackage(DocumentPackage):
    """Parts as trees that stay the same object, so that a change in them is kept."""

    roots: dict[str, Element] = field(default_factory=dict)
    read: dict[str, bytes] = field(default_factory=dict)
    """Each tree as it was when it was read."""
    added: dict[str, bytes] = field(default_factory=dict)

    def part(self, name: str) -> bytes | None:
        """A part, one that was added included."""
        return self.added.get(name) or DocumentPackage.part(self, name)

    def root(self, name: str) -> Element | None:
        """A part as XML, the same tree each time.

        Raises:
            LibraryError: Not well-formed, entity declarations, nested too deep.
        """
        if name not in self.roots:
            root = DocumentPackage.root(self, name)
            if root is None:
                return None
            self.roots[name] = root
            self.read[name] = etree.tostring(root)
        return self.roots[name]

    def changed(self) -> dict[str, bytes]:
        """The parts that are not as they were, ready to be written, those that were added included."""
        texts = {name: etree.tostring(root) for name, root in self.roots.items()}
        changed = {name: text for name, text in texts.items() if text != self.read[name]}
        written = {name: declared(self.roots[name]) for name in changed}
        return {**self.added, **written}

    def add(self, main: str, kind: str, content: bytes, content_type: str) -> str:
        """Add a part that the main part refers to; gives the id of the relation."""
        folder = posixpath.dirname(main)
        count = 1
        while self.part(f"{folder}/{kind}{count}.xml".lstrip("/")) is not None:
            count += 1
        name = f"{folder}/{kind}{count}.xml".lstrip("/")
        self.added[name] = content
        self.declare(name, content_type)
        return self.relate(main, kind, posixpath.relpath(name, folder or "."))

    def declare(self, name: str, content_type: str) -> None:
        """Say of what type a new part is."""
        types = self.root(CONTENT_TYPES)
        if types is not None:
            override = etree.SubElement(types, f"{TYPES}Override")
            override.set("PartName", f"/{name}")
            override.set("ContentType", content_type)

    def relate(self, main: str, kind: str, target: str) -> str:
        """A new relation of the main part."""
        folder, file = posixpath.split(main)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if self.root(name) is None:
            self.added[name] = f'{XML_DECLARATION}<Relationships xmlns="{RELATIONS}"/>'.encode()
        relations = self.root(name)
        if relations is None:
            raise LookupError(name)
        taken = {str(one.get("Id")) for one in relations.iter(RELATION)}
        identifier = next(f"rIdM{count}" for count in range(1, len(taken) + 2) if f"rIdM{count}" not in taken)
        relation = etree.SubElement(relations, RELATION)
        relation.set("Id", identifier)
        relation.set("Type", f"{OFFICE}/{kind}")
        relation.set("Target", target)
        return identifier


def declared(root: Element) -> bytes:
    """A tree as a part."""
    return XML_DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")


def open_editable(content: bytes, name: str) -> EditablePackage:
    """A document whose parts can be changed.

    Raises:
        LibraryError: It cannot be read, or a change would spoil it: a signature, the strict variant.
    """
    package = open_package(content, name)
    if any(part.startswith(SIGNATURES) for part in package.parts):
        raise unmendable(name, "有数字签名，改了签名就失效", "请原拟稿人改好以后重新签名")
    if any(STRICT in text for text in package.parts.values()):
        raise unmendable(name, "是“严格 Open XML”格式", "用 Word 打开，另存为普通的 .docx，再改")
    return EditablePackage(name, package.parts)


def unmendable(name: str, reason: str, hint: str) -> LibraryError:
    """Why a file is not mended."""
    return faults.failure(CODE, f"“{name}”{reason}，没有改。", name, hint)


# --- writing -----------------------------------------------------------------------------------


def rewrite(content: bytes, changed: dict[str, bytes], name: str) -> bytes:
    """The package with some parts changed or added; what is not named is copied as it lies in the file.

    Raises:
        LibraryError: Members that cannot be copied unseen: locked, or larger than a plain zip file names.
    """
    written = [deflate(part, text) for part, text in changed.items()]
    folded = {part.lower() for part in changed}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        kept = [one for one in package.infolist() if plain_name(one.filename).lower() not in folded]
        if any(one.flag_bits & LOCKED or max(one.file_size, one.compress_size) >= LARGEST for one in kept):
            raise faults.damaged(name)
        return join([*copied(content, package, kept), *written])


def copied(content: bytes, package: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Member]:
    """Members as they are, without unpacking those that are deflated."""
    for info in members:
        if info.is_dir():
            continue
        if info.compress_type == zipfile.ZIP_DEFLATED:
            yield Member(info.filename.encode(), packed(content, info), info.CRC, info.file_size)
        else:
            yield deflate(info.filename, package.read(info))


def packed(content: bytes, info: zipfile.ZipInfo) -> bytes:
    """The deflated bytes of a member, behind its own header."""
    lengths = content[info.header_offset + LENGTHS_AT : info.header_offset + LOCAL_HEADER]
    name, extra = struct.unpack("<HH", lengths)
    start = info.header_offset + LOCAL_HEADER + name + extra
    return content[start : start + info.compress_size]
