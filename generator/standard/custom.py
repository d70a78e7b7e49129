"""What an office does in its own way: the choices, what each changes, and what the standard says of it.

The choices are named here; what they change in the values of the standard stands in `gbt9704.yaml`,
part 习惯.  Everything else reads the changed values and never asks which choice was made, but for the
few that are structure and no value: the character grid and the page of the 版记.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.models.fields import read_text
from generator.standard.rules import Custom, Quantity, StandardData, Strength, StyleRule

SEAL_DIAMETER = "印章直径"
SMALLEST_SEAL, LARGEST_SEAL = 30, 60
"""Millimetres; the seals of offices are 42 to 50 mm wide, that of the State Council 60 mm."""
MILLIMETRES = re.compile(r"\s*(?P<number>\d+(?:\.\d+)?)\s*(?:mm|毫米)?\s*", re.ASCII)
YES, NO = "是", "否"


class Layout(StrEnum):
    """How the 版心 of clause 5.2.1 becomes margins of a page in Word."""

    G37 = "37"
    GB33476 = "33476"


class LatinFace(StrEnum):
    """What Latin letters and digits of the body are set in."""

    TIMES = "Times New Roman"
    FANGSONG = "仿宋"


class PageNumber(StrEnum):
    """Where the page number stands."""

    OUTER = "外侧"
    CENTRED = "居中"


class Spacing(StrEnum):
    """How 28 characters come to fill a line: by tracking, or by Word's own grid of lines and characters."""

    TRACKING = "字距"
    GRID = "网格"


class ImprintPage(StrEnum):
    """Which page the 版记 stands on."""

    LAST = "末页"
    EVEN = "双数页"


def read_yes_no(value: Any) -> bool:
    """是 or 否 (a bool is itself).

    Raises:
        ValueError: anything else.
    """
    if isinstance(value, bool):
        return value
    text = read_text(value)
    if text not in (YES, NO):
        raise ValueError(f"不能写“{text}”，应写 {YES} 或 {NO}")
    return text == YES


def read_diameter(value: Any) -> Decimal | None:
    """The diameter of a seal in millimetres.

    Raises:
        ValueError: no number, or no seal is that small or large.
    """
    if value is None or isinstance(value, Decimal):
        return value
    text = read_text(value)
    match = MILLIMETRES.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}”不是毫米数，请写 {SMALLEST_SEAL} 到 {LARGEST_SEAL} 之间的数，如 42")
    diameter = Decimal(match["number"])
    if not SMALLEST_SEAL <= diameter <= LARGEST_SEAL:
        raise ValueError(f"{match['number']} 毫米不像印章，应在 {SMALLEST_SEAL} 到 {LARGEST_SEAL} 之间")
    return diameter


YesNo = Annotated[bool, BeforeValidator(read_yes_no)]
Diameter = Annotated[Decimal | None, BeforeValidator(read_diameter)]


class LocalCustom(BaseModel):
    """The choices of one office; left out, each is what the standard says or most offices do."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    layout: Layout = Field(Layout.G37, alias="版面")
    latin_face: LatinFace = Field(LatinFace.TIMES, alias="西文字体")
    bold_second: YesNo = Field(default=False, alias="二级标题加粗")
    bold_third: YesNo = Field(default=False, alias="三级标题加粗")
    page_number: PageNumber = Field(PageNumber.OUTER, alias="页码位置")
    spacing: Spacing = Field(Spacing.TRACKING, alias="字距办法")
    imprint_page: ImprintPage = Field(ImprintPage.LAST, alias="版记页")
    seal_diameter: Diameter = Field(None, alias=SEAL_DIAMETER)

    def chosen(self) -> dict[str, str]:
        """Every choice by its Chinese name, as an overlay file says it; a seal only where one is given."""
        values = ((field.alias or name, getattr(self, name)) for name, field in CHOICES.items())
        return {name: as_written(value) for name, value in values if value is not None}


CHOICES = LocalCustom.model_fields


def as_written(value: bool | Decimal | StrEnum) -> str:
    """A choice as an overlay file says it."""
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)


@dataclass(frozen=True, slots=True)
class Departure:
    """One choice that is not the usual one.

    Attributes:
        name: Its key in an overlay file: 页码位置.
        value: What the office has chosen: 居中.
        standard: What the standard says of it, in a few words.
        clause: The clause, empty where the standard says nothing.
        strength: How strongly it says so.
    """

    name: str
    value: str
    standard: str
    clause: str
    strength: Strength


def departures_in(customs: Mapping[str, Custom], custom: LocalCustom) -> Iterator[Departure]:
    """Every choice of an office that differs from the usual one, in the order of the data."""
    chosen, usual = custom.chosen(), LocalCustom().chosen()
    for name, rule in customs.items():
        if name in chosen and chosen[name] != usual.get(name):
            yield Departure(name, chosen[name], rule.standard, rule.clause, rule.strength)


def apply(data: StandardData, custom: LocalCustom) -> StandardData:
    """The values of the standard as the choices of an office change them."""
    for name, value in custom.chosen().items():
        change = data.customs[name].values.get(value)
        if change is not None:
            quantities = {key: changed_quantity(data, key, new) for key, new in change.quantities.items()}
            styles = tuple(changed_style(style, change.styles.get(style.name)) for style in data.styles)
            update = {"quantities": data.quantities | quantities, "styles": styles}
            data = data.model_copy(update=update)
    return with_seal(data, custom.seal_diameter)


def changed_quantity(data: StandardData, name: str, new: Mapping[str, str]) -> Quantity:
    """A value of the standard with some of its entries changed."""
    return Quantity.model_validate(data.quantities[name].model_dump(by_alias=True) | dict(new))


def changed_style(style: StyleRule, new: Mapping[str, str | bool] | None) -> StyleRule:
    """A style with some of its entries changed."""
    return StyleRule.model_validate(style.model_dump(by_alias=True) | dict(new)) if new else style


def with_seal(data: StandardData, diameter: Decimal | None) -> StandardData:
    """The values with the seal of the office."""
    if diameter is None:
        return data
    seal = data.quantities[SEAL_DIAMETER].model_copy(update={"value": diameter})
    return data.model_copy(update={"quantities": data.quantities | {SEAL_DIAMETER: seal}})
