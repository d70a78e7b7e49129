"""Numbers as they are written: hedged twice (TERM004), out of step (TERM005), ranges and dates (TERM006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.extraction import find_quantities
from generator.figures.lists import STEP
from generator.hanzi.numerals import label_value, to_chinese
from generator.wording.written import Slip, Written, around

HEDGES, STEPS, FORMS = "TERM004", "TERM005", "TERM006"
BASIS_PERCENT = "GB/T 15835-2011：百分数的范围，前后两个数都写百分号"
"""Of 万 and 亿 the sources at hand say nothing; there it is a matter of being understood."""
BASIS_YEAR = "GB/T 15835-2011：年份一般不简写"
PLAIN = ("几", "（含）", "(含)")
"""Second parts that add nothing: 近十几个."""
NUMERAL = "[一二三四五六七八九十]{1,3}"
SHORT_ORDINAL = re.compile(r"(?:^|(?<=[。；：]))第(?P<n>\d{1,2})(?=[，、])")
SPOKEN_ZERO = re.compile("[二一][○零0O〇九][○零0O〇一二三四五六七八九]{2}年")
WRONG_ZERO = re.compile("[○零0O]")
MIXED_DATE = re.compile(
    rf"[二一][〇○零九][〇○零一二三四五六七八九]{{2}}年\s?\d{{1,2}}月|(?:19|20)\d{{2}}年{NUMERAL}月"
)
SHORT_YEAR = re.compile(r"(?<![\d.\-—／/])[12]\d年(?=(?:1[0-2]|[1-9])月)")


def check_hedges(written: Written) -> Iterator[Slip]:
    """近800多万元, 约30个左右, 超过100家以上: one hedge is enough."""
    for found in find_quantities(written.text):
        first, joint, second = found.quantity.hedge.partition("…")
        if joint and second not in PLAIN and not first.startswith(("余", "多", "来", "几")):
            words = found.quantity.text.strip()
            message = f"“{words}”里“{first}”与“{second}”重复或矛盾"
            hint = f"只留一个：去掉“{first}”，或去掉“{second}”；有确数的写确数"
            yield Slip(HEDGES, message, hint, found.start)


def check_steps(written: Written) -> Iterator[Slip]:
    """一是, 二是, 四是: the first number that is out of step; and 第1， for 第一，."""
    last = 0
    for match in STEP.finditer(written.text):
        if match["is"] is None:
            continue
        value = label_value(match["is"])
        if value == 1:
            last = 1
        elif last and value == last + 1:
            last = value
        elif last:
            message = f"“{to_chinese(last)}是”之后是“{match['is']}是”，序次不连"
            yield Slip(STEPS, message, f"核对序次；应为“{to_chinese(last + 1)}是”", match.start("is"))
            break
    ordinal = SHORT_ORDINAL.search(written.text)
    if ordinal and int(ordinal["n"]):
        right = f"第{to_chinese(int(ordinal['n']))}"
        yield Slip(STEPS, f"“{ordinal[0]}”用作行文的序次", f"宜写“{right}”", ordinal.start())


def check_forms(written: Written) -> Iterator[Slip]:
    """Ranges whose first number lacks its unit, and dates in two kinds of numerals or with a short year."""
    text = written.text
    yield from ranges(written)
    for match in SPOKEN_ZERO.finditer(text):
        if WRONG_ZERO.search(match[0]):
            right = WRONG_ZERO.sub("〇", match[0])
            yield Slip(FORMS, f"“{match[0]}”里的“零”写法不对", f"写成“{right}”", match.start())
    for match in MIXED_DATE.finditer(text):
        hint = "年、月、日用同一种数字，公文一般用阿拉伯数字"
        yield Slip(FORMS, f"“{match[0]}”里两种数字混用", hint, match.start())
    for match in SHORT_YEAR.finditer(text):
        words = around(text, match.start(), match.end() + 2)
        yield Slip(FORMS, f"“{words}”里的年份简写", f"写成“20{match[0]}”", match.start(), BASIS_YEAR)


def ranges(written: Written) -> Iterator[Slip]:
    """10—20% and 15—30万元; 2—3年 is clear."""
    for found in find_quantities(written.text):
        quantity = found.quantity
        if quantity.hedge != "—" or not re.fullmatch(r"[\d,.]+\s?[-—–－~～]+\s?[\d,.]+", quantity.digits):
            continue
        missing = quantity.unit if quantity.unit == "%" else quantity.scale
        if missing:
            first, last = re.split(r"\s?[-—–－~～]+\s?", quantity.digits)
            percent = quantity.unit == "%"
            unit, basis = ("%", BASIS_PERCENT) if percent else (quantity.printed_unit, "")
            message = f"“{quantity.text}”前一个数没有“{missing}”，会读错"
            yield Slip(FORMS, message, f"写成“{first}{unit}—{last}{unit}”", found.start, basis)
