"""GB/T 9704-2012 as data: values with clause and strength, and the contract of the templates.

The values stand in `gbt9704.yaml`; this package reads them once and converts them exactly.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, cached_property
from importlib import resources
from math import floor

import yaml

from generator.standard.custom import (
    Departure,
    ImprintPage,
    LocalCustom,
    PageNumber,
    Spacing,
    apply,
    departures_in,
)
from generator.standard.lengths import TWIPS_PER_POINT, Length, Unit, read_length
from generator.standard.rules import (
    Alignment,
    Confidence,
    Face,
    MarkStep,
    Quantity,
    RuleForm,
    Slot,
    SlotForm,
    StandardData,
    Strength,
    StyleRule,
    StyleType,
    TemplateKind,
)

__all__ = [
    "TURNED_SIDES",
    "Alignment",
    "Confidence",
    "Departure",
    "Face",
    "ImprintPage",
    "Length",
    "LocalCustom",
    "MarkStep",
    "PageNumber",
    "Quantity",
    "RuleForm",
    "Slot",
    "SlotForm",
    "Spacing",
    "Standard",
    "Strength",
    "StyleRule",
    "StyleType",
    "TemplateKind",
    "Unit",
    "departures",
    "gbt9704",
    "read_data",
]

BODY_SIZE = "三号"
TURNED_SIDES = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Sides of a page that lies sideways, by the sides they are when its head points to the left (clause 8)."""
CHARACTER_SPACE = 4096
"""Parts of a point in which Word counts the room between the characters of its grid."""


class Standard:
    """The values of the standard and what follows from them.

    Word counts in whole twips: the page is 11906 × 16838, the 版心 8844 × 12756; what rounding
    leaves over goes to the binding side and to the foot, so that the 版心 is exact.
    """

    def __init__(self, data: StandardData, custom: LocalCustom | None = None) -> None:
        self.custom = custom or LocalCustom()
        """The choices of the office under which the values stand."""
        self.data = apply(data, self.custom)
        self.counted: dict[tuple[str, str], int] = {}
        """Lengths in twips by what was asked and the type size: each is worked out once."""
        self.characters: dict[str, Decimal] = {}

    def quantity(self, name: str) -> Quantity:
        """The value of that name; KeyError if the standard has none."""
        return self.data.quantities[name]

    def twips(self, name: str, size: str = BODY_SIZE) -> int:
        """A named value in twips; 字 is taken at the type size `size`."""
        if (name, size) not in self.counted:
            length = self.quantity(name).length
            self.counted[name, size] = length.twips(self.character(size), self.line)
        return self.counted[name, size]

    def twips_of(self, text: str, size: str = BODY_SIZE) -> int:
        """A length written in a style, “2字” or the name of a value, in twips.

        Raises:
            KeyError: The text is neither a length nor the name of a value.
        """
        if (text, size) not in self.counted and (length := read_length(text)):
            self.counted[text, size] = length.twips(self.character(size), self.line)
        return self.twips(text, size)

    def in_characters(self, text: str) -> Decimal | None:
        """How many 字 a length is, or None where it is not measured in 字."""
        length = read_length(text) or self.quantity(text).length
        return length.amount if length.unit is Unit.CHARACTER else None

    def count(self, name: str) -> int:
        """A value that is a plain number, such as lines per page."""
        return int(self.quantity(name).value)

    def points(self, size: str) -> Decimal:
        """A type size in points."""
        return self.data.sizes[size].points

    def half_points(self, size: str) -> int:
        """A type size as `w:sz` takes it."""
        return self.data.sizes[size].half_points

    def colour(self, name: str) -> str:
        """Six hexadecimal digits."""
        return self.data.colours[name].value

    def face(self, name: str) -> Face:
        """A kind of type with its font names."""
        return self.data.faces[name]

    def character(self, size: str = BODY_SIZE) -> Decimal:
        """One 字 in twips (clause 3.1): the 版心 holds 28 of them at 3号; elsewhere the type size."""
        if size not in self.characters:
            body = Decimal(self.text_width) / self.count("每行字数")
            self.characters[size] = body if size == BODY_SIZE else self.points(size) * TWIPS_PER_POINT
        return self.characters[size]

    @cached_property
    def character_space(self) -> int:
        """What a 3号 character gains on Word's own grid, in 1/4096 points; rounded down, so that 28 fit."""
        pitch = self.character() / TWIPS_PER_POINT - self.points(BODY_SIZE)
        return floor(pitch * CHARACTER_SPACE)

    @cached_property
    def line(self) -> Decimal:
        """One 行 in twips (clause 3.2), as 22 of them fill the 版心."""
        return self.quantity("正文行距").value * TWIPS_PER_POINT

    @cached_property
    def grid_pitch(self) -> int:
        """The pitch of the page's grid in twips: its lines fill the room between the margins.

        Where they do not, LibreOffice puts half of what is left above the first line, on the grid or not.
        """
        room = self.paper[1] - self.margins["top"] - self.margins["bottom"]
        return room // self.count("每面行数")

    @cached_property
    def paper(self) -> tuple[int, int]:
        """Width and height of the paper in twips (clause 5.1)."""
        return mm_to_twips(self.quantity("纸宽")), mm_to_twips(self.quantity("纸高"))

    @cached_property
    def text_width(self) -> int:
        """Width of the 版心 in twips (clause 5.2.1)."""
        return mm_to_twips(self.quantity("版心宽"))

    @cached_property
    def text_height(self) -> int:
        """Height of the 版心 in twips, which is the width of a page that is turned (clause 8)."""
        return self.paper[1] - self.margins["top"] - self.margins["bottom"]

    @cached_property
    def margins(self) -> dict[str, int]:
        """Page margins in twips by Word's names, header and footer distances included."""
        width, _ = self.paper
        top, right = mm_to_twips(self.quantity("天头")), mm_to_twips(self.quantity("切口"))
        return {
            "top": top,
            "right": right,
            "bottom": mm_to_twips(self.quantity("地脚")),
            "left": width - right - self.text_width,
            "header": mm_to_twips(self.quantity("页眉距纸边")),
            "footer": mm_to_twips(self.quantity("页脚距纸边")),
            "gutter": 0,
        }

    def styles(self, kind: TemplateKind) -> tuple[StyleRule, ...]:
        """The styles a template of that kind must have; the steps of the mark are added by the pen."""
        return tuple(style for style in self.data.styles if kind in style.kinds)

    def style(self, name: str) -> StyleRule:
        """The style of that name; KeyError if the contract has none."""
        return self.styles_by_name[name]

    @cached_property
    def styles_by_name(self) -> dict[str, StyleRule]:
        """Every style by its name; where both kinds have one, that of 文件."""
        return {style.name: style for style in reversed(self.data.styles)}

    @cached_property
    def bold_words(self) -> frozenset[str]:
        """The character styles that are bold, for what stands beside them in a style of its own."""
        bold = (style for style in self.data.styles if style.bold and style.type is StyleType.CHARACTER)
        return frozenset(style.name for style in bold)

    def slots(self, kind: TemplateKind) -> tuple[Slot, ...]:
        """The slots a template of that kind may have."""
        return self.data.slots[kind]

    def style_names(self, kind: TemplateKind) -> tuple[str, ...]:
        """Names of all styles of the contract, the steps of the 发文机关标志 included."""
        steps = (step.style for step in self.data.mark_steps) if kind.official else ()
        return (*(style.name for style in self.styles(kind)), *steps)


def mm_to_twips(quantity: Quantity) -> int:
    """A value in millimetres as whole twips."""
    return quantity.length.twips(Decimal(0), Decimal(0))


def gbt9704(custom: LocalCustom | None = None) -> Standard:
    """The standard, with the values that an office has chosen where it may; each made once.

    Args:
        custom: the choices of the office; the usual ones if left out.
    """
    return standard_under(custom or LocalCustom())


@cache
def standard_under(custom: LocalCustom) -> Standard:
    """The standard under some choices."""
    return Standard(read_data(), custom)


@cache
def read_data() -> StandardData:
    """The file, read once."""
    text = resources.files(__package__).joinpath("gbt9704.yaml").read_text(encoding="utf-8")
    return StandardData.model_validate(yaml.safe_load(text))


def departures(custom: LocalCustom) -> tuple[Departure, ...]:
    """Every choice of an office that is not the usual one, with what the standard says of it."""
    return tuple(departures_in(read_data().customs, custom))
