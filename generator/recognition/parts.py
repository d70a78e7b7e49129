"""A file cut into its 公文: each from its 版头 on, enclosed ones within, their 版记 innermost first.

A 公文 is read in stretches: its 主体, its 附件 one by one, then its 版记.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from generator.document import DocumentFormat
from generator.recognition import forms
from generator.recognition.attachments import (
    is_label,
    names_in_notes,
    settle_title,
)
from generator.recognition.body import settle_body
from generator.recognition.closing import settle_closing, settle_disclosure
from generator.recognition.facts import DocumentFacts, Where
from generator.recognition.formats import format_of, shown_genre
from generator.recognition.heads import Head, find_heads
from generator.recognition.imprint import opens_imprint, take_imprint
from generator.recognition.lines import FLOW, Line
from generator.recognition.opening import find_addressees, find_title, is_issued_on
from generator.recognition.roles import Part, Role

ABOVE_TITLE = 5
"""So many lines may stand above the title of a 公文 without 版头."""
MOST_PAGE_FACTS = 24
"""Among so many of the first lines the words of a web page about a text are left aside."""
LAST_LINES = 12
"""Among so many of the last lines 署名 and date are looked for, where nothing else tells a 公文."""
DEEPEST = 16
"""No more documents within each other than that are looked through for the one that a 版记 closes."""
FORWARDING = ("转发", "印发", "批转")


@dataclass(slots=True)
class Draft:
    """A part while its end is still open."""

    first: int
    format: DocumentFormat
    genre: str
    body: str
    """The name of the body in its mark, which the 印发机关 of its 版记 begins with."""
    enclosed: bool
    forwards: bool
    """Whether its title says that it passes another 公文 on."""
    last: int = 0
    names: set[str] = field(default_factory=set)
    """Names of attachments that its 附件说明 lists."""

    @property
    def encloses(self) -> bool:
        """Whether another 公文 can lie in it."""
        return self.forwards or bool(self.names)

    def done(self) -> Part:
        """The part with its end."""
        return Part(self.format, self.genre, self.first, max(self.first, self.last), self.enclosed)


class Divider:
    """Goes through the flow of lines once and settles part by part."""

    def __init__(self, facts: DocumentFacts, lines: Sequence[Line]) -> None:
        self.facts = facts
        self.flow = [line for line in lines if is_in_flow(line)]
        self.at_end = max((line.number for line in lines if line.facts.where in FLOW), default=0)
        self.drafts: list[Draft] = []
        self.open: list[Draft] = []
        """Parts whose 版记 has not come yet, the innermost last."""

    def divide(self) -> tuple[Part, ...]:
        """Settle all lines of all parts; gives the parts in order."""
        heads = find_heads(self.flow) or list(self.plain_head())
        ends = [*(head.start for head in heads[1:]), len(self.flow)][: len(heads)]
        for head, end in zip(heads, ends, strict=True):
            self.add_part(head, end)
        self.close_all(self.at_end)
        return tuple(draft.done() for draft in self.drafts)

    def plain_head(self) -> Iterator[Head]:
        """Where a 公文 without 版头 begins, printed for paper that has its head already.

        It has a title with a 文种, and 主送机关 or 署名 and date, or its 发文字号; one of these is enough by
        style.  What a web page says about the text above it does not count.  A text that is addressed,
        signed and only carries another one needs no title.
        """
        openings = list(islice(self.candidates(), ABOVE_TITLE))
        for at in openings:
            count = find_title(self.flow[at:])
            named = bool(forms.genre_of(joined(self.flow[at : at + count])))
            below = self.flow[at + count :]
            sure = (bool(count) and named, self.flow[at].fixed, is_addressed_or_signed(below))
            if sum(sure) > 1 or (sure[0] and is_numbered(below)):
                yield Head(self.repeated(at, count), self.repeated(at, count), "")
                return
        yield from (Head(at, at, "") for at in openings[:1] if is_carrying(self.flow[at:]))

    def candidates(self) -> Iterator[int]:
        """The first lines but those that a web page says about a text."""
        for at, line in enumerate(self.flow[:MOST_PAGE_FACTS]):
            if line.fixed or not forms.PAGE_FACT.fullmatch(line.tight):
                yield at

    def repeated(self, at: int, count: int) -> int:
        """Where a title stands that a web page prints twice: as its own heading, then above the text."""
        title = joined(self.flow[at : at + count])
        for later in range(at + count, min(at + count + ABOVE_TITLE, len(self.flow))):
            if joined(self.flow[later : later + count]) == title:
                return later
        return at

    def add_part(self, head: Head, end: int) -> None:
        """Settle the lines of one 公文, up to where the next begins."""
        lines = [line for line in self.flow[head.end : end] if line.role is not Role.RED_RULE]
        title, rest = settle_opening(lines, head.mark)
        genre = shown_genre(title, head.mark)
        first = self.first_of(head)
        draft = Draft(
            first=first,
            format=format_of(self.facts, self.with_rules(head), head.mark, genre),
            genre=genre,
            body=head.mark.removesuffix("文件"),
            enclosed=self.is_enclosed(first),
            forwards=any(word in joined(title) for word in FORWARDING),
        )
        self.drafts.append(draft)
        self.open.append(draft)
        self.settle_rest(rest, draft)

    def is_enclosed(self, first: int) -> bool:
        """Whether a part that begins there lies in one before; those that cannot enclose it end above it."""
        while self.open and not self.open[-1].encloses:
            self.open.pop().last = first - 1
        if not self.open:
            self.close_all(first - 1)
        return bool(self.open)

    def with_rules(self, head: Head) -> Sequence[Line]:
        """The lines of a 版头 and the rules below it."""
        end = head.end
        while end < len(self.flow) and self.flow[end].role is Role.RED_RULE:
            end += 1
        return self.flow[head.start : end]

    def first_of(self, head: Head) -> int:
        """The first paragraph of a part: that of its 版头, with the empty ones above on its page."""
        start = self.flow[head.start].number
        while start > 1 and self.is_empty_above(start):
            start -= 1
        return start

    def is_empty_above(self, number: int) -> bool:
        """Whether the paragraph above is empty, in the text, and on the same page."""
        above, here = self.facts.paragraph(number - 1), self.facts.paragraph(number)
        same_page = not here.page_break_before and here.section == above.section
        return same_page and above.where is Where.BODY and not above.text.strip()

    def settle_rest(self, lines: Sequence[Line], draft: Draft) -> None:
        """Everything below title and 主送机关: 主体, attachments, 版记, in stretches."""
        start = 0
        while start < len(lines):
            end = stretch_end(lines, start)
            if start and opens_imprint(lines, start):
                end = take_imprint(lines, start)
                self.close_by(lines[start:end])
            elif start and is_label(lines[start]):
                settle_attachment(lines[start:end], draft.names)
            else:
                settle_main(lines[start:end], draft)
            start = end

    def close_by(self, imprint: Sequence[Line]) -> None:
        """A 版记 ends the part whose body it names, with all within it; else the innermost."""
        printers = [line.tight for line in imprint if line.role is Role.PRINTING]
        named = [
            at
            for at, draft in enumerate(self.open)
            if at + DEEPEST >= len(self.open)
            and draft.body
            and any(text.startswith(draft.body) for text in printers)
        ]
        inner = named[-1] if named else len(self.open) - 1
        while len(self.open) > inner + 1:
            self.open.pop().last = imprint[0].number - 1
        if self.open:
            self.open.pop().last = imprint[-1].number

    def close_all(self, last: int) -> None:
        """What is still open ends here, and so does the last part that lies in no other."""
        outermost = next((draft for draft in reversed(self.drafts) if not draft.enclosed), None)
        if outermost:
            outermost.last = last
        while self.open:
            self.open.pop().last = last


def is_in_flow(line: Line) -> bool:
    """Whether a line takes part in the order of a 公文: words outside tables, and rules."""
    if line.facts.where not in FLOW:
        return False
    return line.role not in {Role.BLANK, Role.TABLE_TEXT} and not (line.blank and line.role is Role.OTHER)


def is_addressed_or_signed(below: Sequence[Line]) -> bool:
    """Whether lines below a title begin with 主送机关, end with 署名 and date, or say who attended."""
    if find_addressees(below[:1]) or find_addressees(below[1:]):
        return True
    last = below[-LAST_LINES:]
    if any(forms.CLOSING_WORDS.fullmatch(line.tight) for line in last):
        return True
    return any(forms.ATTENDANCE.fullmatch(line.tight) for line in last) or any(
        forms.BODY_NAME.fullmatch(one.tight) and forms.DATE.fullmatch(two.tight)
        for one, two in pairwise(last)
    )


def is_numbered(below: Sequence[Line]) -> bool:
    """Whether a 发文字号 stands right below a title, as web pages print it."""
    return any(
        forms.NUMBER.fullmatch(line.tight.strip("（）()")) and not line.apart and not line.fixed
        for line in below[:1]
    )


def is_carrying(lines: Sequence[Line]) -> bool:
    """Whether lines are a 公文 without title that passes a text on: addressed, saying so, signed."""
    addressed = find_addressees(lines)
    said = any(forms.PASSING_ON.search(line.tight) for line in lines[addressed : addressed + 2])
    return (
        bool(addressed)
        and said
        and any(
            forms.BODY_NAME.fullmatch(one.tight) and forms.DATE.fullmatch(two.tight)
            for one, two in pairwise(lines[addressed : addressed + LAST_LINES])
        )
    )


def joined(lines: Sequence[Line]) -> str:
    """The words of lines in one."""
    return "".join(line.tight for line in lines)


def settle_opening(lines: Sequence[Line], mark: str) -> tuple[Sequence[Line], Sequence[Line]]:
    """Settle title and 主送机关; gives the lines of the title, and those below both."""
    above = next((at for at, line in enumerate(lines) if not is_beside(line)), len(lines))
    lines = lines[above:]
    titled = find_title(lines, headed=bool(mark))
    for line in lines[:titled]:
        line.takes(Role.TITLE)
    rest = lines[titled:]
    while rest and forms.NUMBER.fullmatch(rest[0].tight.strip("（）()")) and not rest[0].fixed:
        rest = rest[1:]
    addressed = find_addressees(rest, mark)
    for line in rest[:addressed]:
        line.takes(Role.ADDRESSEES)
    return lines[:titled], rest[addressed:]


def is_beside(line: Line) -> bool:
    """Whether a line above the title is no part of the text: who issued minutes, a text box."""
    return not line.fixed and (line.apart or is_issued_on(line))


def settle_attachment(lines: Sequence[Line], names: Collection[str]) -> None:
    """An attachment from its label on: 附件标识, 附件标题, and what it says."""
    lines[0].takes(Role.ATTACHMENT_LABEL)
    settle_disclosure(lines)
    taken = settle_title(lines[1:], names)
    settle_body(lines[1 + taken :], names)


def settle_main(lines: Sequence[Line], draft: Draft) -> None:
    """The 主体 below its 主送机关, and what the 附件说明 names."""
    settle_closing(lines, minutes=draft.format is DocumentFormat.MINUTES)
    settle_disclosure(lines)
    draft.names |= names_in_notes(lines)
    settle_body(lines, ())


def stretch_end(lines: Sequence[Line], start: int) -> int:
    """Where the stretch that begins at a line ends: before the next label of an attachment or 版记."""
    at = start + 1
    while at < len(lines) and not (opens_imprint(lines, at) or begins_attachment(lines, at)):
        at += 1
    return at


def begins_attachment(lines: Sequence[Line], at: int) -> bool:
    """Whether an attachment begins with a line; 附件： above a numbered list is an 附件说明."""
    if not is_label(lines[at]):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    listed = below is not None and forms.NOTE_ITEM.fullmatch(below.tight)
    return lines[at].fixed or not (forms.NOTE_ALONE.fullmatch(lines[at].tight) and listed)
