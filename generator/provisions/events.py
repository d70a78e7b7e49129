"""What is newest: the days on which records were issued, came into force, were amended or ended.

The records of a library bear no date of entry.  A text is as new as its own day; a case, a practice or
a return as the day of its source, where the record tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.chain.effect import effect_on
from generator.compose.address import has_page
from generator.compose.effective import original_of
from generator.library import Library
from generator.models.case import Practice, Publication
from generator.models.policy import IssuingFacts, Policy, Status
from generator.models.record import Record
from generator.provisions.facets import signed_day

ISSUED, SIGNED, PUBLISHED, SOURCED, EFFECTIVE = "印发", "成文", "公布", "来源", "施行"
CHANGES = (Status.AMENDED, Status.REPEALED, Status.LAPSED)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a record on a day.

    Attributes:
        day: the day.
        record: the record.
        what: 成文, 公布, 印发, 施行, 已修改, 已废止, 已失效, or 来源 for the day of its source.
        words: the reason of a change; empty where `what` says it all.
    """

    day: date
    record: Record
    what: str
    words: str = ""

    @property
    def is_change(self) -> bool:
        """Whether the status of a text changed, rather than a record being new."""
        return self.what not in (ISSUED, SIGNED, PUBLISHED, SOURCED)


def events_until(library: Library, dated: date) -> tuple[Event, ...]:
    """Everything that happened up to a day, the newest first.

    Args:
        library: the public view, so that nothing tells of a hidden record.
        dated: the day of the data; what is still to come is left out.
    """
    records = (entry.record for entry in library.entries.values() if has_page(entry.record))
    found = (event for record in records for event in events_of(library, record, dated))
    past = (event for event in found if event.day <= dated)
    return tuple(sorted(past, key=lambda event: (-event.day.toordinal(), event.record.id, event.what)))


def has_original(library: Library, record: Record) -> bool:
    """Whether the same text stands in the library as a policy: the document is made from it."""
    return isinstance(record, IssuingFacts) and original_of(library, record) is not None


def events_of(library: Library, record: Record, dated: date) -> Iterator[Event]:
    """What happened to one record."""
    began = began_on(library, record)
    if began:
        yield Event(began[0], record, began[1])
    if isinstance(record, Policy):
        yield from changes_of(library, record, dated)


def began_on(library: Library, record: Record) -> tuple[date, str] | None:
    """The day by which a record is new, and what that day is."""
    days = dict(days_of(library, record))
    return next(((day, what) for what, day in days.items() if isinstance(day, date)), None)


def days_of(library: Library, record: Record) -> Iterator[tuple[str, object]]:
    """The days of a record, the one by which it is known first."""
    if isinstance(record, Policy):
        yield SIGNED, record.signed_on
        yield PUBLISHED, record.published_on
        yield ISSUED, record.printed_on
        return
    yield SIGNED, signed_day(library, record)
    if isinstance(record, Practice) and isinstance(record.publication, Publication):
        yield PUBLISHED, record.publication.day
    yield SOURCED, next((origin.day for origin in record.origins if origin.day), None)


def changes_of(library: Library, policy: Policy, dated: date) -> Iterator[Event]:
    """When a text came into force, and what became of it by the day."""
    started = policy.effective_on
    if started and started <= dated and (started,) != (began_on(library, policy) or ())[:1]:
        yield Event(started, policy, EFFECTIVE)
    effect = effect_on(library, policy, dated)
    if effect.status in CHANGES and effect.since:
        yield Event(effect.since, policy, effect.status.value, effect.reason)
