"""All duties of a library on a day: what policies demand, what notices hand on, what rules ask for each year.

A forwarding notice hands on every demand of the text that it forwards, to those whom it is sent to,
unless it sets the same duty anew (a 要求 that rests on the same rule).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.compose.effective import region_of
from generator.duties.deadlines import Deadline, DeadlineKind, read_deadline
from generator.duties.duty import Duty
from generator.duties.handing_on import carrier_of, handed_on, is_among, issued_on, reckoned_from, sets_anew
from generator.library import NATIONWIDE, Library
from generator.models.duties import DutyEntry, DutyLedger, DutyState
from generator.models.fields import YesNo
from generator.models.judging import JudgingKind
from generator.models.policy import Demand, IssuingFacts, Policy, Status
from generator.models.reference import Body, Rule, RuleBasis

OVER = (Status.REPEALED, Status.LAPSED, Status.DRAFT)
EntryKey = tuple[str, str, str]


def duties_on(library: Library, day: date, body: Body | None = None) -> tuple[Duty, ...]:
    """Every duty of a library as it stands on a day, the earliest due first, those without a day last.

    Args:
        library: the records.
        day: texts issued later do not count.
        body: whose state is told: what another body of the table has done is left out.
    """
    duties = Ledger(library, day, body).find()
    return tuple(sorted(duties, key=lambda duty: (duty.due is None, duty.due or date.max, duty.key)))


@dataclass
class Ledger:
    """Finds the duties of a library on a day."""

    library: Library
    day: date
    body: Body | None = None

    def find(self) -> Iterator[Duty]:
        """Duties from policies, then those that only a rule knows."""
        known: set[str] = set()
        for policy in self.library.every(Policy):
            known |= {demand.rule for demand in policy.demands if demand.rule}
            if self.counts(policy):
                yield from self.from_policy(policy)
        for rule in self.library.rules.values():
            if rule.id not in known and self.asks_for_reports(rule):
                yield self.from_rule(rule)

    def counts(self, policy: IssuingFacts) -> bool:
        """Whether a text had been issued by the day and was neither repealed nor a draft."""
        issued = issued_on(policy)
        if issued and issued > self.day:
            return False
        if not isinstance(policy, Policy):
            return True
        repealed = policy.repealed_on is not None and policy.repealed_on <= self.day
        return not repealed and policy.status not in OVER

    # --- from policies ----------------------------------------------------------------------

    def from_policy(self, policy: Policy) -> Iterator[Duty]:
        """What a policy demands, of those it names and of those to whom it was handed on."""
        carrier = carrier_of(policy)
        for demand in policy.demands:
            if demand is carrier:
                continue
            yield self.duty(policy, demand, ())
            for via in handed_on(self.library, policy):
                current = all(self.counts(notice) for notice in via)
                if current and not any(sets_anew(notice, demand) for notice in via):
                    yield self.duty(policy, demand, via)

    def duty(self, policy: Policy, demand: Demand, via: tuple[IssuingFacts, ...]) -> Duty:
        """A demand as a duty, at the place where the last notice brought it."""
        last = via[-1] if via else policy
        entry = self.entries.get((policy.id, demand.id, via[-1].id if via else ""))
        carrier = carrier_of(last) if via else None
        who = (carrier.who if carrier else last.addressees) if via else demand.who
        deadline = deadline_of(demand.until or "", entry, reckoned_from(policy))
        timing = self.timing(deadline, entry, issued_on(last))
        return Duty(
            policy,
            demand.id,
            self.library.rules.get(demand.rule or ""),
            demand.anchor,
            demand.what,
            demand.force or "",
            demand.who,
            who,
            region_of(self.library, last) or policy.region,
            via,
            deadline,
            timing.due,
            timing.approximate,
            had_passed(deadline, via),
            entry,
            timing.state,
            untold_round(deadline, entry, issued_on(last), self.day),
            not via or is_among(who, demand.who),
        )

    # --- from rules -------------------------------------------------------------------------

    def asks_for_reports(self, rule: Rule) -> bool:
        """Whether a rule asks for reports at set times and is in force on the day."""
        judging = rule.judging
        if judging is None or judging.kind is not JudgingKind.REPORTING or rule.in_force is not YesNo.YES:
            return False
        expired = rule.expires_on is not None and rule.expires_on <= self.day
        return not expired and not (isinstance(rule.effective_on, date) and rule.effective_on > self.day)

    def from_rule(self, rule: Rule) -> Duty:
        """A report that a rule asks for, where no recorded demand does."""
        basis = rule.basis if isinstance(rule.basis, RuleBasis) else None
        entry = self.entries.get((rule.id, "", ""))
        until = rule.judging.until if rule.judging else None
        effective = rule.effective_on if isinstance(rule.effective_on, date) else None
        deadline = deadline_of(until or "", entry, effective)
        timing = self.timing(deadline, entry, effective)
        asked = (rule.applies_to,) if rule.applies_to else ()
        return Duty(
            self.library.find(basis.policy, Policy) if basis else None,
            "",
            rule,
            (basis.anchor or "") if basis else "",
            rule.content,
            "",
            asked,
            asked,
            rule.region or NATIONWIDE,
            (),
            deadline,
            timing.due,
            timing.approximate,
            had_passed(deadline, ()),
            entry,
            timing.state,
            untold_round(deadline, entry, effective, self.day),
            fits=True,
        )

    # --- time and state -----------------------------------------------------------------------

    @cached_property
    def entries(self) -> Mapping[EntryKey, DutyEntry]:
        """What the ledgers say, by policy, demand and notice; of two entries the later one counts."""
        ledgers = self.library.every(DutyLedger)
        entries = (entry for ledger in ledgers for entry in ledger.entries)
        return {entry_key(entry): entry for entry in entries if self.tells(entry)}

    def tells(self, entry: DutyEntry) -> bool:
        """Whether an entry speaks of the body that is asked for, or of no known body alone."""
        if self.body is None or entry.who in (None, self.body.name, *self.body.aliases):
            return True
        return entry.who not in self.library.bodies_by_name

    def timing(self, deadline: Deadline, entry: DutyEntry | None, start: date | None) -> Timing:
        """The day that counts, whether it is sure, and how far the duty has got by then."""
        state = entry.state if entry else DutyState.OPEN
        if deadline.span:
            due = deadline.span.end(start) if start and deadline.span.from_document else None
            return Timing(due, due is not None and deadline.approximate, state)
        due = deadline.next_due(self.day)
        if deadline.days and due:
            return round_of(deadline, due, entry, self.day)
        return Timing(due, approximate=False, state=state)


@dataclass(frozen=True, slots=True)
class Timing:
    """When a duty is due, whether that may be some days off, and how far it has got."""

    due: date | None
    approximate: bool
    state: DutyState


def entry_key(entry: DutyEntry) -> EntryKey:
    """What an entry speaks of."""
    return (entry.rule or entry.policy or "", entry.demand or "", entry.notice or "")


def deadline_of(until: str, entry: DutyEntry | None, issued: date | None) -> Deadline:
    """The bureau's own deadline where it set one, else that of the text."""
    if entry and entry.own_deadline:
        return Deadline(entry.own_deadline.isoformat(), DeadlineKind.DAY, day=entry.own_deadline)
    return read_deadline(until, issued)


def had_passed(deadline: Deadline, via: tuple[IssuingFacts, ...]) -> bool:
    """Whether the day of a duty had passed when the last notice handed it on."""
    handed = issued_on(via[-1]) if via else None
    return bool(handed and deadline.day and deadline.day < handed)


def round_of(deadline: Deadline, due: date, entry: DutyEntry | None, day: date) -> Timing:
    """A duty that comes again: done for the round whose day lies nearest to the day it was done.

    A round that was left out after one that was done is overdue; of rounds nobody ever noted
    nothing is said.
    """
    if entry is None or entry.state is DutyState.NOT_OURS or entry.done_on is None:
        return Timing(due, deadline.approximate, entry.state if entry else DutyState.OPEN)
    done = nearest_round(deadline, entry.done_on)
    if done is not None and done >= due:
        return Timing(due, deadline.approximate, DutyState.DONE)
    last = deadline.last_due(day)
    missed = done is not None and last is not None and done < last
    return Timing(last if missed else due, deadline.approximate, DutyState.OPEN)


def untold_round(deadline: Deadline, entry: DutyEntry | None, start: date | None, day: date) -> date | None:
    """The last day of a yearly deadline before a day, where no ledger tells of anything done by then."""
    last = deadline.last_due(day)
    told = entry is not None and (entry.done_on is not None or entry.state is DutyState.NOT_OURS)
    return None if last is None or told or (start and last < start) else last


def nearest_round(deadline: Deadline, done_on: date) -> date | None:
    """The day of the round that something done on a day was done for."""
    rounds: Iterable[date | None] = (deadline.last_due(done_on), deadline.next_due(done_on))
    return min((day for day in rounds if day), key=lambda day: abs((day - done_on).days), default=None)
