"""Whether a font is of the kind that the standard names: kinds have many names on many machines."""

from __future__ import annotations

import re

from generator.recognition.facts import ParagraphFacts
from generator.standard import Standard

CHINESE = re.compile("[\u3400-\u9fff〇々]")
LEVEL_FACES = {1: "黑体", 2: "楷体"}
"""Levels whose headings have a face of their own (clause 7.3.3)."""

MARKERS = {
    "小标宋": ("小标宋", "xiaobiaosong"),
    "仿宋": ("仿宋", "fangsong", "fandolfang"),
    "楷体": ("楷", "kai"),
    "黑体": ("黑体", "simhei", "stheiti", "fandolhei"),
    "宋体": ("宋", "simsun", "stsong", "fandolsong"),
}
"""Words in the names of fonts of a kind, in small letters."""
OTHER_SONG = ("仿宋", "小标宋", "中宋")
"""Names that end in 宋 and are of another kind than 宋体."""


def is_face(standard: Standard, kind: str, font: str) -> bool:
    """Whether a font of that name is of that kind of type."""
    if font in standard.face(kind).names:
        return True
    if kind == "宋体" and any(word in font for word in OTHER_SONG):
        return False
    return any(word in font.lower() for word in MARKERS[kind])


def is_chinese(text: str) -> bool:
    """Whether Chinese characters (not only marks) stand in a text."""
    return bool(CHINESE.search(text))


def is_wholly(standard: Standard, kind: str, paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph has Chinese words, and all of them are in that kind of type."""
    fonts = [run.chinese_font for run in paragraph.runs if is_chinese(run.text)]
    return bool(fonts) and all(font and is_face(standard, kind, font) for font in fonts)
