"""What the eye takes for red, and for one size of type: programs write both in slightly different ways."""

from __future__ import annotations

from decimal import Decimal

STRONG, WEAK = 0xB0, 0x60
"""Red: at least so much of it, and no more than so much of green and blue.

That takes in what offices use, from C00000 to what the inks Y80 M80 of the standard give on a screen.
"""
NEAR_SIZE = Decimal("0.3")
"""3号 is 15.7 to 16 points, by whom you ask."""


def is_red(colour: str) -> bool:
    """Whether six hexadecimal digits are a red; False for anything else."""
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        return False
    return red >= STRONG and max(green, blue) <= WEAK


def is_other_size(size: Decimal | None, wanted: Decimal) -> bool:
    """Whether a size in points is stated and is not the wanted one."""
    return size is not None and abs(size - wanted) > NEAR_SIZE
