"""What a file is that is no .docx: told from its first bytes, for people who renamed or protected it."""

from __future__ import annotations

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD_WORD = "WordDocument".encode("utf-16-le")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BEGINNINGS = (
    (b"{\\rtf", "是 RTF 文件，只是改了名"),
    (b"%PDF", "是 PDF 文件，只是改了名"),
    (b"<", "是网页或 XML 文件，只是改了名"),
    (b"\xef\xbb\xbf<", "是网页或 XML 文件，只是改了名"),
    (b"Rar!", "是压缩包，只是改了名"),
    (b"7z\xbc\xaf", "是压缩包，只是改了名"),
)
MACROS = b"macroEnabled"


def describe_foreign(content: bytes) -> str:
    """What the bytes are, in Chinese, where they are plainly no .docx; empty where they may be one."""
    if not content.strip(b"\x00\t\r\n "):
        return "是空文件"
    if content.startswith(OLE):
        return describe_ole(content)
    return next((words for beginning, words in BEGINNINGS if content.startswith(beginning)), "")


def describe_ole(content: bytes) -> str:
    """The old container of Office holds old files, and new ones that were protected with a password."""
    if ENCRYPTED in content:
        return "设了打开密码"
    if OLD_WORD in content:
        return "是老格式的 Word 文件（.doc），只是改了名"
    return "是老格式的 Office 文件，只是改了名"


def has_macros(content_types: bytes) -> bool:
    """Whether a package is one of those in which Word lets programs run (.docm, .dotm)."""
    return MACROS in content_types
