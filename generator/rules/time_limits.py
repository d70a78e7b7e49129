"""期限内办理: from one day to another within so many days, counted where the record has both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.hanzi.calendar import print_day
from generator.models.case import Case, Contract, Procurement
from generator.models.fields import YesNo
from generator.models.judging import Judging, Milestone
from generator.models.reference import Rule
from generator.rules.verdicts import Answer, Path, Verdict
from generator.rules.workdays import LONGEST_HOLIDAY, NO_HOLIDAYS, after_workdays

PLACES: Mapping[Milestone, Path] = {
    Milestone.AWARDED: ("采购", "中标日期"),
    Milestone.SIGNED: ("合同", "签订日期"),
    Milestone.ANNOUNCED: ("合同", "公告日期"),
    Milestone.FILED: ("合同", "备案日期"),
}
"""Where a case tells of these days; it tells of no others."""


def milestones_of(case: Case) -> dict[Milestone, date]:
    """The days that a case tells."""
    contract = case.contract if isinstance(case.contract, Contract) else None
    procurement = case.procurement if isinstance(case.procurement, Procurement) else None
    told = {
        Milestone.AWARDED: procurement.awarded_on if procurement else None,
        Milestone.SIGNED: contract.signed_on if contract else None,
        Milestone.ANNOUNCED: contract.announced_on if contract else None,
        Milestone.FILED: contract.filed_on if contract else None,
    }
    return {milestone: day for milestone, day in told.items() if day}


def judge_days(rule: Rule, case: Case) -> Iterator[Answer]:
    """Both days known are compared; one or none is not enough; days that no case tells are not asked."""
    judging = rule.judging
    if judging is None or not isinstance(case.contract, Contract):
        return
    ends = [milestone for milestone in (judging.start, judging.end) if milestone and milestone in PLACES]
    told = milestones_of(case)
    if len(ends) == 2:
        lacking = "、".join(milestone.value for milestone in ends if milestone not in told)
        unknown = Answer(("合同",), f"没有写{lacking}的日期", Verdict.UNKNOWN)
        yield from days_between_of(judging, case) or (unknown,)


def days_between_of(judging: Judging, case: Case) -> tuple[Answer, ...]:
    """The answer from two days of a case; none where one is missing or no number of days is asked."""
    told = milestones_of(case)
    if judging.start not in told or judging.end not in told or not judging.days:
        return ()
    return (compare_days(judging.start, judging.end, judging, told),)


def compare_days(
    start: Milestone, end: Milestone, judging: Judging, told: Mapping[Milestone, date]
) -> Answer:
    """Late by more than the longest holiday is late; by less it may be a holiday at the end of the days."""
    days, working = judging.days or 0, judging.workdays is YesNo.YES
    due = after_workdays(told[start], days) if working else told[start] + timedelta(days=days)
    says = f"{print_day(told[start])}{start}，{print_day(told[end])}{end}"
    if told[end] < told[start]:
        return Answer(PLACES[end], says, Verdict.HINT, "日期颠倒，请核对")
    if told[end] <= due:
        return Answer(PLACES[end], says, Verdict.MEETS)
    excusable = (told[end] - due).days <= LONGEST_HOLIDAY
    note = NO_HOLIDAYS if working else "末日遇节假日的可以顺延，没有扣节假日" if excusable else ""
    reason = f"算到{print_day(due)}为止" + (f"（{note}）" if note else "")
    return Answer(PLACES[end], says, Verdict.HINT if excusable else Verdict.FAILS, reason)
