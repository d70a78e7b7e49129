"""Marks that do not pair (TERM002), and 、 between adjacent 《》 or quotation marks (TERM003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.wording.written import Slip, Written, around

UNPAIRED, ADJACENT = "TERM002", "TERM003"
OPENERS = {"“": "”", "‘": "’", "（": "）", "【": "】", "〔": "〕", "(": ")"}
CLOSERS = {closer: opener for opener, closer in OPENERS.items()}
SAME_FAMILY = {"(": "（", ")": "）"}
"""Half-width brackets are another rule's affair; here they pair with full-width ones."""
NUMBER_MARK = re.compile(r"(?:^|[\s，。；：、])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
"""What stands before the bracket of 1）, which has no first half."""
STRAIGHT = re.compile('(?<=[\u4e00-\u9fff，。：])"|"(?=[\u4e00-\u9fff])')
BASIS_ADJACENT = "GB/T 15834-2011：标有书名号、引号的并列成分之间通常不用顿号"
TITLE = "《[^《》]{1,80}》"
QUOTED = "“[^“”]{1,30}”"
RUN = re.compile(rf"{TITLE}(?:、{TITLE})+|{QUOTED}(?:、{QUOTED})+")
BRACKET_BEFORE = re.compile("[）)〕][、和及]$")


def check_pairs(written: Written) -> Iterator[Slip]:
    """The first mark of a text without its other half; those after it usually follow from it."""
    fault = first_unpaired(written.text)
    if fault is not None:
        position, message = fault
        shown = around(written.text, position, position + 1)
        yield Slip(UNPAIRED, f"“{shown}”一处：{message}", "补上缺的一半，或删去多的一半", position)
    match = STRAIGHT.search(written.text)
    if match:
        shown = around(written.text, match.start(), match.end())
        yield Slip(UNPAIRED, f"“{shown}”里用了西文直引号", "中文用“”", match.start())


def first_unpaired(text: str) -> tuple[int, str] | None:
    """Place and fault of the first mark that has no other half."""
    open_marks: list[tuple[int, str]] = []
    for position, printed in enumerate(text):
        mark = SAME_FAMILY.get(printed, printed)
        if mark in OPENERS:
            open_marks.append((position, mark))
        elif mark in CLOSERS and not is_apostrophe(text, position, mark):
            if open_marks and OPENERS[open_marks[-1][1]] == mark:
                open_marks.pop()
            elif not (mark == "）" and NUMBER_MARK.search(text[max(position - 4, 0) : position])):
                return position, told(printed, open_marks)
    left = [(place, mark) for place, mark in open_marks if place or mark not in "“‘"]
    return (left[0][0], f"“{text[left[0][0]]}”没有对应的后一半") if left else None


def told(printed: str, open_marks: list[tuple[int, str]]) -> str:
    """What is wrong with a closing mark."""
    return f"“{open_marks[-1][1]}”与“{printed}”不成对" if open_marks else f"“{printed}”没有对应的前一半"


def is_apostrophe(text: str, position: int, mark: str) -> bool:
    """Whether ’ stands in a Latin word."""
    return mark == "’" and text[max(position - 1, 0) : position].isascii() and position > 0


def check_adjacent(written: Written) -> Iterator[Slip]:
    """《甲》、《乙》 without other words between; where a bracket stands behind one of them 、 is right."""
    text = written.printed or written.text
    for match in RUN.finditer(text):
        before, after = text[max(match.start() - 2, 0) : match.start()], text[match.end() : match.end() + 1]
        if BRACKET_BEFORE.search(before) or after in ("（", "("):
            continue
        closer, opener = ("》", "《") if match[0][0] == "《" else ("”", "“")
        spot = match[0].index(f"{closer}、{opener}")
        shown = around(match[0], spot, spot + 3)
        message = f"“{shown}”相邻的{'书名号' if opener == '《' else '引号'}之间用了顿号"
        hint = f"删去顿号，写成“{closer}{opener}”；其间有括注等其他成分的，可用顿号"
        yield Slip(ADJACENT, message, hint, match.start(), BASIS_ADJACENT)
