"""Lengths with their unit, converted exactly to what Word and measurements speak."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

TWIPS_PER_POINT = Decimal(20)
TWIPS_PER_MM = Decimal(1440) / Decimal("25.4")
EMU_PER_TWIP = 635


class Unit(StrEnum):
    """Units of the standard; 字 and 行 depend on the type and the line they are used with."""

    MM = "mm"
    POINT = "pt"
    TWIP = "twip"
    CHARACTER = "字"
    LINE = "行"
    COUNT = "个"


@dataclass(frozen=True, slots=True)
class Length:
    """An amount with its unit, exact."""

    amount: Decimal
    unit: Unit

    def twips(self, character: Decimal, line: Decimal) -> int:
        """Whole twips, where one 字 is `character` and one 行 is `line` twips (clauses 3.1, 3.2)."""
        scale = {
            Unit.MM: TWIPS_PER_MM,
            Unit.POINT: TWIPS_PER_POINT,
            Unit.TWIP: Decimal(1),
            Unit.CHARACTER: character,
            Unit.LINE: line,
            Unit.COUNT: Decimal(1),
        }[self.unit]
        return round_half_up(self.amount * scale)


def round_half_up(amount: Decimal) -> int:
    """The nearest whole number; a half goes away from zero, as an office expects."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(mm|pt|twip|字|行|个)")


def read_length(text: str) -> Length | None:
    """“2字” → two characters; None if the text is not a length."""
    match = LENGTH.fullmatch(text)
    return Length(Decimal(match[1]), Unit(match[2])) if match else None
