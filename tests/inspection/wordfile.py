"""A real .docx that a test opens, changes at one spot as a person would in Word, and saves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import Any
from zipfile import ZipFile

from lxml import etree

from generator.ooxml.package import pack
from generator.ooxml.xml import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT, STYLES, SETTINGS = (f"word/{name}.xml" for name in ("document", "styles", "settings"))
ORDER = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
        *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
        *("textDirection", "textAlignment", "outlineLvl", "rPr", "sectPr"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "strike", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs", "highlight", "u", "vertAlign", "lang"),
    ),
}
"""The order that the schema asks for among the properties of paragraphs and runs."""
Node = Any
"""An element of lxml, which has no types."""


class WordFile:
    """The parts of a .docx as trees."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees: dict[str, Node] = {}

    def content(self) -> bytes:
        """The file as it is now."""
        for name, tree in self.trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return pack(self.parts)

    def tree(self, part: str = DOCUMENT) -> Node:
        """The root of a part."""
        if part not in self.trees:
            self.trees[part] = etree.fromstring(self.parts[part])
        return self.trees[part]

    def each(self, tag: str, part: str = DOCUMENT) -> Iterator[Node]:
        """The elements of that name."""
        return iter(list(self.tree(part).iter(W + tag)))

    def one(self, tag: str, part: str = DOCUMENT) -> Node:
        """The first element of that name."""
        return next(self.each(tag, part))

    def paragraph(self, beginning: str) -> Node:
        """The paragraph with these words, else the first that begins with them; spaces do not count."""
        words = {one: text_of(one).strip() for one in self.each("p")}
        alone = (one for one, text in words.items() if text == beginning)
        begun = (one for one, text in words.items() if text.startswith(beginning))
        return next(chain(alone, begun))

    def style(self, name: str) -> Node:
        """The style shown under that name."""
        return next(one for one in self.each("style", STYLES) if shown(one) == name)

    def footers(self) -> Iterator[str]:
        """The names of the footers in which a page number stands."""
        return (
            name
            for name in sorted(self.parts)
            if name.startswith("word/footer") and b"PAGE" in self.parts[name]
        )


def shown(style: Node) -> str:
    """The name that a style is shown under."""
    names = [style.find(W + tag) for tag in ("aliases", "name")]
    return next(str(one.get(f"{W}val")).split(",")[0] for one in names if one is not None)


def text_of(paragraph: Node) -> str:
    """The words of a paragraph, a tab standing as itself; those of a text box in it do not count."""
    return "".join(
        node.text or "" if node.tag == f"{W}t" else "\t"
        for run in paragraph.iterchildren(f"{W}r")
        for node in run.iterchildren(f"{W}t", f"{W}tab")
    )


def properties(owner: Node, tag: str) -> Node:
    """The pPr or rPr of an element, made where it has none."""
    found = owner.find(W + tag)
    if found is None:
        found = etree.SubElement(owner, W + tag)
        if owner.tag != f"{W}style":
            owner.insert(0, found)
    return found


def set_property(owner: Node, group: str, tag: str, attributes: Mapping[str, object]) -> None:
    """Set one property of a paragraph, run or style, in the place that the schema gives it."""
    holder = properties(owner, group)
    for old in holder.findall(W + tag):
        holder.remove(old)
    new = etree.Element(W + tag, {W + name: str(value) for name, value in attributes.items()})
    order = ORDER[group]
    later = order[order.index(tag) + 1 :]
    after = next((one for one in holder if etree.QName(one).localname in later), None)
    if after is None:
        holder.append(new)
    else:
        after.addprevious(new)


def runs_of(paragraph: Node) -> Iterator[Node]:
    """The runs with words."""
    return (run for run in paragraph.iterchildren(f"{W}r") if run.find(f"{W}t") is not None)


def reword(paragraph: Node, old: str, new: str) -> None:
    """Change words that may be spread over several runs; the new ones take the look of the first."""
    pieces = [node for run in runs_of(paragraph) for node in run.iterchildren(f"{W}t")]
    words = "".join(node.text or "" for node in pieces)
    start = words.index(old)
    end, place = start + len(old), 0
    for node in pieces:
        text = node.text or ""
        low, high = max(start - place, 0), min(end - place, len(text))
        place += len(text)
        if low < high or (not old and low == 0 <= high):
            node.text, new = text[:low] + new + text[high:], ""
            node.set(XML_SPACE, "preserve")
