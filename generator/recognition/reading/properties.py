"""pPr and rPr as plain dictionaries: what an element itself says, before any inheritance.

Keys that exclude each other in the file (firstLine and hanging) are one key here, so that the
nearer one replaces the farther one when dictionaries are laid over each other.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from generator.recognition.facts import RuleFacts
from generator.recognition.reading.fonts import SLOTS, Theme
from generator.recognition.reading.markup import (
    VAL,
    W,
    colour,
    half_points,
    is_on,
    measure,
    number,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

Properties = dict[str, Any]

TOGGLES = ("bold", "hidden")
ALIGNMENTS = {"start": "left", "left": "left", "end": "right", "right": "right", "center": "center"}
ALIGNMENTS |= {"distribute": "distribute", "thaiDistribute": "distribute"}
INDENTS = {
    f"{W}left": ("left", 1, False),
    f"{W}start": ("left", 1, False),
    f"{W}right": ("right", 1, False),
    f"{W}end": ("right", 1, False),
    f"{W}firstLine": ("first", 1, False),
    f"{W}hanging": ("first", -1, False),
    f"{W}leftChars": ("left_chars", 1, True),
    f"{W}startChars": ("left_chars", 1, True),
    f"{W}rightChars": ("right_chars", 1, True),
    f"{W}endChars": ("right_chars", 1, True),
    f"{W}firstLineChars": ("first_chars", 1, True),
    f"{W}hangingChars": ("first_chars", -1, True),
}
"""Key, sign, and whether it counts 字; in the order of the alphabet hanging comes last and wins."""
NO_INDENT = ("", 1, False)
LINES = {"beforeLines": "before_lines", "afterLines": "after_lines"}
NO_LINE = ("nil", "none", "")
BODY_TEXT = 9
"""The outline level of words that are no heading."""
EIGHTH = Decimal(8)
MOST_TABS = 64
"""Word keeps no more to a paragraph."""


class PropertyReader:
    """Reads properties with the theme at hand."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def run(self, element: Element | None) -> Properties:
        """What an rPr says."""
        found: Properties = {}
        for child in () if element is None else element:
            read = RUN.get(child.tag)
            if read is not None:
                read(self, child, found)
        return found

    def paragraph(self, element: Element | None) -> Properties:
        """What a pPr says; its rPr (of the mark) and sectPr are left to others."""
        found: Properties = {}
        for child in () if element is None else element:
            read = PARAGRAPH.get(child.tag)
            if read is not None:
                read(child, found)
        return found

    def read_fonts(self, element: Element, found: Properties) -> None:
        """Fonts by kinds of characters."""
        for name, theme_name in SLOTS:
            font = self.theme.font(element, name, theme_name)
            if font is not None:
                found[name] = font
        if element.get(f"{W}hint"):
            found["hint"] = element.get(f"{W}hint") == "eastAsia"

    def read_colour(self, element: Element, found: Properties) -> None:
        """A colour; Word writes the digits even where a theme has it."""
        by_theme = element.get(f"{W}themeColor")
        digits = element.get(VAL)
        if not digits and by_theme:
            digits = self.theme.colour(by_theme)
        found["colour"] = colour(digits)

    def read_size(self, element: Element, found: Properties) -> None:
        """Points."""
        size = half_points(element.get(VAL))
        if size is not None:
            found["size"] = size


def read_run_style(_: PropertyReader, element: Element, found: Properties) -> None:
    """The id of a character style."""
    found["style"] = value_of(element)


def read_tracking(_: PropertyReader, element: Element, found: Properties) -> None:
    """Twips between characters."""
    found["tracking"] = measure(element.get(VAL)) or 0


def read_scale(_: PropertyReader, element: Element, found: Properties) -> None:
    """Percent of the width."""
    found["scale"] = number(value_of(element).removesuffix("%")) or 100


def toggle(name: str) -> Callable[[PropertyReader, Element, Properties], None]:
    """A reader of a switch."""

    def read(_: PropertyReader, element: Element, found: Properties) -> None:
        found[name] = is_on(element)

    return read


RUN: dict[str, Callable[[PropertyReader, Element, Properties], None]] = {
    f"{W}rFonts": PropertyReader.read_fonts,
    f"{W}color": PropertyReader.read_colour,
    f"{W}sz": PropertyReader.read_size,
    f"{W}rStyle": read_run_style,
    f"{W}spacing": read_tracking,
    f"{W}w": read_scale,
    f"{W}b": toggle("bold"),
    f"{W}vanish": toggle("hidden"),
}


def read_style(element: Element, found: Properties) -> None:
    """The id of a paragraph style."""
    found["style"] = value_of(element)


def read_alignment(element: Element, found: Properties) -> None:
    """left, center, right, both or distribute."""
    found["alignment"] = ALIGNMENTS.get(value_of(element), "both")


def read_indents(element: Element, found: Properties) -> None:
    """Indents in twips and in hundredths of a 字; hanging counts as a negative first line."""
    for name, text in sorted(element.items()):
        key, sign, in_characters = INDENTS.get(str(name), NO_INDENT)
        amount = number(str(text)) if in_characters else measure(str(text))
        if key and amount is not None:
            found[key] = sign * amount


def read_spacing(element: Element, found: Properties) -> None:
    """Room before and after (twips, hundredths of a line), and the pitch."""
    for name in ("before", "after", "line"):
        keep(found, name, measure(element.get(W + name)))
    for name, key in LINES.items():
        keep(found, key, number(element.get(W + name)))
    if element.get(f"{W}line") is not None:
        found["line_rule"] = str(element.get(f"{W}lineRule", "auto"))


def keep(found: Properties, key: str, amount: int | None) -> None:
    """Take down what is said."""
    if amount is not None:
        found[key] = amount


def read_outline(element: Element, found: Properties) -> None:
    """1 to 9, or none for body text."""
    level = number(element.get(VAL))
    found["outline"] = level + 1 if level is not None and 0 <= level < BODY_TEXT else None


def read_tabs(element: Element, found: Properties) -> None:
    """Position and kind of each tab stop; clear takes an inherited one away."""
    stops: dict[int, str] = {}
    for tab in islice(element.iterchildren(f"{W}tab"), MOST_TABS):
        position = measure(tab.get(f"{W}pos"))
        if position is not None:
            stops[position] = ALIGNMENTS.get(value_of(tab), value_of(tab))
    found["tabs"] = tuple(stops.items())


def read_borders(element: Element, found: Properties) -> None:
    """The rules above and below."""
    for name, key in (("top", "rule_above"), ("bottom", "rule_below")):
        border = element.find(W + name)
        if border is not None:
            found[key] = rule_of(border)


def read_numbering(element: Element, found: Properties) -> None:
    """List and level."""
    for name in ("numId", "ilvl"):
        keep(found, name, number(value_of(element.find(W + name))))


def read_frame(element: Element, found: Properties) -> None:
    """The place of a frame, attribute by attribute."""
    found["frame"] = tuple((str(name).removeprefix(W), str(value)) for name, value in element.items())


def switch(key: str) -> Callable[[Element, Properties], None]:
    """A reader of a switch of paragraphs."""

    def read(element: Element, found: Properties) -> None:
        found[key] = is_on(element)

    return read


PARAGRAPH: dict[str, Callable[[Element, Properties], None]] = {
    f"{W}pStyle": read_style,
    f"{W}jc": read_alignment,
    f"{W}ind": read_indents,
    f"{W}spacing": read_spacing,
    f"{W}outlineLvl": read_outline,
    f"{W}tabs": read_tabs,
    f"{W}pBdr": read_borders,
    f"{W}numPr": read_numbering,
    f"{W}framePr": read_frame,
    f"{W}snapToGrid": switch("snap_to_grid"),
    f"{W}pageBreakBefore": switch("page_break_before"),
    f"{W}keepNext": switch("keep_next"),
}


def rule_of(border: Element | None) -> RuleFacts | None:
    """A border as a rule; None where there is none or it says that there is none."""
    if border is None or value_of(border) in NO_LINE:
        return None
    eighths = number(border.get(f"{W}sz")) or 0
    space = number(border.get(f"{W}space")) or 0
    return RuleFacts(value_of(border), eighths / EIGHTH, colour(border.get(f"{W}color")), space=space)


def overlay(below: Properties, above: Properties) -> Properties:
    """The nearer properties laid over the farther ones; tab stops add up."""
    merged = below | above
    if "tabs" in below and "tabs" in above:
        merged["tabs"] = tuple((dict(below["tabs"]) | dict(above["tabs"])).items())[:MOST_TABS]
    return merged
