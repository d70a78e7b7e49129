"""最近的文件: records by the days of their own, and changes of status, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from generator.hanzi.calendar import print_day
from generator.models.policy import IssuingFacts, Status
from generator.pages.listing.sections import Section, sectioned
from generator.pages.markup import badge, escape, tag
from generator.pages.records.common import copy_badge
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf, grouped
from generator.provisions.events import Event, events_until, has_original
from generator.provisions.facets import facet

TITLE = "最近的文件"
NOTE = (
    "资料库不记每条的录入日期，今天收进的旧文件不会排到前面。这里按文件自己的日期排：有成文日期的按成文日期，否则按公布、印发日期；"
    "案例、实践和报表按来源的日期；施行、修改和废止另列一条。没有日期的不列。"
)
TONES = {
    Status.REPEALED.value: "bad",
    Status.LAPSED.value: "bad",
    Status.AMENDED.value: "warn",
    "施行": "good",
}


def recent_path(number: int) -> str:
    """A page of what is new."""
    return f"browse/recent/{number}.md"


def recent_pages(shelf: Shelf) -> Iterator[Page]:
    """Everything that happened up to the day of the data, by year."""
    events = events_until(shelf.library, shelf.dated)
    years = grouped(events, lambda event: (f"{event.day.year}年",))
    sections = [Section(year, members) for year, members in years.items()]
    yield from sectioned(shelf, recent_path, TITLE, sections, add_events, note=NOTE, unit="项")


def newest_records(shelf: Shelf, count: int) -> tuple[Event, ...]:
    """The newest records; changes of status are left out, and a document where its text is a policy too."""
    events = events_until(shelf.library, shelf.dated)
    new = (event for event in events if not event.is_change and not has_original(shelf.library, event.record))
    return tuple(islice(new, count))


def add_events(sheet: Sheet, events: Sequence[Event]) -> None:
    """Days with what happened on them."""
    sheet.items((event_line(sheet, event) for event in events), "events")


def event_line(sheet: Sheet, event: Event) -> str:
    """A day, a record, what happened to it and why."""
    day = tag("span", escape(print_day(event.day)), class_="day")
    what = badge(event.what, TONES.get(event.what, "plain"))
    kind = " ".join((badge(event.record.kind), *copy_badge(sheet.shelf, event.record)))
    facts = known_by(sheet.shelf, event)
    about = tag("span", escape(facts), class_="about") if facts else ""
    return f"{day}{sheet.record_link(event.record)} {kind} {what}{about}"


def known_by(shelf: Shelf, event: Event) -> str:
    """文号 and body of a text, so that two of one title are told apart, and the reason of a change."""
    record = event.record
    issuers = facet("issuer").values(shelf.library, record, shelf.dated)
    number = shelf.number_of(record) if isinstance(record, IssuingFacts) else ""
    parts = (number, "、".join(issuers), event.words)
    return " · ".join(part for part in parts if part)
