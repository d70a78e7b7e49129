"""The 办理台账 and the deadlines of demands.

What an entry points at is looked up with all other pointers (REFR001).
DUTY001 an entry that points at no duty, DUTY002 a notice that did not hand the duty on, DUTY003 a
deadline that cannot be read, DUTY004 an entry whose state and day do not agree.  What is overdue is
no fault of a record: the ledger page and `gongwen duties` show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.duties.deadlines import DeadlineKind, read_deadline
from generator.duties.handing_on import handed_on
from generator.library import Library
from generator.models.duties import DutyEntry, DutyLedger, DutyState
from generator.models.judging import JudgingKind
from generator.models.policy import IssuingFacts, Policy
from generator.models.reading import near_word
from generator.models.reference import RuleTable
from generator.problems import Level, Place, Problem

READABLE = "写成 2022-11-30、每年9月底前、每年1月、7月、15个工作日内、编制部门预算时 的样子"


def check_duties(library: Library) -> Iterator[Problem]:
    """Every entry of every ledger, every deadline of every demand and rule."""
    for ledger in library.every(DutyLedger):
        for position, entry in enumerate(ledger.entries):
            place = library.place(ledger.id, "条目", position)
            yield from pointing_problems(library, entry, place)
            yield from state_problems(entry, place)
    yield from deadline_problems(library)


def pointing_problems(library: Library, entry: DutyEntry, place: Place) -> Iterator[Problem]:
    """Whether there is such a demand or rule, and whether the notice handed it on."""
    if entry.rule:
        yield from rule_problems(library, entry.rule, place)
        return
    policy = library.find(entry.policy or "", Policy)
    if policy is None:
        return
    known = [demand.id for demand in policy.demands]
    if entry.demand not in known:
        near = near_word(entry.demand or "", known)
        hint = f"是不是“{near}”？" if near else f"可写 {'、'.join(known) or '（这份政策没有记录要求）'}"
        message = f"政策“{policy.id}”没有编号为“{entry.demand}”的要求"
        yield Problem(Level.ERROR, "DUTY001", message, place, hint)
    yield from notice_problems(library, entry, policy, place)


def rule_problems(library: Library, rule_id: str, place: Place) -> Iterator[Problem]:
    """A rule that asks for no reports, or whose demand a policy records."""
    rule = library.rules.get(rule_id)
    demanding = next(
        (
            policy.id
            for policy in library.every(Policy)
            for demand in policy.demands
            if demand.rule == rule_id
        ),
        None,
    )
    if rule and (rule.judging is None or rule.judging.kind is not JudgingKind.REPORTING):
        message = f"“{rule_id}”不是定期报送的规则"
        yield Problem(Level.ERROR, "DUTY001", message, place, "核对制度参数的编号；别的规则不进台账")
    elif demanding:
        message = f"规则“{rule_id}”由政策“{demanding}”的要求提出"
        yield Problem(Level.ERROR, "DUTY001", message, place, "改写“政策”和“要求”")


def notice_problems(
    library: Library, entry: DutyEntry, policy: IssuingFacts, place: Place
) -> Iterator[Problem]:
    """A notice that does not stand at the end of a line from the policy."""
    ends = [line[-1].id for line in handed_on(library, policy)]
    if entry.notice and entry.notice in library and entry.notice not in ends:
        message = f"“{entry.notice}”没有转发“{policy.id}”"
        hint = f"可写 {'、'.join(ends)}" if ends else "删去“转发文件”，或先记录转发关系"
        yield Problem(Level.WARNING, "DUTY002", message, place, hint)


def state_problems(entry: DutyEntry, place: Place) -> Iterator[Problem]:
    """办结 without a day, or a day without 办结."""
    if entry.state is DutyState.DONE and entry.done_on is None:
        message = "状态是“办结”，没有写“办结日期”"
        yield Problem(Level.HINT, "DUTY004", message, place, "补上“办结日期”；每年要办的事靠它认出是哪一期")
    elif entry.done_on is not None and entry.state is not DutyState.DONE:
        message = f"写了“办结日期”，状态却是“{entry.state}”"
        yield Problem(Level.HINT, "DUTY004", message, place, "状态改为“办结”，或删去“办结日期”")


def deadline_problems(library: Library) -> Iterator[Problem]:
    """Deadlines in words that nobody can turn into a day or an event."""
    for policy in library.every(Policy):
        for position, demand in enumerate(policy.demands):
            place = library.place(policy.id, "要求", position, "期限")
            yield from unread_problem(demand.until or "", place)
    for table in library.every(RuleTable):
        for position, rule in enumerate(table.rules):
            if rule.judging and rule.judging.until:
                place = library.place(table.id, "规则", position, "判断", "期限")
                yield from unread_problem(rule.judging.until, place)


def unread_problem(words: str, place: Place) -> Iterator[Problem]:
    """A deadline that cannot be read, whatever the year of its text."""
    if read_deadline(words).kind is DeadlineKind.UNREAD:
        message = f"期限“{words}”看不懂，台账和日历排不出日子"
        yield Problem(Level.HINT, "DUTY003", message, place, READABLE)
