"""What `gongwen check` says of rules: how gravely, with which sources, and nothing where nothing is sure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.checks.rules import check_rules
from generator.library import Library, load_library
from generator.models.case import Case
from generator.models.judging import NEEDED, JudgingKind
from generator.models.record import Verification
from generator.problems import Level, Problem
from generator.rules import Verdict, judge_case
from tests.checks.conftest import MakeRecord
from tests.rules.conftest import rule

UNBUDGETED = {"预算": {"纳入预算": "否", "资金来源": "财政资金"}}
Said = Callable[..., list[Problem]]


@pytest.fixture
def said(library_of: Callable[..., Library]) -> Said:
    """What is said of a case under some rules."""
    return lambda rules, **case: list(check_rules(library_of(rules, case)))


def test_a_verified_rule_that_was_in_force_and_is_broken_gives_a_warning(said: Said) -> None:
    (problem,) = said([rule("先预算后购买")], **UNBUDGETED)
    assert (problem.level, problem.code) == (Level.WARNING, "RULE001")
    assert "不符合" in problem.message
    assert problem.place.line > 1


@pytest.mark.parametrize(("mark", "words"), [("未核", "本条未核"), ("部分核实", "本条只部分核实")])
def test_a_rule_that_nobody_verified_gives_a_hint_and_says_so(said: Said, mark: str, words: str) -> None:
    (problem,) = said([rule("先预算后购买", 核验=mark)], **UNBUDGETED)
    assert problem.level is Level.HINT
    assert words in problem.message
    assert words in problem.basis


def test_a_rule_that_came_later_says_nothing_by_itself(said: Said) -> None:
    assert said([rule("先预算后购买", 生效="2020-03-01")], **UNBUDGETED) == []


def test_a_later_rule_accompanies_one_that_was_in_force(said: Said) -> None:
    rules = [rule("先预算后购买", 编号="R-1"), rule("先预算后购买", 编号="R-2", 生效="2020-03-01")]
    (problem,) = said(rules, **UNBUDGETED)
    assert problem.basis.index("R-1，当时有效") < problem.basis.index("R-2，现行规定")


def test_two_rules_on_one_matter_make_one_problem_with_the_stricter_first(said: Said) -> None:
    rules = [
        rule("期限上限", 编号="R-1", 最长="3年"),
        rule("期限上限", 编号="R-2", 适用="某省", 最长="2年"),
    ]
    (problem,) = said(rules, 合同={"期限": "2016年至2020年"})
    assert problem.basis.index("R-2") < problem.basis.index("R-1")


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"合同": {"期限": "2016年至2020年"}}, "RULE002"),
        ({"合同": {"续签": "是", "续签期限": "2016年至2020年"}}, "RULE003"),
        ({"名称": "招聘协管员"}, "RULE004"),
        ({"数据": [{"名称": "预算金额", "数值": "100万元"}]}, "RULE005"),
        ({"采购": {"方式": "框架协议采购"}}, "RULE006"),
        ({"合同": {"签订日期": "2016-01-04", "公告日期": "2016-03-01"}}, "RULE008"),
        ({"承接主体": [{"名称": "某中心", "类型": "公益一类事业单位"}]}, "RULE009"),
    ],
)
def test_each_kind_has_a_code_of_its_own(said: Said, keys: dict[str, Any], code: str) -> None:
    rules = [
        rule("期限上限", 最长="3年"),
        rule("续签上限", 最长="2年"),
        rule("负面清单", 触发词=["招聘"]),
        rule("阈值手续", 达到="100万元", 手续="采购前报批"),
        rule("方式启用", 方式=["框架协议采购"], 生效="2022-03-01"),
        rule("期限内办理", 起算="合同签订", 办结="合同公告", 天数="2", 工作日="是"),
        rule("主体范围", 主体=["承接主体"], 清单作用="禁止", 清单=["公益一类事业单位"]),
    ]
    assert {problem.code for problem in said(rules, **keys)} == {code}


def test_a_split_purchase_is_shown_at_the_first_of_its_parts(library_of: Callable[..., Library]) -> None:
    half = {
        "购买主体": [{"名称": "某县民政局", "机构": "民政局"}],
        "数据": [{"名称": "预算金额", "数值": "60万元"}],
    }
    rules = [rule("不得拆分"), rule("阈值手续", 达到="100万元", 手续="采购前报批")]
    problems = [p for p in check_rules(library_of(rules, half, half)) if p.code == "RULE007"]
    assert [(p.level, "合计120万元" in p.message) for p in problems] == [(Level.HINT, True)]


@pytest.mark.parametrize(("count", "said_codes"), [("6个", []), ("5个", ["RULE010"])])
def test_a_catalogue_has_as_many_upper_entries_as_that_of_the_province(
    record: MakeRecord, library_of: Callable[..., Library], count: str, said_codes: list[str]
) -> None:
    province = {"地区": "某省", "数据": [{"名称": "一级目录", "数值": "6个"}], "成文日期": "2016-01-01"}
    county = {**province, "地区": "某省某县", "数据": [{"名称": "一级目录", "数值": count}]}
    record("政策", "省目录", "", **province)
    record("政策", "县目录", "", **county)
    library = library_of([rule("目录一致", 级次=["一级", "二级"], 适用="某省")])
    assert [problem.code for problem in check_rules(library)] == said_codes


# --- the parameters ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in JudgingKind if NEEDED[kind]])
def test_a_rule_without_what_its_kind_needs_is_refused(
    tmp_path: Path, record: MakeRecord, kind: JudgingKind
) -> None:
    record("制度参数", "规则", "", 规则=[rule(kind.value)])
    _, problems = load_library(tmp_path)
    assert len(problems) == 1
    assert "还要写" in problems[0].message


def test_every_kind_says_what_it_needs() -> None:
    assert set(NEEDED) == set(JudgingKind)


# --- the shipped library --------------------------------------------------------------------------


def test_of_the_shipped_cases_only_one_is_told_anything(library: Library) -> None:
    problems = list(check_rules(library))
    assert [(p.code, p.level, p.place.path) for p in problems] == [
        ("RULE001", Level.HINT, "cases/projects/濮阳-数字城管-2016.yaml")
    ]
    assert "R-YS-13，当时有效" in problems[0].basis
    assert "R-102-16，现行规定，本条未核" in problems[0].basis


def test_no_shipped_case_of_before_2020_is_judged_by_the_decree_of_2020(library: Library) -> None:
    judgements = [judgement for case in library.every(Case) for judgement in judge_case(library, case)]
    decree = [j for j in judgements if j.rule.id.startswith("R-102-")]
    assert decree
    assert not any(judgement.timely for judgement in decree)
    assert not any(judgement.binding for judgement in judgements)


def test_later_rules_are_shown_only_where_a_case_would_not_meet_them(library: Library) -> None:
    judgements = [judgement for case in library.every(Case) for judgement in judge_case(library, case)]
    later = {judgement.verdict for judgement in judgements if not judgement.timely}
    assert later <= {Verdict.HINT, Verdict.FAILS}


UNVERIFIED = {"R-102-14", "R-102-16", "R-102-18", "R-102-22", "R-102-26", "R-102-33"}
"""Articles of the decree that nobody has seen in the official text."""


UNDATED = ("R-CG-", "R-CGT-", "R-YS-", "R-XXGK-", "R-110-")
"""Laws whose day of effect, and the decree whose article, no source at hand gives."""


def test_the_marks_of_verification_are_never_raised(library: Library) -> None:
    marks = {rule.id: rule.verification for rule in library.rules.values()}
    assert all(marks[rule_id] is Verification.UNVERIFIED for rule_id in UNVERIFIED)
    assert marks["R-102-10"] is Verification.PARTLY
    assert all(mark is Verification.PARTLY for rule_id, mark in marks.items() if rule_id.startswith(UNDATED))
    local = [mark for rule_id, mark in marks.items() if rule_id.startswith(("R-SD-", "R-ZZ-"))]
    assert set(local) == {Verification.UNVERIFIED}
