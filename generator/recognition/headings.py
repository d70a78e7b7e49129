"""Numbers of the four levels (clause 7.3.3) in right and wrong spellings, and the headings behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import numeric

from generator.hanzi.numerals import label_value
from generator.recognition import forms
from generator.recognition.faces import LEVEL_FACES, is_wholly
from generator.recognition.lines import LONGEST_FORM, Line
from generator.recognition.roles import HeadingFacts, HeadingKind, Role
from generator.standard import gbt9704

CHINESE = "[一二三四五六七八九十百]{1,5}"
CIRCLED = "①-⑳㉑-㉟"
BRACKETED_CHINESE = "㈠-㈩"
BRACKETED_FIGURES = "⑴-⒇"
POINTED_FIGURES = "⒈-⒛"
LABELS = (
    (1, re.compile(rf"(?P<n>{CHINESE})\s?[、.．，,]")),
    (2, re.compile(rf"[（(]\s?(?P<n>{CHINESE})\s?[）)]\s?[、.．]?|(?P<sign>[{BRACKETED_CHINESE}])[、.．]?")),
    (3, re.compile(rf"(?P<n>\d{{1,2}})\s?[.．、](?![\d])|(?P<sign>[{POINTED_FIGURES}])")),
    (
        4,
        re.compile(
            rf"[（(]\s?(?P<n>\d{{1,2}})\s?[）)]\s?[、.．]?|(?P<m>\d{{1,2}})[）)]"
            rf"|(?P<sign>[{CIRCLED}{BRACKETED_FIGURES}])[、.．]?"
        ),
    ),
)
LEVELS = (Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4)
LONGEST_HEADING = 50
"""In characters: longer words without a full stop are running text."""
LONGEST_SENTENCE = 40
"""Of a heading that runs into its paragraph, up to its full stop."""
LONGEST_TYPED = 16
"""Of a heading that was typed in the style of running text."""
MOST_COMMAS = 1


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the head of a line: its level, value, print, and where it ends in the line's words."""

    level: int
    value: int
    printed: str
    end: int


def label_of(line: Line) -> Label | None:
    """The number that a line begins with, if it begins with one."""
    text = line.text[:LONGEST_FORM]
    start = len(text) - len(text.lstrip())
    for level, form in LABELS:
        match = form.match(text, start)
        value = value_of(match) if match else 0
        if match and value:
            return Label(level, value, match[0].strip(), match.end())
    return None


def value_of(match: re.Match[str]) -> int:
    """What a number counts; 0 where it is none."""
    groups = {name: found for name, found in match.groupdict().items() if found}
    if "sign" in groups:
        return int(numeric(groups["sign"]))
    return label_value(groups.get("n") or groups["m"])


def heading_of(line: Line) -> HeadingFacts | None:
    """The numbered heading or item that a line is or begins with."""
    label = label_of(line)
    if label is None:
        return None
    kind, end = measure(line, label)
    automatic = len(line.facts.numbering)
    return HeadingFacts(
        line.number, label.level, label.value, label.printed, max(0, end - automatic), kind, bool(automatic)
    )


def measure(line: Line, label: Label) -> tuple[HeadingKind, int]:
    """What kind of heading it is, and where it ends in the line's words."""
    text = line.text
    words = text[label.end : label.end + LONGEST_FORM].strip()
    if is_alone(line, words) or is_stopped(line, label.level, words):
        return HeadingKind.ALONE, len(text)
    stop = text.find("。", label.end, label.end + LONGEST_SENTENCE)
    if stop > 0 and text[stop + 1 :].strip() and is_short_sentence(text[label.end : stop]):
        return HeadingKind.RUN_IN, stop + 1
    return HeadingKind.ITEM, label.end


def is_alone(line: Line, words: str) -> bool:
    """Whether words behind a number are a heading: short, and no sentence."""
    if line.fixed:
        return line.role in LEVELS or is_typed(line, words)
    if not words or len(words) > LONGEST_HEADING or "\t" in words:
        return False
    return not forms.CLAUSE.search(words) and not words.endswith(("：", ":", "，", ",", "、"))


def is_typed(line: Line, words: str) -> bool:
    """Whether somebody typed a heading 一、… in the style of running text: a few words without any mark."""
    label = label_of(line)
    first = line.role is Role.BODY and label is not None and label.level == 1
    return first and 1 < len(words) <= LONGEST_TYPED and not re.search(r"[。；;！!？?：:，,、\t]", words)


def is_stopped(line: Line, level: int, words: str) -> bool:
    """Whether words are a heading that ends in 。 on a line of its own: its face tells it from an item."""
    face = LEVEL_FACES.get(level)
    bare = words.removesuffix("。")
    if line.fixed or face is None or bare == words or len(bare) > LONGEST_SENTENCE or "\t" in bare:
        return False
    short = not forms.CLAUSE.search(bare) and is_short_sentence(bare)
    return short and is_wholly(gbt9704(), face, line.facts)


def is_short_sentence(words: str) -> bool:
    """Whether a first sentence can be a heading: one thought, without list or colon."""
    return len(words.strip()) > 1 and words.count("，") <= MOST_COMMAS and not re.search(r"[；：:]", words)


def level_role(heading: HeadingFacts | None) -> Role | None:
    """The role of a line that is a heading and nothing else."""
    return LEVELS[heading.level - 1] if heading and heading.kind is HeadingKind.ALONE else None


# --- siblings --------------------------------------------------------------------------------------


def as_item(heading: HeadingFacts) -> HeadingFacts:
    """The number alone, with running text behind it."""
    return replace(heading, kind=HeadingKind.ITEM, end=len(heading.label))


def level_siblings(headings: Sequence[HeadingFacts]) -> Iterator[HeadingFacts]:
    """The headings, without those that only look run in: most of their siblings are items.

    Siblings count on from each other on one level; a short first sentence of one of them is then a
    sentence like the others.
    """
    running: dict[int, list[int]] = {}
    groups: list[list[int]] = []
    for at, heading in enumerate(headings):
        for level in [one for one in running if one > heading.level]:
            del running[level]
        group = running.get(heading.level)
        if group is None or headings[group[-1]].value >= heading.value:
            group = running[heading.level] = []
            groups.append(group)
        group.append(at)
    items = {at for group in groups for at in alike(headings, group)}
    yield from (as_item(heading) if at in items else heading for at, heading in enumerate(headings))


def alike(headings: Sequence[HeadingFacts], group: Sequence[int]) -> Iterator[int]:
    """Which of some siblings are run in although more of them are items."""
    kinds = [headings[at].kind for at in group]
    if kinds.count(HeadingKind.ITEM) > kinds.count(HeadingKind.RUN_IN) and HeadingKind.ALONE not in kinds:
        yield from (at for at in group if headings[at].kind is HeadingKind.RUN_IN)
