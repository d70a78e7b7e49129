"""The .docx as a zip file: read with care, written with fixed times and order.

Parts that never change are deflated once and copied from then on; `zipfile` cannot do that,
so the few records of the format (APPNOTE 4.3) are written here.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTENT_TYPES = "[Content_Types].xml"
NEEDED = (CONTENT_TYPES, "word/document.xml", "word/settings.xml", "word/styles.xml")
LEVEL = 6
MADE_AT = (0, 0x0021)
"""1 January 1980, the first day a zip file can name."""
UTF8_NAMES = 0x0800
DEFLATED = 8
VERSION = 20
MOST_PARTS = 500
MOST_BYTES = 64 * 1024 * 1024


class PackageError(ValueError):
    """The file is not a package that can be read; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Member:
    """A part, deflated and ready to be written."""

    name: bytes
    deflated: bytes
    checksum: int
    size: int


def deflate(name: str, content: bytes) -> Member:
    """Deflate one part."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = packer.compress(content) + packer.flush()
    return Member(name.encode("utf-8"), deflated, zlib.crc32(content), len(content))


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts into a .docx: content types first, the rest by name."""
    return join(deflate(name, content) for name, content in parts.items())


def join(members: Iterable[Member]) -> bytes:
    """Write members in their fixed order, then the directory."""
    file, directory, count = bytearray(), bytearray(), 0
    for member in sorted(members, key=in_package_order):
        header = entry(member)
        directory += struct.pack("<4s2H", b"PK\x01\x02", VERSION, VERSION) + header
        directory += struct.pack("<3H2L", 0, 0, 0, 0, len(file)) + member.name
        file += struct.pack("<4sH", b"PK\x03\x04", VERSION) + header + member.name + member.deflated
        count += 1
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(file), 0)
    return bytes(file + directory + end)


def entry(member: Member) -> bytes:
    """What the local header and the directory say alike about a member."""
    return struct.pack(
        "<4H3L2H",
        UTF8_NAMES,
        DEFLATED,
        *MADE_AT,
        member.checksum,
        len(member.deflated),
        member.size,
        len(member.name),
        0,
    )


def in_package_order(member: Member) -> tuple[bool, bytes]:
    """Content types first, as readers that stream the file expect."""
    return member.name != CONTENT_TYPES.encode("utf-8"), member.name


def unpack(content: bytes) -> dict[str, bytes]:
    """The parts of a .docx.

    Raises:
        PackageError: No zip file, no Word document, too many parts or too large when unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            refuse_bombs(package)
            parts = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise PackageError("不是 Word 文件（.docx），或文件已损坏") from error
    lacking = [name for name in NEEDED if name not in parts]
    if lacking:
        raise PackageError(f"不是 Word 文件（.docx）：里面没有 {'、'.join(lacking)}")
    return parts


def refuse_bombs(package: zipfile.ZipFile) -> None:
    """Look at the declared sizes before anything is unpacked."""
    members = package.infolist()
    if len(members) > MOST_PARTS or sum(info.file_size for info in members) > MOST_BYTES:
        raise PackageError(f"解开后超过 {MOST_BYTES // 1024 // 1024} MB 或 {MOST_PARTS} 个部件，拒绝打开")
