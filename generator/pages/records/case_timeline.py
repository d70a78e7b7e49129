"""What happened when in a case: grounds, award, contract, term, as far as the record has days for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.charts import Event, timeline
from generator.hanzi.calendar import TimeSpan, print_day
from generator.models.case import Case, Contract, Procurement
from generator.models.policy import Policy
from generator.pages.overview import figure
from generator.pages.sheet import Sheet

TITLE = "时间进程"
FEWEST = 2
"""Times that differ, from which on a line of time says something."""


def add_timeline(sheet: Sheet, case: Case) -> None:
    """A line of time with its table, where the case has at least two times."""
    events = sorted(events_of(sheet, case), key=event_order)
    if len({(event.earliest, event.latest) for event in events}) >= FEWEST:
        sheet.heading(2, TITLE, "timeline")
        figure(sheet, timeline(f"{case.title}：{TITLE}", events))


def event_order(event: Event) -> tuple[date, date]:
    """The earliest first; what has no beginning stands before all else."""
    return event.earliest or date.min, event.latest or date.max


def events_of(sheet: Sheet, case: Case) -> Iterator[Event]:
    """Everything of a case that has a time of its own."""
    for item in case.grounds:
        policy = sheet.shelf.library.find(item.policy, Policy) if item.policy else None
        title = sheet.shelf.title_of(policy) if policy else item.title
        if item.day and title:
            yield span_event(f"依据：{title}", item.day)
    if isinstance(case.procurement, Procurement) and case.procurement.awarded_on:
        yield day_event("中标、成交", case.procurement.awarded_on)
    agreed = case.contract if isinstance(case.contract, Contract) else None
    if agreed:
        yield from contract_events(agreed)
    if not (agreed and agreed.term and agreed.term.text == case.period.text):
        yield span_event("案例期间", case.period, lasts=True)
    seen = {case.period.text}
    for measure in case.measures:
        if measure.value and measure.period and measure.period.text not in seen:
            yield span_event(f"{measure.name} {measure.value.text}", measure.period)


def contract_events(agreed: Contract) -> Iterator[Event]:
    """The days of a contract, and its term."""
    days = (("签订合同", agreed.signed_on), ("合同公告", agreed.announced_on), ("合同备案", agreed.filed_on))
    yield from (day_event(label, day) for label, day in days if day)
    if agreed.term:
        yield span_event("合同期限", agreed.term, lasts=True)
    if agreed.renewed:
        yield span_event("续签期限", agreed.renewed, lasts=True)


def day_event(label: str, day: date) -> Event:
    """Something on one day."""
    return Event(label, print_day(day), day, day)


def span_event(label: str, time: TimeSpan, *, lasts: bool = False) -> Event:
    """Something at a time as the record words it."""
    return Event(label, time.words, time.earliest, time.latest, lasts)
