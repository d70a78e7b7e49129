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
    from collections.abc import Callable, Iterable, Mapping, Sequence

CONTENT_TYPES = "[Content_Types].xml"
FIRST = CONTENT_TYPES.encode("utf-8")
NEEDED = (CONTENT_TYPES, "word/document.xml", "word/settings.xml", "word/styles.xml")
LEVEL = 6
QUICK_LEVEL = 3
"""For parts that are written once: four times as quick as the usual level, a tenth larger."""
MADE_AT = (0, 0x0021)
"""1 January 1980, the first day a zip file can name."""
UTF8_NAMES = 0x0800
DEFLATED = 8
VERSION = 20
MOST_PARTS = 500
MOST_BYTES = 64 * 1024 * 1024
MOST_ENTRIES = 10_000
"""Members of any zip file: more are not even listed."""
ENTRY = b"PK\x01\x02"
"""How each entry of the directory begins."""
LOCKED = 0x0001
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two that a package may use (ISO/IEC 29500-2, B.4)."""
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, RuntimeError, OSError, ValueError, OverflowError),
)
"""What a broken zip file makes `zipfile` and its unpackers raise."""


class PackageError(ValueError):
    """The file is not a package that can be read; the message says why, in Chinese."""


class OversizeError(PackageError):
    """The package holds more than is read."""


class LockedError(PackageError):
    """A password locks members of the zip file."""


@dataclass(frozen=True, slots=True)
class Member:
    """A part, deflated and ready to be written."""

    name: bytes
    deflated: bytes
    checksum: int
    size: int


def deflate(name: str, content: bytes, level: int = LEVEL) -> Member:
    """Deflate one part."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
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
    return member.name != FIRST, member.name


def every_part(_name: str) -> bool:
    """For `unpack`: nothing is left out."""
    return True


def unpack(
    content: bytes,
    needed: Sequence[str] = NEEDED,
    *,
    wanted: Callable[[str], bool] = every_part,
    most_parts: int = MOST_PARTS,
) -> dict[str, bytes]:
    """The parts of a .docx.

    Args:
        content: The bytes of the file.
        needed: Parts without which it is no Word document.
        wanted: Whether a part of that name is unpacked; only these count against the limit of bytes.
        most_parts: How many members it may have.

    Raises:
        OversizeError: Too many members, or too large when unpacked.
        LockedError: A password is needed.
        PackageError: No zip file, damaged, or no Word document.
    """
    if content.count(ENTRY) > MOST_ENTRIES:
        raise OversizeError(f"有 {MOST_ENTRIES} 个以上的部件，拒绝打开")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = [info for info in package.infolist() if wanted(info.filename)]
            refuse_bombs(package.infolist(), members, most_parts)
            parts = {info.filename: read_member(package, info) for info in members if not info.is_dir()}
    except PackageError:
        raise
    except DAMAGED as error:
        raise PackageError("不是 Word 文件（.docx），或文件已损坏") from error
    lacking = [name for name in needed if name not in parts]
    if lacking:
        raise PackageError(f"不是 Word 文件（.docx）：里面没有 {'、'.join(lacking)}")
    return parts


def refuse_bombs(
    members: Sequence[zipfile.ZipInfo], wanted: Sequence[zipfile.ZipInfo], most_parts: int
) -> None:
    """Look at the declared sizes before anything is unpacked.

    Raises:
        OversizeError: Too many members, or too large.
        LockedError: A password is needed.
        PackageError: A method of packing that the format does not allow.
    """
    if len(members) > most_parts or sum(info.file_size for info in wanted) > MOST_BYTES:
        raise OversizeError(f"解开后超过 {MOST_BYTES // 1024 // 1024} MB 或 {most_parts} 个部件，拒绝打开")
    if any(info.flag_bits & LOCKED for info in wanted):
        raise LockedError("文件加了密码")
    if any(info.compress_type not in METHODS for info in wanted):
        raise PackageError("用了 .docx 不许用的压缩方法")


def read_member(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member, unpacked no further than it says it is long.

    `ZipFile.read` would unpack all of it first and cut it then.

    Raises:
        BadZipFile: It is not what its checksum says, or longer than it says.
    """
    with package.open(info) as member:
        return member.read(info.file_size)
