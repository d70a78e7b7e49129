"""What a web page says about a text in lines of its own, as candidates for what the text itself lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.hanzi.docnumber import find_numbers
from generator.recognition import forms
from generator.recognition.recovered import Doubt
from generator.recognition.trees.closing import day_of
from generator.recognition.trees.pieces import Grid, Piece, Reading, Words

KEYS = {
    "文号": ("发文字号", "文号"),
    "成文日期": ("成文日期", "发文日期", "生成日期"),
    "发文机关": ("发文机关", "发文机构", "发文单位", "发布机构"),
}
"""Elements that pages name, and under which words."""
FACT = re.compile(r"[•·●\-*]?[【\[]?(?P<key>[\u4e00-\u9fff]{2,6})[】\]]?[：:](?P<value>.*)")
FACT_LENGTH = 200
DAY = re.compile(r"(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?")


def with_candidates(doubts: Sequence[Doubt], outside: Sequence[Piece], reading: Reading) -> tuple[Doubt, ...]:
    """The doubts, those about something missing with the candidates that stand outside the text."""
    said = {**dict(said_in_tables(outside, reading)), **dict(said_outside(outside))}
    return tuple(
        replace(doubt, candidates=(said[doubt.element],))
        if doubt.element in said and not doubt.candidates
        else doubt
        for doubt in doubts
    )


def said_outside(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Elements and what is said of them; a value may stand on the line below its key."""
    words = [piece for piece in pieces if isinstance(piece, Words)]
    for at, piece in enumerate(words):
        match = FACT.fullmatch(piece.tight[:FACT_LENGTH])
        if match is None:
            continue
        below = words[at + 1].tight if at + 1 < len(words) else ""
        yield from told_of(match["key"], match["value"] or below)


def said_in_tables(pieces: Sequence[Piece], reading: Reading) -> Iterator[tuple[str, str]]:
    """Elements and what the cell beside them says, in the table of the 索引号 above a text."""
    for piece in pieces:
        if not isinstance(piece, Grid):
            continue
        for row in reading.facts.tables[piece.index].rows:
            cells = ["".join(map(reading.words, cell.paragraphs)) for cell in row]
            for key, value in pairwise("".join(cell.split()) for cell in cells):
                yield from told_of(key.strip("【】[]:："), value)


def told_of(key: str, value: str) -> Iterator[tuple[str, str]]:
    """The element that pages call by a word, with its value."""
    for element, keys in KEYS.items():
        if key in keys and (told := value_of(element, value)):
            yield element, told


def value_of(element: str, text: str) -> str:
    """The value of an element in the words behind its key; empty where it is none."""
    if element == "文号":
        return next((str(number) for number, _, _ in find_numbers(text)), "")
    if element == "成文日期":
        found = DAY.search(text)
        day = day_of(found[0]) if found else None
        return day.isoformat() if day else ""
    return text if forms.BODY_NAME.fullmatch(text) else ""
