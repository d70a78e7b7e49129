"""Widths of words as the standard counts them, and where their lines break.

A Chinese character is one 字, a Latin one half.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.hanzi.linebreaks import NOT_FIRST, NOT_LAST
from generator.hanzi.widths import NARROW, halves, is_narrow
from generator.standard import BODY_SIZE
from generator.standard.lengths import round_half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.standard import Standard

BORDER = re.compile("(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
"""Where a Chinese character and a letter or figure meet."""


def text_width(text: str, character: int) -> int:
    """Width of words in twips, where one 字 is `character` twips wide."""
    return halves(text) * character // 2


def count_borders(text: str) -> int:
    """How often Chinese characters and letters or figures meet: LibreOffice adds room at each place."""
    return sum(1 for _ in BORDER.finditer(text))


@dataclass(frozen=True, slots=True)
class Measure:
    """The room of a text, in twips.

    Attributes:
        character: The width of a 字 with its tracking.
        first: The room of the first line.
        others: The room of every other line.
        border: What each border of Chinese and figures adds.
        tracking: How much of a 字 is tracking beyond the usual: a narrow letter has all of it too.
    """

    character: int
    first: int
    others: int
    border: int = 0
    tracking: int = 0

    def count(self, text: str) -> int:
        """How many lines words take."""
        return len(self.starts(text))

    def starts(self, text: str) -> list[int]:
        """Where each line of words begins; empty words take one line."""
        ends = self.ends(text)
        starts, begin, room = [0], 0, self.first
        while ends and ends[-1] - (ends[begin - 1] if begin else 0) > room:
            cut = bisect_right(ends, (ends[begin - 1] if begin else 0) + room)
            cut = break_before(text, begin, max(cut, begin + 1))
            if cut >= len(text):
                break
            starts.append(cut)
            begin, room = cut, self.others
        return starts

    def ends(self, text: str) -> Sequence[int]:
        """The right edge of each letter, were they all on one line."""
        if NARROW.search(text) is None:
            return range(self.character, self.character * (len(text) + 1), self.character)
        return list(accumulate(self.widths(text)))

    def widths(self, text: str) -> list[int]:
        """The width of each letter, with what a border before it adds."""
        widths = [self.character] * len(text)
        narrow = (self.character + self.tracking) // 2
        for match in NARROW.finditer(text):
            widths[match.start()] = narrow
        if self.border:
            for match in BORDER.finditer(text):
                widths[match.start()] += self.border
        return widths


def style_measure(standard: Standard, name: str) -> Measure:
    """The lines of a paragraph style within the 版心."""
    style = standard.style(name)
    size = style.size or BODY_SIZE
    right = standard.twips_of(style.right, size) if style.right else 0
    left = standard.twips_of(style.left, size) if style.left else 0
    hanging = standard.twips_of(style.hanging, size) if style.hanging else 0
    others = standard.text_width - left - right
    return Measure(int(standard.character(size)), others + hanging, others, border_room(standard, size))


def border_room(standard: Standard, size: str = BODY_SIZE) -> int:
    """What LibreOffice adds at each border of Chinese and figures: its share of a 字 is always the same."""
    return round_half_up(standard.twips("中西间隔") * standard.points(size) / standard.points(BODY_SIZE))


def break_before(text: str, begin: int, cut: int) -> int:
    """The place of the break nearest to `cut` that the rules of line breaking allow."""
    place = cut
    while place > begin + 1 and place < len(text) and is_held(text[place - 1], text[place]):
        place -= 1
    return place if place > begin + 1 or cut == begin + 1 else cut


def is_held(before: str, after: str) -> bool:
    """Whether two letters may not be parted: marks that cling, and the letters of a Latin word."""
    if after in NOT_FIRST or before in NOT_LAST:
        return True
    return is_narrow(before) and is_narrow(after) and before != " "
