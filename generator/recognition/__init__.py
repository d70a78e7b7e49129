"""Recognition: which part of a 公文 each paragraph is, by its style or by its words, looks and place.

`recognise` is the way in.  One module per thing: `by_style` (styles of the contract), `forms` (what parts
look like as words), `lines`, `tables`, `heads`, `opening`, `closing`, `attachments`, `imprint`, `body`,
`headings`, `formats`, and `parts`, which cuts a file into its 公文 and lets the others settle them.

`plain.plain_facts` gives text without looks the facts that this reads, and `contents.read_contents` makes
trees of what it tells (`trees`: official documents with all that they enclose, or an article).

Rather 正文 or 其他 than a wrong guess: a wrong part would be reported as a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.recognition.body import is_text
from generator.recognition.by_style import is_styled
from generator.recognition.facts import DocumentFacts
from generator.recognition.front import settle_surroundings
from generator.recognition.headings import as_item, heading_of, level_siblings
from generator.recognition.lines import Line, lines_of
from generator.recognition.parts import Divider
from generator.recognition.roles import HeadingFacts, HeadingKind, Part, Recognised, Role
from generator.recognition.tables import settle_tables

__all__ = ["recognise"]

NUMBERED = frozenset({Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4, Role.BODY})


def recognise(facts: DocumentFacts) -> Recognised:
    """Tell the paragraphs of a file apart.

    Args:
        facts: Any file as it was read, a 公文 or not.

    Returns:
        A role for each paragraph, the 公文 in the file, and its numbered headings.  A file that holds
        no 公文 has no parts, and its paragraphs are 正文, 其他, 表格文字, 页码 or 空行 unless styles of
        the contract say more.
    """
    lines = lines_of(facts)
    styled = is_styled([line.role if line.fixed else None for line in lines if not line.blank])
    settle_tables(lines)
    settle_surroundings(lines)
    parts = Divider(facts, lines).divide()
    for line in lines:
        if line.role is None:
            line.role = Role.BODY if is_text(line) else Role.OTHER
    roles = tuple(line.role or Role.OTHER for line in lines)
    return Recognised(facts, roles, parts, styled, tuple(headings_in(lines, parts)))


def headings_in(lines: Sequence[Line], parts: Sequence[Part]) -> Iterator[HeadingFacts]:
    """The numbered headings and paragraphs that lie in a 公文.

    Headings typed in the style of running text right below each other are a list, and no headings.
    """
    if not parts:
        return
    first, last = parts[0].first, max(part.last for part in parts)
    worded = [line for line in lines[first - 1 : last] if not line.blank]
    found = [heading_of(line) if line.role in NUMBERED else None for line in worded]
    typed = [
        line.role is Role.BODY and heading is not None and heading.kind is HeadingKind.ALONE
        for line, heading in zip(worded, found, strict=True)
    ]
    listed = [
        heading if not heading or not is_listed(typed, at) else as_item(heading)
        for at, heading in enumerate(found)
    ]
    yield from level_siblings([heading for heading in listed if heading])


def is_listed(typed: Sequence[bool], at: int) -> bool:
    """Whether a heading that was typed stands right above or below another one."""
    return typed[at] and any((*typed[max(0, at - 1) : at], *typed[at + 1 : at + 2]))
