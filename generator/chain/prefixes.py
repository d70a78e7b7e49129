"""Bodies that a title begins with, and whether such a name can mean a given body."""

from __future__ import annotations

import re
from collections.abc import Collection

STATE = "中华人民共和国"
BODY_WORD = "部|厅|局|委员会|办公厅|办公室|人民政府|政府|国务院|总局|管委会|委"
BEFORE_ABOUT = re.compile(rf"^(?P<body>[\u4e00-\u9fff、 ]{{2,40}}?(?:{BODY_WORD}))(?=关于)")
SEPARATORS = " 、，和"


def split_body(title: str, names: Collection[str]) -> tuple[str, str]:
    """The body that a title begins with (empty if it names none), and the rest.

    Args:
        title: a title without spaces.
        names: full and short names of the bodies that are known.
    """
    rest = title
    while True:
        known = longest_start(rest, names)
        if not known:
            break
        rest = rest[len(known) :].lstrip(SEPARATORS)
    if rest == title:
        found = BEFORE_ABOUT.match(title)
        rest = title[found.end() :] if found else title
    return title[: len(title) - len(rest)].strip(SEPARATORS), rest


def longest_start(text: str, names: Collection[str]) -> str:
    """The longest known name that a text begins with; 《濮阳市财政局办法》 begins with 濮阳市财政局."""
    starts = (text[:length] for length in range(min(len(text) - 2, 30), 1, -1))
    return next((start for start in starts if start in names), "")


def can_mean(name: str, full_names: Collection[str]) -> bool:
    """Whether a body named in a citation can be one of some bodies: 省财政厅 can be 山东省财政厅.

    A list of bodies can be the first of them; 国务院办公厅 is not 国务院.
    """
    return any(full.endswith(name) or leads(name, full) for full in full_names)


def leads(name: str, full: str) -> bool:
    """Whether a list of bodies begins with one."""
    return name.startswith(full) and not name[len(full) :].startswith("办")
