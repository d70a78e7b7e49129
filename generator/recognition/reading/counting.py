"""The number formats of Word that official documents use (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat).

Whatever a format cannot express, zero, negative and very large numbers, is printed in Arabic digits.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.hanzi.numerals import LARGEST, to_chinese

ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
LARGEST_ROMAN = 3999
LETTERS = 26
MOST_LETTERS = 10
"""Word repeats letters after z: aa, bb …; nobody counts as far as this."""
IDEOGRAPHS = "〇一二三四五六七八九"
LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
WITH_STOP = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
CHINESE_CIRCLED = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def print_count(count: int, form: str) -> str:
    """A number as a list of that format prints it."""
    return FORMATS.get(form, str)(count)


def chinese(count: int) -> str:
    """一, 十一, 一百零三."""
    return to_chinese(count) if 1 <= count <= LARGEST else str(count)


def chinese_legal(count: int) -> str:
    """壹, 壹拾壹."""
    text = chinese(count)
    return (f"一{text}" if text.startswith("十") else text).translate(LEGAL)


def ideographs(count: int) -> str:
    """Digit by digit: 一〇, 一一."""
    return "".join(IDEOGRAPHS[int(digit)] for digit in str(count)) if count >= 0 else str(count)


def roman(count: int) -> str:
    """I, II, III, IV."""
    if not 1 <= count <= LARGEST_ROMAN:
        return str(count)
    text = ""
    for value, letters in ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def letters(count: int) -> str:
    """From a to z, then aa, bb …."""
    if not 1 <= count <= LETTERS * MOST_LETTERS:
        return str(count)
    times, place = divmod(count - 1, LETTERS)
    return chr(ord("a") + place) * (times + 1)


def one_of(signs: str) -> Callable[[int], str]:
    """A format with a sign of its own for each number."""

    def sign(count: int) -> str:
        return signs[count - 1] if 1 <= count <= len(signs) else str(count)

    return sign


FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "upperLetter": lambda count: letters(count).upper(),
    "lowerLetter": letters,
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand"),
        chinese,
    ),
    **dict.fromkeys(("japaneseCounting", "koreanCounting"), chinese),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), chinese_legal),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), ideographs),
    "ideographTraditional": one_of(STEMS),
    "ideographZodiac": one_of(BRANCHES),
    "decimalEnclosedCircle": one_of(CIRCLED),
    "decimalEnclosedCircleChinese": one_of(CIRCLED),
    "decimalEnclosedParen": one_of(IN_BRACKETS),
    "decimalEnclosedFullstop": one_of(WITH_STOP),
    "ideographEnclosedCircle": one_of(CHINESE_CIRCLED),
    "decimalFullWidth": lambda count: str(count).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(FULL_WIDTH),
    "bullet": lambda _: "",
    "none": lambda _: "",
}
