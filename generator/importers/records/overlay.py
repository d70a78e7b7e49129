"""The library as it would be with the records of an import, so that citations find them."""

from __future__ import annotations

from collections.abc import Container, Iterable

from pydantic import ValidationError

from generator.chain.index import hand_on_forms
from generator.importers.drafts import Draft
from generator.library import Entry, Library
from generator.models import KINDS
from generator.models.policy import Policy, TextState
from generator.models.record import Record
from generator.source import Source
from generator.source.front_matter import read_body
from generator.source.writing import suffix_of


def with_drafts(library: Library, drafts: Iterable[Draft]) -> Library:
    """The library and the drafts; one that is no record is left out: whoever places it tells the user."""
    entries = dict(library.entries)
    for draft in drafts:
        try:
            record = KINDS[draft.kind].model_validate(draft.data)
        except ValidationError:
            continue
        path = f"{draft.folder}/{draft.id}{suffix_of(draft.kind, draft.body)}"
        entries[draft.id] = Entry(record, Source(path, draft.data, "", read_body(draft.body, 1)))
    return hand_on_forms(library, Library(library.root, entries, library.unread))


def only_texts(library: Library, ids: Iterable[str]) -> Library:
    """Some of the texts of a library in the order in which they are named, stubs left out."""
    named = {record_id: library.entries[record_id] for record_id in ids if record_id in library}
    kept = {record_id: entry for record_id, entry in named.items() if is_text(entry.record)}
    return Library(library.root, kept)


def is_text(record: Record) -> bool:
    """Whether a record holds a text."""
    return isinstance(record, Policy) and record.text_state is not TextState.STUB


def without_records(library: Library, ids: Container[str]) -> Library:
    """The library as if some records were not there."""
    kept = {name: entry for name, entry in library.entries.items() if name not in ids}
    if len(kept) == len(library.entries):
        return library
    return hand_on_forms(library, Library(library.root, kept, library.unread))
