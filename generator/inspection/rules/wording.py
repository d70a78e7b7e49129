"""Measures as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from generator.recognition.facts import ParagraphFacts, RunFacts
from generator.standard import gbt9704
from generator.standard.lengths import TWIPS_PER_MM, TWIPS_PER_POINT

OTHER_SIZES = {
    "42": "初号",
    "36": "小初",
    "26": "一号",
    "24": "小一",
    "18": "小二",
    "15": "小三",
    "9": "小五",
}
"""Names of type sizes by points, which the standard does not use."""
SIZE_NAME = re.compile("小?[一二三四五六七八]号?")
ALIGNMENTS = {
    "left": "左对齐",
    "center": "居中",
    "right": "右对齐",
    "both": "两端对齐",
    "distribute": "分散对齐",
}
UNKNOWN_FONT = "（文件未指明）"


def plain(value: Decimal) -> str:
    """A number without zeros at its end."""
    return f"{value.normalize():f}"


def number(value: Decimal) -> str:
    """A number with at most one decimal, without a trailing zero."""
    return plain(value.quantize(Decimal("0.1")))


def millimetres(twips: Decimal | int) -> Decimal:
    """Twips as millimetres."""
    return Decimal(twips) / TWIPS_PER_MM


def mm(twips: Decimal | int) -> str:
    """“25.4 毫米”."""
    return f"{number(millimetres(twips))} 毫米"


def points(twips: int) -> str:
    """Twips as points, “28.95 磅”."""
    return f"{plain(Decimal(twips) / TWIPS_PER_POINT)} 磅"


def size_name(size: Decimal | None) -> str:
    """“三号”, or points where the size has no name."""
    if size is None:
        return UNKNOWN_FONT
    told = plain(size)
    return size_names().get(told, f"{told} 磅")


@cache
def size_names() -> dict[str, str]:
    """The names of type sizes by points: those of the standard that a person picks in WPS, and the others."""
    sizes = gbt9704().data.sizes
    return OTHER_SIZES | {
        plain(size.points): name for name, size in sizes.items() if SIZE_NAME.fullmatch(name)
    }


def alignment_name(paragraph: ParagraphFacts) -> str:
    """“居中”."""
    return ALIGNMENTS.get(paragraph.alignment, paragraph.alignment)


def fonts_of(runs: Iterable[RunFacts]) -> str:
    """The Chinese fonts of runs, each once."""
    return "、".join(dict.fromkeys(run.chinese_font or UNKNOWN_FONT for run in runs))


def sizes_of(runs: Iterable[RunFacts]) -> str:
    """The sizes of runs, each once."""
    return "、".join(dict.fromkeys(size_name(run.size) for run in runs))


def quoted(text: str, most: int = 16) -> str:
    """Words in quotation marks, shortened."""
    return f"“{text[:most]}{'…' if len(text) > most else ''}”"
