"""Rules judge a record by its own day and place, each kind by its typed parameters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library import Library
from generator.models.judging import JudgingKind, parse_months
from generator.rules import (
    Judgement,
    Standing,
    Verdict,
    by_strictness,
    competing,
    find_splits,
    rules_in_force,
)
from generator.rules.terms import months_between
from generator.rules.workdays import after_workdays
from tests.rules.conftest import Data, Judge, rule

UNBUDGETED = {"预算": {"纳入预算": "否", "资金来源": "财政资金"}}


def verdicts(judgements: list[Judgement]) -> list[str]:
    """The verdicts in words."""
    return [judgement.verdict.value for judgement in judgements]


# --- day and place ------------------------------------------------------------------------------


def test_a_rule_counts_from_its_first_day_to_the_day_before_its_last(
    library_of: Callable[..., Library],
) -> None:
    library = library_of([rule("先预算后购买", 失效="2020-03-01")])

    def in_force(day: date) -> int:
        return len(rules_in_force(library, JudgingKind.BUDGET_FIRST, "某省某县", day))

    days = (date(2014, 12, 31), date(2015, 1, 1), date(2020, 2, 29), date(2020, 3, 1))
    assert [in_force(day) for day in days] == [0, 1, 1, 0]


@pytest.mark.parametrize(("region", "applies"), [("全国", 1), ("某省", 1), ("某省某县", 1), ("邻省", 0)])
def test_a_rule_counts_in_its_own_place_and_below(
    library_of: Callable[..., Library], region: str, applies: int
) -> None:
    library = library_of([rule("先预算后购买", 适用=region)])
    found = rules_in_force(library, JudgingKind.BUDGET_FIRST, "某省某县", date(2016, 1, 1))
    assert len(found) == applies


def test_a_rule_that_is_switched_off_or_has_no_first_day_is_not_in_force(
    library_of: Callable[..., Library],
) -> None:
    rules = [rule("先预算后购买", 编号="R-1", 启用="否"), rule("先预算后购买", 编号="R-2", 生效="原文未写")]
    library = library_of(rules)
    assert rules_in_force(library, JudgingKind.BUDGET_FIRST, "某省", date(2030, 1, 1)) == ()


@pytest.mark.parametrize(
    ("since", "standing"),
    [
        ("2015-01-01", Standing.THEN),
        ("2016-06-01", Standing.DURING),
        ("2020-03-01", Standing.LATER),
        ("原文未写", Standing.UNDATED),
    ],
)
def test_a_case_of_2016_is_told_how_a_rule_stands_to_its_time(
    judged: Judge, since: str, standing: Standing
) -> None:
    (judgement,) = judged(rule("先预算后购买", 生效=since), **UNBUDGETED)
    assert (judgement.standing, judgement.verdict) == (standing, Verdict.FAILS)


def test_a_later_rule_that_a_case_meets_anyway_is_not_shown(judged: Judge) -> None:
    later = rule("先预算后购买", 生效="2020-03-01")
    assert judged(later, 预算={"纳入预算": "是", "资金来源": "财政资金"}) == []


def test_a_case_whose_contract_was_signed_later_is_judged_by_the_later_day(judged: Judge) -> None:
    later = rule("先预算后购买", 生效="2016-06-01")
    (judgement,) = judged(later, **UNBUDGETED, 合同={"签订日期": "2016-07-01"})
    assert judgement.standing is Standing.THEN


# --- the kinds ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("budget", "verdict"),
    [
        ({"纳入预算": "是", "资金来源": "财政资金"}, "符合"),
        ({"纳入预算": "否", "资金来源": "财政资金"}, "不符"),
        ({"纳入预算": "否", "资金来源": "单位自筹"}, "提示"),
        ({"纳入预算": "部分", "资金来源": "财政资金"}, "提示"),
        ({"纳入预算": "原文未写", "资金来源": "财政资金"}, "无法判断"),
        ("原文未写", "无法判断"),
    ],
)
def test_money_must_stand_in_the_budget_first(judged: Judge, budget: Any, verdict: str) -> None:
    assert verdicts(judged(rule("先预算后购买"), 预算=budget)) == [verdict]


@pytest.mark.parametrize(
    ("term", "verdict"),
    [
        ("2016年", "符合"),
        ("2016-03-01至2017-02-28", "符合"),
        ("2016-03-01至2017-03-01", "提示"),
        ("2016年至2018年", "提示"),
        ("2016年至2019-01-01", "不符"),
        ("2016-02-29至2017-02-28", "符合"),
        ("2016-02-29至2019-02-28", "提示"),
        ("2016-02-29至2019-03-01", "不符"),
        ("2016年以来", "无法判断"),
    ],
)
def test_a_contract_runs_one_year_or_up_to_three_on_conditions(
    judged: Judge, term: str, verdict: str
) -> None:
    limit = rule("期限上限", 一般不超过="1年", 最长="3年")
    assert verdicts(judged(limit, 合同={"期限": term})) == [verdict]


@pytest.mark.parametrize(
    ("contract", "expected"),
    [
        ({"续签": "否"}, []),
        ({"续签": "原文未写"}, ["无法判断"]),
        ({"续签": "是", "期限": "2016年"}, ["无法判断"]),
        ({"续签": "是", "期限": "2016年", "续签期限": "2017年至2018年"}, ["符合"]),
        ({"续签": "是", "期限": "2016年", "续签期限": "2017年至2019年"}, ["不符"]),
        ({"续签": "是", "期限": "2015年至2016年", "续签期限": "2017年"}, ["不符", "符合"]),
    ],
)
def test_a_renewal_has_a_short_first_term_and_two_years_at_most(
    judged: Judge, contract: Data, expected: list[str]
) -> None:
    limit = rule("续签上限", 初始不超过="1年", 最长="2年")
    assert verdicts(judged(limit, 合同=contract)) == expected


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("向社会招聘协管员。", 1),
        ("不得以招聘名义用工。", 0),
        ("举办招聘会12场。", 0),
        ("提供融资辅导，助力企业融资。", 0),
        ("中标单位自行招聘保洁人员。", 0),
        ("通过平台公司垫付，变相融资。", 1),
        ("严禁以购买服务名义变相融资、招聘。", 0),
        ("先定标准。", 0),
    ],
)
def test_words_of_the_negative_list_are_candidates_unless_denied(
    judged: Judge, paragraph: str, count: int
) -> None:
    found = judged(rule("负面清单", 触发词=["招聘", "融资"]), 章节=[{"题": "做法", "段": [paragraph]}])
    assert verdicts(found) == ["提示"] * count
    assert all(judgement.answer.path == ("章节", 0, "段", 0) for judgement in found)


@pytest.mark.parametrize(
    ("name", "amount", "inclusive", "verdict"),
    [
        ("预算金额", "99.99万元", "是", "符合"),
        ("预算金额", "100万元", "是", "提示"),
        ("预算金额", "100万元", "否", "符合"),
        ("预算金额", "1000000元", "是", "提示"),
        ("预算金额", "近99万元", "是", "无法判断"),
        ("中标金额", "90万元", "是", "无法判断"),
        ("中标金额", "101万元", "是", "提示"),
        ("人数", "200人", "是", "无法判断"),
        ("预算金额", "不超过500万元", "是", "无法判断"),
        ("预算金额", "至多500万元", "是", "无法判断"),
        ("预算金额", "不低于500万元", "是", "提示"),
    ],
)
def test_from_a_threshold_on_a_purchase_is_reported(
    judged: Judge, name: str, amount: str, inclusive: str, verdict: str
) -> None:
    threshold = rule("阈值手续", 达到="100万元", 含本数=inclusive, 手续="采购前报批")
    assert verdicts(judged(threshold, 数据=[{"名称": name, "数值": amount}])) == [verdict]


@pytest.mark.parametrize(
    ("filed", "verdict"),
    [("2016-03-16", "符合"), ("2016-03-17", "提示"), ("2016-03-25", "提示"), ("2016-03-26", "不符")],
)
def test_a_large_contract_is_filed_within_fifteen_days(judged: Judge, filed: str, verdict: str) -> None:
    threshold = rule("阈值手续", 达到="500万元", 手续="合同备案", 起算="中标成交", 办结="合同备案", 天数="15")
    case = {
        "数据": [{"名称": "预算金额", "数值": "500万元"}],
        "采购": {"方式": "公开招标", "中标日期": "2016-03-01"},
        "合同": {"备案日期": filed},
    }
    assert verdicts(judged(threshold, **case)) == [verdict]


def test_a_paper_filed_before_the_day_that_it_follows_is_a_slip(judged: Judge) -> None:
    within = rule("期限内办理", 起算="合同签订", 办结="合同备案", 天数="7", 工作日="是")
    (judgement,) = judged(within, 合同={"签订日期": "2016-09-02", "备案日期": "2016-09-01"})
    assert (judgement.verdict, judgement.answer.reason) == (Verdict.HINT, "日期颠倒，请核对")


@pytest.mark.parametrize(
    ("announced", "verdict"),
    [
        ("2016-09-06", "符合"),  # signed on a Friday: Monday and Tuesday
        ("2016-09-07", "提示"),  # a holiday that nobody counted could excuse it
        ("2016-10-09", "不符"),
        (None, "无法判断"),
    ],
)
def test_working_days_leave_out_weekends_and_say_that_holidays_are_not_counted(
    judged: Judge, announced: str | None, verdict: str
) -> None:
    limit = rule("期限内办理", 起算="合同签订", 办结="合同公告", 天数="2", 工作日="是")
    contract = {"签订日期": "2016-09-02"} | ({"公告日期": announced} if announced else {})
    (judgement,) = judged(limit, 合同=contract)
    assert judgement.verdict.value == verdict
    late = verdict in ("提示", "不符")
    assert ("没有扣法定节假日" in judgement.answer.reason) == late


@pytest.mark.parametrize(
    ("method", "period", "expected"),
    [
        ("框架协议采购", "2021年", ["不符"]),
        ("框架协议采购", "2022年", ["提示"]),
        ("框架协议采购", "2023年", ["符合"]),
        ("公开招标", "2021年", []),
    ],
)
def test_a_method_is_used_only_since_there_is_one(
    judged: Judge, method: str, period: str, expected: list[str]
) -> None:
    since = rule("方式启用", 方式=["框架协议采购"], 生效="2022-03-01")
    assert verdicts(judged(since, 采购={"方式": method}, 期间=period)) == expected


@pytest.mark.parametrize(
    ("method", "verdict"), [("公开招标", "符合"), ("竞争性评审", "无法判断"), ("原文未写", "无法判断")]
)
def test_a_method_outside_the_list_is_left_to_a_person(judged: Judge, method: str, verdict: str) -> None:
    methods = rule("方式范围", 方式=["公开招标", "询价"])
    assert verdicts(judged(methods, 采购={"方式": method})) == [verdict]


@pytest.mark.parametrize(
    ("meaning", "kind", "verdict"),
    [
        ("允许", "企业", "符合"),
        ("允许", "科研机构", "无法判断"),
        ("允许", None, "无法判断"),
        ("禁止", "企业", "不符"),
        ("禁止", "社会组织", "符合"),
        ("禁止", "公益一类事业单位", "不符"),
    ],
)
def test_who_may_sell_is_told_by_the_type(
    judged: Judge, meaning: str, kind: str | None, verdict: str
) -> None:
    parties = rule("主体范围", 主体=["承接主体"], 清单作用=meaning, 清单=["企业"])
    provider = {"名称": "某公司"} | ({"类型": kind} if kind else {})
    assert verdicts(judged(parties, 承接主体=[provider])) == [verdict]


def test_a_mass_organisation_is_shown_and_not_condemned(judged: Judge) -> None:
    parties = rule("主体范围", 主体=["购买主体"], 清单作用="禁止", 清单=["公益一类事业单位"])
    assert verdicts(judged(parties, 购买主体=[{"名称": "某县残疾人联合会"}])) == ["提示"]


def test_the_elements_that_a_record_does_not_tell_are_named(judged: Judge) -> None:
    elements = rule("要件齐全", 清单=["内容", "期限", "合同金额", "违约责任"])
    (judgement,) = judged(elements, 合同={"期限": "2016年"})
    assert judgement.verdict is Verdict.UNKNOWN
    assert judgement.answer.says == "没有写：合同金额"


def test_purchases_that_only_together_reach_a_threshold_are_shown(library_of: Callable[..., Library]) -> None:
    rules = [rule("不得拆分"), rule("阈值手续", 达到="100万元", 手续="采购前报批")]
    half = {
        "购买主体": [{"名称": "某县民政局", "机构": "民政局"}],
        "数据": [{"名称": "预算金额", "数值": "60万元"}],
    }
    (split,) = find_splits(library_of(rules, half, half))
    assert len(split.cases) == 2
    assert split.total == 1_200_000


def test_purchases_of_two_years_or_by_two_bodies_are_not_added(library_of: Callable[..., Library]) -> None:
    rules = [rule("不得拆分"), rule("阈值手续", 达到="100万元", 手续="采购前报批")]
    money = {"数据": [{"名称": "预算金额", "数值": "60万元"}]}
    civil = {"购买主体": [{"名称": "某县民政局", "机构": "民政局"}], **money}
    health = {"购买主体": [{"名称": "某县卫健局", "机构": "卫健局"}], **money}
    assert list(find_splits(library_of(rules, civil, health, {**civil, "期间": "2017年"}))) == []


# --- two rules on one matter ------------------------------------------------------------------------


def test_the_stricter_of_two_rules_comes_first(library_of: Callable[..., Library]) -> None:
    nation = rule("期限内办理", 编号="R-1", 起算="合同签订", 办结="合同备案", 天数="7", 工作日="是")
    county = rule(
        "阈值手续",
        编号="R-2",
        适用="某省",
        达到="500万元",
        手续="合同备案",
        办结="合同备案",
        起算="中标成交",
        天数="15",
    )
    elsewhere = rule("期限内办理", 编号="R-3", 适用="邻省", 起算="合同签订", 办结="合同备案", 天数="1")
    library = library_of([county, nation, elsewhere])
    assert [one.id for one in competing(library, library.rules["R-2"])] == ["R-1", "R-2"]
    assert [one.id for one in competing(library, library.rules["R-1"])] == ["R-3", "R-1", "R-2"]


@given(st.permutations([("R-1", "1年", "已核"), ("R-2", "1年", "未核"), ("R-3", "6个月", "未核")]))
def test_the_order_depends_on_what_rules_ask_and_not_on_how_they_are_listed(
    listed: list[tuple[str, str, str]],
) -> None:
    from generator.models.reference import Rule  # noqa: PLC0415

    rules = [Rule.model_validate(rule("期限上限", 编号=i, 最长=longest, 核验=k)) for i, longest, k in listed]
    assert [one.id for one in by_strictness(rules)] == ["R-3", "R-1", "R-2"]


# --- counting ---------------------------------------------------------------------------------------


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    end = after_workdays(start, count)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == count
    assert end.weekday() < 5


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 5))
def test_a_term_that_ends_the_day_before_its_own_day_is_whole_years(start: date, years: int) -> None:
    if (start.month, start.day) != (2, 29):
        last = start.replace(year=start.year + years) - timedelta(days=1)
        assert months_between(start, last) == 12 * years
        assert months_between(start, last + timedelta(days=1)) == 12 * years + 1


@pytest.mark.parametrize(("text", "months"), [("3年", 36), ("18个月", 18), ("6月", 6)])
def test_a_length_of_time_is_read_in_months(text: str, months: int) -> None:
    assert parse_months(text) == months


@pytest.mark.parametrize("text", ["三年", "3", "0年", "3天", "-1年"])
def test_other_lengths_are_refused_with_a_model(text: str) -> None:
    with pytest.raises(ValueError, match="请写成 3年"):
        parse_months(text)
