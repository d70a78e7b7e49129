"""What everybody may see of a library: records that are not public vanish, and every pointer to them.

The rule fails closed.  Whatever part of a public record points at a hidden one by its 编号 is taken
out with its words (a 依据, a 关系, a 大事记 entry); an attachment leaves its place behind, so that the
numbers of the others stay right; a record that cannot stand without the hidden one is hidden too.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.compose.audience import NOT_PUBLIC
from generator.library import Entry, Library
from generator.models.fields import Id, Model
from generator.models.policy import AttachmentEntry
from generator.models.record import Record

ID_MARK = repr(Id.__metadata__[0])  # type: ignore[attr-defined]


class Gone:
    """Stands for a part that was taken out."""


GONE = Gone()


def public_view(library: Library) -> Library:
    """The library without records that are not publishable and without any trace of them.

    Args:
        library: all records.

    Returns:
        The same library where nothing is hidden; else a new one that shares the untouched records.
    """
    hidden = {record_id for record_id, entry in library.entries.items() if not entry.record.publishable}
    while hidden:
        shown = shown_entries(library, frozenset(hidden))
        lost = set(library.entries) - set(shown) - hidden
        if not lost:
            return Library(library.root, shown, whole=library)
        hidden |= lost
    return library


def shown_entries(library: Library, hidden: frozenset[str]) -> dict[str, Entry]:
    """The entries that are left, without their pointers to hidden ones.

    Some are publishable only by what they point at (a 公文 by the 公开属性 of its 底本): they go with it.
    """
    shown: dict[str, Entry] = {}
    for record_id, entry in library.entries.items():
        record = GONE if record_id in hidden else without(entry.record, hidden)
        if isinstance(record, Record) and record.publishable:
            shown[record_id] = entry if record is entry.record else Entry(record, entry.source)
    return shown


def without(model: BaseModel, hidden: frozenset[str]) -> BaseModel | Gone:
    """A record or a part of one without what points at hidden records; the same object if nothing does."""
    changed: dict[str, Any] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        left = value_without(value, hidden, is_pointer=name in pointer_fields(type(model)))
        if isinstance(left, Gone):
            if isinstance(model, AttachmentEntry):
                return AttachmentEntry.model_construct(title=NOT_PUBLIC, record=None, whole=model.whole)
            if info.is_required() or not isinstance(model, Record):
                return GONE
            left = info.get_default(call_default_factory=True)
        if left is not value:
            changed[name] = left
    return model.model_copy(update=changed) if changed else model


def value_without(value: Any, hidden: frozenset[str], *, is_pointer: bool) -> Any:
    """A value of a field without what points at hidden records."""
    match value:
        case str():
            return GONE if is_pointer and value in hidden else value
        case Model():
            return without(value, hidden)
        case tuple():
            parts = tuple(value_without(part, hidden, is_pointer=is_pointer) for part in value)
            same = all(part is item for part, item in zip(parts, value, strict=True))
            return value if same else tuple(part for part in parts if not isinstance(part, Gone))
        case dict():
            left = {key: value_without(part, hidden, is_pointer=is_pointer) for key, part in value.items()}
            kept = {key: part for key, part in left.items() if not isinstance(part, Gone)}
            return value if all(left[key] is value[key] for key in value) else kept
    return value


@cache
def pointer_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields of a model that hold 编号, its own aside."""
    fields = {name: repr((info.annotation, info.metadata)) for name, info in model.model_fields.items()}
    return frozenset(name for name, kind in fields.items() if ID_MARK in kind and name != "id")
