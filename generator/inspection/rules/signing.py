"""Which words of the line of the 发文字号 are the number, and which are names of signers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspection.rules.sheet import Sheet
from generator.recognition.faces import is_chinese
from generator.recognition.facts import ParagraphFacts, RunFacts
from generator.recognition.roles import Part, Role

SIGNED_BY = "签发人"
LABEL = re.compile(r"签\s*发\s*人\s*[：:]?")
GAPS = re.compile(r"\t+|[ \u3000]{2,}")
END_OF_NUMBER = re.compile(r"[号期]")


def number_text(paragraph: ParagraphFacts) -> str:
    """The 发文字号 of a line that may hold signers or a corner element beside it."""
    pieces = [piece.strip() for piece in GAPS.split(LABEL.split(paragraph.text)[0])]
    numbers = [piece for piece in pieces if END_OF_NUMBER.search(piece) or any(map(str.isdigit, piece))]
    return numbers[-1] if numbers else paragraph.text.strip()


def names_start(paragraph: ParagraphFacts, role: Role) -> int:
    """Where in its text the names of signers begin; the length of the text where there are none."""
    label = LABEL.search(paragraph.text)
    if label:
        return label.end()
    if role is Role.SIGNERS:
        return 0
    gap = re.search(r"[号期]\s*\t", paragraph.text)
    return gap.end() if gap else len(paragraph.text)


def before_names(paragraph: ParagraphFacts, role: Role) -> Iterator[RunFacts]:
    """The runs that are no names: the number, and the label 签发人."""
    start, place = names_start(paragraph, role), 0
    for run in paragraph.runs:
        if is_chinese(run.text[: max(0, start - place)]):
            yield run
        place += len(run.text)


def name_runs(paragraph: ParagraphFacts, role: Role) -> Iterator[RunFacts]:
    """The runs that names of signers stand in."""
    start, place = names_start(paragraph, role), 0
    for run in paragraph.runs:
        if is_chinese(run.text[max(0, start - place) :]):
            yield run
        place += len(run.text)


def has_signers(sheet: Sheet, part: Part) -> bool:
    """Whether a document names who signed it."""
    lines = sheet.own(part, Role.NUMBER, Role.SIGNERS)
    return any(LABEL.search(one.text) for one in lines) or bool(sheet.own(part, Role.SIGNERS))
