"""阈值手续: from which amount on a purchase must be reported or filed; the boundary as the rule has it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.models.case import Case, Contract
from generator.models.fields import YesNo
from generator.models.judging import Judging, Milestone
from generator.models.reference import Rule
from generator.quantity import Quantity
from generator.rules.time_limits import days_between_of
from generator.rules.verdicts import Answer, Path, Verdict

BUDGET_NAMES = ("预算金额", "项目预算金额", "采购预算", "预算")
OTHER_NAMES = ("中标金额", "成交金额", "合同金额", "项目金额")
"""Amounts that stand for the budget where it is not told: they cannot exceed it."""

AT_MOST = ("不超过", "至多", "最多", "以下", "以内")


def amount_of(case: Case, names: tuple[str, ...]) -> tuple[Quantity, Path] | None:
    """The first measure of one of these names that is a sum of money."""
    for name in names:
        for position, measure in enumerate(case.measures):
            if measure.name == name and measure.value and measure.value.unit == "元":
                return measure.value, ("数据", position, "数值")
    return None


def reaches(amount: Decimal, judging: Judging) -> bool:
    """Whether an amount in yuan reaches the threshold, the threshold itself counted as the rule says."""
    threshold = judging.amount.base if judging.amount else None
    if threshold is None:
        return False
    return amount >= threshold if judging.inclusive is YesNo.YES else amount > threshold


def at_least(amount: Quantity) -> bool:
    """Whether a purchase cost this much at least; 不超过500万元 may be any sum below."""
    return amount.hedge not in AT_MOST


def judge_threshold(rule: Rule, case: Case) -> Iterator[Answer]:
    """The budget against the threshold; another amount can show that it is reached, never that it is not."""
    if rule.judging is None:
        return
    budget = amount_of(case, BUDGET_NAMES)
    found = budget or amount_of(case, OTHER_NAMES)
    base = found[0].base if found else None
    if found is None or base is None:
        yield Answer(("数据",), "没有写预算金额", Verdict.UNKNOWN)
    elif reaches(base, rule.judging) and at_least(found[0]):
        yield from procedure_answers(rule.judging, case, found)
    elif budget and budget[0].exact:
        yield Answer(found[1], f"{found[0].text}，不到规定的数额", Verdict.MEETS)
    else:
        says = f"{found[0].text}，不是准确的预算金额"
        yield Answer(found[1], says, Verdict.UNKNOWN)


def procedure_answers(judging: Judging, case: Case, found: tuple[Quantity, Path]) -> Iterator[Answer]:
    """What the record tells of the procedure that is due; silence is no proof that it was left out."""
    amount, path = found
    contract = case.contract if isinstance(case.contract, Contract) else None
    if judging.end is Milestone.FILED and contract and contract.filed_on:
        yield from days_between_of(judging, case) or (
            Answer(("合同", "备案日期"), f"{amount.text}，已备案", Verdict.MEETS),
        )
        return
    says = f"{amount.text}，达到规定的数额；没有写{judging.procedure}"
    yield Answer(path, says, Verdict.HINT, f"请核对是否已办理{judging.procedure}")
