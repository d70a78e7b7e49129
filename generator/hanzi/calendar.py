"""Dates of documents, and times that are known only in part.

A document's own date is a day (`parse_day`).  A time in a record may be a month without its
day, a ten-day part of a month, a year, a range or an open beginning: `parse_time` keeps the
words and works out the earliest and the latest day they allow, and invents nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

DAY_FORM = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", re.ASCII)
LOOSE_DAY = re.compile(r"(?P<y>\d{4})(?:[./年\-](?P<m>\d{1,2}))(?:[./月\-](?P<d>\d{1,2})日?)")


def print_day(day: date) -> str:
    """A day as documents print it, without leading zeros (clause 7.3.5.4): 2022年8月6日."""
    return f"{day.year}年{day.month}月{day.day}日"


def parse_day(text: str) -> date:
    """Read a day written 2022-08-16.

    Raises:
        ValueError: another spelling, or no such day; the message says what to write instead.
    """
    match = DAY_FORM.fullmatch(text)
    if not match:
        loose = LOOSE_DAY.fullmatch(text.strip())
        advice = f"，请写成 {suggest_day(loose)}" if loose else "，请写成 2022-08-16 的样子"
        raise ValueError(f"日期“{text}”不是 年-月-日{advice}")
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        raise ValueError(f"没有“{text}”这一天，请核对月和日") from None


def suggest_day(loose: re.Match[str]) -> str:
    """Rewrite a day in another spelling as 2022-08-16."""
    return f"{int(loose['y']):04d}-{int(loose['m']):02d}-{int(loose['d']):02d}"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time as the record words it, and the days it can mean; None is an open end."""

    text: str
    earliest: date | None
    latest: date | None

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years it touches; an open end counts only the year that is named."""
        known = [day.year for day in (self.earliest, self.latest) if day]
        return tuple(range(min(known), max(known) + 1)) if known else ()

    @property
    def words(self) -> str:
        """The time as pages and documents print it."""
        return print_time(self.text)


TEN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
TEN_DAY_WORDS = "上旬|中旬|下旬"
POINT = re.compile(
    r"(?P<y>\d{4})(?:(?:-|年)(?P<m>\d{1,2}))?(?:(?:-|月)(?P<d>\d{1,2}|" + TEN_DAY_WORDS + r"))?[年月日号]?"
)
PART_OF_YEAR = {"上半年": (1, 6), "下半年": (7, 12), "年初": (1, 3), "年底": (12, 12), "年末": (12, 12)}
YEAR_PART = re.compile(r"(?P<y>\d{4})年?(?P<part>" + "|".join(PART_OF_YEAR) + r")")
RANGE_MARK = re.compile(r"[/至—–～~]+|(?<=[年月日])-")
OPEN_END = ("以来", "以后", "起")
OPEN_START = ("以前", "之前", "底前", "前")
FISCAL_YEAR = re.compile(r"(?<=\d)年度")
DASHED = re.compile(
    r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}|" + TEN_DAY_WORDS + r"))?(?!\d)", re.ASCII
)
YEAR_ALONE = re.compile(r"(?<!\d)(\d{4})(?=至|起|以|$)", re.ASCII)
MONTHS_OF_YEAR = re.compile(r"(?<=\d年)(\d{1,2})-(?=\d{1,2}月)")
"""2015年1-8月 is a range of months and not the 8th of January."""


def print_time(text: str) -> str:
    """A time as documents print it: 2017-06以前 is 2017年6月以前, 2015至2016 is 2015年至2016年.

    Other spellings stay as they are.
    """
    return YEAR_ALONE.sub(r"\1年", DASHED.sub(print_dashed, text))


def print_dashed(match: re.Match[str]) -> str:
    """A month, a third of one or a day that is written with dashes."""
    part = match["d"] or ""
    ending = f"{int(part)}日" if part.isdigit() else part
    return f"{match['y']}年{int(match['m'])}月{ending}"


def parse_time(text: str) -> TimeSpan:
    """Read 2014-09, 2013-12-中旬, 2016至2017-05, 2016年以来, 2015年1至8月, 2016—2017年度.

    Raises:
        ValueError: no year can be read from it.
    """
    bare = MONTHS_OF_YEAR.sub(r"\1至", FISCAL_YEAR.sub("年", text.strip().removeprefix("自")))
    for suffix in OPEN_END:
        if bare.endswith(suffix):
            return TimeSpan(text, read_point(bare.removesuffix(suffix), text)[0], None)
    for suffix in OPEN_START:
        if bare.endswith(suffix):
            return TimeSpan(text, None, read_point(bare.removesuffix(suffix), text)[1])
    parts = RANGE_MARK.split(bare, maxsplit=1)
    start = read_point(complete_start(parts[0], parts[-1]), text)
    end = read_point(complete_end(parts[0], parts[-1]), text)
    if start[0] > end[1]:
        raise ValueError(f"时间“{text}”的止早于起")
    return TimeSpan(text, start[0], end[1])


def complete_start(start: str, end: str) -> str:
    """“2015年1” in 2015年1至8月 means the month; give it the unit of the end."""
    month_left_out = re.fullmatch(r"\d{4}年\d{1,2}", start) and re.fullmatch(r"\d{1,2}月", end)
    return f"{start}月" if month_left_out else start


def complete_end(start: str, end: str) -> str:
    """“8月” in 2015年1至8月 means 2015年8月; give it the year of the start."""
    year = re.match(r"\d{4}", start)
    return f"{year[0]}年{end}" if year and re.fullmatch(r"\d{1,2}月(?:\d{1,2}日)?", end) else end


def read_point(text: str, whole: str) -> tuple[date, date]:
    """The first and last day that one point of time can mean; `whole` is quoted in the error."""
    match = YEAR_PART.fullmatch(text) or POINT.fullmatch(text)
    if not match:
        raise ValueError(f"看不懂时间“{whole}”，可写 2014-09、2013-12-中旬、2016至2017-05、2016年以来")
    try:
        return days_of_part(match) if "part" in match.groupdict() else days_of_point(match)
    except ValueError:
        raise ValueError(f"没有“{whole}”这个时间，请核对月和日") from None


def days_of_part(match: re.Match[str]) -> tuple[date, date]:
    """The span of a half year, or of the beginning or end of a year."""
    first, last = PART_OF_YEAR[match["part"]]
    return first_day(int(match["y"]), first), last_day(int(match["y"]), last)


def days_of_point(match: re.Match[str]) -> tuple[date, date]:
    """The span of a year, a month, a ten-day part or a day."""
    year = int(match["y"])
    if not match["m"]:
        return first_day(year, 1), last_day(year, 12)
    month = int(match["m"])
    if not match["d"]:
        return first_day(year, month), last_day(year, month)
    if match["d"] in TEN_DAYS:
        start, end = TEN_DAYS[match["d"]]
        return date(year, month, start), date(year, month, min(end, monthrange(year, month)[1]))
    day = date(year, month, int(match["d"]))
    return day, day


def first_day(year: int, month: int) -> date:
    """The first day of a month."""
    return date(year, month, 1)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_later(start: date, months: int) -> date:
    """The same day of a later month, or its last day where it has no such day."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
