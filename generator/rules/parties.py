"""主体范围: who may buy and who may sell, by the type that a record gives."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.case import Case, Party
from generator.models.fields import Absent
from generator.models.judging import Meaning, PartyRole
from generator.models.reference import Rule
from generator.rules.verdicts import Answer, Path, Verdict

FIRST_CLASS = "公益一类"
MASS_ORGANISATIONS = (
    "总工会",
    "共青团",
    "妇联",
    "妇女联合会",
    "残联",
    "残疾人联合会",
    "科协",
    "文联",
    "红十字会",
)
"""群团 by name: whether one of them lives on public money and 事业编制 is not in its name."""


def parties_of(case: Case, role: PartyRole) -> tuple[Party, ...]:
    """The parties of a case in a role."""
    return case.purchasers if role is PartyRole.PURCHASER else case.providers


def judge_parties(rule: Rule, case: Case) -> Iterator[Answer]:
    """Every party that the rule speaks of; those of one verdict are told together."""
    if rule.judging is None:
        return
    judge = judge_allowed if rule.judging.meaning is Meaning.ALLOWED else judge_forbidden
    for role in rule.judging.roles:
        told: dict[Verdict, list[tuple[Path, str, str]]] = {}
        for position, party in enumerate(parties_of(case, role)):
            verdict, reason = judge(rule, party)
            words = f"{party.name}（{party.type}）" if party.type else party.name
            told.setdefault(verdict, []).append(((role.value, position), words, reason))
        for verdict, items in told.items():
            path, says = items[0][0], "、".join(words for _, words, _ in items)
            yield Answer(path, says, verdict, items[0][2])


def judge_allowed(rule: Rule, party: Party) -> tuple[Verdict, str]:
    """A type of the list may sell; of another one the record does not say enough."""
    if party.type is None:
        return Verdict.UNKNOWN, "没有写类型"
    if party.type in rule.items:
        return Verdict.MEETS, ""
    return Verdict.UNKNOWN, "类型不在清单里，单位性质须由人核对"


def judge_forbidden(rule: Rule, party: Party) -> tuple[Verdict, str]:
    """公益一类 is forbidden by its type; 群团 are so only if they live on public money."""
    if (party.type or "") in rule.items or FIRST_CLASS in (party.type or ""):
        return Verdict.FAILS, ""
    if any(name in party.name for name in MASS_ORGANISATIONS):
        return Verdict.HINT, "看来是群团组织；使用事业编制且由财政保障的不得购买和承接"
    if party.type is None or isinstance(party.name, Absent):
        return Verdict.UNKNOWN, "没有写类型"
    return Verdict.MEETS, ""
