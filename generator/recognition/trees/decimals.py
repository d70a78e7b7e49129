"""Headings that are numbered 1, 1.1, 1.1.1, as plans and standards have them (GB/T 1.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.recognition import forms
from generator.recognition.trees.pieces import Words

NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?![\d.．、）)%％])\s*(?=[\u4e00-\u9fff])")
UNIT = re.compile(r"\d+(?:\.\d+)?(?:[年月日时个名元万亿吨米倍]|公[里斤顷])")
"""What begins a line of running text, or of a list of figures."""
LONGEST = 30
FEWEST_BELOW = 2
"""So many headings of the second level, below one of the first, make a system of headings."""


def decimal_headings(pieces: Sequence[object]) -> Mapping[int, int]:
    """The headings of a text by the number of their paragraph, with their level; none unless all fit.

    They rise from one to the next, and none skips the level above it.
    """
    found = [
        (piece.number, path) for piece in pieces if isinstance(piece, Words) and (path := path_of(piece))
    ]
    paths = [path for _, path in found]
    below = sum(len(path) > 1 for path in paths)
    if below < FEWEST_BELOW or not all(follows(*pair) for pair in pairwise(paths)) or len(paths[0]) > 1:
        return {}
    return {number: len(path) for number, path in found}


def path_of(piece: Words) -> tuple[int, ...]:
    """What the number of a heading counts on each level; empty for any other line."""
    match = NUMBERED.match(piece.text)
    if match is None or len(piece.tight) > LONGEST or UNIT.match(piece.text):
        return ()
    if forms.is_sentence(piece.tight) or piece.tight.endswith(("：", ":", "，", ",")):
        return ()
    return tuple(map(int, match["number"].split(".")))


def follows(above: tuple[int, ...], below: tuple[int, ...]) -> bool:
    """Whether a heading can stand below another one."""
    return above < below and len(below) <= len(above) + 1
