"""From the text of a page to its tree, without losing any of it in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.importers.reading import faults
from generator.importers.reading.limits import MOST_LEVELS, MOST_TAGS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DECLARED = re.compile(rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
HEAD = 8192
"""Bytes in which a page declares its encoding."""
EMBEDDED = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=%\s]{1000,}")
"""Pictures and fonts written into attributes; they hold no words and are longer than parsers take."""
FATAL = 3


def declared_encoding(content: bytes) -> str:
    """The encoding that a page says it has; empty where it does not."""
    found = DECLARED.search(content[:HEAD])
    return found[1].decode("ascii") if found else ""


def parse(text: str, name: str) -> Element:
    """The tree of a page.

    Raises:
        LibraryError: Too many tags, nested too deep, control characters, or nothing in it.
    """
    if text.count("<") > MOST_TAGS:
        raise faults.oversize(name, f"标签超过 {MOST_TAGS // 10_000} 万个")
    refuse_zeros(text, name)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = tree_of(EMBEDDED.sub("data:", text), parser, name)
    if any(entry.level >= FATAL for entry in parser.error_log) or depth_of(root) > MOST_LEVELS:
        raise faults.too_deep(name)
    return root


def tree_of(text: str, parser: etree.HTMLParser, name: str) -> Element:
    """The root element.

    Raises:
        LibraryError: There is none.
    """
    try:
        root: Element | None = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise faults.wordless(name) from error
    if root is None:
        raise faults.wordless(name)
    return root


def refuse_zeros(text: str, name: str) -> None:
    """Zero characters end a text for the parser.

    Raises:
        LibraryError: There is one.
    """
    place = text.find("\0")
    if place >= 0:
        raise faults.control_character(name, text.count("\n", 0, place) + 1, "\0")


def depth_of(root: Element) -> int:
    """How many elements lie in one another at the deepest place."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
