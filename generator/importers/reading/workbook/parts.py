"""The parts of a workbook, opened with care before any other program sees them."""

from __future__ import annotations

from generator.importers.reading import faults
from generator.importers.reading.source import Source
from generator.ooxml.package import LockedError, OversizeError, PackageError, unpack
from generator.ooxml.xml import has_doctype

BOOK = "xl/workbook.xml"
MOST_PARTS = 10_000


def open_parts(source: Source) -> dict[str, bytes]:
    """The XML parts of a workbook.

    Raises:
        LibraryError: Damaged, locked, too large when unpacked, or with entity declarations.
    """
    try:
        parts = unpack(source.content, (BOOK,), wanted=is_text, most_parts=MOST_PARTS)
    except LockedError as error:
        raise faults.locked(source.name) from error
    except OversizeError as error:
        raise faults.oversize(source.name, "解开后太大") from error
    except PackageError as error:
        raise faults.damaged(source.name, " Excel 表格（.xlsx）") from error
    if any(map(has_doctype, parts.values())):
        raise faults.entities(source.name)
    return parts


def is_text(part: str) -> bool:
    """Whether a part is XML; pictures, macros and embedded files are not unpacked."""
    return part.lower().endswith((".xml", ".rels"))
