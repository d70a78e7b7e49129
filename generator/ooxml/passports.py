"""The passport of a bound figure: the name of the bookmark around it in a Word file.

A bookmark, and no content control: it moves no letter in any program that lays the page out, survives
whoever saves the file again, and readers that pass over controls still see the figure.

Word takes names of at most 40 letters, digits and underscores that begin with a letter, each once in a
file.  So the name is the record's path as far as that goes, then a checksum of the whole of it, then a
number where the figure stands again.
"""

from __future__ import annotations

import re
from hashlib import sha256

LONGEST_PATH = 27
"""With checksum and number the name stays within Word's 40 characters."""
CHECKSUM = 8
MOST_TIMES = 999
"""Further places of one figure bear no passport: the name would be too long."""
UNFIT = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff]+")
FORM = re.compile(rf"(?P<passport>\S{{1,{LONGEST_PATH}}}_[0-9a-f]{{{CHECKSUM}}})(?:_\d{{1,3}})?")
COMPUTED = "计算"
"""Stands for the record where the document itself computed the figure."""


def passport_of(record: str, path: str) -> str:
    """The passport of a figure, equal wherever the figure stands.

    Args:
        record: the 编号 of the record that it was read from; empty for what the document itself computed.
        path: the keys that lead to it within the record.
    """
    full = f"{record or COMPUTED}#{path}"
    readable = UNFIT.sub("_", full)[:LONGEST_PATH]
    lettered = readable if readable[0].isalpha() else f"数{readable[:-1]}"
    return f"{lettered}_{sha256(full.encode('utf-8')).hexdigest()[:CHECKSUM]}"


def bookmark_name(passport: str, times: int) -> str:
    """The name of the bookmark where a figure stands for the first, second, … time; empty past the last."""
    if times > MOST_TIMES:
        return ""
    return passport if times == 1 else f"{passport}_{times}"


def passport_in(name: str) -> str:
    """The passport that a bookmark bears; empty where it is none of ours."""
    match = FORM.fullmatch(name)
    return match["passport"] if match else ""
