"""A paragraph as recognition sees it: its words without spaces, and the few looks that tell parts apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.recognition import forms
from generator.recognition.by_style import role_by_style
from generator.recognition.facts import DocumentFacts, ParagraphFacts, RuleFacts, Where
from generator.recognition.looks import is_red
from generator.recognition.roles import Role
from generator.standard import gbt9704

LONGEST_FORM = 200
"""No part but running text is longer; patterns never see more than this."""
SPACES = re.compile(r"\s+")
SPREAD = 6
"""So many spaces before the first word stand for an alignment that was made by hand."""
FLOW = frozenset({Where.BODY, Where.TABLE, Where.BOX})
"""Where the parts of a 公文 stand; headers, footers and notes are apart."""
LOWEST_LINE = 100
"""In twips: 5 points, no room for any words."""


@dataclass(slots=True)
class Line:
    """One paragraph; `role` is settled step by step, `fixed` tells that its style did."""

    facts: ParagraphFacts
    role: Role | None = None
    fixed: bool = False
    tight: str = field(init=False)
    """Its words without any spaces, cut where they are too long for any form."""
    centred: bool = field(init=False)
    large: bool = field(init=False)
    """Whether it is set larger than the body of the standard."""
    red: bool = field(init=False)
    text: str = field(init=False)
    """Its words, with the number that Word makes in front."""
    opens_page: bool = False
    """Whether it is the first with words after a page break."""

    def __post_init__(self) -> None:
        self.text = self.facts.numbering + self.facts.text
        text = self.text[: 2 * LONGEST_FORM]
        self.tight = SPACES.sub("", text)[:LONGEST_FORM]
        padded = len(text) - len(text.lstrip()) >= SPREAD
        self.centred = bool(self.tight) and (padded or self.facts.alignment in {"center", "distribute"})
        self.large = size_of(self.facts) > gbt9704().points("三号")
        self.red = any(is_red(run.colour) for run in self.facts.runs if run.text.strip())

    @property
    def number(self) -> int:
        """The number of the paragraph."""
        return self.facts.number

    @property
    def blank(self) -> bool:
        """Whether it has no words."""
        return not self.tight

    @property
    def words(self) -> tuple[str, ...]:
        """Its words between spaces and tabs."""
        return tuple(self.text[:LONGEST_FORM].split())

    @property
    def apart(self) -> bool:
        """Whether it stands in a table or a text box."""
        return self.facts.table is not None or self.facts.box is not None

    @property
    def bare(self) -> bool:
        """Whether its file says nothing about its looks: plain text, which knows no pages either."""
        return all(run.size is None and run.chinese_font is None for run in self.facts.runs)

    @property
    def sentence_long(self) -> bool:
        """Whether it is longer than any part but running text."""
        return len(self.tight) >= LONGEST_FORM

    def takes(self, role: Role) -> None:
        """Give it a role, unless its style has given it one."""
        if not self.fixed:
            self.role = role


def size_of(paragraph: ParagraphFacts) -> Decimal:
    """The largest size of its words in points; 0 where the file does not say."""
    return max((run.size for run in paragraph.runs if run.size and run.text.strip()), default=Decimal(0))


def lines_of(facts: DocumentFacts) -> list[Line]:
    """Every paragraph as a line, with the roles that need no neighbours: by style, empty, page number."""
    anchors = {box.anchor for box in facts.boxes if not box.frame}
    ruled = {line.anchor for line in facts.lines if is_red(line.rule.colour)}
    lines = [Line(paragraph) for paragraph in facts.paragraphs]
    for line in lines:
        line.role = first_role(line, anchored=line.number in anchors, ruled=line.number in ruled)
        line.fixed = line.role is not None
    mark_pages(facts, lines)
    return lines


def mark_pages(facts: DocumentFacts, lines: Sequence[Line]) -> None:
    """Find the first line with words after each page break; empty ones may stand between."""
    broken, section = False, 0
    for line in lines:
        if line.facts.where not in FLOW:
            continue
        new = line.facts.section != section and starts_page(facts, line.facts.section)
        broken, section = broken or new or line.facts.page_break_before, line.facts.section
        line.opens_page = broken and not line.blank
        broken = broken and line.blank


def starts_page(facts: DocumentFacts, section: int) -> bool:
    """Whether a section begins on a new page."""
    return 0 <= section < len(facts.sections) and facts.sections[section].start != "continuous"


def first_role(line: Line, *, anchored: bool, ruled: bool) -> Role | None:
    """The role of a line for itself, or None where its neighbours must tell."""
    if line.blank:
        return empty_role(line, anchored=anchored, ruled=ruled)
    if line.facts.table is None and forms.SUBJECT_WORDS.fullmatch(line.tight):
        return Role.OTHER
    by_style = role_by_style(line.facts.style, line.tight)
    if by_style:
        return by_style
    if line.facts.where in {Where.HEADER, Where.FOOTER, Where.NOTE}:
        return Role.PAGE_NUMBER if is_page_number(line) else Role.OTHER
    return None


def empty_role(line: Line, *, anchored: bool, ruled: bool) -> Role:
    """An empty paragraph: a rule, a place for a picture or a box, or just empty."""
    if ruled or any(is_red(rule.colour) for rule in rules_of(line.facts)):
        return Role.RED_RULE
    if line.facts.picture or anchored or is_flat(line.facts):
        return Role.OTHER
    if any(run.field.strip().startswith("PAGE") for run in line.facts.runs):
        return Role.PAGE_NUMBER
    return Role.BLANK


def is_flat(paragraph: ParagraphFacts) -> bool:
    """Whether an empty paragraph is too low for a line: it only carries a section or ends a table."""
    return paragraph.line_rule == "exact" and paragraph.line <= LOWEST_LINE


def rules_of(paragraph: ParagraphFacts) -> Iterator[RuleFacts]:
    """The rules above and below a paragraph."""
    yield from (rule for rule in (paragraph.rule_above, paragraph.rule_below) if rule)


def is_page_number(line: Line) -> bool:
    """Whether a line of a header or footer is the number of the page."""
    return any(run.field.strip().startswith("PAGE") for run in line.facts.runs) or is_number_alone(line)


def is_number_alone(line: Line) -> bool:
    """Whether a line looks like a page number that was typed."""
    return bool(forms.PAGE_NUMBER.fullmatch(line.tight))
