"""更正 and 去除 of single characters: full-width figures, brackets of numbers, strays, end marks.

A letter that only looks like a figure (O, l) is never changed: no figure may come or go by cleaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from generator.hanzi.docnumber import CLOSING, OPENING
from generator.hanzi.folding import CJK
from generator.importers.cleaning.lexicon import lexicon
from generator.importers.cleaning.rows import Change
from generator.source.invisible import INVISIBLE

FULL_WIDTH_FIGURES = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:(?<=[０-９])．[０-９]+)?％?|(?<=\d)％")
NUMBER_BRACKETS = re.compile(
    rf"(?<=[{CJK}])\s*(?P<open>[{OPENING}])\s*(?:19|20)\d{{2}}\s*年?\s*(?P<close>[{CLOSING}])"
    r"(?=\s*第?\s*\d{1,5}\s*号(?![楼院线]))"
)
YEARS_JOINED_BY_ONE = re.compile(r"(?<=[12]\d{3})一(?=(?:19|20)\d{2}年)")
LIST_DEBRIS = re.compile(rf"\s*(?P<dash>[-*•][^\S\n]+)(?=\d{{1,2}}[.．、]\s*[{CJK}《])")
UNSEEN = re.compile(f"{INVISIBLE.pattern}|[\u200c\u200d]")
"""What no record may hold, and the joiners, which Chinese has no use for."""


def correct_figures(text: str) -> Iterator[Change]:
    """Full-width figures and letters become half-width."""
    for match in FULL_WIDTH_FIGURES.finditer(text):
        yield Change(match.start(), match.end(), unicodedata.normalize("NFKC", match[0]))


def correct_number_brackets(text: str) -> Iterator[Change]:
    """The brackets around the year of a 发文字号 become 〔 〕 (GB/T 9704-2012, 7.2.5)."""
    for match in NUMBER_BRACKETS.finditer(text):
        for group, right in (("open", "〔"), ("close", "〕")):
            if match[group] != right:
                yield Change(match.start(group), match.end(group), right)


def correct_dashes(text: str) -> Iterator[Change]:
    """“一” between two years, which a scan has made of a dash."""
    for match in YEARS_JOINED_BY_ONE.finditer(text):
        yield Change(match.start(), match.end(), "—")


def correct_list_debris(text: str) -> Iterator[Change]:
    """A list mark in front of a number: - 2.某某表."""
    match = LIST_DEBRIS.match(text)
    if match:
        yield Change(match.start("dash"), match.end("dash"), "")


def correct_strays(text: str) -> Iterator[Change]:
    """Foreign words amid Chinese that stand for a Chinese one."""
    for match in stray_words().finditer(text):
        yield Change(match.start(), match.end(), lexicon().strays[match["word"]])


@cache
def stray_words() -> re.Pattern[str]:
    """The words of the lexicon between two Chinese characters, with the spaces around them."""
    words = "|".join(map(re.escape, sorted(lexicon().strays)))
    return re.compile(rf"(?<=[{CJK}])[^\S\n]*(?P<word>{words})[^\S\n]*(?=[{CJK}])")


def drop_invisible(text: str) -> Iterator[Change]:
    """Characters that are not seen: joiners, direction marks, soft hyphens, control characters."""
    for match in UNSEEN.finditer(text):
        yield Change(match.start(), match.end(), "")


def drop_end_mark(text: str) -> Iterator[Change]:
    """The mark that a journal sets behind the last sentence of an article."""
    marks = re.escape(lexicon().end_marks)
    match = re.search(rf"(?<=[。！？”）])[^\S\n]*(?P<mark>[{marks}])\s*$", text)
    if match:
        yield Change(match.start("mark"), match.end("mark"), "")
