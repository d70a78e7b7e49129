"""One duty: who must do what by when, where that is written, how it came here, and how far it has got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.duties.deadlines import Deadline
from generator.models.duties import DutyEntry, DutyState
from generator.models.policy import IssuingFacts, Policy
from generator.models.reference import Rule

SOON = 30
"""Days ahead that count as due soon."""


class Urgency(StrEnum):
    """How a duty stands to a day."""

    OVERDUE = "已逾期"
    SOON = "30日内到期"
    LATER = "未到期"
    OPEN_ENDED = "未定日期"
    UNSURE = "随文转发，主体是否适用须判断"
    DONE = "已办结"
    NOT_OURS = "不适用"


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty on a day.

    Attributes:
        policy: the text that demands it; None for a rule whose text the library does not have.
        demand: the 编号 of the demand in that text; empty for one that only a rule knows.
        rule: the rule that the demand rests on.
        anchor: the provision.
        what: what is to be done.
        force: how strongly, in the words of the text.
        asked: whom the text names.
        who: who has to do it here: those named, or those whom the last notice was sent to.
        region: the place that it is for.
        via: the notices that handed it on, from the first to the one that brought it here.
        deadline: as read.
        due: the next day that counts, where one can be worked out.
        approximate: whether working days or the day of receipt could move that day.
        passed: whether the day had passed when the last notice handed it on.
        entry: what the 办理台账 says of it.
        state: how far it has got; of a duty that comes again, in its present round.
        last: of a duty that comes again, its last day that has passed, where no ledger tells of that round.
        fits: whether those who have to do it here are among those whom the text named.
    """

    policy: Policy | None
    demand: str
    rule: Rule | None
    anchor: str
    what: str
    force: str
    asked: tuple[str, ...]
    who: tuple[str, ...]
    region: str
    via: tuple[IssuingFacts, ...]
    deadline: Deadline
    due: date | None
    approximate: bool
    passed: bool
    entry: DutyEntry | None
    state: DutyState
    last: date | None
    fits: bool

    @property
    def key(self) -> str:
        """A name that stays: 鲁财采2022-14号/要求8@博财采2022-19号, or the 编号 of the rule."""
        if self.policy is None or not self.demand:
            return self.rule.id if self.rule else ""
        brought = f"@{self.via[-1].id}" if self.via else ""
        return f"{self.policy.id}/{self.demand}{brought}"

    @property
    def recurring(self) -> bool:
        """Whether it comes again."""
        return bool(self.deadline.days)

    def urgency(self, day: date) -> Urgency:
        """How the duty stands to a day."""
        if self.state is DutyState.NOT_OURS:
            return Urgency.NOT_OURS
        if self.state is DutyState.DONE:
            return Urgency.DONE
        if not self.fits and self.entry is None:
            return Urgency.UNSURE
        if self.due is None:
            return Urgency.OPEN_ENDED
        if self.due < day:
            return Urgency.OVERDUE
        return Urgency.SOON if (self.due - day).days <= SOON else Urgency.LATER
