"""附件: 附件标识 and 附件标题 on pages of their own (clause 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.hanzi.marks import bare_title
from generator.recognition import forms
from generator.recognition.lines import Line
from generator.recognition.opening import may_be_title
from generator.recognition.roles import Role

NOTE_LABEL = re.compile(r"^[-•·—–]*附件?[：:]?|^[-•·—–]*")
NOTE_NUMBER = re.compile(r"^[-•·—–]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、：:）)]")
MOST_TITLE_LINES = 5
LONGEST_TITLE = 60


def is_label(line: Line) -> bool:
    """Whether a line is an 附件标识; with its title on the same line only where it opens a page."""
    if line.fixed:
        return line.role is Role.ATTACHMENT_LABEL
    if line.role is not None or line.apart or (line.centred and not line.opens_page):
        return False
    if forms.ATTACHMENT_LABEL.fullmatch(line.tight):
        return True
    both = forms.ATTACHMENT_LABEL_AND_TITLE.fullmatch(line.tight)
    return bool(both) and line.opens_page and not forms.is_sentence(line.tight)


def names_in_notes(lines: Sequence[Line]) -> frozenset[str]:
    """The names that an 附件说明 lists, without labels and numbers."""
    names: list[str] = []
    for line in lines:
        if line.role is not Role.ATTACHMENT_NOTE:
            continue
        text = bare_title(line.tight)
        starts = forms.NOTE_ITEM.fullmatch(line.tight) or text.startswith("附") or not names
        bare = NOTE_NUMBER.sub("", NOTE_LABEL.sub("", text)).rstrip("。；")
        names = [*names, bare] if starts else [*names[:-1], names[-1] + bare]
    return frozenset(name for name in names if name)


def settle_title(lines: Sequence[Line], names: Collection[str]) -> int:
    """The 附件标题 at the head of an attachment's lines, below its label; gives how many lines it takes."""
    count = count_named(lines, names) or count_shown(lines) or count_first(lines)
    for line in lines[:count]:
        line.takes(Role.ATTACHMENT_TITLE)
    return count


def count_named(lines: Sequence[Line], names: Collection[str]) -> int:
    """Title lines that joined are a name in the 附件说明."""
    joined = ""
    for count, line in enumerate(lines[:MOST_TITLE_LINES], start=1):
        if line.role not in {None, Role.ATTACHMENT_TITLE}:
            break
        joined += line.tight
        if bare_title(joined) in names:
            return count
    return 0


def count_shown(lines: Sequence[Line]) -> int:
    """Title lines by style, or by their looks: centred or large, all alike."""
    count = 0
    for line in lines[:MOST_TITLE_LINES]:
        if line.fixed and line.role is Role.ATTACHMENT_TITLE:
            count += 1
            continue
        alike = line.large == lines[0].large and line.number <= lines[0].number + count
        if line.role is not None or not (line.centred or line.large) or not alike or not may_be_title(line):
            break
        count += 1
    return count


def count_first(lines: Sequence[Line]) -> int:
    """The first line, where it reads as a title; without looks only one line can be told."""
    first = lines[0] if lines else None
    if first is None or first.role is not None or first.centred:
        return 0
    return int(may_be_title(first) and len(first.tight) <= LONGEST_TITLE)


def settle_unlabelled(lines: Sequence[Line], names: Collection[str]) -> None:
    """Titles of attachments whose label is missing: lines that are a name in the 附件说明."""
    for line in lines:
        if line.role is None and not line.apart and bare_title(line.tight) in names:
            line.takes(Role.ATTACHMENT_TITLE)
