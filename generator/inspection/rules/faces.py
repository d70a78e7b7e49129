"""Whether a font is of the kind that the standard names: kinds have many names on many machines."""

from __future__ import annotations

from generator.standard import Standard

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
