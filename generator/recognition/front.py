"""What stands around the text: a table of contents, and the words above and below a table."""

from __future__ import annotations

from collections.abc import Sequence

from generator.recognition import forms
from generator.recognition.lines import Line
from generator.recognition.roles import Role

FEWEST_CONTENTS = 2
"""So many lines make a table of contents."""
MOST_CONTENTS = 1000
"""The longest law has not so many headings."""


def settle_surroundings(lines: Sequence[Line]) -> None:
    """Settle 目录 with its lines, and captions and remarks next to a table."""
    worded = [line for line in lines if not line.blank]
    settle_contents(worded)
    for at, line in enumerate(worded):
        if line.role is not None:
            continue
        above, below = worded[at - 1] if at else None, worded[at + 1] if at + 1 < len(worded) else None
        if is_contents(line) or (
            forms.CONTENTS_HEADING.fullmatch(line.tight) and below is not None and is_contents(below)
        ):
            line.takes(Role.FRONT_MATTER)
        elif is_table_word(line, above, below):
            line.takes(Role.TABLE_TEXT)


def settle_contents(worded: Sequence[Line]) -> None:
    """Settle a 目录 without page numbers: the lines below its heading that come again in the text."""
    for at, line in enumerate(worded):
        if line.role is not None or not forms.CONTENTS_HEADING.fullmatch(line.tight):
            continue
        end = end_of_contents(worded, at + 1)
        for listed in worded[at:end] if end > at + FEWEST_CONTENTS else ():
            listed.takes(Role.FRONT_MATTER)


def end_of_contents(worded: Sequence[Line], start: int) -> int:
    """Where a list of headings ends: where its first line comes again."""
    listed: set[str] = set()
    for at in range(start, min(start + MOST_CONTENTS, len(worded))):
        line = worded[at]
        if line.role is not None or forms.is_sentence(line.tight):
            return start
        if line.tight in listed:
            return at if line.tight == worded[start].tight else start
        listed.add(line.tight)
    return start


def is_contents(line: Line) -> bool:
    """Whether a line is one of a table of contents: a name, dots or a field, a page."""
    made = any(run.field.strip().startswith(("PAGEREF", "TOC")) for run in line.facts.runs)
    return made or bool(forms.CONTENTS_LINE.fullmatch(line.tight))


def is_table_word(line: Line, above: Line | None, below: Line | None) -> bool:
    """Whether a line belongs to a table: its caption or unit above, its remark below."""
    if line.apart or forms.is_sentence(line.tight.rstrip("。")):
        return False
    if below is not None and is_cell(below):
        return bool(forms.TABLE_REMARK.fullmatch(line.tight) or forms.TABLE_CAPTION.fullmatch(line.tight))
    return above is not None and is_cell(above) and bool(forms.TABLE_REMARK.fullmatch(line.tight))


def is_cell(line: Line) -> bool:
    """Whether a line stands in a table that is one."""
    return line.role is Role.TABLE_TEXT and line.facts.table is not None
