"""The words of a deadline as days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.duties import DeadlineKind, read_deadline
from generator.duties.deadlines import YearDay
from generator.hanzi.numerals import to_chinese
from generator.library import Library
from generator.models.policy import Policy

ISSUED = date(2022, 8, 16)
OTHER_THIRTIETHS = [(5, 30), (6, 0), (7, 30), (8, 30), (9, 0), (10, 30), (11, 0), (12, 30)]
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("2022-11-30", date(2022, 11, 30)),
        ("2022年11月30日前", date(2022, 11, 30)),
        ("11月30日前", date(2022, 11, 30)),
        ("7月31日前", date(2023, 7, 31)),
        ("2017年10月底前", date(2017, 10, 31)),
        ("9月底前", date(2022, 9, 30)),
        ("9月前", date(2022, 8, 31)),
        ("9月中旬前", date(2022, 9, 20)),
        ("年底前", date(2022, 12, 31)),
        ("今年年底前", date(2022, 12, 31)),
        ("次年1月底前", date(2023, 1, 31)),
        ("明年3月底前", date(2023, 3, 31)),
        ("下一年度1月底前", date(2023, 1, 31)),
        ("后年6月底前", date(2024, 6, 30)),
        ("2022年上半年", date(2022, 6, 30)),
        ("2024年2月底前", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_with_or_without_its_year(words: str, due: date) -> None:
    deadline = read_deadline(words, ISSUED)
    assert (deadline.kind, deadline.day, deadline.next_due(ISSUED)) == (DeadlineKind.DAY, due, due)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("每年9月底前", [(9, 0)]),
        ("每年9月30日前", [(9, 0)]),
        ("每年1月、7月", [(1, 0), (7, 0)]),
        ("每年7月10日、1月10日前", [(1, 10), (7, 10)]),
        ("每年2月底前", [(2, 0)]),
        ("每年年底前", [(12, 0)]),
        ("每半年", [(6, 0), (12, 0)]),
        ("每季度终了后10日内", [(1, 10), (4, 10), (7, 10), (10, 10)]),
        ("每月5日前", [(month, 5) for month in range(1, 13)]),
        ("每年1月底、7月底前", [(1, 0), (7, 0)]),
        ("自2023年起每年3月底前", [(3, 0)]),
        ("每季度终了后30日内", [(1, 30), (4, 0), (7, 30), (10, 30)]),
        ("每月终了后30日内", [(1, 30), (2, 0), (3, 30), (4, 0), *OTHER_THIRTIETHS]),
    ],
)
def test_days_that_come_again_are_read(words: str, days: list[tuple[int, int]]) -> None:
    deadline = read_deadline(words)
    assert deadline.kind is DeadlineKind.YEARLY
    assert [(day.month, day.day) for day in deadline.days] == days


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("15个工作日内", date(2022, 9, 6)),
        ("自印发之日起30日内", date(2022, 9, 15)),
        ("收到本通知后十五日内", date(2022, 8, 31)),
        ("三个月内", date(2022, 11, 16)),
        ("2周内", date(2022, 8, 30)),
        ("48小时内", date(2022, 8, 18)),
        ("两个月内", date(2022, 10, 16)),
        ("收到来文后两周内", date(2022, 8, 30)),
        ("半年内", date(2023, 2, 16)),
        ("自本办法施行之日起半个月内", date(2022, 8, 31)),
    ],
)
def test_a_span_runs_from_the_document(words: str, end: date) -> None:
    deadline = read_deadline(words)
    assert deadline.span
    assert deadline.span.from_document
    assert deadline.span.end(ISSUED) == end
    assert deadline.span.approximate == ("工作日" in words or "收到" in words)


@pytest.mark.parametrize(
    "since",
    [
        "项目完成采购后",
        "中标公告发布之日起",
        "目录在正式印发后",
        "预算公布后",
        "标准施行后",
        "实施方案印发后",
        "采购结果公布后",
    ],
)
def test_a_span_from_another_event_has_no_day_of_its_own(since: str) -> None:
    deadline = read_deadline(f"{since}15日内")
    assert deadline.span
    assert (deadline.span.since, deadline.span.from_document) == (since, False)


def test_working_days_after_a_period_are_near_the_day_and_not_the_day_itself() -> None:
    deadline = read_deadline("每月终了后5个工作日内")
    assert (deadline.next_due(date(2022, 8, 16)), deadline.approximate) == (date(2022, 9, 7), True)
    assert not read_deadline("每月终了后5日内").approximate


def test_a_round_that_begins_later_is_not_due_before() -> None:
    deadline = read_deadline("自2023年起每年3月底前")
    assert deadline.next_due(date(2022, 1, 10)) == date(2023, 3, 31)
    assert deadline.last_due(date(2023, 3, 1)) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("", DeadlineKind.NONE),
        ("按要求的时间", DeadlineKind.ASKED),
        ("编制部门预算时", DeadlineKind.EVENT),
        ("开展采购活动前", DeadlineKind.EVENT),
        ("2月30日前", DeadlineKind.UNREAD),
        ("2022-13-01", DeadlineKind.UNREAD),
        ("每年6月31日前", DeadlineKind.UNREAD),
        ("半小时内", DeadlineKind.UNREAD),
        ("2月29日前", DeadlineKind.NO_YEAR),
        ("0日内", DeadlineKind.UNREAD),
        ("九千年内", DeadlineKind.UNREAD),
        ("11月30日前", DeadlineKind.NO_YEAR),
        ("看情况办", DeadlineKind.UNREAD),
    ],
)
def test_what_is_no_day_is_called_what_it_is(words: str, kind: DeadlineKind) -> None:
    assert read_deadline(words).kind is kind


@given(DAYS)
def test_a_printed_day_is_read_back_in_figures_and_in_chinese(day: date) -> None:
    assert read_deadline(f"{day.year}年{day.month}月{day.day}日前").day == day
    chinese = f"{day.year}年{to_chinese(day.month)}月{to_chinese(day.day)}日前"
    assert read_deadline(chinese).day == day


@given(DAYS, DAYS)
def test_a_day_without_its_year_is_the_first_one_after_the_text(issued: date, day: date) -> None:
    found = read_deadline(f"{day.month}月{day.day}日前", issued)
    if (day.month, day.day) != (2, 29):
        assert found.day
        assert timedelta(0) <= found.day - issued < timedelta(days=367)
        assert (found.day.month, found.day.day) == (day.month, day.day)


@given(st.sets(st.integers(1, 12), min_size=1), DAYS)
def test_the_next_day_is_the_nearest_one_and_the_last_one_lies_before(months: set[int], day: date) -> None:
    deadline = read_deadline("每年" + "、".join(f"{month}月" for month in sorted(months)))
    following, last = deadline.next_due(day), deadline.last_due(day)
    assert following is not None
    assert last is not None
    assert last < day <= following
    assert {following.month, last.month} <= months
    between = (last + timedelta(days=n) for n in range(1, (following - last).days))
    assert not any(one.month in months and (one + timedelta(days=1)).day == 1 for one in between)


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1990, 2090))
def test_a_day_of_the_year_never_leaves_its_month(month: int, day: int, year: int) -> None:
    if day > monthrange(2024, month)[1]:
        with pytest.raises(ValueError, match="没有"):
            YearDay.of(month, day)
    else:
        assert YearDay.of(month, day).in_year(year).month == month


@given(st.text(alphabet="每年月日底前内后自起0123456789一二十百千个工作季度半-终了时于在", max_size=20), DAYS)
def test_any_words_are_read_without_a_fault(words: str, day: date) -> None:
    deadline = read_deadline(words, day)
    due = deadline.next_due(day)
    assert due is None or isinstance(due, date)
    if deadline.span and deadline.kind is DeadlineKind.SPAN:
        assert deadline.span.end(day) >= day


def test_every_deadline_of_the_shipped_library_can_be_read(library: Library) -> None:
    words = [demand.until or "" for policy in library.every(Policy) for demand in policy.demands]
    words += [rule.judging.until or "" for rule in library.rules.values() if rule.judging]
    assert [text for text in words if read_deadline(text, ISSUED).kind is DeadlineKind.UNREAD] == []
