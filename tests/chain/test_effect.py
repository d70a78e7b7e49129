"""In force or not on a day, told from relations and dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.chain.effect import Effect, effect_on, latest_day
from generator.checks.repealed import check_effect
from generator.library import Library
from generator.models.policy import Policy, Status
from generator.problems import Level

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


def effect(library: Library, record_id: str, day: str) -> Effect:
    policy = library.find(record_id, Policy)
    assert policy is not None
    return effect_on(library, policy, date.fromisoformat(day))


def test_the_provisional_rule_holds_until_the_order_repeals_it(library: Library) -> None:
    before, after = (effect(library, "财综2014-96号", day) for day in ("2020-02-29", "2020-03-01"))
    assert (before.status, before.replaced_by) == (Status.IN_FORCE, ())
    assert (after.status, after.since, after.replaced_by) == (
        Status.REPEALED,
        date(2020, 3, 1),
        ("财政部令102号",),
    )
    assert after.reason == "自2020年3月1日起由《政府购买服务管理办法》（财政部令第102号）第三十五条废止"


def test_a_text_is_not_in_force_before_its_day(library: Library) -> None:
    assert effect(library, "财政部令102号", "2020-02-29").status is Status.NOT_YET
    assert effect(library, "财政部令102号", "2020-03-01").status is Status.IN_FORCE
    assert effect(library, "财综2014-96号", "2014-12-31").status is Status.NOT_YET


def test_an_end_that_is_still_to_come_is_told(library: Library) -> None:
    assert "将于2020年3月1日废止" in effect(library, "财综2014-96号", "2019-01-01").reason


def test_what_nobody_verified_stays_so(library: Library) -> None:
    assert effect(library, "鲁财采2022-14号", "2024-01-01").status is Status.UNVERIFIED


@pytest.mark.parametrize(
    ("relation", "anchor", "status"),
    [
        ("废止", None, Status.REPEALED),
        ("废止", "第三条", Status.AMENDED),
        ("修改", None, Status.AMENDED),
        ("修改", "第三条", Status.AMENDED),
        ("引用", None, Status.IN_FORCE),
    ],
)
def test_relations_and_their_provisions_decide(
    record: MakeRecord, load: Load, relation: str, anchor: str | None, status: Status
) -> None:
    ends = {"锚": "第九条", "目标锚": anchor}
    related = {"类型": relation, "目标": "旧", **{key: value for key, value in ends.items() if value}}
    record("政策", "旧", 时效="现行有效")
    record("政策", "新", 标题="新办法", 施行日期="2021-05-01", 关系=[related])
    library = load()
    assert effect(library, "旧", "2021-04-30").status is Status.IN_FORCE
    found = effect(library, "旧", "2021-05-01")
    assert found.status is status
    if status is not Status.IN_FORCE:
        assert (found.since, found.replaced_by) == (date(2021, 5, 1), ("新",))


def test_a_repeal_without_a_day_holds_and_says_so(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 时效="未核")
    record("政策", "新", 标题="新办法", 关系=[{"类型": "废止", "目标": "旧"}])
    found = effect(load(), "旧", "2021-05-01")
    assert (found.status, found.since) == (Status.REPEALED, None)
    assert "起始日期不详" in found.reason


def test_a_text_that_repeals_itself_is_not_believed(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 时效="现行有效", 关系=[{"类型": "废止", "目标": "旧"}])
    assert effect(load(), "旧", "2021-05-01").status is Status.IN_FORCE


def test_a_draft_stays_a_draft(record: MakeRecord, load: Load) -> None:
    record("政策", "稿", 时效="草案", 施行日期="2030-01-01")
    assert effect(load(), "稿", "2021-05-01").status is Status.DRAFT


def test_the_latest_day_is_that_of_the_newest_text(library: Library) -> None:
    assert latest_day(library) == date(2024, 8, 6)


@pytest.mark.parametrize(
    ("kind", "state"),
    [("政策", {"时效": "草案", "公布日期": "2021-01-01"}), ("公文", {"成文日期": "待补"})],
)
def test_a_draft_repeals_nothing(record: MakeRecord, load: Load, kind: str, state: dict[str, str]) -> None:
    record("政策", "旧", 时效="现行有效")
    record(kind, "稿", 标题="新办法", **state, 关系=[{"类型": "废止", "目标": "旧"}])
    library = load()
    assert effect(library, "旧", "2030-01-01").status is Status.IN_FORCE
    assert list(check_effect(library)) == []


def test_a_text_without_its_day_of_effect_is_not_in_force_before_it_was_issued(
    record: MakeRecord, load: Load
) -> None:
    record("政策", "文", 时效="现行有效", 印发日期="2022-08-16")
    library = load()
    before, after = (effect(library, "文", day) for day in ("2022-08-15", "2022-08-16"))
    assert (before.status, before.since) == (Status.NOT_YET, date(2022, 8, 16))
    assert after.status is Status.IN_FORCE


def test_of_two_repeals_the_first_counts_and_the_later_one_is_not_yet_named(
    record: MakeRecord, load: Load
) -> None:
    repeals = [{"类型": "废止", "目标": "旧"}]
    record("政策", "旧", 时效="现行有效")
    record("政策", "甲后", 标题="后一办法", 施行日期="2025-01-01", 关系=repeals)
    record("政策", "乙先", 标题="先一办法", 施行日期="2021-05-01", 关系=repeals)
    library = load()
    assert "将于2021年5月1日废止" in effect(library, "旧", "2020-01-01").reason
    found = effect(library, "旧", "2022-01-01")
    assert (found.since, found.replaced_by) == (date(2021, 5, 1), ("乙先",))


def test_an_effect_that_is_asked_for_again_is_not_worked_out_again(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 时效="现行有效")
    library = load()
    assert effect(library, "旧", "2022-01-01") is effect(library, "旧", "2022-01-01")


# --- the check ---------------------------------------------------------------------------------


def test_the_shipped_records_state_what_their_relations_say(library: Library) -> None:
    assert [problem.as_text() for problem in check_effect(library)] == []


def test_a_record_that_calls_a_repealed_text_valid_is_told(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 时效="现行有效")
    record("政策", "新", 标题="新办法", 公布日期="2021-04-01", 关系=[{"类型": "废止", "目标": "旧"}])
    (problem,) = check_effect(load())
    assert (problem.code, problem.level, problem.place.path) == ("EFF001", Level.WARNING, "policies/旧.md")
    assert "“现行有效”，按关系和日期应为“已废止”" in problem.message
    assert "《新办法》" in problem.message


def test_an_amended_text_that_is_called_valid_is_a_hint(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 时效="现行有效")
    record("政策", "新", 标题="新办法", 公布日期="2021-04-01", 关系=[{"类型": "修改", "目标": "旧"}])
    (problem,) = check_effect(load())
    assert problem.level is Level.HINT


@pytest.mark.parametrize("stated", ["未核", "草案", "已修改"])
def test_a_text_that_nobody_verified_says_nothing_wrong_when_amended(
    record: MakeRecord, load: Load, stated: str
) -> None:
    record("政策", "旧", 时效=stated)
    record("政策", "新", 标题="新办法", 公布日期="2021-04-01", 关系=[{"类型": "修改", "目标": "旧"}])
    assert list(check_effect(load())) == []


def test_a_text_whose_day_has_come_is_no_longer_waiting(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 时效="尚未施行", 施行日期="2021-01-01")
    record("政策", "别", 公布日期="2022-04-01")
    (problem,) = check_effect(load())
    assert "应为“现行有效”" in problem.message
