"""Where a bound figure comes from: the record, the sentence of the source, the source itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.binding import UnresolvedError, printed, values_along
from generator.library import Library
from generator.models.record import Measure, Origin

STEP = "."


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a figure.

    Attributes:
        file: the file of the record, below the library.
        value: what the record says today; empty where it is a list that was printed through a filter.
        quote: the sentence of the source (引文), where the record keeps it.
        sources: 来源 of the record, each as its name and the part of it.
    """

    file: str
    value: str
    quote: str
    sources: tuple[str, ...]


def evidence_of(library: Library, record_id: str, path: str) -> Evidence | None:
    """The evidence of a figure; None where the record, or the place in it, is no longer there."""
    entry = library.entries.get(record_id)
    if entry is None:
        return None
    try:
        values = tuple(values_along(entry.record, path.split(STEP) if path else ()))
    except UnresolvedError:
        return None
    quotes = [value.quote for value in values if isinstance(value, Measure) and value.quote]
    sources = tuple(told(origin) for origin in entry.record.origins)
    return Evidence(entry.source.path, in_print(values[-1]), quotes[-1] if quotes else "", sources)


def in_print(value: object) -> str:
    """A value as a document prints it; what needs a filter has no words of its own."""
    try:
        return printed(value)
    except UnresolvedError:
        return ""


def told(origin: Origin) -> str:
    """A source by its name and part."""
    return f"{origin.title}（{origin.part}）" if origin.part else origin.title
