"""How wide a letter is in halves of a 字: a Chinese character takes two, a Latin letter one.

So the character grid of GB/T 9704-2012 clause 5.2.3 is counted: 28 字 are 56 halves.
"""

from __future__ import annotations

import re

NARROW = re.compile("[\x00-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u200f]")
"""Latin letters, digits and their marks; · ° × ± are drawn in the Chinese font and take a whole 字."""


def is_narrow(letter: str) -> bool:
    """Whether a letter takes half a 字."""
    return NARROW.match(letter) is not None


def halves(text: str) -> int:
    """Width of words in halves of a 字."""
    return 2 * len(text) - len(NARROW.findall(text))
