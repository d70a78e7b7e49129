"""更正: spaces that typing and typesetting leave; those that part two things stay.

Inside a title (关于…的通知), beside the marks of a sentence, between a figure and its unit, in words that
are spread for their looks.  A space between two digits is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.hanzi.folding import CJK
from generator.hanzi.marks import cited_titles
from generator.importers.cleaning.lexicon import lexicon
from generator.importers.cleaning.rows import Change, is_hanzi, reads_as_running
from generator.recognition.forms import CLAUSE, genre_of

GAP = r"[^\S\n\t]+"
"""A tab parts what stands before it from what follows."""
BETWEEN_CHINESE = re.compile(rf"(?<=[{CJK}》〉]){GAP}(?=[{CJK}《〈])")
BEFORE_CLOSING = re.compile(rf"(?<=[^\s:：]){GAP}(?=[，、。；：？！）》〉”])|(?<=[{CJK}]){GAP}(?=[,;:?!)])")
AFTER_OPENING = re.compile(rf"(?<=[（《〈“]){GAP}|(?<=[(]){GAP}(?=[{CJK}])")
AFTER_STOP = re.compile(rf"(?<=[，、。；：？！,;]){GAP}(?=[{CJK}《“（(\d])")
AFTER_LABEL = re.compile(rf"\s*[（(][一二三四五六七八九十\d]{{1,3}}[）)](?P<gap>{GAP})(?=[{CJK}])")
IN_NUMBER = re.compile(rf"(?<=[〕\]】]){GAP}(?=\d{{1,5}}\s*号)|(?<=[{CJK}]){GAP}(?=[〔\[【](?:19|20)\d\d)")
ATTACHMENT = re.compile(rf"\s*附件(?P<gap>{GAP})\d{{1,2}}\s*")
LONGEST_TITLE = 150
MOST_DIGITS = 6
"""Of a whole number beside a space: with more, and no unit behind it, it may be a telephone number."""
LONGEST_LABEL = 2
"""In digits."""
NUMBERED = ("附件", "附表", "附图", "表", "图")
"""What is numbered: a space behind the number parts it from the title."""
FIGURE_MARKS = r"\d,.\-—–~〜至/"
FIGURE = rf"\d[{FIGURE_MARKS}]*+[%％‰]?"


def close_in_titles(text: str) -> Iterator[Change]:
    """Line breaks of a title that were left as spaces, in 《》 or where the line is the title."""
    for title, start, _ in cited_titles(text):
        if is_title(title):
            yield from close_title(title, start + 1)
    if is_title(text):
        yield from close_title(text, 0)


def is_title(text: str) -> bool:
    """Whether words are one title of a document: 关于…, with a 文种 at the end, and no sentence."""
    tight = "".join(text[: LONGEST_TITLE + 1].split())
    return (
        "关于" in tight and len(text) <= LONGEST_TITLE and not CLAUSE.search(tight) and bool(genre_of(tight))
    )


def close_title(text: str, offset: int) -> Iterator[Change]:
    """The spaces of one title; bodies that stand beside each other in front of 关于 stay apart."""
    gaps = list(BETWEEN_CHINESE.finditer(text))
    first = text.index("关") if "关于" not in text else text.index("关于")
    bodies = [gap for gap in gaps if gap.end() <= first]
    for gap in gaps:
        beside = gap in bodies and len(bodies) > 1
        if not beside and not genre_of(text[: gap.start()]) and not parts_titles(text, gap):
            yield Change(gap.start() + offset, gap.end() + offset, "")


def parts_titles(text: str, gap: re.Match[str]) -> bool:
    """Whether a space stands between two titles in 书名号."""
    return text[gap.start() - 1] in "》〉" and text[gap.end()] in "《〈"


def close_beside_marks(text: str) -> Iterator[Change]:
    """Spaces beside the marks of Chinese sentences."""
    for pattern in (BEFORE_CLOSING, AFTER_OPENING, IN_NUMBER):
        for match in pattern.finditer(text):
            yield Change(match.start(), match.end(), "")
    label = AFTER_LABEL.match(text) or ATTACHMENT.fullmatch(text)
    if label:
        yield Change(label.start("gap"), label.end("gap"), "")


def close_after_stops(text: str) -> Iterator[Change]:
    """Spaces behind the stops of running text; in a cell they may part its paragraphs."""
    if reads_as_running(text):
        for match in AFTER_STOP.finditer(text):
            yield Change(match.start(), match.end(), "")


def close_beside_figures(text: str) -> Iterator[Change]:
    """312 个 → 312个; 共 312 个 → 共312个: the space in front goes only where the one behind goes, too."""
    running = reads_as_running(text)
    for match in spaced_figures().finditer(text):
        before, after = match["before"] or "", match["after"] or ""
        unit = match["unit"] or ""
        if match["figure"].endswith(".") or is_label(match, running=running):
            continue
        if not unit and not (before and after and running and is_short(match["figure"])):
            continue
        if before and (after or not unit):
            yield Change(match.start("before"), match.end("before"), "")
        if after:
            yield Change(match.start("after"), match.end("after"), "")


@cache
def spaced_figures() -> re.Pattern[str]:
    """A figure with the spaces beside it, and the unit behind it if it has one."""
    units = "|".join(map(re.escape, sorted(lexicon().units, key=len, reverse=True)))
    return re.compile(
        rf"(?:(?<=[{CJK}])(?P<before>{GAP}))?(?<![{FIGURE_MARKS}])(?P<figure>{FIGURE})"
        rf"(?P<after>{GAP})?(?=[{CJK}])(?=(?P<unit>{units})?)"
    )


def is_label(match: re.Match[str], *, running: bool) -> bool:
    """Whether a figure is the number of an item or of a table, and no quantity: 附件1 …, 1 项目名称."""
    at = match.start("before") if match["before"] else match.start("figure")
    first = not running and at == len(match.string) - len(match.string.lstrip())
    return (first and len(match["figure"]) <= LONGEST_LABEL) or match.string.endswith(NUMBERED, 0, at)


def is_short(figure: str) -> bool:
    """Whether a figure is too short for a telephone number."""
    return sum(character.isdigit() for character in figure) <= MOST_DIGITS


def close_spread_words(text: str) -> Iterator[Change]:
    """合　计, 莒 县: words that are spread to fill a cell or a line; names of persons stay."""
    parts = text.split()
    tight = "".join(parts)
    single = all(len(part) == 1 and is_hanzi(part) for part in parts)
    place = len(parts) == 2 and tight[-1] in lexicon().place_kinds
    if len(parts) > 1 and single and (place or tight in lexicon().spread_words):
        for gap in BETWEEN_CHINESE.finditer(text):
            yield Change(gap.start(), gap.end(), "")
