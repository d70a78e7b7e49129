"""Measures as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.inspection.facts import ParagraphFacts, RunFacts
from generator.standard.lengths import TWIPS_PER_MM

SIZES = {
    "42": "初号",
    "36": "小初",
    "26": "一号",
    "24": "小一",
    "22": "二号",
    "18": "小二",
    "16": "三号",
    "15": "小三",
    "14": "四号",
    "12": "小四",
    "10.5": "五号",
    "9": "小五",
}
"""Names of type sizes by points."""
ALIGNMENTS = {
    "left": "左对齐",
    "center": "居中",
    "right": "右对齐",
    "both": "两端对齐",
    "distribute": "分散对齐",
}
UNKNOWN_FONT = "（文件未指明）"


def number(value: Decimal) -> str:
    """A number with at most one decimal, without a trailing zero."""
    return f"{value.quantize(Decimal('0.1')).normalize():f}"


def millimetres(twips: Decimal | int) -> Decimal:
    """Twips as millimetres."""
    return Decimal(twips) / TWIPS_PER_MM


def mm(twips: Decimal | int) -> str:
    """“25.4 毫米”."""
    return f"{number(millimetres(twips))} 毫米"


def points(twips: int) -> str:
    """Twips as points, “28.95 磅”."""
    return f"{(Decimal(twips) / 20).normalize():f} 磅"


def size_name(size: Decimal | None) -> str:
    """“三号”, or points where the size has no name."""
    if size is None:
        return UNKNOWN_FONT
    plain = f"{size.normalize():f}"
    return SIZES.get(plain, f"{plain} 磅")


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
