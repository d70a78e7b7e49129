"""Duties as a calendar file (RFC 5545), one whole-day event for each that has a day.

The file says the same for the same library and day: UIDs come from the duty's own name, DTSTAMP from
the day of the build.  A duty that comes again is one event with RRULEs (one for each day of the month).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from generator.duties.deadlines import YearDay
from generator.duties.duty import Duty, Urgency
from generator.hanzi.docnumber import DocNumber
from generator.models.duties import DutyState
from generator.models.policy import IssuingFacts
from generator.rules.verdicts import caution

PRODUCT = "-//gongwen//duties//ZH"
LINE = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""
REMIND = "-P7D"
ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"))


def calendar_text(duties: Iterable[Duty], dated: date) -> str:
    """The calendar of the duties that have a day and are neither done nor somebody else's.

    Args:
        duties: of the library, in any order.
        dated: the day of the build, which takes the place of the time of making.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:办理期限",
    ]
    for duty in sorted(duties, key=lambda duty: duty.key):
        for number, (first, rule) in enumerate(times_of(duty)):
            lines += event(duty, first, rule, dated, number)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))


def times_of(duty: Duty) -> Iterator[tuple[date, str]]:
    """First day and RRULE (or nothing) of each event of a duty."""
    if duty.state is DutyState.NOT_OURS or duty.due is None:
        return
    if duty.recurring:
        for days in by_day_of_month(duty.deadline.days):
            yield min(next_of(day, duty.due) for day in days), yearly_rule(days)
    elif duty.state is not DutyState.DONE:
        yield duty.due, ""


def by_day_of_month(days: tuple[YearDay, ...]) -> Iterator[tuple[YearDay, ...]]:
    """Days of the year that one RRULE can say together."""
    groups: dict[int, list[YearDay]] = defaultdict(list)
    for day in days:
        groups[day.day].append(day)
    yield from (tuple(groups[number]) for number in sorted(groups))


def next_of(day: YearDay, start: date) -> date:
    """The first day of that month and number on or after another day."""
    this = day.in_year(start.year)
    return this if this >= start else day.in_year(start.year + 1)


def yearly_rule(days: tuple[YearDay, ...]) -> str:
    """Months and one day of them; -1 is the last day of each."""
    months = ",".join(str(day.month) for day in sorted(days))
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={days[0].day or -1}"


def event(duty: Duty, first: date, rule: str, dated: date, number: int) -> Iterator[str]:
    """One event with a reminder a week ahead."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(duty, number)}"
    yield f"DTSTAMP:{dated:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}"
    if rule:
        yield f"RRULE:{rule}"
    yield f"SUMMARY:{escape(duty.what)}"
    yield f"DESCRIPTION:{escape(description(duty))}"
    yield "TRANSP:TRANSPARENT"
    yield from (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escape(duty.what)}",
        f"TRIGGER:{REMIND}",
        "END:VALARM",
    )
    yield "END:VEVENT"


def uid(duty: Duty, number: int) -> str:
    """A name of the event that no build changes."""
    return f"{sha256(f'{duty.key}#{number}'.encode()).hexdigest()[:32]}@gongwen"


def description(duty: Duty) -> str:
    """Who, until when, where it is written and how it came here, a line each."""
    basis = f"{title_of(duty.policy)}{duty.anchor}" if duty.policy else (duty.rule.name if duty.rule else "")
    lines = [
        f"谁办：{'；'.join(duty.who)}" if duty.who else "",
        f"期限：{duty.deadline.words}" + ("（推算，可能差几天）" if duty.approximate else ""),
        f"依据：{basis}{unverified(duty)}",
        f"经 {via_words(duty)} 转发" if duty.via else "",
        "转发时期限已过" if duty.passed else "",
        "" if duty.fits else Urgency.UNSURE.value,
    ]
    return "\n".join(line for line in lines if line)


def unverified(duty: Duty) -> str:
    """What is to be said of a duty that rests on nothing but a rule that nobody verified."""
    note = caution(duty.rule) if duty.rule and not duty.demand else ""
    return f"（{note}）" if note else ""


def via_words(duty: Duty) -> str:
    """The numbers of the notices that handed a duty on, the highest first."""
    return "、".join(number_or_title(notice) for notice in duty.via)


def number_or_title(facts: IssuingFacts) -> str:
    """What staff call a text: by its number, else by its name."""
    return str(facts.number) if isinstance(facts.number, DocNumber) else facts.name


def title_of(facts: IssuingFacts) -> str:
    """《题》 with its number."""
    number = f"（{facts.number}）" if isinstance(facts.number, DocNumber) else ""
    return f"《{facts.name}》{number}"


def escape(text: str) -> str:
    """Text as a value (RFC 5545, 3.3.11); control characters that no value may hold are dropped."""
    for sign, written in ESCAPES:
        text = text.replace(sign, written)
    return "".join(character for character in text if character >= " ")


def fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, a space in front of each but the first; no character is cut."""
    piece, room = "", LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", LINE - 1
        piece += character
        room -= size
    yield piece
