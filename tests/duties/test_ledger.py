"""All duties of a library on a day: demanded, handed on, asked for each year, done or overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.duties import Duty, Urgency, concerns, duties_on, read_deadline
from generator.duties.ledger import nearest_round
from generator.library import Library
from generator.models.duties import DutyState
from generator.problems import Level
from tests.duties.conftest import Make, demand

DAY = date(2022, 12, 31)


def by_key(library: Library, day: date = DAY) -> dict[str, Duty]:
    """The duties of a library by their names."""
    return {duty.key: duty for duty in duties_on(library, day)}


# --- handing on -----------------------------------------------------------------------------------


def test_a_demand_is_handed_on_to_those_whom_each_notice_is_sent_to(make: Make) -> None:
    found = by_key(make([demand(期限="2022-11-30")]))
    assert {key: duty.who for key, duty in found.items()} == {
        "省通知/要求1": ("各市财政局",),
        "省通知/要求1@市通知": ("各县财政局",),
        "省通知/要求1@县通知": ("县直各部门",),
    }
    assert [notice.id for notice in found["省通知/要求1@县通知"].via] == ["市通知", "县通知"]
    assert found["省通知/要求1@县通知"].asked == ("各市财政局",)


def test_a_day_that_had_passed_when_it_was_handed_on_is_marked(make: Make) -> None:
    found = by_key(make([demand(期限="2022-12-21")]))
    assert [found[key].passed for key in ("省通知/要求1", "省通知/要求1@市通知", "省通知/要求1@县通知")] == [
        False,
        False,
        True,
    ]


def test_a_notice_that_sets_the_duty_anew_takes_the_place_of_the_one_above(make: Make) -> None:
    rules = [
        {
            "编号": "R-1",
            "名称": "报送",
            "适用": "某省",
            "生效": "2022-01-01",
            "内容": "报送",
            "依据": "无",
            "核验": "未核",
        }
    ]
    own = [demand(编号="要求9", 事项="报送总结到市局", 期限="2022-12-25", 规则="R-1", 主体=["各县财政局"])]
    found = by_key(make([demand(期限="2022-11-30", 规则="R-1")], own=own, rules=rules))
    assert set(found) == {"省通知/要求1", "市通知/要求9", "市通知/要求9@县通知"}


def test_the_demand_that_only_hands_on_is_no_duty_and_names_those_who_act(make: Make) -> None:
    carrier = [demand(编号="要求9", 事项="贯彻执行所转发的通知", 主体=["各县财政局", "市直各部门"])]
    found = by_key(make([demand()], own=carrier))
    assert found["省通知/要求1@市通知"].who == ("各县财政局", "市直各部门")
    assert not any("要求9" in key for key in found)


def test_notices_issued_after_the_day_hand_on_nothing_yet(make: Make) -> None:
    library = make([demand(期限="2022-11-30")])
    assert set(by_key(library, date(2022, 12, 21))) == {"省通知/要求1", "省通知/要求1@市通知"}
    assert set(by_key(library, date(2022, 8, 15))) == set()


@pytest.mark.parametrize("keys", [{"时效": "已废止"}, {"废止日期": "2022-10-01"}, {"时效": "草案"}])
def test_a_text_that_is_no_longer_or_not_yet_in_force_demands_nothing(
    make: Make, keys: dict[str, Any]
) -> None:
    assert by_key(make([demand()], **keys)) == {}


# --- days and states ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("until", "urgency"),
    [
        ("2022-12-30", Urgency.OVERDUE),
        ("2022-12-31", Urgency.SOON),
        ("2023-01-30", Urgency.SOON),
        ("2023-01-31", Urgency.LATER),
        ("每年1月、7月", Urgency.LATER),
        ("编制部门预算时", Urgency.OPEN_ENDED),
        (None, Urgency.OPEN_ENDED),
    ],
)
def test_a_duty_is_overdue_the_day_after_its_day(make: Make, until: str | None, urgency: Urgency) -> None:
    assert by_key(make([demand(期限=until)]))["省通知/要求1"].urgency(DAY) is urgency


def test_a_span_runs_from_the_day_of_the_text_that_handed_it_on(make: Make) -> None:
    found = by_key(make([demand(期限="收到本通知后10个工作日内")]))
    assert found["省通知/要求1"].due == date(2022, 8, 30)
    assert found["省通知/要求1@市通知"].due == date(2023, 1, 3)
    assert found["省通知/要求1"].approximate


@pytest.mark.parametrize(
    ("entry", "urgency"),
    [
        ({"状态": "办结", "办结日期": "2022-11-20"}, Urgency.DONE),
        ({"状态": "不适用"}, Urgency.NOT_OURS),
        ({"状态": "在办"}, Urgency.OVERDUE),
        ({"状态": "在办", "本级期限": "2023-03-01"}, Urgency.LATER),
    ],
)
def test_the_ledger_says_how_far_a_duty_has_got(make: Make, entry: dict[str, Any], urgency: Urgency) -> None:
    ledger = [{"政策": "省通知", "要求": "要求1", "转发文件": "市通知", **entry}]
    found = by_key(make([demand(期限="2022-11-30")], ledger=ledger))
    assert found["省通知/要求1@市通知"].urgency(DAY) is urgency
    assert found["省通知/要求1"].entry is None


def test_an_own_deadline_is_not_one_that_had_passed(make: Make) -> None:
    ledger = [
        {"政策": "省通知", "要求": "要求1", "转发文件": "市通知", "状态": "在办", "本级期限": "2023-03-01"}
    ]
    found = by_key(make([demand(期限="2022-11-30")], ledger=ledger))
    assert not found["省通知/要求1@市通知"].passed


def test_a_demand_handed_on_to_others_than_it_names_is_for_somebody_to_judge(make: Make) -> None:
    found = by_key(make([demand(主体=["各县财政局"], 期限="2022-11-30")]))
    assert {key: duty.urgency(DAY) for key, duty in found.items()} == {
        "省通知/要求1": Urgency.OVERDUE,
        "省通知/要求1@市通知": Urgency.OVERDUE,
        "省通知/要求1@县通知": Urgency.UNSURE,
    }


def test_what_the_ledger_notes_of_a_hand_was_judged_by_somebody(make: Make) -> None:
    ledger = [{"政策": "省通知", "要求": "要求1", "转发文件": "县通知", "状态": "在办"}]
    found = by_key(make([demand(期限="2022-11-30")], ledger=ledger))
    assert found["省通知/要求1@县通知"].urgency(DAY) is Urgency.OVERDUE


@pytest.mark.parametrize(
    ("day", "entry", "last"),
    [
        (date(2023, 11, 1), None, date(2023, 9, 30)),
        (date(2022, 9, 1), None, None),
        (date(2023, 11, 1), {"状态": "在办"}, date(2023, 9, 30)),
        (date(2023, 11, 1), {"状态": "办结", "办结日期": "2023-09-20"}, None),
        (date(2023, 11, 1), {"状态": "不适用"}, None),
    ],
)
def test_a_round_that_has_passed_and_that_nobody_noted_is_told(
    make: Make, day: date, entry: dict[str, Any] | None, last: date | None
) -> None:
    ledger = [{"政策": "省通知", "要求": "要求1", **entry}] if entry else None
    duty = by_key(make([demand(期限="每年9月底前")], ledger=ledger), day)["省通知/要求1"]
    assert duty.last == last


@pytest.mark.parametrize(
    ("done_on", "day", "due", "state"),
    [
        ("2022-09-20", date(2022, 9, 25), date(2022, 9, 30), DutyState.DONE),
        ("2022-10-08", date(2022, 11, 1), date(2023, 9, 30), DutyState.OPEN),
        ("2022-09-20", date(2023, 9, 1), date(2023, 9, 30), DutyState.OPEN),
        ("2022-09-20", date(2023, 10, 1), date(2023, 9, 30), DutyState.OPEN),
    ],
)
def test_a_yearly_duty_is_done_for_one_round_and_missed_in_the_next(
    make: Make, done_on: str, day: date, due: date, state: DutyState
) -> None:
    ledger = [{"政策": "省通知", "要求": "要求1", "状态": "办结", "办结日期": done_on}]
    duty = by_key(make([demand(期限="每年9月底前")], ledger=ledger), day)["省通知/要求1"]
    assert (duty.due, duty.state) == (due, state)


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)))
def test_what_is_done_counts_for_the_nearest_round(done_on: date) -> None:
    deadline = read_deadline("每年1月、7月")
    nearest = nearest_round(deadline, done_on)
    rounds = [deadline.last_due(done_on), deadline.next_due(done_on)]
    assert nearest in rounds
    assert nearest
    assert all(abs(nearest - done_on) <= abs(other - done_on) for other in rounds if other)
    assert abs(nearest - done_on) <= timedelta(days=93)


# --- rules that ask for reports --------------------------------------------------------------------------


def reporting(**keys: Any) -> dict[str, Any]:
    """A rule that asks for two reports a year."""
    return {
        "编号": "R-1",
        "名称": "两次报送",
        "适用": "某省",
        "对象": "各市财政局",
        "生效": "2020-01-01",
        "内容": "每年报送两次",
        "判断": {"类型": "定期报送", "期限": "每年1月、7月"},
        "依据": "无",
        "核验": "未核",
        **keys,
    }


def test_a_rule_asks_for_reports_twice_a_year(make: Make) -> None:
    found = by_key(make([demand()], rules=[reporting()]))
    assert (found["R-1"].due, found["R-1"].who) == (date(2023, 1, 31), ("各市财政局",))


@pytest.mark.parametrize("keys", [{"启用": "否"}, {"失效": "2022-01-01"}, {"生效": "2024-01-01"}])
def test_a_rule_that_is_not_in_force_asks_for_nothing(make: Make, keys: dict[str, Any]) -> None:
    assert "R-1" not in by_key(make([demand()], rules=[reporting(**keys)]))


def test_a_rule_whose_demand_is_recorded_is_not_told_twice(make: Make) -> None:
    assert "R-1" not in by_key(make([demand(规则="R-1")], rules=[reporting()]))


# --- whom it concerns ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        ("某市财政局", {"省通知/要求1", "省通知/要求1@市通知"}),
        ("某县财政局", {"省通知/要求1@市通知", "省通知/要求1@县通知"}),
        ("某市民政局", set()),
        ("某省财政厅", set()),
    ],
)
def test_a_duty_concerns_those_named_those_of_the_group_and_the_sender(
    make: Make, body: str, keys: set[str]
) -> None:
    library = make([demand()])
    duties = duties_on(library, DAY)
    found = {duty.key for duty in duties if concerns(library, duty, library.bodies_by_name[body])}
    assert found == keys


def test_departments_of_a_level_are_concerned_and_not_its_sender(make: Make) -> None:
    carrier = [demand(编号="要求9", 事项="贯彻执行所转发的通知", 主体=["市直各部门、单位"])]
    library = make([demand()], own=carrier)
    handed = by_key(library)["省通知/要求1@市通知"]
    assert concerns(library, handed, library.bodies_by_name["某市民政局"])
    assert not concerns(library, handed, library.bodies_by_name["某县财政局"])


# --- the shipped library ----------------------------------------------------------------------------------


def test_boshan_owes_what_shandong_demanded(library: Library) -> None:
    found = by_key(library)
    handed = {key for key in found if key.endswith("@博财采2022-19号")}
    assert handed == {f"鲁财采2022-14号/要求{number}@博财采2022-19号" for number in range(1, 9)}
    report = found["鲁财采2022-14号/要求8@博财采2022-19号"]
    assert [notice.id for notice in report.via] == ["淄财采2022-20号", "博财采2022-19号"]
    assert (report.due, report.passed) == (date(2022, 11, 30), True)
    assert not found["鲁财采2022-14号/要求8"].passed


def test_the_catalogue_is_due_each_september_and_zhengzhou_reports_twice(library: Library) -> None:
    found = by_key(library)
    assert found["鲁财采2022-14号/要求1"].due == date(2023, 9, 30)
    assert found["R-ZZ-BS"].due == date(2023, 1, 31)


def test_the_report_that_puyang_sent_is_done(library: Library) -> None:
    duty = by_key(library)["豫财综2017-41号/要求1"]
    assert duty.urgency(DAY) is Urgency.DONE
    assert duty.entry
    assert duty.entry.done_on == date(2017, 6, 9)


def test_what_puyang_did_is_not_done_for_zhengzhou(library: Library) -> None:
    states = {
        name: next(
            duty.state
            for duty in duties_on(library, DAY, library.bodies_by_name[name])
            if duty.key == "豫财综2017-41号/要求1"
        )
        for name in ("濮阳市财政局", "郑州市财政局")
    }
    assert states == {"濮阳市财政局": DutyState.DONE, "郑州市财政局": DutyState.OPEN}


def test_nothing_of_the_shipped_ledger_is_wrong(library: Library) -> None:
    from generator.checks.duties import check_duties  # noqa: PLC0415

    assert [problem.as_text() for problem in check_duties(library) if problem.level is not Level.HINT] == []
    assert list(check_duties(library)) == []
