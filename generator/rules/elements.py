"""要件齐全: which of the things that a contract or its disclosure must tell, the record tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.models.case import Appraisal, Case, Contract, Procurement
from generator.models.fields import Absent
from generator.models.reference import Rule
from generator.rules.amounts import OTHER_NAMES, amount_of
from generator.rules.verdicts import Answer, Verdict


def has_money(case: Case) -> bool:
    """A price."""
    return amount_of(case, OTHER_NAMES) is not None


TOLD: Mapping[str, Callable[[Case], bool]] = {
    "内容": lambda case: bool(case.sections),
    "方式": lambda case: (
        isinstance(case.procurement, Procurement) and not isinstance(case.procurement.method, Absent)
    ),
    "承接主体": lambda case: any(not isinstance(party.name, Absent) for party in case.providers),
    "合同金额": has_money,
    "价格": has_money,
    "期限": lambda case: isinstance(case.contract, Contract) and case.contract.term is not None,
    "绩效": lambda case: isinstance(case.appraisal, Appraisal),
    "分年资金": lambda case: any(measure.series for measure in case.measures),
}
"""The elements that a case has a place for."""


def judge_elements(rule: Rule, case: Case) -> Iterator[Answer]:
    """The elements that the record does not tell; it is a summary, so that silence is no breach."""
    if not isinstance(case.contract, Contract):
        return
    lacking = [name for name in rule.items if name in TOLD and not TOLD[name](case)]
    nowhere = [name for name in rule.items if name not in TOLD]
    if not lacking and not nowhere:
        yield Answer(("合同",), "各项都已写明", Verdict.MEETS)
        return
    says = f"没有写：{'、'.join(lacking)}" if lacking else "案例没有栏目可写其余各项"
    yield Answer(("合同",), says, Verdict.UNKNOWN)
