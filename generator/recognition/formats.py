"""Format and 文种 of a 公文 from what its 版头 and title say (clauses 7 and 10; 条例 article 8)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document import DocumentFormat
from generator.recognition import forms
from generator.recognition.facts import DocumentFacts, RuleFacts
from generator.recognition.lines import Line, rules_of
from generator.recognition.looks import is_red
from generator.recognition.roles import Role

DOUBLE = ("thickThin", "thinThick", "double")
"""How Word's names of double rules begin."""
LETTER, MINUTES = "函", "纪要"


def format_of(facts: DocumentFacts, head: Sequence[Line], mark: str, genre: str) -> DocumentFormat:
    """The format that mark, rules and first page tell.

    Args:
        facts: The file.
        head: The lines of the 版头, rules included.
        mark: Its 发文机关标志; empty where the file has none.
        genre: The 文种 of the title.
    """
    if mark.endswith("令"):
        return DocumentFormat.ORDER
    if mark.endswith(MINUTES) or (not mark and genre == MINUTES):
        return DocumentFormat.MINUTES
    if not mark or mark.endswith("文件"):
        return DocumentFormat.ORDINARY
    is_letter = genre == LETTER or has_double_rule(facts, head) or has_title_page(facts, head)
    return DocumentFormat.LETTER if is_letter else DocumentFormat.ORDINARY


def has_double_rule(facts: DocumentFacts, head: Sequence[Line]) -> bool:
    """Whether a red double rule stands in the 版头, as a border or drawn."""
    numbers = {line.number for line in head}
    drawn = [line.rule for line in facts.lines if line.anchor in numbers]
    bordered = [rule for line in head for rule in rules_of(line.facts)]
    return any(map(is_double, (*drawn, *bordered)))


def is_double(rule: RuleFacts) -> bool:
    """Whether a rule is red and double."""
    return rule.kind.startswith(DOUBLE) and is_red(rule.colour)


def has_title_page(facts: DocumentFacts, head: Sequence[Line]) -> bool:
    """Whether the first page has a footer of its own: of all formats only letters need one."""
    sections = {line.facts.section for line in head}
    return any(facts.sections[at].title_page for at in sections)


def shown_genre(title: Sequence[Line], mark: str) -> str:
    """The 文种 that the title ends with, or the mark of orders and minutes; empty where none does."""
    told = forms.genre_of("".join(line.tight for line in title if line.role is Role.TITLE))
    return told or next(
        (genre for genre in ("命令", "令", MINUTES, "公告", "通告") if mark.endswith(genre)), ""
    )
