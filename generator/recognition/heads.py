"""Where a 公文 begins: the lines of its 版头, from 份号 down to the red rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.recognition import forms
from generator.recognition.lines import Line
from generator.recognition.opening import find_title
from generator.recognition.roles import Role

MOST_LINES = 24
"""A 版头 with a joint mark and many signers is not longer."""
BEFORE_FIRST = 3
"""So many lines of something else may stand above a 版头 without mark, at the beginning of a file."""
CORNER = (
    (Role.COPY_NUMBER, forms.COPY_NUMBER),
    (Role.SECRECY, forms.SECRECY),
    (Role.URGENCY, forms.URGENCY),
)
HEAD_ROLES = frozenset(
    {
        *(Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.MARK),
        *(Role.NUMBER, Role.SIGNERS, Role.RED_RULE),
    }
)
ONCE = frozenset({Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY})
ENDINGS = ("文件", "令", "纪要")
TITLE_LINES = 8
ENACTING_LINES = 3
"""Among so many lines below mark and number an order says what it enacts."""
MARK_FORMS = (forms.MARK_OF_FILES, forms.MARK_OF_ORDERS, forms.MARK_OF_MINUTES, forms.BODY_NAME)


@dataclass(frozen=True, slots=True)
class Head:
    """A 版头: where its lines begin and end in the flow of lines (the end is exclusive)."""

    start: int
    end: int
    mark: str
    """The words of the mark, of several lines joined; empty where it is not in the file."""


def find_heads(flow: Sequence[Line]) -> list[Head]:
    """Every 版头 in a flow of lines (no empty ones but rules), in order; their lines get their roles."""
    heads: list[Head] = []
    at = 0
    while at < len(flow):
        run = HeadRun(flow, at)
        if run.is_head():
            heads.append(run.settle())
        at = max(run.end, at + 1)
    return heads


class HeadRun:
    """Lines in a row that could all stand in a 版头."""

    def __init__(self, flow: Sequence[Line], start: int) -> None:
        self.flow = flow
        self.start = self.end = start
        self.roles: list[Role] = []
        while len(self.roles) < MOST_LINES and self.end < len(flow) and (role := self.next_role()):
            self.roles.append(role)
            self.end += 1

    def next_role(self) -> Role | None:
        """What the next line would be in this 版头; None where it does not belong to it."""
        line = self.flow[self.end]
        if self.roles and line.opens_page and not line.apart:
            return None
        role = head_role(line, self.roles, self.mark)
        again = role in ONCE and role in self.roles
        return None if again or (role is Role.MARK and Role.NUMBER in self.roles) else role

    @property
    def lines(self) -> Sequence[Line]:
        """The lines taken so far."""
        return self.flow[self.start : self.end]

    def told(self, role: Role) -> list[Line]:
        """The lines in one role."""
        return [line for line, one in zip(self.lines, self.roles, strict=True) if one is role]

    @property
    def mark(self) -> str:
        """The words of the mark."""
        return "".join(without_serial(line.tight) for line in self.told(Role.MARK))

    def is_head(self) -> bool:
        """Whether these lines are a 版头, and not words that only look like one.

        A mark is certain by style, or in red with 文件, 发文字号 or a title below.  By its words alone it
        needs its 发文字号, and without 文件 the beginning of a page (plain text knows none) and a title
        below; the mark of a body with 文件 that opens the file right above a title needs none.  A 发文字号
        without a mark is one at the beginning of a file, above a title.
        """
        marks, numbers = self.told(Role.MARK), self.told(Role.NUMBER)
        if any(line.fixed for line in (*marks, *numbers)):
            return True
        if any(line.red and line.large for line in marks):
            return bool(numbers) or self.mark.endswith(ENDINGS) or self.is_above_title()
        if any(is_enacting(line) for line in marks):
            below = self.flow[self.end : self.end + ENACTING_LINES]
            return any(forms.ENACTING.search(line.tight) for line in below)
        if marks:
            opening = self.start <= BEFORE_FIRST or self.lines[0].opens_page or self.lines[0].bare
            told = self.mark.endswith("文件") or (
                opening and (self.says_ending(marks) or self.is_above_title())
            )
            return (bool(numbers) and told) or self.is_mark_of_first()
        return len(numbers) == 1 and self.start <= BEFORE_FIRST and self.is_above_title()

    def says_ending(self, marks: list[Line]) -> bool:
        """Whether one of several marks says 文件 or the like."""
        return any(line.tight.endswith(ENDINGS) for line in marks)

    def is_mark_of_first(self) -> bool:
        """Whether a mark with 文件 opens the file right above a title: its 发文字号 is missing."""
        body, files, _ = self.mark.partition("文件")
        named = bool(files) and "关于" not in body and bool(forms.BODY_NAME.fullmatch(body))
        return self.start <= BEFORE_FIRST and named and self.is_above_title()

    def is_above_title(self) -> bool:
        """Whether a title with a 文种 stands below."""
        below = self.flow[self.end : self.end + TITLE_LINES]
        count = find_title(below)
        return bool(count) and bool(forms.genre_of("".join(line.tight for line in below[:count])))

    def settle(self) -> Head:
        """Give the lines their roles."""
        for line, role in zip(self.lines, self.roles, strict=True):
            line.takes(role)
        return Head(self.start, self.end, self.mark)


def head_role(line: Line, before: Sequence[Role], mark: str) -> Role | None:
    """What a line would be in a 版头, given the roles above it and the words of the mark."""
    if line.fixed:
        return line.role if line.role in HEAD_ROLES else None
    if line.sentence_long or line.role is not None:
        return None
    for test in (corner_role, number_role, mark_role):
        role = test(line, before)
        if role:
            return role
    if Role.MARK in before and mark.endswith(("令", "纪要")) and forms.SERIAL.fullmatch(line.tight):
        return Role.NUMBER
    if Role.MARK in before and Role.NUMBER not in before and forms.ORDER_NUMBER.fullmatch(line.tight):
        return Role.NUMBER
    return further_signers(line, before)


def corner_role(line: Line, _: Sequence[Role]) -> Role | None:
    """份号, 密级 or 紧急程度."""
    return next((role for role, form in CORNER if form.fullmatch(line.tight)), None)


def number_role(line: Line, _: Sequence[Role]) -> Role | None:
    """发文字号, alone, with 签发人 or with a corner element on its line; or 签发人 alone."""
    if forms.SIGNERS.fullmatch(line.tight):
        return Role.NUMBER if forms.NUMBER.search(line.tight.split("签发")[0]) else Role.SIGNERS
    return Role.NUMBER if is_number(line.tight) or is_number_among_others(line) else None


def is_number(tight: str) -> bool:
    """Whether words are a 发文字号, right or spoiled by a wrong letter."""
    return bool(forms.NUMBER.fullmatch(tight) or forms.SPOILED_NUMBER.fullmatch(tight))


def is_number_among_others(line: Line) -> bool:
    """A 发文字号 with 签发人 or further names behind it, or with a corner element before it."""
    first, *others = line.words or ("",)
    if not others:
        head, label, _ = line.tight.partition("签发人")
        return bool(label) and is_number(head)
    if is_number(first):
        rest = "".join(others)
        return bool(forms.SIGNERS.fullmatch(rest)) or all(forms.NAME.fullmatch(one) for one in others)
    head, label, _ = line.tight.partition("签发人")
    if label and is_number(head):
        return True
    corner = any(form.fullmatch(first) for _, form in CORNER)
    return corner and is_number("".join(others))


def mark_role(line: Line, before: Sequence[Role]) -> Role | None:
    """A line of the mark: in red and large, or by its words."""
    if Role.NUMBER in before or not (forms.MARK.fullmatch(line.tight) or is_enacting(line)):
        return None
    if line.red and line.large:
        return Role.MARK
    if is_enacting(line):
        return None if before else Role.MARK
    return Role.MARK if any(form.fullmatch(line.tight) for form in MARK_FORMS) else None


def is_enacting(line: Line) -> bool:
    """Whether mark and number of an order stand on one line; a style of the contract never has them so."""
    return not line.fixed and bool(forms.MARK_AND_SERIAL.fullmatch(line.tight))


def without_serial(tight: str) -> str:
    """The mark on a line that may hold the number, too."""
    both = forms.MARK_AND_SERIAL.fullmatch(tight)
    return both["mark"] if both else tight


def further_signers(line: Line, before: Sequence[Role]) -> Role | None:
    """Names of further signers, under a line of signers."""
    names = Role.SIGNERS in before and all(forms.NAME.fullmatch(word) for word in line.words)
    above = bool(before) and before[-1] in {Role.SIGNERS, Role.NUMBER}
    return Role.SIGNERS if names and above and len(line.words) <= 4 and not line.large else None
