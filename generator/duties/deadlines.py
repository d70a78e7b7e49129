"""The words of a deadline as days: 2022-11-30, 每年9月底前, 每年1月、7月, 15个工作日内, 编制部门预算时.

A deadline is a day, a day that comes again every year, so many days from an event, an event, or
whatever is asked for; “11月30日前” has its day as the last one.  Words that fit none of these are
UNREAD, and nothing is guessed for them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.hanzi.calendar import TEN_DAYS, months_later
from generator.hanzi.numerals import NUMERAL, from_chinese
from generator.rules.workdays import after_workdays

LONGEST_SPAN = 999
"""More days, months or years than that are a slip of the pen."""
LEAP_YEAR = 2024
"""Gives a month its greatest length."""
ANY_DAY = date(LEAP_YEAR, 1, 1)
"""Stands for the day of a text that is not known, to see whether a day without its year can be one."""


class DeadlineKind(StrEnum):
    """What a deadline is made of."""

    NONE = "未定期限"
    DAY = "定日"
    NO_YEAR = "缺年份"
    YEARLY = "每年"
    SPAN = "起算天数"
    EVENT = "时点"
    ASKED = "按要求的时间"
    UNREAD = "看不懂"


@dataclass(frozen=True, slots=True, order=True)
class YearDay:
    """A day of any year; `day` 0 is the last of its month."""

    month: int
    day: int = 0

    @classmethod
    def of(cls, month: int, day: int) -> YearDay:
        """A month and day as written; the 30th of September is its last.

        Raises:
            ValueError: there is no such day.
        """
        longest = monthrange(LEAP_YEAR, month)[1] if 1 <= month <= 12 else 0
        if not 0 <= day <= longest or not longest:
            raise ValueError(f"没有{month}月{day}日")
        return cls(month, 0 if day == longest else day)

    def in_year(self, year: int) -> date:
        """The day in a year."""
        return date(year, self.month, self.day or monthrange(year, self.month)[1])


@dataclass(frozen=True, slots=True)
class Span:
    """So many days, working days, weeks, months or years, and the event that they run from (or empty)."""

    count: int
    unit: str
    since: str = ""

    @property
    def approximate(self) -> bool:
        """Whether holidays, or the day of receipt, could move the end."""
        return self.unit == "工作日" or "收到" in self.since

    @property
    def from_document(self) -> bool:
        """Whether the days run from the document itself, so that its own date is their beginning."""
        return not self.since or FROM_DOCUMENT.fullmatch(self.since) is not None

    def end(self, start: date) -> date:
        """The last day."""
        match self.unit:
            case "工作日":
                return after_workdays(start, self.count)
            case "月":
                return months_later(start, self.count)
            case "年":
                return months_later(start, self.count * 12)
            case "周":
                return start + timedelta(weeks=self.count)
            case "小时":
                return start + timedelta(days=-(-self.count // 24))
        return start + timedelta(days=self.count)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: its words, its kind, and what the kind holds."""

    words: str
    kind: DeadlineKind
    day: date | None = None
    days: tuple[YearDay, ...] = ()
    """Of a yearly one, in the order of the year."""
    span: Span | None = None
    since: date | None = None
    """Of a yearly one, the day before which it does not yet hold (自2023年起每年3月底前)."""

    @property
    def approximate(self) -> bool:
        """Whether holidays, or the day of receipt, could move its days."""
        return self.span.approximate if self.span else bool(self.days) and "工作日" in self.words

    def next_due(self, day: date) -> date | None:
        """The day itself, or the first of a yearly one on or after a day."""
        return next(self.occurrences(day), None) if self.days else self.day

    def last_due(self, day: date) -> date | None:
        """The last day of a yearly deadline before a day."""
        earlier = [at.in_year(year) for year in (day.year - 1, day.year) for at in self.days]
        return max((due for due in earlier if (self.since or due) <= due < day), default=None)

    def occurrences(self, day: date) -> Iterator[date]:
        """The days of a yearly deadline from a day on, as long as there are years."""
        first = max(day, self.since or day)
        for year in range(first.year, date.max.year + 1):
            yield from (due for due in (at.in_year(year) for at in self.days) if due >= first)


THIS = "(?:本(?:通知|文件|办法|意见|方案|函|规定|细则|条例|决定|公告|通告|文)|来文|文件|通知)"
FROM_DOCUMENT = re.compile(
    rf"(?:自|从|在|于)?(?:{THIS}?(?:印发|发布|公布|下发|发出|发文|施行|实施)|[收接]到{THIS})"
    r"(?:之日|当日)?(?:起|后|之后|以后)?的?"
)
"""The document itself is issued or received; 目录印发后 and 预算公布后 speak of something else."""
FIGURE = rf"(?:\d{{1,4}}|两|{NUMERAL})"
BEFORE = "(?:之前|以前|前)?"
FULL_DAY = re.compile(rf"(?P<y>\d{{4}})(?:年(?:度)?|-)(?P<m>{FIGURE})(?:月|-)(?P<d>{FIGURE})日?{BEFORE}")
MONTH_OF_YEAR = re.compile(
    rf"(?P<y>\d{{4}})年(?P<m>{FIGURE})月份?(?P<part>[底末初]|[上中下]旬)?(?P<before>之前|以前|前|内)?"
)
END_OF_YEAR = re.compile(r"(?P<y>\d{4})年(?:年?[底末]|度|内)(?:前|内)?|(?P<half>\d{4})年上半年(?:前|内)?")
FROM_YEAR = re.compile(r"^(?:自|从)?(?P<y>\d{4})年(?:度)?(?:开始|起)[，,]?(?=每)")
EVERY = re.compile(r"^每(?:年度?的?|季度?|半年|个?月份?)")
EVERY_MONTH_DAY = re.compile(
    rf"(?P<m>{FIGURE})月份?(?:(?P<d>{FIGURE})[日号]|(?P<part>[底末初]|[上中下]旬))?(?P<before>之前|以前|前)?"
)
AFTER_PERIOD = re.compile(
    rf"(?:终了|结束)?(?:后|的)?(?P<n>{FIGURE})(?:个?(?:工作日|自然日)|日|天|[日号])(?:之?内|以内|{BEFORE})$"
)
PERIOD_ENDS = {"季": (3, 6, 9, 12), "半": (6, 12), "月": tuple(range(1, 13)), "年": (12,)}
LATER_YEARS = {"次年": 1, "明年": 1, "下年": 1, "下年度": 1, "下一年": 1, "下一年度": 1, "后年": 2}
NAMED_YEAR = "今年|本年度?|当年|次年|明年|后年|下一?年度?"
NO_YEAR = re.compile(
    rf"(?P<year>{NAMED_YEAR})?(?P<m>{FIGURE})月份?(?:(?P<d>{FIGURE})[日号]|(?P<part>[底末初]|[上中下]旬))?(?P<before>之前|以前|前|内)"
)
YEAR_END = re.compile(rf"(?P<year>{NAMED_YEAR})?年?[底末](?:之前|以前|前)")
WITHIN = re.compile(
    rf"^(?P<since>.*?)[，,]?(?P<n>{FIGURE}|(?<!个)半)个?(?P<unit>工作日|自然日|日|天|周|月|年|小时)(?:之内|以内|内)$"
)
ASKED = re.compile("按(?:照)?.{0,6}(?:要求|规定|通知|部署)|按时|另行通知|届时")
EVENT = re.compile("时$|前$|后$|^随|同步|同时|及时|立即|当日|长期|定期|期间|适时|过程中")
PARTS = {part: last for part, (_, last) in TEN_DAYS.items() if part != "下旬"} | {"初": 10}
"""The last day of a part of a month; the last ten days end with the month."""
UNITS = {"自然日": "日", "天": "日"}
HALVES = {"年": (6, "月"), "月": (15, "日")}


def read_deadline(words: str, issued: date | None = None) -> Deadline:
    """Read a deadline.

    Args:
        words: as the text has them, or a day written 2022-11-30; empty for none.
        issued: the day of the text, for deadlines that leave out the year (11月30日前).

    Returns:
        What was read; UNREAD, with the words, where nothing fits or there is no such day.
    """
    text = "".join(words.split()).removeprefix("于").removeprefix("在")
    if not text:
        return Deadline(words, DeadlineKind.NONE)
    try:
        return read_time(words, text, issued) or read_other(words, text)
    except ValueError:
        return Deadline(words, DeadlineKind.UNREAD)


def read_time(words: str, text: str, issued: date | None) -> Deadline | None:
    """A day, or days of every year; None for another kind.

    Raises:
        ValueError: there is no such day.
    """
    begins = FROM_YEAR.match(text)
    if EVERY.match(text, begins.end() if begins else 0) or begins:
        days = tuple(sorted(set(yearly_days(FROM_YEAR.sub("", text)))))
        since = date(int(begins["y"]), 1, 1) if begins else None
        return Deadline(words, DeadlineKind.YEARLY, days=days, since=since) if days else None
    day = whole_day(text) or day_without_year(text, issued or ANY_DAY)
    if day is None:
        return None
    known = issued or whole_day(text)
    return Deadline(words, DeadlineKind.DAY, day=day) if known else Deadline(words, DeadlineKind.NO_YEAR)


def read_other(words: str, text: str) -> Deadline:
    """A span, what is asked for, an event, or nothing that can be read."""
    within = WITHIN.fullmatch(text)
    if within:
        count, unit = count_of(within["n"], UNITS.get(within["unit"], within["unit"]))
        kind = DeadlineKind.SPAN if 0 < count <= LONGEST_SPAN else DeadlineKind.UNREAD
        return Deadline(words, kind, span=Span(count, unit, within["since"]))
    if ASKED.search(text):
        return Deadline(words, DeadlineKind.ASKED)
    return Deadline(words, DeadlineKind.EVENT if EVENT.search(text) else DeadlineKind.UNREAD)


def count_of(number: str, unit: str) -> tuple[int, str]:
    """How many of which unit; 半年 is 6 months, 半个月 15 days.

    Raises:
        ValueError: it is no number, or half of a unit that is not halved.
    """
    if number != "半":
        return figure(number), unit
    if unit not in HALVES:
        raise ValueError(f"看不懂半{unit}")
    return HALVES[unit]


def figure(text: str) -> int:
    """A number in western or Chinese digits.

    Raises:
        ValueError: it is no number.
    """
    if text == "两":
        return 2
    return int(text) if text.isdigit() else from_chinese(text)


def whole_day(text: str) -> date | None:
    """A day with its year: 2022年11月30日前, 2017年10月底前, 2022年底前."""
    full = FULL_DAY.fullmatch(text)
    if full:
        return date(int(full["y"]), figure(full["m"]), figure(full["d"]))
    month = MONTH_OF_YEAR.fullmatch(text)
    if month:
        return month_end(int(month["y"]), figure(month["m"]), month["part"] or "", month["before"] or "")
    end = END_OF_YEAR.fullmatch(text)
    if end:
        return date(int(end["y"]), 12, 31) if end["y"] else date(int(end["half"]), 6, 30)
    return None


def month_end(year: int, month: int, part: str, before: str) -> date:
    """The last day that a month, or a part of it, allows; 9月前 ends with August, 9月底前 with September."""
    if not part and before and before != "内":
        return YearDay.of(month, 1).in_year(year) - timedelta(days=1)
    return YearDay.of(month, PARTS.get(part, 0)).in_year(year)


def day_without_year(text: str, issued: date) -> date | None:
    """11月30日前, 9月底前, 年底前: the first such day that is not before the day of the text."""
    match = NO_YEAR.fullmatch(text)
    end = YEAR_END.fullmatch(text)
    if not (match or end):
        return None
    named = (match or end or {"year": None})["year"]
    later = LATER_YEARS.get(named or "", 0)
    years = (issued.year + later,) if later else (issued.year, issued.year + 1)
    found = (no_year_day(match, year) if match else date(year, 12, 31) for year in years)
    first = next(found)
    return first if first >= issued else next(found, first)


def no_year_day(match: re.Match[str], year: int) -> date:
    """A month and day in a year."""
    if match["d"]:
        return date(year, figure(match["m"]), figure(match["d"]))
    return month_end(year, figure(match["m"]), match["part"] or "", match["before"])


def yearly_days(text: str) -> Iterator[YearDay]:
    """The days of a deadline that comes again: 每年1月、7月, 每季度终了后10日内, 每月5日前, 每年底前."""
    rest = EVERY.sub("", text)
    period = next(key for key in PERIOD_ENDS if key in text[1:3])
    after = AFTER_PERIOD.fullmatch(rest)
    if period != "年" and after:
        count = figure(after["n"])
        calendar_days = -(-count * 7 // 5) if "工作日" in after[0] else count
        yield from days_after(PERIOD_ENDS[period], calendar_days, in_month=rest[:1].isdigit())
    elif period == "年" and EVERY_MONTH_DAY.search(rest):
        yield from named_days(rest)
    elif not rest or re.fullmatch(r"(?:年?[底末]|年度?|终了|结束)?(?:之?前|以前|内)?", rest):
        yield from (YearDay(month) for month in PERIOD_ENDS[period])


def days_after(ends: tuple[int, ...], count: int, *, in_month: bool) -> Iterator[YearDay]:
    """So many days into the month behind each period; 每月5日前 is the 5th of every month."""
    for month in ends:
        behind = month if in_month and len(ends) == 12 else month % 12 + 1
        yield YearDay.of(behind, min(count, monthrange(LEAP_YEAR, behind)[1]) if count <= 31 else count)


def named_days(rest: str) -> Iterator[YearDay]:
    """Months, or days of them, that are named one after the other."""
    for match in EVERY_MONTH_DAY.finditer(rest):
        month = figure(match["m"])
        if match["d"]:
            yield YearDay.of(month, figure(match["d"]))
        else:
            last = month_end(LEAP_YEAR, month, match["part"] or "", match["before"] or "")
            yield YearDay.of(last.month, last.day)
