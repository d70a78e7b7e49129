"""How a title breaks into lines: whole words, symmetrical, a 梯形 or 菱形 (GB/T 9704-2012 clause 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import ceil

from generator.hanzi.words import split_words

WIDEST = 20
"""Characters of 2号 in 156 mm: 442.2 pt / 22 pt."""
COMFORTABLE = 19
SHORTEST_END = 4
"""A last line shorter than this strands the 文种."""
MOST_LINES = 5

STICK_TO_PREVIOUS = re.compile(r"^[》〉」』）、，。：；！？”’的和及与等]")
STICK_TO_NEXT = re.compile(r"[《〈「『（“‘]$|^(?:关于|转发|印发|做好|开展|推进)$")
REGION_END = re.compile(r"[省市县区旗州]$")
BODY = re.compile(r"^(?:人民政府|政府|.{1,6}[局厅委办会])$")
GOOD_BREAK_BEFORE = re.compile(r"^(?:[《〈]|关于)")
GOOD_BREAK_AFTER = re.compile(r"(?:[》〉]|[局厅部委办院府会]|的通知)$")


def break_title(title: str, widest: int = WIDEST) -> tuple[str, ...]:
    """Break a title into lines of at most `widest` characters; a short title stays on one line."""
    if len(title) <= COMFORTABLE:
        return (title,)
    units = tuple(unbreakable(title))
    fewest = ceil(len(title) / widest)
    for count in range(fewest, min(MOST_LINES, len(units)) + 1):
        fitting = [lines for lines in arrangements(units, count) if max(map(len, lines)) <= widest]
        if fitting:
            return min(fitting, key=lambda lines: (ugliness(lines), lines))
    return cut_evenly(title, widest)


def unbreakable(title: str) -> Iterator[str]:
    """Words with the marks that may not begin or end a line glued on."""
    unit = ""
    for word in split_words(title):
        if unit and not belong_together(unit, word):
            yield unit
            unit = ""
        unit += word
    yield unit


def belong_together(unit: str, word: str) -> bool:
    """Whether a line may not end between the two: marks, leading verbs, a region and its body."""
    if STICK_TO_PREVIOUS.search(word) or STICK_TO_NEXT.search(last_word(unit)):
        return True
    return bool(REGION_END.search(unit) and BODY.search(word))


def last_word(unit: str) -> str:
    """The end of a unit that decides whether more must follow: an opening mark or a verb that leads on."""
    for verb in ("关于", "转发", "印发", "做好", "开展", "推进"):
        if unit.endswith(verb):
            return verb
    return unit[-1]


def arrangements(units: tuple[str, ...], count: int) -> Iterator[tuple[str, ...]]:
    """Every way to lay the units in so many lines."""
    for cuts in combinations(range(1, len(units)), count - 1):
        bounds = (0, *cuts, len(units))
        yield tuple("".join(units[start:end]) for start, end in pairwise(bounds))


def ugliness(lines: tuple[str, ...]) -> float:
    """How far an arrangement is from a 梯形 or 菱形 broken at good places; smaller is better."""
    lengths = [len(line) for line in lines]
    mean = sum(lengths) / len(lengths)
    unevenness = sum((length - mean) ** 2 for length in lengths) / len(lengths)
    return (
        unevenness
        + shape_fault(lengths)
        + sum(break_fault(*pair) for pair in pairwise(lines))
        + end_fault(lines)
    )


def shape_fault(lengths: list[int]) -> float:
    """Hourglasses and rectangles are not allowed; a trapezoid or a diamond costs nothing."""
    if len(set(lengths)) == 1:
        return 30
    peak = lengths.index(max(lengths))
    rising, falling = lengths[: peak + 1], lengths[peak:]
    shaped = all(a <= b for a, b in pairwise(rising)) and all(a >= b for a, b in pairwise(falling))
    return 0 if shaped else 60


def break_fault(line: str, following: str) -> float:
    """Breaks before a title or after a body's name read best."""
    good = GOOD_BREAK_BEFORE.search(following) or GOOD_BREAK_AFTER.search(line)
    return 0 if good else 8


def end_fault(lines: tuple[str, ...]) -> float:
    """The 文种 may not stand alone."""
    return 100 if len(lines[-1]) < SHORTEST_END else 0


def cut_evenly(title: str, widest: int) -> tuple[str, ...]:
    """For a title that no arrangement fits: full lines."""
    return tuple(title[start : start + widest] for start in range(0, len(title), widest))
