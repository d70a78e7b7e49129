"""Whether a text is in force on a day, told from relations and dates, with the reason and the replacement.

Only what the library knows is said: a text of which nothing is known stays 未核.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from generator.compose.effective import original_of
from generator.compose.titles import full_title
from generator.duties.handing_on import issued_on
from generator.hanzi.calendar import print_day
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.marks import enclose
from generator.library import Library
from generator.models.issued import IssuedDocument
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
    known = EFFECTS.setdefault(library, {})
    key = policy.id, day
    if key not in known or known[key][0] is not policy:
        known[key] = policy, find_effect(library, policy, day)
    return known[key][1]


EFFECTS: WeakKeyDictionary[Library, dict[tuple[str, date], tuple[Policy, Effect]]] = WeakKeyDictionary()
"""What was worked out before: every page that cites a text asks for its 时效 again."""


def find_effect(library: Library, policy: Policy, day: date) -> Effect:
    """时效 of a text on a day, worked out from its own dates and from what other texts did to it."""
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
    """A text that is still to come into force, or still to be issued."""
    start = day_of_effect(policy)
    if start is None or start <= day or policy.status is Status.DRAFT:
        return None
    reason = f"自{print_day(start)}起施行" if policy.effective_on else f"{print_day(start)}才印发"
    return Effect(Status.NOT_YET, start, reason, (), policy.status)


def repealed(library: Library, policy: Policy, day: date) -> Effect | None:
    """A text that has ended by the day."""
    changes = whole_repeals(library, policy)
    end = policy.repealed_on or first_day(changes)
    known = bool(changes) or policy.repealed_on is not None
    if (not known and policy.status not in ENDED) or (end is not None and end > day):
        return None
    by_now = [change for change in changes if change.since is None or change.since <= day] or changes
    status = Status.LAPSED if policy.status is Status.LAPSED and not changes else Status.REPEALED
    return Effect(status, end, repeal_reason(library, by_now, end), tuple(by_now), policy.status)


def whole_repeals(library: Library, policy: Policy) -> list[Change]:
    """What repeals a text as a whole, at any time."""
    return [change for change in changes_to(library, policy, RelationType.REPEALS) if not change.anchor]


def first_day(changes: list[Change]) -> date | None:
    """The first day from which one of some changes holds; None where no day is known."""
    return min((change.since for change in changes if change.since), default=None)


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
    end = policy.repealed_on or first_day(whole_repeals(library, policy))
    if end and end > day:
        reason += f"{'，' if reason else ''}将于{print_day(end)}废止"
    return Effect(status, policy.effective_on if begun else None, reason, (), policy.status)


# --- what other texts did -------------------------------------------------------------------------


def changes_to(library: Library, policy: Policy, kind: RelationType) -> Iterator[Change]:
    """What relations of one type do to a text, with the day from which each holds; drafts do nothing."""
    for mention in library.mentions_of.get(policy.id, ()):
        if mention.type != kind or mention.by == policy.id:
            continue
        changer = library.find(mention.by, IssuingFacts)
        if changer is not None and is_issued(library, changer):
            yield Change(changer.id, day_of_effect(changer), mention.target_anchor, mention.anchor)


def is_issued(library: Library, record: IssuingFacts) -> bool:
    """Whether a text can change another: 草案 cannot, nor can a document of ours that has no day yet."""
    if isinstance(record, IssuedDocument):
        original = original_of(library, record)
        return issued_on(record) is not None or (original is not None and is_issued(library, original))
    return not (isinstance(record, Policy) and record.status is Status.DRAFT)


def day_of_effect(record: IssuingFacts) -> date | None:
    """The day from which a text holds: 施行日期, else when it was published, else issued."""
    start = (record.effective_on or record.published_on) if isinstance(record, Policy) else None
    return start if isinstance(start, date) else issued_on(record)


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
        days = (issued_on(record) for record in library.every(IssuingFacts))
        LATEST[library] = max((day for day in days if day), default=date.max)
    return LATEST[library]
