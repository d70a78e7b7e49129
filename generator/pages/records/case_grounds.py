"""What a case or a practice rests on: each text with its status, one that has ended with its replacement."""

from __future__ import annotations

from collections.abc import Iterator

from generator.chain.leaning import Span, Use
from generator.hanzi.calendar import TimeSpan
from generator.models.case import Case, Grounds, Practice
from generator.models.policy import IssuingFacts, Policy
from generator.pages.markup import escape, tag
from generator.pages.records.common import citation_link, effect_of
from generator.pages.sheet import Sheet

TITLE = "政策依据"
ENDED_WORDS = {
    Use.AFTER: "所记的事开始时，它已不再有效",
    Use.ACROSS: "所记的事还在进行时，它不再有效",
    Use.BEFORE: "当时有效，后来不再有效",
    Use.UNKNOWN: "从哪天起不再有效，与所记的时间先后不详",
}


def add_grounds(sheet: Sheet, case: Case) -> None:
    """The texts that a case rests on."""
    if case.grounds:
        sheet.heading(2, TITLE, "grounds")
        sheet.items(ground_line(sheet, case, item) for item in case.grounds)


def ground_line(sheet: Sheet, case: Case, item: Grounds) -> str:
    """A policy of the library as a citation; a paper known by name only as it is named."""
    policy = sheet.shelf.library.find(item.policy, Policy) if item.policy else None
    number = f"（{item.number}）" if item.number else ""
    link = citation_link(sheet, policy) if policy else escape((item.title or "") + number)
    about = "，".join(part for part in (item.day.words if item.day else "", item.content) if part)
    warning = ended_warning(sheet, policy, case.period) if policy else ""
    return link + (tag("span", escape(about), class_="about") if about else "") + warning


def practice_lines(sheet: Sheet, practice: Practice) -> Iterator[str]:
    """The texts that a practice rests on or made, each with what is said of it."""
    for item in practice.policies:
        policy = sheet.shelf.library.find(item.policy, Policy)
        if policy:
            note = tag("span", escape(item.note), class_="about") if item.note else ""
            yield citation_link(sheet, policy) + note + ended_warning(sheet, policy, practice.period)


def ended_warning(sheet: Sheet, policy: Policy, period: TimeSpan) -> str:
    """That a text has ended, since when, whether that was before, and what to read instead."""
    effect = effect_of(sheet.shelf, policy)
    if not effect.ended:
        return ""
    use = Span(period.earliest, period.latest).against(effect.since)
    words = escape("；".join(part for part in (effect.reason, ENDED_WORDS[use]) if part))
    found = (sheet.shelf.library.find(record_id, IssuingFacts) for record_id in effect.replaced_by)
    instead = "、".join(citation_link(sheet, record) for record in found if record)
    return tag("span", words + (escape("。改看：") + instead if instead else ""), class_="ended")
