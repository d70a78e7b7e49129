"""A duty as lines for a terminal, and as data for other programs."""

from __future__ import annotations

from datetime import date

from generator.duties.calendar import number_or_title, title_of, via_words
from generator.duties.duty import Duty
from generator.hanzi.calendar import print_day
from generator.models.fields import Absent
from generator.rules.verdicts import caution

UNTOLD = "未记"
"""Of a duty that no ledger mentions: nobody can say that it was not done."""


def as_text(duty: Duty, day: date) -> str:
    """The two or three lines that a terminal shows."""
    when = duty.due.isoformat() if duty.due else duty.deadline.words or duty.deadline.kind.value
    words = f"（{duty.deadline.words}）" if duty.due and duty.deadline.words != when else ""
    force = f"[{duty.force}] " if duty.force else ""
    lines = [f"{duty.urgency(day)} {when}{words} {force}{duty.what}"]
    if duty.who:
        lines.append(f"  谁办：{'；'.join(duty.who)}")
    lines.append(f"  出处：{source_words(duty)}")
    if duty.last:
        lines.append(f"  {last_words(duty)}")
    if duty.entry:
        told = (duty.entry.who, duty.entry.state.value, duty.entry.done_on and duty.entry.done_on.isoformat())
        lines.append(f"  台账：{'，'.join(part for part in told if part)}")
    return "\n".join(lines)


def last_words(duty: Duty) -> str:
    """The last round of a yearly duty, of which no ledger tells; empty where there is none."""
    noted = "台账没有记办结" if duty.entry else "台账没有记"
    return f"上一期 {print_day(duty.last)}，{noted}" if duty.last else ""


def source_words(duty: Duty) -> str:
    """Where the duty is written, and how it came here."""
    if duty.policy and duty.demand:
        basis = f"{title_of(duty.policy)}{duty.anchor}"
    else:
        note = caution(duty.rule) if duty.rule else ""
        basis = f"规则 {duty.rule.id if duty.rule else ''}" + (f"（{note}）" if note else "")
    via = f"；经 {via_words(duty)} 转发" if duty.via else ""
    return basis + via + ("；转发时期限已过" if duty.passed else "")


def as_json(duty: Duty, day: date) -> dict[str, object]:
    """The facts of a duty under fixed keys."""
    number = duty.policy.number if duty.policy else None
    return {
        "id": duty.key,
        "what": duty.what,
        "who": list(duty.who),
        "asked": list(duty.asked),
        "force": duty.force,
        "until": duty.deadline.words,
        "due": duty.due.isoformat() if duty.due else None,
        "approximate": duty.approximate,
        "last": duty.last.isoformat() if duty.last else None,
        "recurring": duty.recurring,
        "urgency": duty.urgency(day).value,
        "state": duty.state.value if duty.entry else UNTOLD,
        "policy": duty.policy.id if duty.policy else None,
        "number": None if number is None or isinstance(number, Absent) else str(number),
        "anchor": duty.anchor,
        "rule": duty.rule.id if duty.rule else None,
        "via": [number_or_title(notice) for notice in duty.via],
        "passed_when_forwarded": duty.passed,
    }
