"""Values of a record as its YAML has them: Chinese keys, texts as written, figures filled in.

What is personal or meant for editors never leaves the library; the figures of a text are those that
its page prints, so nothing points at a record that is not public.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from generator.compose import Audience, Composer
from generator.compose.audience import HIDDEN
from generator.compose.tables import PERSONAL_QUESTION, PUBLIC_NOTE
from generator.document import plain
from generator.hanzi.calendar import TimeSpan
from generator.library import Library
from generator.models.case import Publication
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.judging import Judging
from generator.models.policy import IssuingFacts
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyAnswer, SurveyForm, SurveyReturn, Written
from generator.quantity import Quantity
from generator.rules.terms import say_months

FOR_EDITORS = ("备注", "待确认")
"""Keys of every record that are written for the library's own editors and shown to nobody else."""
PERSONAL: Mapping[type[BaseModel], tuple[str, ...]] = {
    IssuingFacts: ("签发人", "联系人"),
    IssuedDocument: ("出席", "请假", "列席"),
    Publication: ("责任编辑",),
    Statistics: ("表上",),
    Roster: ("表上",),
}
"""Keys with names of persons, as the pages of the site leave them out."""
MONTHS = ("一般不超过", "最长", "初始不超过")
"""Keys of 判断 whose lengths of time are held as months and written as 3年 or 18个月."""
Say = Callable[[str], str]
"""Fills in the figures of a text."""


def fields_of(composer: Composer, record: Record) -> dict[str, Any]:
    """A record by its Chinese keys.

    Args:
        composer: composes for the audience, over the public view of the library.
        record: a record of that view.

    Returns:
        Texts, lists and groups; every scalar is a text, as in the YAML of the record.
    """
    aliases = record.data if isinstance(record, IssuedDocument | CollectionRecord) else {}
    binder, place = composer.binder(record, dict(aliases)), composer.library.place(record.id)

    def say(text: str) -> str:
        return plain(composer.binding(binder, text, place)) if "{{" in text else text

    private = composer.audience is Audience.SITE
    found = dict(group(record, say, private=private))
    for key in FOR_EDITORS:
        found.pop(key, None)
    if private:
        hide_notes(found)
    if private and isinstance(record, SurveyReturn):
        hide_answers(composer.library, record, found)
    return found


def group(model: BaseModel, say: Say, *, private: bool) -> Iterator[tuple[str, Any]]:
    """The keys of a record or of a part that were written, in the order of the model."""
    hidden = personal_keys(type(model)) if private else frozenset()
    for name, info in type(model).model_fields.items():
        key, value = info.alias or name, getattr(model, name)
        if name not in model.model_fields_set or key in hidden or value is None:
            continue
        months = isinstance(model, Judging) and key in MONTHS
        written = say_months(value) if months else as_written(value, say, private=private)
        if written not in ([], {}):
            yield key, written


def personal_keys(model: type[BaseModel]) -> frozenset[str]:
    """The keys of a model that name persons."""
    return frozenset(key for kind, keys in PERSONAL.items() if issubclass(model, kind) for key in keys)


def as_written(value: Any, say: Say, *, private: bool) -> Any:
    """A value as its record has it."""
    match value:
        case BaseModel():
            return dict(group(value, say, private=private))
        case tuple():
            return [as_written(item, say, private=private) for item in value]
        case Mapping():
            return {str(key): as_written(item, say, private=private) for key, item in value.items()}
    return scalar(value, say)


def scalar(value: Any, say: Say) -> str:
    """One value as text."""
    match value:
        case StrEnum():
            return value.value
        case str():
            return say(value)
        case Quantity() | TimeSpan() | Written():
            return value.text
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
    return str(value)


def hide_notes(found: dict[str, Any]) -> None:
    """Below a table only its 注 and 说明 are for everybody; who filled it in is not."""
    notes = found.get("附注")
    if isinstance(notes, list):
        shown = [note for note in notes if PUBLIC_NOTE.match(note)]
        found.pop("附注")
        if shown:
            found["附注"] = shown


def hide_answers(library: Library, record: SurveyReturn, found: dict[str, Any]) -> None:
    """Answers that are lists of persons; all of them where the form is not there to tell which are."""
    form = library.find(record.form, SurveyForm)
    asked = {item.number: item.type for item in form.items} if form else {}
    for answer, written in zip(record.answers, found.get("填报", ()), strict=True):
        if asked.get(answer.number, PERSONAL_QUESTION) == PERSONAL_QUESTION:
            written[alias_of_answers()] = [HIDDEN]


def alias_of_answers() -> str:
    """The key of the paragraphs of an answer."""
    return str(SurveyAnswer.model_fields["paragraphs"].alias)
