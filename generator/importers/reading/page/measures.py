"""How much text each element of a page holds, and how much of it is links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WITHOUT_TEXT = frozenset(
    {
        *("script", "style", "template", "svg", "canvas", "object", "embed", "applet", "iframe", "frameset"),
        *("audio", "video", "map", "head", "noframes", "datalist"),
    }
)
"""Elements whose contents no reader of the page sees as text."""
ATTACHED = re.compile(r"附件|附表|\.(?:docx?|xlsx?|pdf|wps|zip|rar|ofd)\b", re.IGNORECASE)
LONGEST_LINK = 300
"""A link of more words leads to no file."""
SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Measure:
    """Characters without spaces; links and headings are counted."""

    text: int = 0
    linked: int = 0
    links: int = 0
    headings: int = 0
    attached: int = 0
    """Links to files that belong to the text."""

    @property
    def unlinked(self) -> int:
        """Text outside links."""
        return self.text - self.linked

    def takes(self, other: Measure) -> None:
        """Add what a child holds."""
        self.text += other.text
        self.linked += other.linked
        self.links += other.links
        self.headings += other.headings
        self.attached += other.attached


def measure(root: Element) -> dict[Element, Measure]:
    """The measure of every element, from the leaves up."""
    elements = list(root.iter())
    found: dict[Element, Measure] = {}
    for element in reversed(elements):
        own = Measure() if element.tag in WITHOUT_TEXT else own_measure(element, found)
        found[element] = own
    return found


def own_measure(element: Element, found: dict[Element, Measure]) -> Measure:
    """The measure of an element whose children are measured."""
    total = Measure(text=length(element.text), headings=element.tag in {"h1", "h2"})
    for child in element:
        total.takes(found[child])
        total.text += length(child.tail)
    if element.tag == "a" and element.get("href") is not None:
        total.linked, total.links = total.text, total.links + (total.text > 0)
        total.attached += total.text < LONGEST_LINK and is_attached(element)
    return total


def is_attached(link: Element) -> bool:
    """Whether the words of a link say that it leads to a file."""
    return ATTACHED.search("".join(map(str, link.itertext()))) is not None


def length(text: str | None) -> int:
    """Characters without spaces."""
    return len(SPACE.sub("", text)) if text else 0
