"""更正: half-width marks between Chinese characters, one change for each mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importers.cleaning.rows import HANZI, Change, is_hanzi, is_wide

FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")
STOPS = re.compile(r"[,;:?!]")
BRACKETS = re.compile(r"[()（）]")
QUOTED = re.compile(r'"([^"]*)"')
FAR = 200
"""So many characters within brackets tell whether their content is Chinese."""
CLOSES_CHINESE = frozenset(")]}%％\"'”’")
"""After these a mark is the mark of the Chinese sentence if one goes on or ends behind it."""


def correct_stops(text: str) -> Iterator[Change]:
    """Commas, colons and other stops that have Chinese beside them; 10:30, 1,000 and a, b stay."""
    for match in STOPS.finditer(text):
        before, after = near(text, match.start(), -1), near(text, match.end(), 1)
        if text.startswith("//", match.end()) and not is_wide(before):
            continue
        if (
            is_wide(before)
            or is_hanzi(after)
            or (before in CLOSES_CHINESE and stands_in_chinese(text, match))
        ):
            yield Change(match.start(), match.end(), match[0].translate(FULL_WIDTH))


def near(text: str, at: int, step: int) -> str:
    """The character beside a place, one space left aside; empty at the end of the text."""
    place = at if step > 0 else at - 1
    if 0 <= place < len(text) and text[place].isspace() and text[place] != "\t":
        place += step
    return text[place] if 0 <= place < len(text) else ""


def stands_in_chinese(text: str, match: re.Match[str]) -> bool:
    """Whether the words around a mark, a few to each side, are Chinese."""
    return bool(HANZI.search(text[max(0, match.start() - 6) : match.end() + 6]))


def correct_brackets(text: str) -> Iterator[Change]:
    """Round brackets in pairs whose content or neighbours are Chinese; f(x) stays."""
    open_at: list[int] = []
    for match in BRACKETS.finditer(text):
        if match[0] in "(（":
            open_at.append(match.start())
        elif open_at:
            yield from widen_pair(text, open_at.pop(), match.start())


def widen_pair(text: str, start: int, end: int) -> Iterator[Change]:
    """The changes of one pair of brackets."""
    mixed = (text[start], text[end]) in {("（", ")"), ("(", "）")}
    beside = near(text, start, -1), near(text, end + 1, 1)
    if mixed or HANZI.search(text, start, min(end, start + FAR)) or any(map(is_wide, beside)):
        for at in (start, end):
            if text[at] in "()":
                yield Change(at, at + 1, text[at].translate(FULL_WIDTH))


def correct_quotes(text: str) -> Iterator[Change]:
    """Straight quotation marks in pairs around Chinese words; a line with an odd one is left alone."""
    if text.count('"') % 2:
        return
    for match in QUOTED.finditer(text):
        if HANZI.search(match[1]):
            yield Change(match.start(), match.start() + 1, "“")
            yield Change(match.end() - 1, match.end(), "”")
