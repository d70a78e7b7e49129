"""The family names in a font file, in every language it gives them in (OpenType, table `name`).

For systems that do not say it themselves: a few seeks in the file, nothing else of it is read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

COLLECTION = b"ttcf"
FLAVOURS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
FAMILY = 1
"""Name record of the family as programs list it; 16, the typographic family, is another matter."""
UNICODE_PLATFORMS = (0, 3)
CHINA, AMERICA = 0x0804, 0x0409
MOST_FACES, MOST_TABLES, MOST_RECORDS, LONGEST = 64, 128, 4096, 512


def family_names(file: Path) -> tuple[tuple[str, ...], ...]:
    """The names of each family in a font file or collection, Chinese before English.

    A file that is no font, or is damaged, has none.
    """
    try:
        with file.open("rb") as stream:
            faces = [tuple(dict.fromkeys(names_at(stream, offset))) for offset in face_offsets(stream)]
    except (OSError, struct.error):
        return ()
    return tuple(dict.fromkeys(names for names in faces if names))


def face_offsets(stream: BinaryIO) -> tuple[int, ...]:
    """Where the faces of the file begin: one, or those of a collection."""
    flavour = stream.read(4)
    if flavour in FLAVOURS:
        return (0,)
    if flavour != COLLECTION:
        return ()
    _, count = struct.unpack(">II", stream.read(8))
    count = min(count, MOST_FACES)
    return struct.unpack(f">{count}I", stream.read(4 * count))


def names_at(stream: BinaryIO, face: int) -> Iterator[str]:
    """The family names of one face, in the order in which they serve here."""
    table = name_table_offset(stream, face)
    if table is None:
        return
    stream.seek(table)
    _, count, storage = struct.unpack(">HHH", stream.read(6))
    records = [struct.unpack(">6H", stream.read(12)) for _ in range(min(count, MOST_RECORDS))]
    wanted = [record for record in records if record[3] == FAMILY and record[0] in UNICODE_PLATFORMS]
    for _, _, _, _, length, offset in sorted(wanted, key=rank):
        stream.seek(table + storage + offset)
        yield stream.read(min(length, LONGEST)).decode("utf-16-be", "replace")


def name_table_offset(stream: BinaryIO, face: int) -> int | None:
    """Where the table `name` of a face begins."""
    stream.seek(face + 4)
    (count,) = struct.unpack(">H6x", stream.read(8))
    for _ in range(min(count, MOST_TABLES)):
        tag, _, offset, _ = struct.unpack(">4sIII", stream.read(16))
        if tag == b"name":
            return int(offset)
    return None


def rank(record: tuple[int, ...]) -> int:
    """Simplified Chinese, then English, then the rest in the order of the file."""
    return {CHINA: 0, AMERICA: 1}.get(record[2], 2)
