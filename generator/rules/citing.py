"""A rule in words: its text and provision, how it stands to the record, whether anybody verified it."""

from __future__ import annotations

from generator.hanzi.marks import enclose
from generator.library import Library
from generator.models.fields import Absent
from generator.models.policy import Policy
from generator.models.reference import Rule
from generator.rules.verdicts import Judgement, caution


def cite_rule(library: Library, rule: Rule) -> str:
    """《题》第几条, or the name of a rule whose text is not known."""
    policy = None if isinstance(rule.basis, Absent) else library.find(rule.basis.policy, Policy)
    if policy is None or isinstance(rule.basis, Absent):
        return (
            f"“{rule.name}”（{rule.region}，依据{rule.basis}）"
            if isinstance(rule.basis, Absent)
            else rule.name
        )
    return enclose(policy.title) + (rule.basis.anchor or "")


def cite_judgement(library: Library, judgement: Judgement) -> str:
    """A rule with its standing and, where nobody verified it, that it is not."""
    rule = judgement.rule
    notes = "，".join(part for part in (rule.id, judgement.standing.value, caution(rule)) if part)
    return f"{cite_rule(library, rule)}（{notes}）"
