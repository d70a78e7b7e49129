"""Where a title may break, and how well it reads there (GB/T 9704-2012 clause 7.3.1).

A break is a position between two words; its cost says how much sense it tears apart.  Words,
names of bodies, short names in 书名号, brackets, numbers with their units and the 文种 with the
word before it stay whole.  Which words lead on and which lean is data: `title_words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

from generator.hanzi.linebreaks import CLOSING, NOT_FIRST, NOT_LAST, OPENING, set_of
from generator.hanzi.words import split_words

NEVER_FIRST = re.compile(rf"[\s{set_of(NOT_FIRST)}〔\-的和及与或等暨]")
"""What no line of a title begins with: beside the marks of every text a blank (dropped at an end of a line
only), the year of a 文号, which stays with its 机关代字, and words that lean on what they follow."""
NEVER_LAST = re.compile(rf"[{set_of(NOT_LAST)}·—\-]$|^第$")
"""What none ends with: beside the marks of every text those that join two parts, and 第 without a number."""
REGION = r"[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|省|市|州|县|区|旗)"
OFFICE = r"(?:办公厅|办公室)?"
BODY = re.compile(
    rf"(?:{REGION}){{1,3}}(?!关于|政府购买)"
    rf"(?:(?!关于|向|购买|委托|转发|印发)[\u4e00-\u9fff、]){{1,14}}?(?:厅|局|委员会|委|政府|院|署|办公室){OFFICE}"
    rf"|国务院{OFFICE}|中共[\u4e00-\u9fff]{{2,10}}?委员会{OFFICE}|[\u4e00-\u9fff]{{2,8}}部{OFFICE}(?=关于|\s)"
)
NUMBER = re.compile(r"〔\d{4}〕\d+号|第?[\d.]+(?:年度|世纪|周年|[年月日号届次个项条期])*(?:[—\-]\d+年?)?")
CODE_FOLLOWS = re.compile(r"[\u4e00-\u9fff]{0,4}〔")
"""机关代字: single characters before the year of a 文号."""
SHORT_NAME, SHORT_NOTE = 8, 16
"""Up to so many characters a name in 书名号, and a note in brackets, stays on one line."""
SHORT_START = re.compile(rf"[{OPENING}][^{OPENING}{CLOSING}]{{1,4}}$")
"""A line should not end so soon after an opening mark."""

FREE, USUAL, LOOSE, JOINING, LEANING, TORN, SEVERED = 0.0, 6.0, 8.0, 11.0, 14.0, 16.0, 200.0


@cache
def title_words() -> Mapping[str, frozenset[str]]:
    """The words that decide on breaks, by the part they play."""
    text = files("generator.compose").joinpath("title_words.yaml").read_text(encoding="utf-8")
    return {part: frozenset(words.split()) for part, words in yaml.safe_load(text).items()}


@cache
def whole_patterns() -> tuple[re.Pattern[str], ...]:
    """What stays on one line: bodies, numbers, terms, and a 文种 with the word that it belongs to."""
    words = {part: "|".join(sorted(found)) for part, found in title_words().items()}
    ending = rf"(?:的|(?:{words['文种前']})+)(?:{words['文种']})"
    return BODY, NUMBER, re.compile(words["整体"]), re.compile(ending)


def good_breaks(title: str) -> Mapping[int, float]:
    """Positions at which a line may end, with their costs."""
    starts = word_starts(title)
    parts = [part for part in whole_parts(title) if ends_at_word(starts, *part)]
    bodies = {end for start, end in parts if BODY.fullmatch(title[start:end])}
    found: dict[int, float] = {}
    for (before, position), (_, end) in pairwise(pairwise((*starts, len(title)))):
        words = title[before:position], title[position:end]
        if not may_break(*words) or any(start < position < stop for start, stop in parts):
            continue
        if position - before == 1 and CODE_FOLLOWS.match(title, position):
            continue
        torn = SHORT_START.search(title[:position])
        cost = FREE if position in bodies else break_cost(*words)
        found[position] = max(cost, TORN) if torn else cost
    return found


def word_starts(title: str) -> tuple[int, ...]:
    """Where each word begins."""
    positions, position = [], 0
    for word in split_words(title):
        positions.append(position)
        position += len(word)
    return tuple(positions)


def ends_at_word(starts: tuple[int, ...], start: int, end: int) -> bool:
    """Whether a part begins and ends between words: else it only looks like a name."""
    return start in starts and (end in starts or end > starts[-1])


def whole_parts(title: str) -> Iterator[tuple[int, int]]:
    """Parts that stay on one line, short names and notes in brackets included."""
    for pattern in whole_patterns():
        yield from (match.span() for match in pattern.finditer(title))
    opened: list[int] = []
    for position, sign in enumerate(title):
        if sign in OPENING:
            opened.append(position)
        elif sign in CLOSING and opened:
            start = opened.pop()
            longest = SHORT_NOTE if sign in "）〕" else SHORT_NAME
            if position - start - 1 <= longest:
                yield start, position + 1


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two words at all."""
    words = title_words()
    if NEVER_FIRST.match(after) or NEVER_LAST.search(before):
        return False
    if after in words["字尾"]:
        return False
    return after[0] != "（" or before[-1] in CLOSING


def break_cost(before: str, after: str) -> float:
    """How badly a break between two words reads."""
    words = title_words()
    quoted = after[0] in "《〈"
    if before in words["领起"]:
        return TORN if quoted else SEVERED
    if quoted or after == "关于":
        return FREE
    if after in words["依附"]:
        return TORN
    if before in words["动词"] or after in words["介词"] or before.isspace():
        return LEANING
    if before in words["连词"] and before != "、":
        return JOINING
    return LOOSE if before in ("的", "、") else USUAL


def word_breaks(title: str) -> Mapping[int, float]:
    """For a title that finds no place among the good breaks: between any two words."""
    return dict.fromkeys(word_starts(title)[1:], TORN)


def any_breaks(title: str) -> Mapping[int, float]:
    """For a title with a word longer than a line: anywhere."""
    return dict.fromkeys(range(1, len(title)), TORN)
