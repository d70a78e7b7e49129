"""What an original is: by its content first, by its name where the content leaves it open."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from pathlib import PurePath

from generator.importers.original import OriginalKind
from generator.importers.reading import faults
from generator.ooxml.foreign import Foreign, foreign_kind
from generator.ooxml.package import DAMAGED, ENTRY, MOST_ENTRIES
from generator.problems import LibraryError

HEAD = 4096
PDF = b"%PDF-"
PDF_HEAD = 1024
"""Readers look for the signature so far (ISO 32000-1, H.3.4.1)."""
MARKUP = re.compile(r"\s*<(?:[a-z][a-z0-9]{0,20}[\s/>]|!--|!doctype\b)", re.IGNORECASE)
ARCHIVED_PAGE = re.compile(rb"multipart/related|^Content-Location:", re.IGNORECASE | re.MULTILINE)
MAIL_HEAD = re.compile(rb"\s*(?:MIME-Version|From|Subject|Date):", re.IGNORECASE)
FOLDERS = (
    ("word/", OriginalKind.WORD),
    ("xl/", OriginalKind.WORKBOOK),
)
OTHER_PACKAGES = (
    ("ofd.xml", " OFD 版式文件", "用数科、福昕等阅读器另存为 PDF，或转成 .docx 再导入"),
    ("ppt/presentation.xml", "幻灯片", "把要的文字复制到 .docx 再导入"),
    ("meta-inf/manifest.xml", " OpenDocument 文档", "打开后另存为 .docx 或 .xlsx 再导入"),
    ("content.xml", " OpenDocument 文档", "打开后另存为 .docx 或 .xlsx 再导入"),
)
BINARY_BOOK = "xl/workbook.bin"
BINARY_SUFFIXES = {".docx": "Word 文件", ".xlsx": "Excel 表格", ".pdf": "PDF", ".docm": "Word 文件"}
"""Formats that are never plain text."""
WPS_SUFFIXES = {".wps": "WPS 文字的 .wps 文件", ".wpt": "WPS 文字的模板", ".et": "WPS 表格的 .et 文件"}
SHEET_SUFFIXES = (".et", ".ett", ".xls")
PAGE_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
ARCHIVES = {Foreign.RAR: " RAR 压缩包", Foreign.SEVEN_ZIP: " 7z 压缩包"}
OTHER_ARCHIVES = ((b"\x1f\x8b", "gzip 压缩包"), (b"BZh", "bzip2 压缩包"), (b"\xfd7zXZ\0", "xz 压缩包"))
PLAIN_FAULTS = {
    Foreign.EMPTY: faults.empty,
    Foreign.LOCKED: faults.locked,
    Foreign.PICTURE: faults.picture,
}
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def kind_of(content: bytes, name: str) -> OriginalKind:
    """The format of an original that is read.

    Raises:
        LibraryError: It is of another kind; the message says what to do.
    """
    if content.startswith(PACKED):
        return kind_of_package(content, name)
    if PDF in content[:PDF_HEAD]:
        return OriginalKind.PDF
    refuse_archives(content, name)
    kind = foreign_kind(content)
    if kind in {Foreign.PLAIN_TEXT, Foreign.WEB_PAGE, Foreign.XML, Foreign.UNKNOWN}:
        return kind_of_text(content, kind, name)
    raise other_kind(kind or Foreign.UNKNOWN, name)


def suffix_of(name: str) -> str:
    """The suffix in small letters."""
    return PurePath(name.strip()).suffix.lower()


def kind_of_package(content: bytes, name: str) -> OriginalKind:
    """Word document or workbook, by the folders in a zip file.

    Raises:
        LibraryError: Neither, or it cannot be opened.
    """
    names = member_names(content, name)
    if BINARY_BOOK in names:
        raise faults.other_format(name, "二进制的 Excel 表格（.xlsb）", faults.TO_WORKBOOK)
    for part, what, hint in OTHER_PACKAGES:
        if part in names and not any(one.startswith(("word/", "xl/")) for one in names):
            raise faults.other_format(name, what, hint)
    found = [kind for folder, kind in FOLDERS if any(one.startswith(folder) for one in names)]
    if not found:
        raise faults.archive(name, " zip 压缩包")
    return found[0]


def member_names(content: bytes, name: str) -> frozenset[str]:
    """The names in a zip file, in small letters.

    Raises:
        LibraryError: It is damaged, or has more members than are listed.
    """
    if content.count(ENTRY) > MOST_ENTRIES:
        raise faults.oversize(name, f"里面有 {MOST_ENTRIES} 个以上的文件")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return frozenset(one.replace("\\", "/").lstrip("/").lower() for one in package.namelist())
    except DAMAGED as error:
        what = BINARY_SUFFIXES.get(suffix_of(name), "压缩包")
        raise faults.damaged(name, set_off(what)) from error


def refuse_archives(content: bytes, name: str) -> None:
    """Files packed in other ways than zip.

    Raises:
        LibraryError: It is one.
    """
    for signature, what in OTHER_ARCHIVES:
        if content.startswith(signature):
            raise faults.archive(name, set_off(what))
    if content[257:262] == b"ustar":
        raise faults.archive(name, " tar 归档")


def kind_of_text(content: bytes, kind: Foreign, name: str) -> OriginalKind:
    """Web page or plain text.

    Raises:
        LibraryError: A page saved as one file with its pictures, XML, or text under a name that is none.
    """
    head, suffix = content[:HEAD], suffix_of(name)
    if suffix in {".mht", ".mhtml", ".eml"} or (MAIL_HEAD.match(head) and ARCHIVED_PAGE.search(head)):
        hint = "在浏览器里打开，另存为“网页，仅 HTML”再导入"
        raise faults.other_format(name, "单个文件的网页（.mht）或邮件", hint)
    if suffix in BINARY_SUFFIXES:
        raise faults.unknown(name, f"里面不是 {BINARY_SUFFIXES[suffix]}")
    beginning = decoded_head(head)
    if kind is Foreign.XML and beginning.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise faults.other_format(name, " XML 文件", faults.TO_WORD)
    is_page = kind is Foreign.WEB_PAGE and not MAIL_HEAD.match(head)
    if is_page or suffix in PAGE_SUFFIXES or MARKUP.match(beginning.lstrip("\ufeff")):
        return OriginalKind.PAGE
    return OriginalKind.TEXT


def decoded_head(head: bytes) -> str:
    """The beginning of a text, to see whether it has tags."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head.decode(encoding, "ignore")
    return head.decode("utf-8", "ignore")


def other_kind(kind: Foreign, name: str) -> LibraryError:
    """The message for a file of another kind."""
    if kind in PLAIN_FAULTS:
        return PLAIN_FAULTS[kind](name)
    if kind in ARCHIVES:
        return faults.archive(name, ARCHIVES[kind])
    suffix = suffix_of(name)
    if suffix in WPS_SUFFIXES or kind is Foreign.WORKBOOK:
        hint = faults.TO_WORKBOOK if suffix in SHEET_SUFFIXES else faults.TO_WORD
        return faults.other_format(name, set_off(WPS_SUFFIXES.get(suffix, "旧版 Excel 表格（.xls）")), hint)
    if kind is Foreign.SLIDES:
        return faults.other_format(name, "旧版幻灯片（.ppt）", "把要的文字复制到 .docx 再导入")
    return faults.other_format(name, set_off(str(kind)), faults.TO_WORD)


def set_off(what: str) -> str:
    """With a space in front of Latin letters, as they stand in Chinese text."""
    return f" {what}" if what[0].isascii() else what
