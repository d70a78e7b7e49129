"""The calendar file: RFC 5545 to the letter, the same for the same day, a rule for what comes again."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.duties import calendar_text, duties_on, read_deadline
from generator.duties.calendar import by_day_of_month, escape, fold, next_of, yearly_rule
from generator.library import Library
from tests.duties.conftest import Make, demand

DAY = date(2022, 12, 31)


def unfolded(text: str) -> list[str]:
    """The content lines of a calendar."""
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(text: str) -> list[dict[str, str]]:
    """The events by their properties; what belongs to a reminder is left out."""
    found = []
    for block in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", "\n".join(unfolded(text)), re.DOTALL):
        lines = re.sub(r"BEGIN:VALARM.*?END:VALARM\n", "", block, flags=re.DOTALL).splitlines()
        found.append(dict(line.split(":", 1) for line in lines))
    return found


def calendar(library: Library, day: date = DAY) -> str:
    """The calendar of a library."""
    return calendar_text(duties_on(library, day), day)


def test_a_day_is_one_whole_day_and_a_yearly_one_has_a_rule(make: Make) -> None:
    library = make([demand(期限="2023-11-30"), demand(编号="要求2", 期限="每年1月、7月")])
    own = [event for event in events(calendar(library)) if "转发" not in event["DESCRIPTION"]]
    once = next(event for event in own if "RRULE" not in event)
    yearly = next(event for event in own if "RRULE" in event)
    assert (once["DTSTART;VALUE=DATE"], once["DTEND;VALUE=DATE"]) == ("20231130", "20231201")
    assert yearly["DTSTART;VALUE=DATE"] == "20230131"
    assert yearly["RRULE"] == "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=-1"


@pytest.mark.parametrize("until", [None, "编制部门预算时", "按要求的时间"])
def test_what_has_no_day_is_not_in_the_calendar(make: Make, until: str | None) -> None:
    assert events(calendar(make([demand(期限=until)]))) == []


def test_what_is_done_or_not_ours_is_not_in_the_calendar(make: Make) -> None:
    ledger = [
        {"政策": "省通知", "要求": "要求1", "状态": "办结", "办结日期": "2022-11-01"},
        {"政策": "省通知", "要求": "要求1", "转发文件": "市通知", "状态": "不适用"},
    ]
    found = events(calendar(make([demand(期限="2022-11-30")], ledger=ledger)))
    assert ["县直各部门" in event["DESCRIPTION"] for event in found] == [True]


def test_names_stay_when_the_day_or_another_text_changes(make: Make) -> None:
    library = make([demand(期限="2023-11-30")])
    today, tomorrow = calendar(library), calendar(library, DAY + timedelta(days=1))
    assert [event["UID"] for event in events(today)] == [event["UID"] for event in events(tomorrow)]
    assert len({event["UID"] for event in events(today)}) == 3
    assert {event["DTSTAMP"] for event in events(today)} == {"20221231T000000Z"}
    assert calendar(library) == today


def test_lines_end_and_fold_as_the_standard_says(library: Library) -> None:
    text = calendar(library)
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert unfolded(text)[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]


def test_the_shipped_calendar_holds_the_report_that_had_passed_when_it_was_handed_on(
    library: Library,
) -> None:
    passed = [event for event in events(calendar(library)) if "转发时期限已过" in event["DESCRIPTION"]]
    assert {event["DTSTART;VALUE=DATE"] for event in passed} == {"20221130"}
    assert any("博财采〔2022〕19号" in event["DESCRIPTION"] for event in passed)
    unverified = [event for event in events(calendar(library)) if "本条未核" in event["DESCRIPTION"]]
    assert [event["RRULE"] for event in unverified] == ["FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=-1"]


@given(st.text(max_size=200))
def test_a_value_never_breaks_its_line_and_is_read_back(text: str) -> None:
    written = escape(text)
    assert not re.search(r"[\x00-\x1f]", written)
    pairs = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
    back = re.sub(r"\\[\\;,n]", lambda match: pairs[match[0]], written)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert back == "".join(character for character in plain if character >= " " or character == "\n")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_cuts_no_character_and_loses_none(text: str) -> None:
    pieces = list(fold(text))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == text


def recurrences(rule: str, first: date, last: date) -> set[date]:
    """The days that an RRULE of ours means, worked out from its words alone."""
    match = re.fullmatch(r"FREQ=YEARLY;BYMONTH=([\d,]+);BYMONTHDAY=(-1|\d+)", rule)
    assert match
    days: set[date] = set()
    for year in range(first.year, last.year + 1):
        for month in map(int, match[1].split(",")):
            length = monthrange(year, month)[1]
            number = length if match[2] == "-1" else int(match[2])
            if number <= length:
                days.add(date(year, month, number))
    return {day for day in days if first <= day <= last}


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 31)), min_size=1, max_size=6),
    st.dates(date(1995, 1, 1), date(2085, 1, 1)),
)
def test_the_rules_mean_the_days_that_the_ledger_counts(listed: list[tuple[int, int]], start: date) -> None:
    valid = [(month, day) for month, day in listed if day <= monthrange(2024, month)[1]]
    assume(valid)
    deadline = read_deadline("每年" + "、".join(f"{month}月{day}日" for month, day in valid) + "前")
    last = date(start.year + 5, 12, 31)
    meant: set[date] = set()
    for days in by_day_of_month(deadline.days):
        first = min(next_of(day, start) for day in days)
        meant |= recurrences(yearly_rule(days), first, last)
    counted = {
        day for year in range(start.year, last.year + 1) for day in (d.in_year(year) for d in deadline.days)
    }
    assert meant == {day for day in counted if start <= day <= last}
