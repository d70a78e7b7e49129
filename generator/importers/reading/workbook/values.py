"""Values of cells as they were entered: figures to the last digit, dates, percentages, codes."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19)."""
LINE_ENDS = re.compile("[ ]*(?:\r\n|[\r\n\t\x0b\x85\u2028\u2029])[ ]*")
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
"""What a number format prints as it stands, or what says how."""
CODE = re.compile(r"0{2,20}")
"""A format that fills up with zeros: a code, not an amount."""
MIDNIGHT = dt.time()
PER_CENT = Decimal(100)


def print_value(value: object, number_format: str) -> str:
    """A value as text; empty for an empty cell.

    Args:
        value: What openpyxl gives: text, number, date, duration, truth value, None.
        number_format: How the cell shows numbers.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return print_number(value, number_format)
    if isinstance(value, dt.datetime | dt.date):
        return print_date(value, number_format)
    return LINE_ENDS.sub(" ", ESCAPED.sub(unescaped, str(value))).strip()


def unescaped(escape: re.Match[str]) -> str:
    """The character that an escape stands for."""
    return chr(int(escape[1], 16))


def print_number(value: float, number_format: str) -> str:
    """A number with all the digits that were entered, whatever the format rounds away."""
    shown = QUOTED.sub("", number_format.split(";", maxsplit=1)[0])
    number = Decimal(repr(value))
    if not number.is_finite():
        return str(value)
    if CODE.fullmatch(shown) and number == number.to_integral_value() and number >= 0:
        return f"{int(number)}".zfill(len(shown))
    return f"{plain(number * PER_CENT)}%" if "%" in shown else plain(number)


def plain(number: Decimal) -> str:
    """A number without exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def print_date(value: dt.date, number_format: str) -> str:
    """A date in Chinese or in digits, as its format has it; the time of day if there is one."""
    shown = number_format.split(";", maxsplit=1)[0]
    has_day = "d" in QUOTED.sub("", shown).lower()
    if "年" in shown:
        text = f"{value.year}年{value.month}月" + (f"{value.day}日" if has_day else "")
    else:
        text = f"{value:%Y-%m-%d}" if has_day else f"{value:%Y-%m}"
    time = value.time() if isinstance(value, dt.datetime) else MIDNIGHT
    return text if time == MIDNIGHT else f"{text} {time:%H:%M:%S}"
