"""Days of documents, and times known in part."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hanzi.calendar import parse_day, parse_time, print_day, print_time

SPANS = [
    ("2014-09", date(2014, 9, 1), date(2014, 9, 30)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2013-12-中旬", date(2013, 12, 11), date(2013, 12, 20)),
    ("2013年2月下旬", date(2013, 2, 21), date(2013, 2, 28)),
    ("2016", date(2016, 1, 1), date(2016, 12, 31)),
    ("2016年上半年", date(2016, 1, 1), date(2016, 6, 30)),
    ("2014年末", date(2014, 12, 1), date(2014, 12, 31)),
    ("2016至2017-05", date(2016, 1, 1), date(2017, 5, 31)),
    ("2016年至2017年5月", date(2016, 1, 1), date(2017, 5, 31)),
    ("2016—2017年度", date(2016, 1, 1), date(2017, 12, 31)),
    ("2015年1至8月", date(2015, 1, 1), date(2015, 8, 31)),
    ("2015年1-8月", date(2015, 1, 1), date(2015, 8, 31)),
    ("2017年1月-5月", date(2017, 1, 1), date(2017, 5, 31)),
    ("2013-10-01/2013-10-28", date(2013, 10, 1), date(2013, 10, 28)),
    ("2017年10月底前", None, date(2017, 10, 31)),
    ("自2011年以来", date(2011, 1, 1), None),
    ("2006年起", date(2006, 1, 1), None),
]


@given(st.dates(date(1949, 10, 1), date(2099, 12, 31)))
def test_a_day_reads_back_and_prints_without_leading_zeros(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert print_day(day) == f"{day.year}年{day.month}月{day.day}日"


@pytest.mark.parametrize("text", ["2022.8.16", "2022/8/16", "2022年8月16日", "2022-8-16"])
def test_another_spelling_of_a_day_is_told_the_right_one(text: str) -> None:
    with pytest.raises(ValueError, match="请写成 2022-08-16"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2017-02-29", "2022-13-01", "0000-01-01"])
def test_a_day_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"没有“.*”这一天"):
        parse_day(text)


def test_full_width_digits_are_no_day() -> None:
    with pytest.raises(ValueError, match="不是 年-月-日"):
        parse_day("２０２２-08-16")


@pytest.mark.parametrize(("text", "earliest", "latest"), SPANS)
def test_a_time_known_in_part_spans_what_it_can_mean(
    text: str, earliest: date | None, latest: date | None
) -> None:
    span = parse_time(text)
    assert (span.text, span.earliest, span.latest) == (text, earliest, latest)


def test_the_years_of_a_time_are_those_that_it_touches() -> None:
    assert parse_time("2014年至2016年5月").years == (2014, 2015, 2016)
    assert parse_time("2011年以来").years == (2011,)


@pytest.mark.parametrize(
    "text", ["", "近年来", "每年1月", "0000年初", "2013-13", "2010-02-30", "2017至2016", "2016年5月至3月"]
)
def test_what_names_no_time_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(ValueError, match="时间"):
        parse_time(text)


@given(year=st.integers(1949, 2099), month=st.integers(1, 12))
def test_a_month_begins_and_ends_within_itself(year: int, month: int) -> None:
    span = parse_time(f"{year}年{month}月")
    assert span.earliest is not None
    assert span.latest is not None
    assert (span.earliest.day, span.earliest.month, span.latest.month) == (1, month, month)
    assert span.latest.toordinal() + 1 == date(year + month // 12, month % 12 + 1, 1).toordinal()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2011-10-22", "2011年10月22日"),
        ("2017-06以前", "2017年6月以前"),
        ("2013-12-中旬", "2013年12月中旬"),
        ("2014-09", "2014年9月"),
        ("2015至2016", "2015年至2016年"),
        ("2016至2017-05", "2016年至2017年5月"),
        ("2016—2017年度", "2016—2017年度"),
        ("2015年1-8月", "2015年1-8月"),
        ("2020年以来", "2020年以来"),
    ],
)
def test_a_time_is_printed_one_way_however_it_is_written(written: str, printed: str) -> None:
    assert print_time(written) == printed
    assert parse_time(written).words == printed
