"""The chain of forwarding: from the text at its head down to the notices that pass it on, with days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.compose.effective import issuers_of
from generator.hanzi.calendar import print_day
from generator.models.policy import IssuingFacts
from generator.pages.markup import escape, tag
from generator.pages.records.common import citation_link
from generator.pages.sheet import Sheet

DEEPEST, MOST_BELOW = 5, 20
"""Levels of notices below a text that its page shows, and notices of one text."""


def add_chain(sheet: Sheet, record: IssuingFacts) -> None:
    """The chain upward and downward, each step with its day and the days since the step above."""
    library = sheet.shelf.library
    above = tuple(reversed(library.chain_up(record.id)))
    below = library.chain_down(record.id)
    if not above and not below:
        return
    sheet.heading(2, "转发链", "chain")
    steps: list[str] = []
    previous: date | None = None
    for step in (*above, record):
        steps.append(chain_step(sheet, step, previous, own=step.id == record.id))
        previous = chain_day(step) or previous
    lower = nested(sheet, record, previous, (record.id,))
    sheet.add(f'<ol class="chain">\n{"".join(steps)}</ol>' + (f"\n{lower}" if lower else ""))


def nested(sheet: Sheet, record: IssuingFacts, previous: date | None, seen: tuple[str, ...]) -> str:
    """The notices that forward a text, each with those that forward it in turn."""
    below = [step for step in sheet.shelf.library.chain_down(record.id) if step.id not in seen]
    if not below or len(seen) > DEEPEST:
        return ""
    items = "".join(below_steps(sheet, below[:MOST_BELOW], previous, seen))
    more = f"<li>{escape(f'另有 {len(below) - MOST_BELOW} 份')}</li>" if len(below) > MOST_BELOW else ""
    return f'<ol class="chain below">\n{items}{more}</ol>'


def below_steps(
    sheet: Sheet, steps: list[IssuingFacts], previous: date | None, seen: tuple[str, ...]
) -> Iterator[str]:
    """Notices of one level, with the levels below each."""
    for step in steps:
        line = chain_step(sheet, step, previous, own=False)
        lower = nested(sheet, step, chain_day(step) or previous, (*seen, step.id))
        yield line.removesuffix("</li>\n") + lower + "</li>\n"


def chain_step(sheet: Sheet, record: IssuingFacts, previous: date | None, *, own: bool) -> str:
    """One step: its day, who issued it, the text; the page's own text is marked."""
    day = chain_day(record)
    issuers = "、".join(issuers_of(sheet.shelf.library, record))
    apart = f"（隔 {(day - previous).days} 天）" if day and previous and day >= previous else ""
    when = tag("span", escape(f"{print_day(day)}{apart}" if day else "日期不详"), class_="day")
    words = f"{when} {escape(issuers)} {citation_link(sheet, record)}"
    return f"<li{' class=own' if own else ''}>{words}</li>\n"


def chain_day(record: IssuingFacts) -> date | None:
    """The day of a step: when it was signed, else printed."""
    return next((day for day in (record.signed_on, record.printed_on) if isinstance(day, date)), None)
