"""方式范围 and 方式启用: which methods of purchase there are, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.hanzi.calendar import print_day
from generator.models.case import Case, Delivery, Procurement
from generator.models.fields import Absent
from generator.models.reference import Rule
from generator.rules.verdicts import Answer, Path, Standing, Verdict

METHOD: Path = ("采购", "方式")
BY_DELIVERY = {Delivery.FRAMEWORK: "框架协议采购"}
"""A 服务方式 that is itself a method of purchase."""


def method_of(case: Case) -> tuple[str, Path]:
    """The method of a case and where it stands; empty where nobody says."""
    if isinstance(case.procurement, Procurement) and not isinstance(case.procurement.method, Absent):
        return case.procurement.method, METHOD
    if isinstance(case.delivery, Delivery) and case.delivery in BY_DELIVERY:
        return BY_DELIVERY[case.delivery], ("服务方式",)
    return "", ("采购",)


def judge_methods(rule: Rule, case: Case) -> Iterator[Answer]:
    """A method that the rule lists is one; another may be allowed by a later text or outside the law."""
    method, path = method_of(case)
    if not method:
        yield Answer(path, "没有写采购方式", Verdict.UNKNOWN)
    elif rule.judging and method in rule.judging.methods:
        yield Answer(path, method, Verdict.MEETS)
    else:
        reason = "清单没有点名；是否属于认定的其他方式，或者项目不适用政府采购法，须由人判断"
        yield Answer(path, method, Verdict.UNKNOWN, reason)


def method_since(rule: Rule, case: Case, standing: Standing) -> Answer | None:
    """The method against the day from which there is one; None where the case uses another."""
    method, path = method_of(case)
    if rule.judging is None or method not in rule.judging.methods or isinstance(rule.effective_on, Absent):
        return None
    since = print_day(rule.effective_on)
    if standing is Standing.THEN:
        return Answer(path, method, Verdict.MEETS)
    if standing is Standing.DURING or case.period.latest is None:
        return Answer(path, method, Verdict.HINT, f"这种方式{since}才有规定，案例开始在先")
    return Answer(path, method, Verdict.FAILS, f"这种方式{since}才有规定，案例在先")
