"""Running text, headings, and what is neither (clause 7.3.3)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.recognition import forms
from generator.recognition.attachments import settle_unlabelled
from generator.recognition.headings import heading_of, level_role
from generator.recognition.lines import Line
from generator.recognition.roles import Role

SHORTEST_TEXT = 30
"""In characters: words of that length are running text even where a full stop is missing."""


def settle_body(lines: Sequence[Line], names: Collection[str]) -> None:
    """Give headings, running text and everything else of a stretch their roles."""
    settle_unlabelled(lines, names)
    for line in lines:
        if line.role is None:
            line.takes(body_role(line))


def body_role(line: Line) -> Role:
    """The role of a line in a body by itself."""
    level = level_role(heading_of(line))
    if level and not (line.centred or line.apart):
        return level
    return Role.BODY if is_text(line) else Role.OTHER


def is_text(line: Line) -> bool:
    """Whether a line is running text: a sentence, or long; not centred, no row of words with tabs."""
    if line.apart or line.centred or "\t" in line.text.strip():
        return False
    if forms.CONTENTS_LINE.fullmatch(line.tight) or forms.TABLE_REMARK.fullmatch(line.tight):
        return forms.is_sentence(line.tight)
    return (
        forms.is_sentence(line.tight)
        or len(line.tight) >= SHORTEST_TEXT
        or line.tight.endswith(("：", ":"))
        or "，" in line.tight
        or "," in line.tight
    )
