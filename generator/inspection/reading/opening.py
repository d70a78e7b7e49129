"""From a file of any kind to the parts of a Word document, or to the reason why it is none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from generator.inspection.reading import faults
from generator.inspection.reading.package import DocumentPackage, main_part
from generator.ooxml.package import LockedError, OversizeError, PackageError, unpack

MOST_BYTES = 256 * 1024 * 1024
"""Of the file itself; pictures make it large, words do not."""
MOST_PARTS = 10_000
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_NAME_ROOM = 64
"""Bytes of a name in the directory of an OLE file, padded with zeros."""
SIGNATURES = (
    (b"{\\rtf", "RTF 文档"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
)
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE
)
MHTML = re.compile(rb"\s*(?:MIME-Version|From):", re.IGNORECASE)
XML = re.compile(rb"\s*<\?xml|\s*<[A-Za-z]")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SNIFFED = 4096
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
    except PermissionError as error:
        raise faults.unreadable(name, "没有读的权限") from error
    except OSError as error:
        raise faults.unreadable(name, error.strerror or "读的时候出错") from error


def open_package(content: bytes, name: str) -> DocumentPackage:
    """The parts of a Word document.

    Raises:
        LibraryError: It is something else, locked, damaged or too large.
    """
    if not content.startswith(ZIP):
        refuse_other_kind(content, name)
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


def refuse_other_kind(content: bytes, name: str) -> NoReturn:
    """Name what a file that is no zip file is."""
    if not content.strip(b"\0 \r\n\t"):
        raise faults.empty(name)
    if content.startswith(OLE):
        refuse_ole(content, name)
    raise faults.other_kind(name, kind_of(content.removeprefix(BYTE_ORDER_MARK)))


def refuse_ole(content: bytes, name: str) -> NoReturn:
    """An OLE file: a locked .docx, an old .doc, a .wps or a workbook."""
    if has_stream(content, "EncryptedPackage"):
        raise faults.locked(name)
    if name.lower().endswith((".wps", ".wpt")):
        raise faults.wps(name)
    if has_stream(content, "WordDocument"):
        raise faults.old_word(name)
    for stream, kind in (("Workbook", "Excel 表格"), ("PowerPoint Document", "幻灯片")):
        if has_stream(content, stream):
            raise faults.other_kind(name, kind)
    raise faults.other_kind(name, "旧版 Office 文件或安装包")


def has_stream(content: bytes, name: str) -> bool:
    """Whether the directory of an OLE file names a stream ([MS-CFB] 2.6.1: the name, then its length)."""
    written = name.encode("utf-16-le")
    length = (len(written) + 2).to_bytes(2, "little")
    return written.ljust(OLE_NAME_ROOM, b"\0") + length in content


def kind_of(content: bytes) -> str:
    """What a file is, by its first bytes."""
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    start = content[:SNIFFED]
    if HTML.match(start) or MHTML.match(start):
        return "网页"
    if XML.match(start):
        return "XML 文件"
    return "纯文字" if is_plain_text(content) else "认不出的内容"


def is_plain_text(content: bytes) -> bool:
    """Whether the bytes are text in an encoding that is used for Chinese."""
    if b"\0" in content[:SNIFFED] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    for encoding in ("utf-8", "gb18030", "utf-16"):
        try:
            content.decode(encoding)
        except UnicodeError:
            continue
        return True
    return False
