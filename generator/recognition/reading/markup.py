"""Names and measures of WordprocessingML, read without trusting them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from generator.ooxml.xml import NAMESPACES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"
MC = f"{{{NAMESPACES['mc']}}}"
WP = f"{{{NAMESPACES['wp']}}}"
A = f"{{{NAMESPACES['a']}}}"
WPS = f"{{{NAMESPACES['wps']}}}"
V = "{urn:schemas-microsoft-com:vml}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

VAL = f"{W}val"
OFF = ("0", "false", "off")
MEASURE = re.compile(
    r"\s*(?P<amount>[+-]?(?:\d{1,9}(?:\.\d{1,30})?|\.\d{1,30}))\s*(?P<unit>mm|cm|in|pt|pc|pi|px)?\s*"
)
"""Longer numbers are no lengths."""
TWIPS = {
    "mm": Decimal(1440) / Decimal("25.4"),
    "cm": Decimal(1440) / Decimal("2.54"),
    "in": Decimal(1440),
    "pt": Decimal(20),
    "pc": Decimal(240),
    "pi": Decimal(240),
    "px": Decimal(15),
}
EMU_PER_TWIP = 635
HEX_COLOUR = re.compile(r"#?(?P<digits>[0-9A-Fa-f]{6})")
SHORT_COLOUR = re.compile(r"#(?P<digits>[0-9A-Fa-f]{3})")
BLACK = "000000"
NAMED_COLOURS = {"red": "FF0000", "black": BLACK, "white": "FFFFFF", "blue": "0000FF", "maroon": "800000"}


def value_of(element: Element | None) -> str:
    """The w:val of an element; empty where either is missing."""
    return "" if element is None else str(element.get(VAL, ""))


def child_value(parent: Element | None, name: str) -> str:
    """The w:val of a child in Word's namespace."""
    return "" if parent is None else value_of(parent.find(W + name))


def is_on(element: Element | None) -> bool:
    """Whether a switch is on: there, and not set to off."""
    return element is not None and element.get(VAL, "1").lower() not in OFF


def measure(text: str | None, unit: Decimal = Decimal(1)) -> int | None:
    """A length in twips; a bare number is in units of `unit` twips; None for what is no length."""
    match = MEASURE.fullmatch(text) if text else None
    if match is None:
        return None
    scale = TWIPS[match["unit"]] if match["unit"] else unit
    return whole(Decimal(match["amount"]) * scale)


def whole(amount: Decimal) -> int:
    """Rounded half up."""
    return int(amount.to_integral_value(ROUND_HALF_UP))


def length(element: Element | None, name: str) -> int | None:
    """An attribute in Word's namespace as twips."""
    return None if element is None else measure(element.get(W + name))


def number(text: str | None) -> int | None:
    """A whole number; None for what is none."""
    match = MEASURE.fullmatch(text) if text else None
    return None if match is None or match["unit"] else whole(Decimal(match["amount"]))


def from_emu(text: str | None) -> int | None:
    """English Metric Units as twips."""
    return measure(text, Decimal(1) / EMU_PER_TWIP)


def half_points(text: str | None) -> Decimal | None:
    """A type size, counted in half points where it has no unit, in points."""
    match = MEASURE.fullmatch(text) if text else None
    if match is None:
        return None
    amount = Decimal(match["amount"])
    return amount * TWIPS[match["unit"]] / 20 if match["unit"] else amount / 2


def colour(text: str | None) -> str:
    """A colour as six capital digits; automatic or unknown ones count as black."""
    text = (text or "").split(" ")[0]
    if found := HEX_COLOUR.fullmatch(text):
        return found["digits"].upper()
    if found := SHORT_COLOUR.fullmatch(text):
        return "".join(digit * 2 for digit in found["digits"]).upper()
    return NAMED_COLOURS.get(text.lower(), BLACK)
