"""Exact quantities: what the source wrote, its value, unit and how exact it claims to be.

“近800多万元” is not 800万元 and “9199.3” is not “9199.30”: a `Quantity` keeps the words and
offers the value beside them.  Sums are exact or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.hanzi.numerals import from_chinese

SCALES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}
BEFORE = "近|约|超过|超|逾|不低于|不少于|不超过|至少|至多|最多|每年近|每年约"
INSIDE = "余|多|来|几"
AFTER = "以上|以下|以内|左右|（含）以上|（含）"
NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
FORM = re.compile(
    rf"(?P<before>{BEFORE})?"
    rf"(?P<number>{NUMBER}|[零一二两三四五六七八九十百千]+|[数几][十百千]*)?"
    rf"(?P<inside1>{INSIDE})?(?P<scale>万亿|[万亿])?(?P<inside2>{INSIDE})?"
    r"(?P<unit>[^\d以（左]*?)(?P<after>" + AFTER + r")?"
)
MORE_NUMBER = re.compile(r"分之|千(?![米克瓦伏卡帕赫])|[零〇一二两三四五六七八九十百万亿点几,，.．、]")
"""What a unit does not begin with: the number went on, in words that are not read (三点五万元)."""
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－％", "0123456789.,-%")
SPACES = re.compile(r"\s+")
GAPS = re.compile(r"\s+|(?<=\d),(?=\d{3}(?!\d))")
TWO = re.compile("两(?=[百千])|^两$")
"""两 for 二: before 百 and 千, and alone."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as written (`text`), its number in `unit` before scaling, and its hedges.

    `scale` is 万, 亿 or empty and belongs to the unit as printed: 45064.17万元 has the number
    45064.17, the scale 万 and the unit 元.  `number` is None where only an order is given (数十).
    """

    text: str
    number: Decimal | None
    digits: str
    scale: str
    unit: str
    hedge: str = ""

    @property
    def exact(self) -> bool:
        """Whether the source gives a number without 近, 约, 余, 多, 以上 and the like."""
        return self.number is not None and not self.hedge

    @property
    def base(self) -> Decimal | None:
        """The number in the plain unit (元, 平方米, 场 …)."""
        return None if self.number is None else self.number * SCALES[self.scale]

    @property
    def printed_unit(self) -> str:
        """Scale and unit as printed: 万元, 万平方米, 场."""
        return self.scale + self.unit


def parse_quantity(text: str) -> Quantity:
    """Read “890.12万元”, “近800多万元”, “4万余平方米”, “万余场”, “95%以上”, “四家”, “一千二百元”.

    Raises:
        ValueError: full-width digits, a negative number, no number, or one that would be read in
            part (三点五万元, 一亿二千万元); the message says what to write.
    """
    refuse_full_width(text)
    if re.match(r"\s*[-−－]", text):
        raise ValueError(f"数值“{text}”是负数；金额和数量不得为负，核减请另列一项并写明“核减”")
    match = FORM.fullmatch(SPACES.sub("", text))
    if not match or not (match["number"] or match["scale"]) or MORE_NUMBER.match(match["unit"]):
        raise ValueError(f"数值“{text}”看不懂，请写成 890.12万元、近800多万元、95%以上 的样子")
    hedges = (match[name] or "" for name in ("before", "inside1", "inside2", "after"))
    digits = match["number"] or ""
    return Quantity(
        text=text,
        number=read_number(digits),
        digits=digits,
        scale=match["scale"] or "",
        unit=match["unit"],
        hedge="…".join(hedge for hedge in hedges if hedge),
    )


def refuse_full_width(text: str) -> None:
    """Full-width digits look right and cannot be added up."""
    narrow = text.translate(FULL_WIDTH)
    if narrow != text:
        raise ValueError(f"“{text}”里有全角数字，请改成半角“{narrow}”")


def read_number(digits: str) -> Decimal | None:
    """The value of western or Chinese digits; an empty string means one of the scale (万余场)."""
    if digits.startswith(("数", "几")):
        return None
    if not digits:
        return Decimal(1)
    if digits[0].isascii():
        return Decimal(digits.replace(",", ""))
    return Decimal(from_chinese(TWO.sub("二", digits)))


def parse_decimal(text: str) -> Decimal:
    """Read a bare number of a statistics cell, which must not be negative.

    Raises:
        ValueError: not a plain non-negative number.
    """
    refuse_full_width(text)
    if re.fullmatch(r"\s*[-−]\s*" + NUMBER, text):
        raise ValueError(f"“{text}”是负数；金额和数量不得为负")
    if not re.fullmatch(NUMBER, text):
        raise ValueError(f"“{text}”不是数字，请只写数字，单位写在表头，例如 9199.3；没有发生的填 0")
    return Decimal(text.replace(",", ""))


def without_gaps(text: str) -> str:
    """Words as figures in them are compared: no spaces, no commas between thousands."""
    return GAPS.sub("", text)


def print_decimal(number: Decimal) -> str:
    """A computed number without needless zeros: 9199.30 prints 9199.3, 200 prints 200."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def total(quantities: Iterable[Quantity]) -> Quantity:
    """Add exact quantities of one unit; scales may differ and the largest one seen is printed.

    Raises:
        ValueError: a quantity is hedged, or the units differ; 口径 is the caller's business.
    """
    items = tuple(quantities)
    if not items:
        raise ValueError("没有可以相加的数")
    for item in items:
        if not item.exact:
            raise ValueError(f"“{item.text}”是约数，不能参与精确合计")
        if item.unit != items[0].unit:
            raise ValueError(f"“{item.text}”与“{items[0].text}”单位不同，不能相加")
    scale = max((item.scale for item in items), key=SCALES.__getitem__)
    number = sum((item.number * SCALES[item.scale] for item in items if item.number is not None), Decimal(0))
    digits = print_decimal(number / SCALES[scale])
    return Quantity(f"{digits}{scale}{items[0].unit}", Decimal(digits), digits, scale, items[0].unit)
