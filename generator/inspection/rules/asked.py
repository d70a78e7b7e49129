"""What is asked of a file, in words, their numbers filled in from the standard as it holds for that file.

A text names an entry of the standard in braces, and the form after a colon:

- a value: ``{天头}`` is “37 毫米”, ``{天头:数}`` “37”, ``{天头:差}`` “1”, ``{版心宽:厘米}`` “15.6”,
  ``{版记粗线:磅}`` “1”, to the eighth of a point in which Word counts rules;
- a style: ``{公文标题:字号}`` is “二号”, ``{单页页码:行距}`` “14 磅”;
- a face: ``{小标宋}`` is the names of its fonts; a colour: ``{红}`` its six digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from string import Formatter
from typing import Any

from generator.inspection.rules.wording import plain
from generator.standard import Face, Quantity, StyleRule, Unit
from generator.standard.lengths import TWIPS_PER_MM, TWIPS_PER_POINT, read_length
from generator.standard.rules import Colour

Entry = Quantity | StyleRule | Face | Colour
"""What the standard has under a name."""

UNITS = {Unit.MM: " 毫米", Unit.POINT: " 磅", Unit.CHARACTER: " 字", Unit.LINE: " 行", Unit.COUNT: ""}
EIGHTHS = 8
CHINESE_NAME = re.compile("[\u4e00-\u9fff]")
FONTS = 2
"""So many names of fonts are told: the usual one, and the one that most computers have."""


class Filler(Formatter):
    """Fills texts from the entries that a function finds by name; KeyError for a name or form unknown."""

    def __init__(self, find: Callable[[str], Entry]) -> None:
        self.find = find

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Entry:
        """The entry that a place in the text names."""
        del args, kwargs
        return self.find(str(key))

    def format_field(self, value: Any, format_spec: str) -> str:
        """The entry in the form that the place asks for."""
        forms: Mapping[str, Callable[[Any], str]] = next(
            forms for kind, forms in FORMS.items() if isinstance(value, kind)
        )
        return forms[format_spec](value)


def measure(quantity: Quantity) -> str:
    """“37 毫米”."""
    return plain(quantity.value) + UNITS[quantity.unit]


def centimetres(quantity: Quantity) -> str:
    """A value in millimetres as WPS and Word ask for it."""
    return plain(quantity.value / 10)


def rule_points(quantity: Quantity) -> str:
    """The weight of a rule in points, of which Word knows eighths."""
    points = quantity.value * TWIPS_PER_MM / TWIPS_PER_POINT
    return plain((points * EIGHTHS).quantize(Decimal(1), rounding=ROUND_HALF_UP) / EIGHTHS)


def pitch(style: StyleRule) -> str:
    """The line pitch that a style states as a length."""
    length = read_length(style.pitch)
    return plain(length.amount) + UNITS[length.unit] if length else style.pitch


def fonts(face: Face) -> str:
    """“仿宋_GB2312”或“仿宋”."""
    names = [name for name in face.names if CHINESE_NAME.search(name)]
    return "或".join(f"“{name}”" for name in names[:FONTS])


FORMS: Mapping[type[Entry], Mapping[str, Callable[[Any], str]]] = {
    Quantity: {
        "": measure,
        "数": lambda quantity: plain(quantity.value),
        "差": lambda quantity: plain(quantity.tolerance or Decimal(0)),
        "厘米": centimetres,
        "磅": rule_points,
    },
    StyleRule: {"字号": lambda style: style.size, "行距": pitch},
    Face: {"": fonts},
    Colour: {"": lambda colour: colour.value},
}
"""How each kind of entry is told, by the form that the text names."""
