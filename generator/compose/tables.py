"""Returns and records as tables: the survey, the roster, the facts of a case, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.compose.audience import HIDDEN, Audience
from generator.compose.columns import fitted
from generator.document import Align, Cell, Paragraph, Row, RowKind, Table, words
from generator.models.fields import Absent
from generator.models.record import Measure
from generator.models.returns import Roster, SurveyForm, SurveyItem, SurveyReturn
from generator.problems import Place

PUBLIC_NOTE = re.compile(r"注|备注|说明|附注")
PERSONAL_QUESTION = "人员列表"
SHORT_COUNTY = 2
"""Two-character county names are spread over the width of their column (莒 县)."""


def survey_table(
    form: SurveyForm, answers: SurveyReturn, block_id: str, origin: Place | None, audience: Audience
) -> Table:
    """A filled survey: question, answer and instruction, with a section row before each part."""
    given = {answer.number: answer.paragraphs for answer in answers.answers}
    return asked_table(form, given, f"填报单位：{answers.reporter}", block_id, origin, audience)


def blank_survey_table(form: SurveyForm, block_id: str, origin: Place | None) -> Table:
    """A survey to be filled in: questions and instructions, the room between them empty."""
    return asked_table(form, {}, "填报单位：", block_id, origin, Audience.PRINT)


def asked_table(  # noqa: PLR0913, PLR0917 (what a filled form is made of)
    form: SurveyForm,
    given: Mapping[int, tuple[str, ...]],
    note: str,
    block_id: str,
    origin: Place | None,
    audience: Audience,
) -> Table:
    """The questions of a form with what was answered, by number."""
    rows: list[Row] = []
    part = ""
    for item in form.items:
        if item.part != part:
            part = item.part
            rows.append(Row((Cell(words(part), columns=3),), RowKind.SECTION))
        rows.append(survey_row(item, given.get(item.number, ()), audience))
    head = Row(tuple(Cell(words(column), Align.CENTER) for column in form.columns))
    return Table(block_id, (3, 4, 3), (head,), tuple(rows), note=note, origin=origin)


def survey_row(item: SurveyItem, answer: tuple[str, ...], audience: Audience) -> Row:
    """One question; the names of people stay on paper."""
    hidden = bool(answer) and audience is Audience.SITE and item.type == PERSONAL_QUESTION
    texts = (
        f"{item.number}. {item.question}",
        HIDDEN if hidden else "\n".join(answer),
        "" if isinstance(item.instruction, Absent) else item.instruction,
    )
    return Row(tuple(Cell(words(text)) for text in texts))


def roster_table(roster: Roster, block_id: str, origin: Place | None) -> Table:
    """A list with one head row."""
    head = Row(tuple(Cell(words(column), Align.CENTER) for column in roster.columns))
    rows = tuple(Row(tuple(roster_cell(value) for value in line)) for line in roster.lines)
    named = any(column != Absent.NOT_WRITTEN for column in roster.columns)
    widths, above = (1,) * len(roster.columns), "\u3000".join(roster.above)
    return fitted(Table(block_id, widths, (head,) if named else (), rows, note=above, origin=origin))


def roster_cell(value: str) -> Cell:
    """A value in the middle; two characters take the room of three, as printed rosters have them."""
    if value == Absent.NOT_WRITTEN:
        return Cell((), Align.CENTER)
    spaced = f"{value[0]}\u3000{value[1]}" if len(value) == SHORT_COUNTY else value
    return Cell(words(spaced), Align.CENTER)


def note_blocks(
    notes: tuple[str, ...], prefix: str, origin: Place | None, audience: Audience
) -> tuple[Paragraph, ...]:
    """What stands below a table; who filled it in, with telephone, stays on paper."""
    shown = (note for note in notes if audience is Audience.PRINT or PUBLIC_NOTE.match(note))
    return tuple(
        Paragraph(f"{prefix}-n{number}", words(note), None, origin)
        for number, note in enumerate(shown, start=1)
    )


def facts_table(facts: Iterator[tuple[str, str]], block_id: str, origin: Place | None) -> Table:
    """Facts at a glance: a name and a value per row; empty values are left out."""
    rows = tuple(Row((Cell(words(name), Align.CENTER), Cell(words(value)))) for name, value in facts if value)
    return Table(block_id, (1, 4), (), rows, origin=origin)


def measures_table(measures: tuple[Measure, ...], block_id: str, title: str, origin: Place | None) -> Table:
    """Figures with their period and scope; parts and series follow their head figure."""
    head = Row(tuple(Cell(words(name), Align.CENTER) for name in ("指标", "数值", "期间或口径")))
    rows = tuple(row for measure in measures for row in measure_rows(measure))
    return Table(block_id, (4, 3, 4), (head,), rows, title=title, origin=origin)


def measure_rows(measure: Measure, prefix: str = "") -> Iterator[Row]:
    """The row of a figure, then those of its parts and of its series."""
    value = measure.value.text if measure.value else ""
    remarks = (measure.period.text if measure.period else "", measure.scope or "", "、".join(measure.items))
    yield measure_row(prefix + measure.name, value, "；".join(remark for remark in remarks if remark))
    for part in measure.parts:
        yield from measure_rows(part, prefix + "其中：")
    for point in measure.series:
        yield measure_row(f"{prefix}{measure.name}", point.value.text, point.period.text)


def measure_row(name: str, value: str, remark: str) -> Row:
    """Name, value and remark."""
    return Row((Cell(words(name)), Cell(words(value), Align.CENTER), Cell(words(remark))))
