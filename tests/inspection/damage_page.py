"""What a person may do in Word to the page, its footers, its rules, its text boxes and its tables."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from generator.ooxml.xml import NAMESPACES
from tests.inspection.damage import Damage
from tests.inspection.wordfile import DOCUMENT, SETTINGS, STYLES, Node, W, WordFile, properties, set_property

VERTICAL = f"{{{NAMESPACES['wp']}}}positionV"
OFFSET = f"{{{NAMESPACES['wp']}}}posOffset"
EMU = 36000
"""Parts of a millimetre in which drawings are measured."""


# --- the red rule and other rules --------------------------------------------------------------


def ruled(number: int = 0) -> Callable[[WordFile], Node]:
    """The paragraph with the nth border in the file."""

    def find(file: WordFile) -> Node:
        borders = [one for one in file.each("p") if border_of(file, one) is not None]
        return borders[number]

    return find


def border_of(file: WordFile, paragraph: Node) -> Node | None:
    """The border of a paragraph, its own or that of its style."""
    own = paragraph.find(f"{W}pPr/{W}pBdr")
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if own is not None or style is None:
        return own
    named = (one for one in file.each("style", STYLES) if one.get(f"{W}styleId") == style.get(f"{W}val"))
    return next((one.find(f"{W}pPr/{W}pBdr") for one in named), None)


def bordered(number: int = 0, **attributes: object) -> Damage:
    """Change the border of a paragraph."""

    def change(file: WordFile) -> None:
        paragraph = ruled(number)(file)
        border = deepcopy(border_of(file, paragraph))
        layout = properties(paragraph, "pPr")
        for old in layout.findall(f"{W}pBdr"):
            layout.remove(old)
        set_property(paragraph, "pPr", "pBdr", {})
        layout.find(f"{W}pBdr").extend(border)
        for side in layout.find(f"{W}pBdr"):
            for name, value in attributes.items():
                side.set(W + name, str(value))

    return change


def rule_layout(tag: str, number: int = 0, **attributes: object) -> Damage:
    """Change one property of the paragraph that bears a rule."""
    return lambda file: set_property(ruled(number)(file), "pPr", tag, attributes)


def without_rule(number: int = 0) -> Damage:
    """Delete the paragraph that bears a rule."""

    def change(file: WordFile) -> None:
        paragraph = ruled(number)(file)
        paragraph.getparent().remove(paragraph)

    return change


# --- page --------------------------------------------------------------------------------------


def page(tag: str, **attributes: object) -> Damage:
    """Change the page set-up of every section."""

    def change(file: WordFile) -> None:
        for one in file.each(tag):
            for name, value in attributes.items():
                one.set(W + name, str(value))

    return change


def without(tag: str, part: str = DOCUMENT) -> Damage:
    """Take a setting away wherever it stands."""

    def change(file: WordFile) -> None:
        for one in file.each(tag, part):
            one.getparent().remove(one)

    return change


def without_setting(tag: str) -> Damage:
    """Clear a setting of the whole file."""
    return without(tag, SETTINGS)


def in_footers(change: Callable[[Node], None]) -> Damage:
    """Do something to the page number, in the footers of odd and even pages alike."""

    def apply(file: WordFile) -> None:
        for name in file.footers():
            change(next(one for one in file.each("p", name) if "PAGE" in "".join(one.itertext())))

    return apply


def number_look(tag: str, **attributes: object) -> Damage:
    """Change one property of the characters of the page number."""

    def change(paragraph: Node) -> None:
        for run in paragraph.iter(f"{W}r"):
            set_property(run, "rPr", tag, attributes)

    return in_footers(change)


def number_layout(tag: str, **attributes: object) -> Damage:
    """Change one property of the paragraph of the page number."""
    return in_footers(lambda paragraph: set_property(paragraph, "pPr", tag, attributes))


def dashes(old: str, new: str) -> Damage:
    """Type other marks beside the page number."""

    def change(paragraph: Node) -> None:
        for node in paragraph.iter(f"{W}t"):
            node.text = (node.text or "").replace(old, new)

    return in_footers(change)


# --- boxes and tables --------------------------------------------------------------------------


def box_down(words: str, millimetres: float) -> Damage:
    """Drag the text box that holds these words, or has them as its name, down."""

    def change(file: WordFile) -> None:
        anchors = (one for one in file.tree().iter(f"{{{NAMESPACES['wp']}}}anchor"))
        box = next(one for one in anchors if words in "".join(one.itertext()) + names_in(one))
        offset = box.find(f"{VERTICAL}/{OFFSET}")
        offset.text = str(int(offset.text) + int(millimetres * EMU))

    return change


def names_in(anchor: Node) -> str:
    """The name of a drawing."""
    return str(anchor.find(f"{{{NAMESPACES['wp']}}}docPr").get("name", ""))


def table_with(file: WordFile, words: str) -> Node:
    """The table that holds these words."""
    return next(one for one in file.each("tbl") if words in "".join(one.itertext()))


def widened(words: str, millimetres: float) -> Damage:
    """Drag the right edge of a table."""

    def change(file: WordFile) -> None:
        column = list(table_with(file, words).iter(f"{W}gridCol"))[-1]
        column.set(f"{W}w", str(int(column.get(f"{W}w")) + int(millimetres * 56.7)))

    return change


def table_borders(words: str, **weights: int) -> Damage:
    """Change the borders of a table by side, in eighths of a point; 0 takes one away."""

    def change(file: WordFile) -> None:
        holder = table_with(file, words).find(f"{W}tblPr")
        borders = holder.find(f"{W}tblBorders")
        if borders is None:
            borders = etree.SubElement(holder, f"{W}tblBorders")
        for side, weight in weights.items():
            for old in borders.findall(W + side):
                borders.remove(old)
            attributes: dict[str, Any] = {
                "val": "single" if weight else "nil",
                "sz": weight,
                "color": "000000",
            }
            etree.SubElement(borders, W + side, {W + name: str(one) for name, one in attributes.items()})

    return change


def rows_swapped(words: str) -> Damage:
    """Drag the last row of a table above the first."""

    def change(file: WordFile) -> None:
        rows = list(table_with(file, words).iterchildren(f"{W}tr"))
        rows[0].addprevious(rows[-1])

    return change
