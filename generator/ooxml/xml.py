"""The few words of WordprocessingML: namespaces, safe reading, escaping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.ooxml.package import PackageError

if TYPE_CHECKING:
    from collections.abc import Mapping

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
ROOT_NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

# Control characters, halves of surrogate pairs and non-characters: Word drops them or refuses the file.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def read_xml(part: bytes) -> etree._Element:
    """The root of a part that somebody else wrote: no entities, no network, no giant trees.

    Raises:
        PackageError: It is not well-formed, or has a DOCTYPE.
    """
    if has_doctype(part):
        raise PackageError("部件带有实体声明（DOCTYPE），拒绝打开")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise PackageError("部件不全或 XML 有错") from error


def has_doctype(part: bytes) -> bool:
    """Whether a part has a DOCTYPE, which no word processor writes: it can only declare entities."""
    return any(doctype in part for doctype in DOCTYPES)


def escape(text: str) -> str:
    """Text as it may stand between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(values: Mapping[str, int | str]) -> str:
    """Attributes in Word's namespace; names and values come from our own code, never from a record."""
    return " ".join(f'w:{name}="{value}"' for name, value in values.items())
