"""期限上限 and 续签上限: how long a contract runs, and how long it may be renewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.hanzi.calendar import TimeSpan, months_later
from generator.models.case import Case, Contract
from generator.models.fields import Absent, YesNo
from generator.models.reference import Rule
from generator.rules.verdicts import Answer, Path, Verdict

TERM: Path = ("合同", "期限")
RENEWAL: Path = ("合同", "续签")


def months_of(span: TimeSpan) -> int | None:
    """How many months a time lasts, a begun one counted whole; None with an open end."""
    if span.earliest is None or span.latest is None:
        return None
    return months_between(span.earliest, span.latest)


def months_between(start: date, last: date) -> int:
    """Months from a day to the last one, a begun one counted whole.

    A month ends on the day before its like-numbered day, else on the last of the month: from 29 February
    a year lasts to 28 February.
    """
    months = max((last.year - start.year) * 12 + last.month - start.month, 0)
    return months + (last > last_of(start, months))


def last_of(start: date, months: int) -> date:
    """The last day of so many months from a day on."""
    end = months_later(start, months)
    return end - timedelta(days=1) if end.day == start.day else end


def say_months(months: int) -> str:
    """“2年”, “18个月”."""
    return f"{months // 12}年" if months % 12 == 0 else f"{months}个月"


def judge_term(rule: Rule, case: Case) -> Iterator[Answer]:
    """A contract up to the usual length meets the rule, up to the longest one it needs its conditions."""
    if not isinstance(case.contract, Contract) or rule.judging is None or rule.judging.longest is None:
        return
    months = months_of(case.contract.term) if case.contract.term else None
    if case.contract.term is None or months is None:
        yield Answer(("合同",), "没有写合同的起止时间", Verdict.UNKNOWN)
        return
    says = f"{case.contract.term.text}，共{say_months(months)}"
    usual = rule.judging.usual or rule.judging.longest
    if months <= usual:
        yield Answer(TERM, says, Verdict.MEETS)
    elif months <= rule.judging.longest:
        reason = f"超过一般的{say_months(usual)}，须逐条符合清单所列条件"
        yield Answer(TERM, says, Verdict.HINT, reason)
    else:
        yield Answer(TERM, says, Verdict.FAILS, f"最长{say_months(rule.judging.longest)}")


def judge_renewal(rule: Rule, case: Case) -> Iterator[Answer]:
    """A renewed contract: its first term, and the length of the renewal; others are not asked."""
    contract = case.contract
    if not isinstance(contract, Contract) or rule.judging is None:
        return
    if isinstance(contract.renewal, Absent):
        yield Answer(RENEWAL, "没有写是否续签", Verdict.UNKNOWN)
    elif contract.renewal in (YesNo.YES, YesNo.PARTLY):
        yield from judge_first_term(contract, rule.judging.first_term)
        yield judge_renewed(contract, rule.judging.longest or 0)


def judge_first_term(contract: Contract, longest: int | None) -> Iterator[Answer]:
    """The first contract of one that was renewed must have been short."""
    months = months_of(contract.term) if contract.term else None
    if longest and months and contract.term and months > longest:
        says = f"初始合同{contract.term.text}，共{say_months(months)}"
        reason = f"可续签的初始合同不超过{say_months(longest)}"
        yield Answer(TERM, says, Verdict.FAILS, reason)


def judge_renewed(contract: Contract, longest: int) -> Answer:
    """The length of the renewal."""
    months = months_of(contract.renewed) if contract.renewed else None
    if contract.renewed is None or months is None:
        return Answer(RENEWAL, "已续签，没有写续签的起止时间", Verdict.UNKNOWN)
    says = f"续签{contract.renewed.text}，共{say_months(months)}"
    if months > longest:
        return Answer(("合同", "续签期限"), says, Verdict.FAILS, f"最长{say_months(longest)}")
    return Answer(("合同", "续签期限"), says, Verdict.MEETS, "其余条件须由人核对")
