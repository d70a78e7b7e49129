"""RULE001 to RULE010: what the rules of a record's own day and place say of it, one code per matter.

A 警告 needs a verified rule that was in force at the time and a record that plainly breaks it;
everything else is a 提示.  Rules that came later accompany such a message and never cause one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.library import Library
from generator.models.case import Case
from generator.models.judging import JudgingKind
from generator.problems import Level, Place, Problem
from generator.quantity import SCALES
from generator.rules import by_strictness, find_splits, judge_case
from generator.rules.catalogues import judge_catalogues
from generator.rules.citing import cite_judgement, cite_rule
from generator.rules.splitting import Split
from generator.rules.verdicts import Judgement, Path, Verdict, caution

CODES: Mapping[JudgingKind, tuple[str, str]] = {
    JudgingKind.BUDGET_FIRST: ("RULE001", "核对预算批复；确实没有预算安排的，在“预算”的说明里写明缘由"),
    JudgingKind.TERM_LIMIT: ("RULE002", "核对合同期限和所需条件，在“合同”的说明里写明依据"),
    JudgingKind.RENEWAL_LIMIT: ("RULE003", "核对续签的条件和时长，在“合同”的说明里写明依据"),
    JudgingKind.NEGATIVE_LIST: ("RULE004", "由人判断是否属于清单所列事项；不属于的不必改"),
    JudgingKind.THRESHOLD: ("RULE005", "核对是否已办手续，有日期的补到“合同”里"),
    JudgingKind.METHODS: ("RULE006", "核对采购方式"),
    JudgingKind.METHOD_SINCE: ("RULE006", "核对采购方式和案例期间"),
    JudgingKind.NO_SPLITTING: ("RULE007", "由人判断是不是一个项目拆成几个；不是的不必改"),
    JudgingKind.WITHIN_DAYS: ("RULE008", "核对两个日期"),
    JudgingKind.PARTIES: ("RULE009", "核对单位的名称、类型和性质"),
    JudgingKind.CATALOGUE_LEVELS: ("RULE010", "与省级目录核对"),
}
"""Code and advice for every kind that can be broken."""
SAID = {Verdict.FAILS: "不符合", Verdict.HINT: "可能不符合"}


def check_rules(library: Library) -> Iterator[Problem]:
    """Every case and catalogue against the rules of its time and place, then purchases in parts."""
    for case in library.every(Case):
        yield from problems_from(library, judge_case(library, case))
    yield from problems_from(library, judge_catalogues(library))
    for split in find_splits(library):
        yield split_problem(library, split)


def problems_from(library: Library, judgements: Iterable[Judgement]) -> Iterator[Problem]:
    """One problem for all rules on one matter at one place of a record."""
    groups: dict[tuple[str, str, Path], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        kind = judgement.rule.judging.kind if judgement.rule.judging else None
        if kind and kind in CODES and judgement.verdict in SAID:
            groups[judgement.record, CODES[kind][0], judgement.answer.path].append(judgement)
    for (record, code, path), members in groups.items():
        if any(member.timely for member in members):
            yield rule_problem(library, code, library.place(record, *path), members)


def rule_problem(library: Library, code: str, place: Place, members: list[Judgement]) -> Problem:
    """The rule that binds most in front, the others on the same matter behind it, the stricter first."""
    order = [rule.id for rule in by_strictness((member.rule for member in members), library)]
    members.sort(key=lambda member: (not member.binding, member.standing.rank, order.index(member.rule.id)))
    first = members[0]
    level = Level.WARNING if first.binding else Level.HINT
    notes = "，".join(part for part in (first.standing.value, caution(first.rule)) if part)
    reason = f"：{first.answer.reason}" if first.answer.reason else ""
    message = f"{first.answer.says}，{SAID[first.verdict]}“{first.rule.name}”（{notes}）{reason}"
    basis = "；".join(cite_judgement(library, member) for member in members)
    kind = first.rule.judging.kind if first.rule.judging else JudgingKind.BUDGET_FIRST
    return Problem(level, code, message, place, CODES[kind][1], basis)


def split_problem(library: Library, split: Split) -> Problem:
    """Cases that only together reach a threshold."""
    code, hint = CODES[JudgingKind.NO_SPLITTING]
    names = "、".join(f"“{case.title}”" for case in split.cases)
    total = f"{(split.total / SCALES['万']).normalize():f}万元"
    message = f"{names}同一单位、同一领域、同年购买，合计{total}才达到“{split.threshold.name}”的数额"
    place = library.place(split.cases[0].id, "名称")
    basis = "；".join(cite_rule(library, rule) for rule in (split.rule, split.threshold))
    return Problem(Level.HINT, code, message, place, hint, basis)
