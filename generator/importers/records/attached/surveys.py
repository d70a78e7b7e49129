"""调查表 and 调查填报 from rows: 填报事项, 填报内容 and 填报说明, numbered questions under their parts.

A form that the library has already is not made again: only the return is, and questions that are worded
otherwise there are 待确认.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from generator.importers.drafts import Draft
from generator.importers.records.attached.lines import Line, tight
from generator.importers.records.attached.question_types import likely_types
from generator.importers.records.attached.surroundings import (
    NOT_WRITTEN,
    Doubts,
    period_of,
    region_of,
    reporter_of,
)
from generator.importers.records.attached.tabled import Tabled
from generator.importers.records.context import Context, closing_keys
from generator.library import Library
from generator.models.returns import SurveyForm

NUMBERED = re.compile(r"\s*(?P<number>\d{1,3})\s*[.．、]\s*(?P<question>\S[\s\S]*)")
NUMBER = re.compile(r"\d{1,3}[.．、]?")
QUESTION_HEAD = re.compile(r"事项|问题|调查内容|题目|调查项目|项目$")
ANSWER_HEAD = re.compile(r"填报内容|填写内容|答复|回答|填报情况|内容|情况|结果")
INSTRUCTION_HEAD = re.compile(r"说明|要求|备注|口径")
NUMBER_HEAD = re.compile(r"序号|序|编号")
PART = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}部分|[（(][一二三四五六七八九十]{1,3}[)）]).+"
)
NEW_LINE = re.compile(r"\n+|(?<=[。；\u4e00-\u9fff]) (?=[^ ：，。；]{2,15}：)")
"""A new paragraph of an answer: a break, or a label after a gap (财政分管领导：… 财政部门科室负责人：…)."""
FEWEST_QUESTIONS = 3
SAME_QUESTION, SAME_FORM = 0.8, 0.9
NAMELESS_PART = "全部事项"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what; `number` and `instruction` may be missing."""

    question: int
    answer: int
    instruction: int | None
    number: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what was answered."""

    number: int
    part: str
    question: str
    instruction: str
    answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """A filled survey: the heads of its columns and its questions."""

    heads: tuple[str, str, str]
    items: tuple[Item, ...]
    stray: tuple[str, ...] = field(default=())
    """Rows that hold no question and continue none."""


def read_survey(lines: Sequence[Line]) -> Survey | None:
    """The survey in the rows of a table; None where they hold none."""
    columns = columns_of(lines[0]) if lines else None
    if columns is None:
        return None
    survey = read_items(lines[1:], columns)
    if len(survey.items) < FEWEST_QUESTIONS or len({item.number for item in survey.items}) < len(
        survey.items
    ):
        return None
    instruction = lines[0].cells[columns.instruction] if columns.instruction is not None else "填报说明"
    return replace(
        survey, heads=(lines[0].cells[columns.question], lines[0].cells[columns.answer], instruction)
    )


def columns_of(head: Line) -> Columns | None:
    """The columns by their heads: a question and an answer there must be."""
    numbers = [at for at, cell in enumerate(head.cells) if NUMBER_HEAD.fullmatch(tight(cell))]
    free = [at for at in range(len(head.cells)) if at not in numbers]
    question = next((at for at in free if QUESTION_HEAD.search(tight(head.cells[at]))), None)
    later = [at for at in free if question is not None and at > question]
    answer = next((at for at in later if ANSWER_HEAD.search(tight(head.cells[at]))), None)
    told = (at for at in later if at != answer and INSTRUCTION_HEAD.search(tight(head.cells[at])))
    instruction = next(told, None)
    if question is None or answer is None or len(free) > (2 if instruction is None else 3):
        return None
    return Columns(question, answer, instruction, numbers[0] if numbers else None)


def read_items(lines: Sequence[Line], columns: Columns) -> Survey:
    """The questions of the rows, each with its part and its answer."""
    items: list[Item] = []
    stray: list[str] = []
    part = NAMELESS_PART
    for line in lines:
        item = item_of(line, columns, part)
        if item is not None:
            items.append(item)
        elif len(line.words) == 1 and PART.match(line.words[0]):
            part = line.words[0]
        elif items and not line.cells[columns.question]:
            items[-1] = continued(items[-1], line, columns)
        else:
            stray.append(line.text)
    return Survey(("", "", ""), tuple(items), tuple(stray))


def item_of(line: Line, columns: Columns, part: str) -> Item | None:
    """The question of a row: its number stands before it or in a column of its own."""
    question = line.cells[columns.question].strip()
    number = line.cells[columns.number] if columns.number is not None else ""
    match = NUMBERED.fullmatch(question)
    if NUMBER.fullmatch(number) and question:
        value, words = int(re.sub(r"\D", "", number)), question
    elif match:
        value, words = int(match["number"]), match["question"].strip()
    else:
        return None
    told = line.cells[columns.instruction].strip() if columns.instruction is not None else ""
    return Item(value, part, words, told, paragraphs(line.cells[columns.answer]))


def continued(item: Item, line: Line, columns: Columns) -> Item:
    """A row without a question goes on with the one above."""
    told = line.cells[columns.instruction] if columns.instruction is not None else ""
    instruction = "\n".join(filter(None, (item.instruction, told)))
    return replace(
        item, instruction=instruction, answer=(*item.answer, *paragraphs(line.cells[columns.answer]))
    )


def paragraphs(answer: str) -> tuple[str, ...]:
    """The paragraphs of an answer."""
    return tuple(part.strip() for part in NEW_LINE.split(answer) if part.strip())


# --- the records ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UsedForm:
    """The form that a return fills in: its 编号, and what the return words otherwise."""

    id: str
    doubts: tuple[dict[str, Any], ...] = ()


def survey_drafts(read: Tabled, survey: Survey, context: Context, part: str) -> tuple[Draft, ...]:
    """The return, and the form where the library has it not."""
    known = known_form(context, survey)
    if not any(item.answer for item in survey.items):
        return (empty_form(read, survey, context, part, known),)
    if known is not None:
        return (return_draft(read, survey, UsedForm(known.id, differences(known, survey)), context, part),)
    form = UsedForm(context.names.claim(f"调查表-{read.title or context.holder or context.original}"))
    filled = return_draft(read, survey, form, context, part)
    return (filled, form_draft(read, survey, context, part, form.id))


def empty_form(read: Tabled, survey: Survey, context: Context, part: str, known: SurveyForm | None) -> Draft:
    """A form that nobody has filled in; the library may have the same one."""
    form_id = context.names.claim(f"调查表-{read.title or context.holder or context.original}")
    draft = form_draft(read, survey, context, part, form_id)
    if notes := notes_of(read, survey):
        draft.data["备注"] = "；".join(notes)
    if known is not None:
        reason = f"库里的“{known.id}”问的相同，可以只留一份"
        draft.data.setdefault("待确认", []).append({"字段": "编号", "候选": [known.id], "理由": reason})
    return draft


def return_draft(read: Tabled, survey: Survey, form: UsedForm, context: Context, part: str) -> Draft:
    """The answers of one unit; a question without an answer is left out, and `check` says so."""
    doubts = Doubts(list(form.doubts))
    text = " ".join("".join(item.answer) for item in survey.items)
    record_id = context.names.claim(f"填报-{read.title or context.holder or context.original}")
    data: dict[str, Any] = {"类别": "调查填报", "编号": record_id, "名称": read.title or NOT_WRITTEN}
    data["调查表"] = form.id
    data["填报单位"] = reporter_of(context, read.reporter, doubts)
    data["地区"] = region_of(context, read.title + read.reporter, text, doubts)
    data["期间"] = period_of(context, read.title, text, doubts)
    data["填报"] = [
        {"序": str(item.number), "内容": list(item.answer)} for item in survey.items if item.answer
    ]
    if notes := notes_of(read, survey):
        data["附注"] = notes
    if doubts.entries:
        data["待确认"] = doubts.entries
    data |= closing_keys(context, part)
    return Draft(record_id, "调查填报", context.folder("cases"), data)


def notes_of(read: Tabled, survey: Survey) -> list[str]:
    """What stands above, between and below the questions."""
    unit = (f"单位：{read.unit}",) if read.unit else ()
    return [*unit, *read.above, *survey.stray, *read.notes]


def form_draft(read: Tabled, survey: Survey, context: Context, part: str, form_id: str) -> Draft:
    """The questions, with types that are guessed from their wording."""
    doubts = Doubts()
    items = [
        item_keys(context, item, position, doubts) for position, item in enumerate(survey.items, start=1)
    ]
    data: dict[str, Any] = {"类别": "调查表", "编号": form_id, "名称": read.title or NOT_WRITTEN}
    data |= {"栏目": list(survey.heads), "事项": items}
    if doubts.entries:
        data["待确认"] = doubts.entries
    data |= closing_keys(context, part)
    return Draft(form_id, "调查表", context.folder("cases"), data)


def item_keys(context: Context, item: Item, position: int, doubts: Doubts) -> dict[str, str]:
    """One question of a form."""
    types = types_of(context, item)
    doubts.add(f"事项.{position}.题型", "题型按问法推测", types)
    keys = {"序": str(item.number), "部分": item.part, "事项": item.question, "题型": types[0]}
    return {**keys, "填报说明": item.instruction or NOT_WRITTEN}


def types_of(context: Context, item: Item) -> tuple[str, ...]:
    """The types that the same question has in the library's forms, then those that its wording suggests."""
    known = (other for form in context.library.every(SurveyForm) for other in form.items)
    same = [other.type for other in known if tight(other.question) == tight(item.question)]
    return tuple(dict.fromkeys((*same, *likely_types(item.question, item.instruction))))


# --- forms that the library has ---------------------------------------------------------------------


def known_form(context: Context, survey: Survey) -> SurveyForm | None:
    """The form of the library that asks the same, question by question."""
    for form in context.library.every(SurveyForm):
        asked = {item.number: item.question for item in form.items}
        if len(asked) != len(survey.items):
            continue
        same = [
            item for item in survey.items if alike(asked.get(item.number, ""), item.question) >= SAME_QUESTION
        ]
        if len(same) >= SAME_FORM * len(asked):
            return form
    return None


def forms_filled(drafts: Iterable[Draft], library: Library) -> Iterator[Draft]:
    """The forms of the library that some returns fill in, as drafts: their questions stand there."""
    named = {str(draft.data.get("调查表", "")): None for draft in drafts if draft.kind == "调查填报"}
    for name in named:
        if library.find(name, SurveyForm) is not None:
            yield Draft(name, "调查表", "", dict(library.source(name).data))


def alike(one: str, other: str) -> float:
    """How much two questions are alike, spaces left out: 0 to 1."""
    first, second = tight(one), tight(other)
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()


def differences(form: SurveyForm, survey: Survey) -> tuple[dict[str, Any], ...]:
    """Questions and instructions that the return words otherwise than the form."""
    return tuple(found for item in survey.items for found in item_differences(form, item))


def item_differences(form: SurveyForm, item: Item) -> Iterator[dict[str, Any]]:
    """What one item words otherwise: its part, question or instruction."""
    asked = next((other for other in form.items if other.number == item.number), None)
    if asked is None:
        yield {"字段": f"填报.{item.number}", "候选": [item.question], "理由": f"调查表“{form.id}”没有这一项"}
        return
    written = (
        ("部分", item.part, asked.part),
        ("事项", item.question, asked.question),
        ("填报说明", item.instruction or NOT_WRITTEN, asked.instruction),
    )
    for key, here, there in written:
        if tight(here) != tight(there) and here != NAMELESS_PART:
            reason = f"第 {item.number} 项的{key}与调查表“{form.id}”不同，调查表作“{there}”"
            yield {"字段": f"填报.{item.number}", "候选": [here], "理由": reason}
