"""Characters that nobody sees and that break Word files, searches or the order of words."""

from __future__ import annotations

import re

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters but tab and line feed, soft hyphens, marks of direction, halves of characters."""
CODE = "FILE006"


def describe(character: str) -> str:
    """What to say of one of them."""
    return f"有不可见的控制字符 U+{ord(character):04X}"
