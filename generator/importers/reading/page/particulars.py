"""What a page says of itself: its title, date, source and number in the head, and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.importers.original import Line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SHELL = "网页信息"
NAMES = frozenset(
    {
        *("title", "articletitle", "firstpagetitle", "og:title", "subtitle", "keywords", "description"),
        *("pubdate", "publishdate", "article:published_time", "createdate", "firstpublishedtime"),
        *("contentsource", "source", "author", "sitename", "og:site_name", "columnname", "lanmu", "column"),
        *("indexnumber", "index", "filenumber", "filenum", "documentnumber", "wenhao", "fwzh", "fbjg"),
        *("others", "publisher", "department", "effectivedate", "validity"),
    }
)
"""Names of particulars on the sites of governments, in small letters; Chinese names count as well."""
CHINESE = re.compile("[\u4e00-\u9fff]")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000}?)\s*-->")
HEAD = 8192
WEB = ("http://", "https://")


def particulars_of(root: Element) -> Iterator[Line]:
    """The title and the particulars, each as “name：content”."""
    number = 0
    for element in root.iter("title", "meta"):
        if element.tag == "title":
            name, content = "title", "".join(map(str, element.itertext()))
        else:
            name = str(element.get("name") or element.get("property") or "").strip()
            content = str(element.get("content") or "")
        words = " ".join(content.split())
        if words and (name.lower() in NAMES or CHINESE.search(name)) and not is_drawn(element):
            number += 1
            yield Line(number, f"{name}：{words}", shell=SHELL)


def is_drawn(element: Element) -> bool:
    """Whether a title belongs to a drawing, not to the page."""
    parent = element.getparent()
    return parent is not None and parent.tag not in {"head", "html", "body"} and element.tag == "title"


def address_of(root: Element, text: str) -> str:
    """The address that a page names as its own, else the one that it was saved from."""
    named = [link.get("href") for link in root.iter("link") if is_canonical(link)]
    named += [meta.get("content") for meta in root.iter("meta") if meta.get("property") == "og:url"]
    named += SAVED_FROM.findall(text[:HEAD])
    return next((str(one).strip() for one in named if is_address(one)), "")


def is_canonical(link: Element) -> bool:
    """Whether a link names the page itself."""
    return "canonical" in str(link.get("rel", "")).lower().split()


def is_address(text: object) -> bool:
    """Whether it is an address of the web in one word."""
    return isinstance(text, str) and text.strip().lower().startswith(WEB) and len(text.split()) == 1
