"""Filled surveys against their forms.

SURV001 questions without an answer, SURV002 answers to no question, SURV003 a number used twice,
SURV004 a percentage outside 0 to 100, SURV005 a form that skips a number, SURV021 a question left empty
whose form says 没有的填无.  What answers say is judged in survey_types, survey_answers and survey_records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.library import Library
from generator.models.returns import SurveyForm, SurveyReturn
from generator.problems import Level, Place, Problem

PERCENTAGE = "百分比"
NONE_IS_WRITTEN = re.compile(r"没有的[，]?(?:请)?填[“”]?[无“]")
PERCENT = re.compile(r"(?P<sign>[-−]?)(?P<number>\d+(?:\.\d+)?)\s*[%％]")


def check_surveys(library: Library) -> Iterator[Problem]:
    """Every form, and every return whose form is in the library."""
    for form in library.every(SurveyForm):
        yield from check_form(form, library.source(form.id).key_place(("事项",)))
    for filled in library.every(SurveyReturn):
        asked = library.find(filled.form, SurveyForm)
        if asked is not None:
            yield from check_return(library, asked, filled)


def check_form(form: SurveyForm, place: Place) -> Iterator[Problem]:
    """The questions count 1, 2, 3 to the end."""
    numbers = [item.number for item in form.items]
    if numbers != list(range(1, len(numbers) + 1)):
        message = f"调查表“{form.title}”的序号不是从 1 连续编到 {len(numbers)}"
        yield Problem(Level.WARNING, "SURV005", message, place, "按顺序改正“序”")


def check_return(library: Library, form: SurveyForm, filled: SurveyReturn) -> Iterator[Problem]:
    """Each question is answered once, and nothing else is."""
    questions = {item.number: item for item in form.items}
    yield from unanswered(library, form, filled)
    seen: set[int] = set()
    for position, answer in enumerate(filled.answers):
        place = library.place(filled.id, "填报", position, "序")
        question = questions.get(answer.number)
        if question is None:
            message = f"调查表没有第 {answer.number} 项"
            yield Problem(Level.ERROR, "SURV002", message, place, f"序号应在 1 至 {len(questions)} 之间")
        elif answer.number in seen:
            yield Problem(Level.ERROR, "SURV003", f"第 {answer.number} 项填了两次", place, "合并成一项")
        elif question.type == PERCENTAGE:
            yield from odd_percentages(library, filled, position)
        seen.add(answer.number)


def unanswered(library: Library, form: SurveyForm, filled: SurveyReturn) -> Iterator[Problem]:
    """Questions without an answer; those that must at least say 无 are told by themselves."""
    place = library.source(filled.id).key_place(("填报",))
    given = {answer.number for answer in filled.answers}
    items = [item for item in form.items if item.number not in given]
    must = [item for item in items if NONE_IS_WRITTEN.search(f"{item.question}{item.instruction}")]
    for missing, code, why in (
        ([item for item in items if item not in must], "SURV001", "没有填"),
        (must, "SURV021", "空着，表上写明没有的填“无”"),
    ):
        if missing:
            numbers = "、".join(str(item.number) for item in missing)
            message = f"{len(form.items)} 项里有 {len(missing)} 项{why}：第 {numbers} 项"
            yield Problem(Level.WARNING, code, message, place, "补填；没有内容的按说明填“无”")


def odd_percentages(library: Library, filled: SurveyReturn, position: int) -> Iterator[Problem]:
    """A share lies between 0 and 100; a growth rate need not, so it is only a 提示."""
    for line, text in enumerate(filled.answers[position].paragraphs):
        for match in PERCENT.finditer(text):
            if match["sign"] or Decimal(match["number"]) > 100:
                place = library.place(filled.id, "填报", position, "内容", line)
                message = f"百分比“{match[0]}”不在 0 至 100 之间"
                yield Problem(Level.HINT, "SURV004", message, place, "核对；是增长率的可不理会")
