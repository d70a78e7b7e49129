"""Days by which something is to be done, as texts and their 要求 name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.chain.effect import day_of_issue
from generator.document import Block, inlines_of
from generator.hanzi.calendar import parse_time
from generator.library import Library
from generator.models.policy import IssuingFacts, Policy

YEARLY = re.compile(r"每年|每半年|每季|每月|次年|当年|年度终了")
DAY = re.compile(
    r"(?<!每年)(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<end>底|末))"
    r"(?:（[^（）]{1,8}）)?(?:之前|以前|前|截止|为止|止|下班前)"
)
TIME_LIMIT = re.compile(
    r"(?:时限|期限|截止日期|截止时间)(?:为|是|：|:|至|到)?(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
SENTENCE = re.compile(r"[^。；！？\n]+")
ASKS = re.compile(
    "报送|上报|填报|提交|反馈|报我|报省|报市|报县|报财政|送交|完成|办结|落实|开展|整改|自查|公开|备案"
)
"""Something is asked for in the sentence, rather than told (2022年1月1日前签订的合同)."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which a text wants something done.

    Attributes:
        text: the 编号 of the text.
        anchor: the provision; empty where only the text's words are known.
        what: what is to be done, or the sentence that names the date.
        day: the last day.
    """

    text: str
    anchor: str
    what: str
    day: date

    def late_on(self, day: date) -> int:
        """Days by which the deadline has passed on a day; negative while it is still to come."""
        return (day - self.day).days


def deadlines_of(library: Library, record_id: str, blocks: tuple[Block, ...] = ()) -> tuple[Deadline, ...]:
    """The deadlines of a text: those of its 要求, then dates in its words that no 要求 gives.

    Args:
        library: the records.
        record_id: the text.
        blocks: its words, where they are at hand.
    """
    record = library.find(record_id, IssuingFacts)
    year = record.year if isinstance(record, Policy) else None
    stated = tuple(demanded(record, year)) if isinstance(record, Policy) else ()
    issued = day_of_issue(record) if record else None
    texts = ("".join(inline.text for inline in inlines_of(block)) for block in blocks)
    worded = (
        Deadline(record_id, "", sentence.strip("，。；、 "), day)
        for sentence in (match[0] for text in texts for match in SENTENCE.finditer(text))
        for day, _, _ in days_in(sentence, year)
        if ASKS.search(sentence) and (issued is None or day >= issued)
    )
    return (*stated, *unlike(worded, {deadline.day for deadline in stated}))


def unlike(found: Iterator[Deadline], known: set[date]) -> Iterator[Deadline]:
    """Each deadline of a day that is not known yet."""
    for deadline in found:
        if deadline.day not in known:
            known.add(deadline.day)
            yield deadline


def demanded(policy: Policy, year: int | None) -> Iterator[Deadline]:
    """Deadlines of the 要求 of a policy that are days."""
    for demand in policy.demands:
        day = read_deadline(demand.until or "", year)
        if day is not None:
            yield Deadline(policy.id, demand.anchor, demand.what, day)


def read_deadline(until: str, year: int | None) -> date | None:
    """The last day of a 期限; None where it names no day (每年9月底前, 续签合同前).

    Args:
        until: the 期限 as written: 2022-11-30, 2017年10月底前, 11月30日前.
        year: the year of the text, for a date without one.
    """
    if not until or YEARLY.search(until):
        return None
    worded = next(days_in(until, year), None)
    if worded:
        return worded[0]
    try:
        return parse_time(until).latest
    except ValueError:
        return None


def days_in(text: str, year: int | None) -> Iterator[tuple[date, int, int]]:
    """Days that a text names as the last ones (11月30日前), each with its start and end."""
    for form in (DAY, TIME_LIMIT):
        for match in form.finditer(text):
            day = last_day_of(match, year)
            if day is not None and not YEARLY.search(text[max(match.start() - 4, 0) : match.start()]):
                yield day, match.start(), match.end()


def last_day_of(match: re.Match[str], year: int | None) -> date | None:
    """The day of a match; the year is the text's own where none is written."""
    known = int(match["year"]) if match["year"] else year
    if known is None:
        return None
    day = f"{int(match['day'])}日" if match["day"] else ""
    try:
        return parse_time(f"{known}年{int(match['month'])}月{day}").latest
    except ValueError:
        return None
