"""Signs of Markdown in a text from a repository: comments are removed, the # of headings goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.importers.cleaning.rows import Change, Row, standing

OPENS, CLOSES = "<!--", "-->"
COMMENT = "Markdown 注释"
SIGN = re.compile(r"\s*#{1,6}[ \u3000\t]+(?=\S)")
"""A sign without a space behind it is a word: #号文件."""


def remove_comments(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Lines that are a comment as a whole, or lie in one; a comment that nothing closes is none."""
    left = standing(rows)
    at = 0
    while at < len(left):
        end = end_of_comment(left, at)
        yield from ((row, COMMENT) for row in left[at:end])
        at = max(end, at + 1)


def end_of_comment(rows: Sequence[Row], start: int) -> int:
    """Behind which row the comment ends that begins with a row; the row itself where none begins."""
    if not rows[start].folded.startswith(OPENS) or rows[start].in_table:
        return start
    for at in range(start, len(rows)):
        head, closed, rest = rows[at].folded.partition(CLOSES)
        if closed:
            return start if rest or OPENS in head[len(OPENS) * (at == start) :] else at + 1
    return start


def drop_heading_signs(text: str) -> Iterator[Change]:
    """The # in front of a heading."""
    found = SIGN.match(text)
    if found:
        yield Change(found.start(), found.end(), "")
