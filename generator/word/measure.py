"""Widths of words as the standard counts them, and where their lines break.

A Chinese character is one 字, a Latin one half.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Marks that may not begin a line, and marks that may not end one (kinsoku).
NOT_FIRST = frozenset("，。、；：？！）〕》〉”’】」』」…—·％℃")
NOT_LAST = frozenset("（〔《〈“‘【「『")
FIRST_WIDE = "\u2010"
NARROW = re.compile("[\x00-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u200f]")
BORDER = re.compile("(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
"""Where a Chinese character and a letter or figure meet."""


def text_width(text: str, character: int) -> int:
    """Width of words in twips, where one 字 is `character` twips wide."""
    halves = 2 * len(text) - len(NARROW.findall(text))
    return halves * character // 2


def is_narrow(letter: str) -> bool:
    """Whether a letter takes half a 字: Latin letters, digits and their marks, but no · ° × ±."""
    return letter < FIRST_WIDE and letter not in "·°×±"


def count_borders(text: str) -> int:
    """How often Chinese characters and letters or figures meet: LibreOffice adds room at each place."""
    return sum(1 for _ in BORDER.finditer(text))


@dataclass(frozen=True, slots=True)
class Measure:
    """The room of a text: the width of a 字, the first and the other lines, what each border adds."""

    character: int
    first: int
    others: int
    border: int = 0

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
        for match in NARROW.finditer(text):
            widths[match.start()] = self.character // 2
        if self.border:
            for match in BORDER.finditer(text):
                widths[match.start()] += self.border
        return widths


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


def count_lines(text: str, character: int, first: int, others: int) -> int:
    """How many lines words take with that room on the first and on the other lines.

    A mark that may not begin a line takes the character before it along, as Word does where
    the mark cannot hang; so the count is never too small.
    """
    lines, room = 1, first
    for index, letter in enumerate(text):
        need = text_width(letter, character)
        if letter in NOT_LAST and index + 1 < len(text):
            need += text_width(text[index + 1], character)
        follows = index + 1 < len(text) and text[index + 1] in NOT_FIRST
        if need + (character if follows else 0) > room:
            lines, room = lines + 1, others
        room -= text_width(letter, character)
    return lines
