"""One small judge per kind of rule that looks at a case: what the record says, and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.models.case import Budget, Case
from generator.models.fields import Absent, YesNo
from generator.models.judging import JudgingKind
from generator.models.reference import Rule
from generator.rules.amounts import judge_threshold
from generator.rules.elements import judge_elements
from generator.rules.methods import judge_methods
from generator.rules.parties import judge_parties
from generator.rules.terms import judge_renewal, judge_term
from generator.rules.texts import judge_words
from generator.rules.time_limits import judge_days
from generator.rules.verdicts import Answer, Path, Verdict

BUDGETED: Path = ("预算", "纳入预算")
OWN_MONEY = ("自筹", "自有资金", "社会资金", "捐赠")


def judge_budget(rule: Rule, case: Case) -> Iterator[Answer]:
    """纳入预算: 否 breaks a rule that asks for it; 自筹 may stand in the unit's own budget all the same."""
    del rule
    if isinstance(case.budget, Absent) or isinstance(case.budget.budgeted, Absent):
        yield Answer(("预算",), "没有写是否纳入预算", Verdict.UNKNOWN)
    elif case.budget.budgeted is YesNo.YES:
        yield Answer(BUDGETED, "已纳入预算", Verdict.MEETS)
    else:
        yield unbudgeted(case.budget)


def unbudgeted(budget: Budget) -> Answer:
    """What to say of money that stands in no budget, or only in part."""
    says = f"纳入预算：{budget.budgeted}；资金来源：{budget.funding}"
    if any(word in budget.funding for word in OWN_MONEY):
        reason = "资金是单位自己筹集的，是否列入单位预算没有写"
        return Answer(BUDGETED, says, Verdict.HINT, reason)
    if budget.budgeted is YesNo.PARTLY:
        return Answer(BUDGETED, says, Verdict.HINT, "没有纳入预算的部分不得实施")
    return Answer(BUDGETED, says, Verdict.FAILS)


JUDGES: Mapping[JudgingKind, Callable[[Rule, Case], Iterator[Answer]]] = {
    JudgingKind.BUDGET_FIRST: judge_budget,
    JudgingKind.TERM_LIMIT: judge_term,
    JudgingKind.RENEWAL_LIMIT: judge_renewal,
    JudgingKind.NEGATIVE_LIST: judge_words,
    JudgingKind.THRESHOLD: judge_threshold,
    JudgingKind.METHODS: judge_methods,
    JudgingKind.WITHIN_DAYS: judge_days,
    JudgingKind.PARTIES: judge_parties,
    JudgingKind.ELEMENTS: judge_elements,
}
"""Kinds that look at one case; 不得拆分 looks at several, the others look at no case."""
