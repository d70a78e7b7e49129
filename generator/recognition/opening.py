"""What stands between the 版头 and the text: 标题 and 主送机关 (clauses 7.3.1 and 7.3.2)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.hanzi.marks import CLOSERS, OPENERS
from generator.recognition import forms
from generator.recognition.headings import label_of
from generator.recognition.lines import Line
from generator.recognition.roles import Role

MOST_TITLE_LINES = 7
LONGEST_TITLE = 120
LONGEST_NAME = 40
"""Of one body or class of bodies among the 主送机关, in characters."""
MOST_ADDRESSEE_LINES = 4


def find_title(lines: Sequence[Line], *, headed: bool = False) -> int:
    """How many of the first lines are the 标题, which may be broken into paragraphs; 0 for none.

    Below a 版头 (`headed`) one short line above running text is a title even without a 文种.
    """
    if lines and lines[0].fixed:
        return first_other(lines, Role.TITLE)
    if is_spoiled_head(lines):
        return 0
    told = count_shown(lines) or count_told(lines)
    return told or int(headed and is_title_above_text(lines))


def first_other(lines: Sequence[Line], role: Role) -> int:
    """How many of the first lines have a role by style."""
    return next((at for at, line in enumerate(lines) if line.role is not role), len(lines))


def is_spoiled_head(lines: Sequence[Line]) -> bool:
    """Whether the first line is of a 版头 that was not told as one: 关于 stands below it, not in it."""
    below = any("关于" in line.tight for line in lines[1:MOST_TITLE_LINES])
    return below and bool(forms.SPOILED_HEAD.fullmatch(lines[0].tight))


def count_shown(lines: Sequence[Line]) -> int:
    """Title lines by their looks: centred or large, as long as they look alike and do not end it."""
    count = 0
    for line in lines[:MOST_TITLE_LINES]:
        if not (line.centred or line.large) or not may_be_title(line):
            break
        if count and is_ended(lines[:count]) and not continues(line, lines[count - 1]):
            break
        count += 1
    return count


def count_told(lines: Sequence[Line]) -> int:
    """Title lines by their words: down to the 文种, or to the 主送机关, or the one line above a sentence."""
    for count in range(1, min(len(lines), MOST_TITLE_LINES) + 1):
        line = lines[count - 1]
        if not may_be_title(line) or is_addressees(line):
            break
        if is_ended(lines[:count]):
            return count + sum(1 for one in lines[count : count + 1] if forms.STATUS.fullmatch(one.tight))
        if count < len(lines) and is_addressees(lines[count]):
            return count
    return 0


def is_title_above_text(lines: Sequence[Line]) -> bool:
    """Whether one line that could be a title, and is no name of a body, stands above running text."""
    if len(lines) < 2 or forms.BODY_NAME.fullmatch(lines[0].tight):
        return False
    return may_be_title(lines[0]) and forms.is_sentence(lines[1].tight)


def may_be_title(line: Line) -> bool:
    """Whether words could be a line of a title: no sentence, no heading, no list, no date."""
    if line.fixed or line.apart or len(line.tight) > LONGEST_TITLE or is_addressees(line):
        return False
    if forms.PAGE_FACT.fullmatch(line.tight) or forms.NUMBER.fullmatch(line.tight):
        return False
    if forms.ENACTED_HERE.match(line.tight):
        return False
    shown = line.centred or line.large
    if forms.is_sentence(line.tight.removesuffix("。") if shown else line.tight) or line.tight.endswith(
        ("：", ":", "，", ",")
    ):
        return False
    dated = forms.DATE.fullmatch(line.tight.strip("（）()")) or is_issued_on(line)
    return not (dated or label_of(line))


def is_issued_on(line: Line) -> bool:
    """Whether a line names who issued minutes and when, as some print it under their number."""
    return is_issued_words(line.tight) and not line.fixed


def is_issued_words(tight: str) -> bool:
    """Whether words without spaces name a body and a day, and nothing else."""
    return bool(forms.PRINTER_AND_DATE.fullmatch(tight))


def is_ended(lines: Sequence[Line]) -> bool:
    """Whether lines joined end with a 文种, outside 书名号."""
    joined = "".join(line.tight for line in lines)
    depth = sum(joined.count(one) for one in OPENERS) - sum(joined.count(one) for one in CLOSERS)
    return depth == 0 and bool(forms.genre_of(joined))


def continues(line: Line, before: Line) -> bool:
    """Whether a line goes on with a title that could end here: （试行）, or 的通知 in the same looks."""
    if forms.STATUS.fullmatch(line.tight):
        return True
    return line.tight.startswith(("的", "》", "〉")) and line.large == before.large


def find_addressees(lines: Sequence[Line], mark: str = "") -> int:
    """How many of the first lines are the 主送机关, up to the one that ends in a colon; 0 for none.

    Below a 版头 with a mark names without a colon count, too, unless they are those of the mark.
    """
    if lines and lines[0].fixed:
        return first_other(lines, Role.ADDRESSEES)
    for count, line in enumerate(lines[:MOST_ADDRESSEE_LINES], start=1):
        if is_addressees(line):
            return count
        if not line.tight.endswith(("，", "、", ",")) or not are_names(line.tight.rstrip("，、,")):
            break
    below_mark = mark and len(lines) > 1 and not mark.startswith(lines[0].tight)
    return int(bool(below_mark) and is_unmarked(lines[0], lines[1]))


def is_addressees(line: Line) -> bool:
    """Whether a line names those addressed and ends in a colon."""
    if line.fixed:
        return line.role is Role.ADDRESSEES
    text = line.tight
    if forms.PAGE_FACT.fullmatch(text):
        return False
    return text.endswith(("：", ":")) and are_names(text.rstrip("：:")) and not label_of(line)


def are_names(text: str) -> bool:
    """Whether words could be names of bodies with 、 and ， between."""
    if not text or forms.CLAUSE.search(text) or "：" in text or forms.NOT_ADDRESSED.search(text):
        return False
    names = text.replace("、", "，").replace(",", "，").split("，")
    return all(0 < len(name) <= LONGEST_NAME for name in names)


def is_unmarked(line: Line, below: Line) -> bool:
    """Whether a line names bodies but lacks its colon: flush left, with running text below."""
    names = line.tight.replace("、", "，").split("，")
    known = all(forms.BODY_NAME.fullmatch(name) or name.endswith(("单位", "部门")) for name in names)
    plain = not (line.centred or line.facts.first_line or line.apart or line.fixed)
    return known and plain and forms.is_sentence(below.tight) and not forms.genre_of(line.tight)
