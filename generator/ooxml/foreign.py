"""What a file is that is no .docx: told from its first bytes, for people who renamed or protected it."""

from __future__ import annotations

import re
from enum import StrEnum


class Foreign(StrEnum):
    """What a file may be instead, as a message names it."""

    EMPTY = "空文件"
    LOCKED = "加了密码的文件"
    OLD_WORD = "旧版 Word 文件（.doc）"
    WORKBOOK = "Excel 表格"
    SLIDES = "幻灯片"
    OLD_OFFICE = "旧版 Office 文件或安装包"
    RTF = "RTF 文档"
    PDF = "PDF"
    PICTURE = "图片"
    RAR = "RAR 压缩包"
    SEVEN_ZIP = "7z 压缩包"
    WEB_PAGE = "网页"
    XML = "XML 文件"
    PLAIN_TEXT = "纯文字"
    UNKNOWN = "认不出的内容"


ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_NAME_ROOM = 64
"""Bytes of a name in the directory of an OLE file, padded with zeros."""
STREAMS = (
    ("EncryptedPackage", Foreign.LOCKED),
    ("WordDocument", Foreign.OLD_WORD),
    ("Workbook", Foreign.WORKBOOK),
    ("PowerPoint Document", Foreign.SLIDES),
)
SIGNATURES = (
    (b"{\\rtf", Foreign.RTF),
    (b"%PDF", Foreign.PDF),
    (b"\x89PNG", Foreign.PICTURE),
    (b"\xff\xd8\xff", Foreign.PICTURE),
    (b"GIF8", Foreign.PICTURE),
    (b"II*\0", Foreign.PICTURE),
    (b"MM\0*", Foreign.PICTURE),
    (b"Rar!", Foreign.RAR),
    (b"7z\xbc\xaf", Foreign.SEVEN_ZIP),
)
BITMAP = re.compile(rb"BM.{4}\0{4}|RIFF.{4}WEBP", re.DOTALL)
"""Pictures whose first two letters alone may begin a text."""
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE
)
MHTML = re.compile(rb"\s*(?:MIME-Version|From):", re.IGNORECASE)
MARKUP = re.compile(rb"\s*<\?xml|\s*<[A-Za-z]")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SNIFFED = 4096
MACROS = b"macroEnabled"


def foreign_kind(content: bytes) -> Foreign | None:
    """What the bytes are; None for a zip file, which alone can be a .docx."""
    if content.startswith(ZIP):
        return None
    if not content.strip(b"\0 \r\n\t"):
        return Foreign.EMPTY
    if content.startswith(OLE):
        return next((kind for stream, kind in STREAMS if has_stream(content, stream)), Foreign.OLD_OFFICE)
    return kind_of_text(content.removeprefix(BYTE_ORDER_MARK))


def has_stream(content: bytes, name: str) -> bool:
    """Whether the directory of an OLE file names a stream ([MS-CFB] 2.6.1: the name, then its length)."""
    written = name.encode("utf-16-le")
    length = (len(written) + 2).to_bytes(2, "little")
    return written.ljust(OLE_NAME_ROOM, b"\0") + length in content


def kind_of_text(content: bytes) -> Foreign:
    """What a file is that is no container, by its first bytes."""
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    start = content[:SNIFFED]
    if BITMAP.match(start):
        return Foreign.PICTURE
    if HTML.match(start) or MHTML.match(start):
        return Foreign.WEB_PAGE
    if MARKUP.match(start):
        return Foreign.XML
    return Foreign.PLAIN_TEXT if is_plain_text(content) else Foreign.UNKNOWN


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


def describe_foreign(content: bytes) -> str:
    """What the bytes are, as the end of a sentence; empty where they may be a .docx or are unknown."""
    kind = foreign_kind(content)
    if kind is None or kind is Foreign.UNKNOWN:
        return ""
    if kind is Foreign.LOCKED:
        return "设了打开密码"
    named = f"是 {kind}" if kind[0].isascii() else f"是{kind}"
    return named if kind is Foreign.EMPTY else f"{named}，只是改了名"


def has_macros(content_types: bytes) -> bool:
    """Whether a package is one of those in which Word lets programs run (.docm, .dotm)."""
    return MACROS in content_types
