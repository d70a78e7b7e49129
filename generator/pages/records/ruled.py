"""制度对照 on the page of a case: what each rule asks, what the record says, and the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from generator.models.case import Case
from generator.models.reference import Rule
from generator.pages.markup import BREAK, badge, escape
from generator.pages.records.common import VERIFIED_TONES, kept
from generator.pages.reference import rule_link
from generator.pages.sheet import Sheet
from generator.rules import Judgement, Verdict, judge_case

TITLE = "制度对照"
TONES = {Verdict.FAILS: "bad", Verdict.HINT: "warn", Verdict.MEETS: "good", Verdict.UNKNOWN: "plain"}
NOTE = (
    "按案例当时、当地有效的规则对照；“期间内施行”“现行规定”是后来的规定，只供参考。"
    "“提示”要由人判断，“未核”的规则引用前请核对原文。"
)


def add_rules_table(sheet: Sheet, case: Case) -> None:
    """The rules that say something of a case, the rest in one line; nothing where none applies."""
    judgements = judge_case(sheet.shelf.library, case)
    told = sorted(
        (judgement for judgement in judgements if judgement.verdict is not Verdict.UNKNOWN),
        key=lambda judgement: (judgement.standing.rank, tuple(Verdict).index(judgement.verdict)),
    )
    if not judgements:
        return
    sheet.heading(2, TITLE, "rules")
    if told:
        sheet.note(NOTE)
        rows = (judgement_row(sheet, judgement) for judgement in told)
        sheet.grid(("规则", "规则要求", "记录写明", "结论"), rows, "rules-table")
    add_unknown(sheet, [judgement for judgement in judgements if judgement.verdict is Verdict.UNKNOWN])


def judgement_row(sheet: Sheet, judgement: Judgement) -> tuple[str, ...]:
    """One rule and what it says of the case."""
    rule, answer = judgement.rule, judgement.answer
    verified = badge(rule.verification.value, VERIFIED_TONES[rule.verification])
    marks = f"{badge(judgement.standing.value)} {verified}"
    says = escape(answer.says) + (f"{BREAK}{escape(answer.reason)}" if answer.reason else "")
    verdict = kept(badge(answer.verdict.value, TONES[answer.verdict]))
    return f"{rule_link(sheet, rule.id)}{BREAK}{marks}", asked_words(rule), says, verdict


def asked_words(rule: Rule) -> str:
    """What a rule asks, with its list."""
    listed = f"{BREAK}清单：{escape('；'.join(rule.items))}" if rule.items else ""
    return escape(rule.content) + listed


def add_unknown(sheet: Sheet, judgements: Sequence[Judgement]) -> None:
    """The rules that cannot be judged, with what the record leaves out."""
    if judgements:
        sheet.heading(3, "记录没有写明，无法判断", "rules-unknown")
        sheet.items(
            f"{rule_link(sheet, item.rule.id)}：{escape(item.answer.says)}"
            + (f"，{escape(item.answer.reason)}" if item.answer.reason else "")
            for item in judgements
        )
