"""What every check of filled surveys asks: each answer with its question, its place and its defects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checks.errata import REGISTERED
from generator.hanzi.polarity import says_nothing
from generator.library import Library
from generator.models.fields import Absent
from generator.models.returns import SurveyForm, SurveyItem, SurveyReturn
from generator.problems import Level, Place, Problem
from generator.quantity import without_gaps

LONGEST_SHOWN = 24
LARGEST_PART = 0.4
"""The part of an answer that a 勘误 must quote to be about the answer as a whole."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: whose, the how-manieth of the return, to which question."""

    library: Library
    filled: SurveyReturn
    position: int
    item: SurveyItem

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The answer as it is written."""
        return self.filled.answers[self.position].paragraphs

    @property
    def text(self) -> str:
        """All its paragraphs, one under another."""
        return "\n".join(self.paragraphs)

    @property
    def instruction(self) -> str:
        """填报说明; empty where the form has none."""
        return "" if isinstance(self.item.instruction, Absent) else self.item.instruction

    @property
    def says_nothing(self) -> bool:
        """Whether it says that there is nothing: 无, 没有, 0."""
        return says_nothing(self.text)

    @property
    def shown(self) -> str:
        """The answer in a message: “第 20 项填“100%””."""
        text = self.text.replace("\n", " ")
        short = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
        return f"第 {self.item.number} 项填“{short}”"

    def place(self, line: int = 0) -> Place:
        """Where one of its paragraphs stands."""
        return self.library.place(self.filled.id, "填报", self.position, "内容", line)

    def problem(self, level: Level, code: str, message: str, hint: str, line: int = 0) -> Problem:
        """A message at the answer; what a 勘误 of this item tells already is a 提示."""
        problem = Problem(level, code, message, self.place(line), hint)
        if not self.is_registered():
            return problem
        told = f"{message}（{REGISTERED}）"
        return replace(problem, level=Level.HINT, message=told, hint="无需处理；查清后写入“更正”")

    def is_registered(self) -> bool:
        """Whether a 勘误 for this item quotes this answer, or a large part of it."""
        bare = without_gaps(self.text)
        return any(
            str(self.item.number) in re.findall(r"\d+", erratum.place)
            and without_gaps(erratum.original) in bare
            and len(without_gaps(erratum.original)) >= LARGEST_PART * len(bare)
            for erratum in self.filled.errata
        )


def answered_surveys(library: Library) -> Iterator[tuple[SurveyReturn, tuple[Answered, ...]]]:
    """Every return whose form is in the library, with its answers to questions of the form."""
    for filled in library.every(SurveyReturn):
        form = library.find(filled.form, SurveyForm)
        if form is not None:
            yield filled, answers_of(library, form, filled)


def answers_of(library: Library, form: SurveyForm, filled: SurveyReturn) -> tuple[Answered, ...]:
    """The answers of a return in the order in which they stand."""
    asked = {item.number: item for item in form.items}
    return tuple(
        Answered(library, filled, position, asked[answer.number])
        for position, answer in enumerate(filled.answers)
        if answer.number in asked
    )
