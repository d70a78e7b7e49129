"""Chinese numerals and the four kinds of heading number (GB/T 9704-2012 clause 7.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

DIGITS = "零一二三四五六七八九"
UNITS = {"十": 10, "百": 100}
NUMERAL = "[零一二三四五六七八九十百]+"
WELL_FORMED = re.compile(
    "(?:[一二三四五六七八九]?百(?:零(?=[一二三四五六七八九]$))?)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?"
)


def to_chinese(number: int) -> str:
    """Write 1 to 999 as a heading counts: 一, 十, 十一, 二十, 一百零三.

    Raises:
        ValueError: the number is outside 1 to 999.
    """
    if not 1 <= number <= 999:
        raise ValueError(f"序号应在 1 至 999 之间，读到 {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


def from_chinese(text: str) -> int:
    """Read a numeral below 1000, the inverse of `to_chinese`.

    Raises:
        ValueError: the text is not such a numeral.
    """
    if not text or not WELL_FORMED.fullmatch(text):
        raise ValueError(f"不是中文数字：{text}")
    total, digit = 0, 0
    for character in text:
        if character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = DIGITS.index(character)
    return total + digit


@dataclass(frozen=True, slots=True)
class HeadingLabel:
    """The number in front of a heading: its level (0 for 第N条), its value, and how it was printed."""

    level: int
    value: int
    printed: str


ARTICLE_LEVEL = 0
LABEL_FORMS = (
    (1, re.compile(rf"(?P<n>{NUMERAL})、")),
    (2, re.compile(rf"（(?P<n>{NUMERAL})）")),
    (3, re.compile(r"(?P<n>\d{1,3})[.．](?!\d)")),
    (4, re.compile(r"（(?P<n>\d{1,3})）")),
    (ARTICLE_LEVEL, re.compile(rf"第(?P<n>{NUMERAL})条[ \u3000]*")),
)


def split_label(text: str) -> tuple[HeadingLabel | None, str]:
    """Split a heading into its number and its words; no number, or none that counts, gives None."""
    for level, form in LABEL_FORMS:
        match = form.match(text)
        value = label_value(match["n"]) if match else 0
        if match and value:
            return HeadingLabel(level, value, match[0]), text[match.end() :]
    return None, text


def label_value(digits: str) -> int:
    """The value of a heading number in western or Chinese digits; 0 where it is none (零、, 一一、)."""
    try:
        return int(digits) if digits.isdigit() else from_chinese(digits)
    except ValueError:
        return 0


def make_label(level: int, value: int) -> str:
    """The number as it is printed before a heading of this level: 一、 （一） 1. （1）."""
    if level in (3, 4):
        return f"{value}." if level == 3 else f"（{value}）"
    numeral = to_chinese(value)
    return {ARTICLE_LEVEL: f"第{numeral}条\u3000", 1: f"{numeral}、", 2: f"（{numeral}）"}[level]
