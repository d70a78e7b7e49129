"""Chinese numerals and the four kinds of heading number (GB/T 9704-2012 clause 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

DIGITS = "零一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000}
LARGEST = 9999
NUMERAL = "[零一二三四五六七八九十百千]+"
DIGIT = "[一二三四五六七八九]"
BELOW_100 = f"{DIGIT}?十{DIGIT}?"
BELOW_1000 = f"百(?:零{DIGIT}|{BELOW_100})?"
WELL_FORMED = re.compile(
    f"{DIGIT}?千(?:零(?:{BELOW_100}|{DIGIT})|{DIGIT}{BELOW_1000})?|{DIGIT}?{BELOW_1000}|{BELOW_100}|{DIGIT}"
)
"""一百二 is no numeral here: said of 120 and read as 102."""


def to_chinese(number: int) -> str:
    """Write 1 to 9999 as a heading counts: 一, 十, 十一, 二十, 一百零三, 一千零一十.

    Raises:
        ValueError: the number is outside 1 to 9999.
    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"序号应在 1 至 {LARGEST} 之间，读到 {number}")
    text, gap = "", False
    for unit, scale in (*sorted(UNITS.items(), key=lambda item: -item[1]), ("", 1)):
        digit = number // scale % 10
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + unit
        gap = bool(text) and not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def from_chinese(text: str) -> int:
    """Read a numeral below 10000, the inverse of `to_chinese`.

    Raises:
        ValueError: the text is not such a numeral.
    """
    if not WELL_FORMED.fullmatch(text):
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
    inserted: int = 0
    """Of an article that was set between two others: 1 in 第二条之一."""


ARTICLE_LEVEL = 0
LABEL_FORMS = (
    (1, re.compile(rf"(?P<n>{NUMERAL})、")),
    (2, re.compile(rf"（(?P<n>{NUMERAL})）")),
    (3, re.compile(r"(?P<n>\d{1,3})[.．](?!\d)")),
    (4, re.compile(r"（(?P<n>\d{1,3})）")),
    (ARTICLE_LEVEL, re.compile(rf"第(?P<n>{NUMERAL})条(?:之(?P<of>{NUMERAL}))?[ \u3000]*")),
)


def split_label(text: str) -> tuple[HeadingLabel | None, str]:
    """Split a heading into its number and its words; no number, or none that counts, gives None."""
    return split_by(LABEL_FORMS, text)


def split_by(forms: Iterable[tuple[int, re.Pattern[str]]], text: str) -> tuple[HeadingLabel | None, str]:
    """Split a heading by the first of some forms that its number has."""
    for level, form in forms:
        match = form.match(text)
        value = label_value(match["n"]) if match else 0
        if match and value:
            inserted = label_value(match.groupdict().get("of") or "")
            return HeadingLabel(level, value, match[0], inserted), text[match.end() :]
    return None, text


CHAPTER_LEVEL = -1
"""编, 章 and 节 of a law: their headings nest by their place, not by their number."""
PRINTED_FORMS = (
    *LABEL_FORMS,
    (CHAPTER_LEVEL, re.compile(rf"第(?P<n>{NUMERAL})[编章节][ \u3000]*")),
    (1, re.compile(rf"(?P<n>{NUMERAL})[.．,，]")),
    (2, re.compile(rf"[(（](?P<n>{NUMERAL})[)）]、?")),
    (3, re.compile(r"(?P<n>\d{1,3})[、,，]")),
    (4, re.compile(r"[(（](?P<n>\d{1,3})[)）]、?")),
)
"""Numbers as issued texts print them, right or wrong; the right forms come first."""


def split_printed_label(text: str) -> tuple[HeadingLabel | None, str]:
    """Split a heading of an issued text into its number, in whatever spelling, and its words."""
    return split_by(PRINTED_FORMS, text)


def label_value(digits: str) -> int:
    """The value of a heading number in western or Chinese digits; 0 where it is none (零、, 一一、)."""
    try:
        return int(digits) if digits.isdigit() else from_chinese(digits)
    except ValueError:
        return 0


def make_label(level: int, value: int, inserted: int = 0) -> str:
    """The number as it is printed before a heading of this level: 一、 （一） 1. （1）, or 第二条之一."""
    if level in (3, 4):
        return f"{value}." if level == 3 else f"（{value}）"
    numeral = to_chinese(value)
    behind = f"之{to_chinese(inserted)}" if inserted else ""
    return {ARTICLE_LEVEL: f"第{numeral}条{behind}\u3000", 1: f"{numeral}、", 2: f"（{numeral}）"}[level]
