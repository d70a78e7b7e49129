"""Whether a text is in force on a day, told from relations and dates, with the reason and the replacement.

Only what the library knows is said: a text of which nothing is known stays 未核.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from generator.compose.titles import full_title
from generator.hanzi.calendar import print_day
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.marks import enclose
from generator.library import Library
from generator.models.policy import IssuingFacts, Policy, RelationType, Status

ENDED = (Status.REPEALED, Status.LAPSED)


@dataclass(frozen=True, slots=True)
class Change:
    """What another text did to this one: repealed or amended it, as a whole or in some provisions.

    Attributes:
        by: the 编号 of the text that did.
        since: the day from which it holds; None where that is not known.
        anchor: the provision of this text that is concerned; empty for the whole.
        source: the provision of the other text that says so.
    """

    by: str
    since: date | None
    anchor: str
    source: str


@dataclass(frozen=True, slots=True)
class Effect:
    """时效 of a text on a day.

    Attributes:
        status: what the library's relations and dates say.
        since: the day of the change that gave it this status; None where none is known.
        reason: the same in words; empty where nothing is to be said.
        changes: what other texts did to it, as far as that made its status.
        stated: 时效 as the record states it.
    """

    status: Status
    since: date | None
    reason: str
    changes: tuple[Change, ...]
    stated: Status

    @property
    def replaced_by(self) -> tuple[str, ...]:
        """The 编号 of the texts that repealed or amended it, each once."""
        return tuple(dict.fromkeys(change.by for change in self.changes))

    @property
    def ended(self) -> bool:
        """Whether the text is no longer in force."""
        return self.status in ENDED


def effect_on(library: Library, policy: Policy, day: date) -> Effect:
    """时效 of a text on a day.

    Args:
        library: where its relations are looked up.
        policy: the text.
        day: the day that is asked for.
    """
    return (
        not_yet(policy, day)
        or repealed(library, policy, day)
        or amended(library, policy, day)
        or as_stated(library, policy, day)
    )


def effect_now(library: Library, policy: Policy) -> Effect:
    """时效 of a text on the latest day that the library knows of."""
    return effect_on(library, policy, latest_day(library))


def effect_in_the_end(library: Library, policy: Policy) -> Effect:
    """时效 of a text once everything that the library knows of has come about."""
    return effect_on(library, policy, date.max)


# --- the ways in which a text begins and ends -----------------------------------------------------


def not_yet(policy: Policy, day: date) -> Effect | None:
    """A text whose 施行日期 is still to come."""
    start = policy.effective_on
    if start is None or start <= day or policy.status is Status.DRAFT:
        return None
    return Effect(Status.NOT_YET, start, f"自{print_day(start)}起施行", (), policy.status)


def repealed(library: Library, policy: Policy, day: date) -> Effect | None:
    """A text that has ended by the day."""
    changes = [change for change in changes_to(library, policy, RelationType.REPEALS) if not change.anchor]
    end = policy.repealed_on or min((change.since for change in changes if change.since), default=None)
    known = bool(changes) or policy.repealed_on is not None
    if (not known and policy.status not in ENDED) or (end is not None and end > day):
        return None
    status = Status.LAPSED if policy.status is Status.LAPSED and not changes else Status.REPEALED
    return Effect(status, end, repeal_reason(library, changes, end), tuple(changes), policy.status)


def repeal_reason(library: Library, changes: list[Change], end: date | None) -> str:
    """Since when a text is repealed, and by which provision."""
    since = f"自{print_day(end)}起" if end else "起始日期不详，"
    names = "、".join(f"{cited_as(library, change.by)}{change.source}" for change in changes)
    return f"{since}由{names}废止" if names else f"{since}废止，库里没有登记废止它的文件"


def amended(library: Library, policy: Policy, day: date) -> Effect | None:
    """A text that another one amended, or of which it repealed some provisions, by the day."""
    changes = [
        change
        for kind in (RelationType.AMENDS, RelationType.REPEALS)
        for change in changes_to(library, policy, kind)
        if (change.anchor or kind is RelationType.AMENDS) and (change.since is None or change.since <= day)
    ]
    if not changes:
        return None
    since = max((change.since for change in changes if change.since), default=None)
    parts = "；".join(dict.fromkeys(amendment(library, change) for change in changes))
    return Effect(Status.AMENDED, since, parts, tuple(changes), policy.status)


def amendment(library: Library, change: Change) -> str:
    """One amendment in words."""
    since = f"自{print_day(change.since)}起，" if change.since else ""
    return f"{since}{change.anchor or '本文'}由{cited_as(library, change.by)}{change.source}修改或废止"


def as_stated(library: Library, policy: Policy, day: date) -> Effect:
    """What the record says of itself, where nothing speaks against it."""
    begun = policy.effective_on is not None and policy.effective_on <= day
    wrongly_waiting = policy.status is Status.NOT_YET and begun
    wrongly_ended = policy.status in ENDED
    status = Status.IN_FORCE if wrongly_waiting or wrongly_ended else policy.status
    reason = f"自{print_day(policy.effective_on)}起施行" if policy.effective_on and begun else ""
    ends = [change.since for change in changes_to(library, policy, RelationType.REPEALS) if not change.anchor]
    end = policy.repealed_on or next((since for since in ends if since), None)
    if end and end > day:
        reason += f"{'，' if reason else ''}将于{print_day(end)}废止"
    return Effect(status, policy.effective_on if begun else None, reason, (), policy.status)


# --- what other texts did -------------------------------------------------------------------------


def changes_to(library: Library, policy: Policy, kind: RelationType) -> Iterator[Change]:
    """What relations of one type do to a text, with the day from which each holds."""
    for mention in library.mentions_of.get(policy.id, ()):
        changer = library.find(mention.by, IssuingFacts)
        if mention.type == kind and changer is not None and changer.id != policy.id:
            yield Change(changer.id, day_of_effect(changer), mention.target_anchor, mention.anchor)


def day_of_effect(record: IssuingFacts) -> date | None:
    """The day from which a text holds: 施行日期, else when it was published, signed or printed."""
    start = record.effective_on if isinstance(record, Policy) else None
    return start or day_of_issue(record)


def day_of_issue(record: IssuingFacts) -> date | None:
    """The day on which a text was issued; None where no day is known."""
    published = record.published_on if isinstance(record, Policy) else None
    days = (published, record.signed_on, record.printed_on)
    return next((day for day in days if isinstance(day, date)), None)


def cited_as(library: Library, record_id: str) -> str:
    """《题》（文号）of a text, ready to be written into a sentence; other records by their 编号."""
    record = library.find(record_id, IssuingFacts)
    if record is None:
        return record_id
    number = f"（{record.number}）" if isinstance(record.number, DocNumber) else ""
    return enclose(full_title(library, record)) + number


LATEST: WeakKeyDictionary[Library, date] = WeakKeyDictionary()


def latest_day(library: Library) -> date:
    """The latest day on which a text of the library was issued: today, where no clock is at hand."""
    if library not in LATEST:
        days = (day_of_issue(record) for record in library.every(IssuingFacts))
        LATEST[library] = max((day for day in days if day), default=date.max)
    return LATEST[library]
