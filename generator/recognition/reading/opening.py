"""From a file of any kind to the parts of a Word document, or to the reason why it is none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from generator.ooxml.foreign import Foreign, foreign_kind
from generator.ooxml.package import LockedError, OversizeError, PackageError, unpack
from generator.problems import io_reason
from generator.recognition.reading import faults
from generator.recognition.reading.package import DocumentPackage, main_part

MOST_BYTES = 256 * 1024 * 1024
"""Of the file itself; pictures make it large, words do not."""
MOST_PARTS = 10_000
OLD_KINDS = (Foreign.OLD_WORD, Foreign.OLD_OFFICE, Foreign.WORKBOOK, Foreign.SLIDES)
"""What a file in the old container of Office may be; that of WPS names its streams in the same way."""
FOREIGN = (
    ("OFD.xml", "是 OFD 版式文件"),
    ("xl/workbook.xml", "是 Excel 表格"),
    ("ppt/presentation.xml", "是幻灯片"),
    ("META-INF/manifest.xml", "是 OpenDocument 文档（.odt 之类）"),
)
SKIPPED = re.compile(
    r"(?:^|/)(?:customXml|docProps|glossary|embeddings|charts|diagrams|media|fonts|ink|activeX)/",
    re.IGNORECASE,
)


def read_source(source: Path | bytes, name: str) -> bytes:
    """The bytes of a file.

    Raises:
        LibraryError: It is not there, is a folder, may not be read, or is larger than is read.
    """
    if isinstance(source, bytes):
        return source
    try:
        if source.is_dir():
            raise faults.unreadable(name, "是文件夹")
        if source.stat().st_size > MOST_BYTES:
            raise faults.too_large(name, f"超过 {MOST_BYTES // 1024 // 1024} MB")
        return source.read_bytes()
    except FileNotFoundError as error:
        raise faults.unreadable(name, "没有这个文件") from error
    except OSError as error:
        raise faults.unreadable(name, io_reason(error)) from error


def open_package(content: bytes, name: str) -> DocumentPackage:
    """The parts of a Word document.

    Raises:
        LibraryError: It is something else, locked, damaged or too large.
    """
    kind = foreign_kind(content)
    if kind is not None:
        refuse_other_kind(kind, name)
    try:
        parts = unpack(content, (), wanted=is_text, most_parts=MOST_PARTS)
    except LockedError as error:
        raise faults.locked(name) from error
    except OversizeError as error:
        raise faults.too_large(name, str(error).removesuffix("，拒绝打开")) from error
    except PackageError as error:
        raise faults.damaged(name) from error
    package = DocumentPackage(name, {plain_name(part).lower(): text for part, text in parts.items()})
    if main_part(package) is None:
        refuse_other_package(package)
    return package


def is_text(part: str) -> bool:
    """Whether a part holds words or looks: XML of the document, not pictures or what others added."""
    name = plain_name(part)
    return name.endswith((".xml", ".rels")) and not SKIPPED.search(name)


def plain_name(part: str) -> str:
    """The name of a part with the slashes that some programs turn round."""
    return part.replace("\\", "/").lstrip("/")


def refuse_other_package(package: DocumentPackage) -> NoReturn:
    """Name what a zip file without a Word document is."""
    for part, found in FOREIGN:
        if package.part(part) is not None:
            raise faults.no_document(package.name, found)
    raise faults.no_document(package.name)


def refuse_other_kind(kind: Foreign, name: str) -> NoReturn:
    """Name what a file that is no zip file is."""
    if kind is Foreign.EMPTY:
        raise faults.empty(name)
    if kind is Foreign.LOCKED:
        raise faults.locked(name)
    if kind in OLD_KINDS and name.lower().endswith((".wps", ".wpt")):
        raise faults.wps(name)
    if kind is Foreign.OLD_WORD:
        raise faults.old_word(name)
    raise faults.other_kind(name, kind)
