"""Times that a text names: the time that it reports on, the day from which it holds."""

from __future__ import annotations

import re
from datetime import date

from generator.document import Blocks
from generator.importers.records.bodies import text_of

YEAR = r"(?P<{0}>(?:19|20)\d\d)\s*年"
SPAN = re.compile(
    rf"{YEAR.format('first')}(?:\s*(?P<first_month>\d{{1,2}})\s*月)?\s*(?:至|到|[-—－~～])\s*"
    rf"{YEAR.format('last')}(?:\s*(?P<last_month>\d{{1,2}})\s*月)?"
)
DAY = r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
IN_FORCE = re.compile(rf"自\s*{DAY}\s*(?:起|开始)\s*(?:施行|实施|执行|生效)")
SENTENCE = re.compile(r"[。；！？]")
NEAR = 400
"""Characters before a day among which its sentence begins."""
THIS_TEXT = re.compile(r"本(?![省市县区州级局厅]|部门|单位|机关)[^《》]{1,15}$")
"""What ends with the text itself: 制定本办法, 本通知（试行）."""


def reported_period(text: str) -> str:
    """The first span of years or months that a text names, as a record writes it; empty for none.

    2016年至2017年5月 gives 2016至2017-05.
    """
    match = SPAN.search(text)
    if match is None:
        return ""
    first = point(match["first"], match["first_month"])
    last = point(match["last"], match["last_month"])
    return f"{first}至{last}" if first[:7] < last[:7] else ""


def point(year: str, month: str | None) -> str:
    """A year, or a month of it."""
    return f"{year}-{int(month):02d}" if month else year


def days_in_force(blocks: Blocks) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The days from which something holds, each once: those said of the text itself, then the others."""
    own: dict[str, None] = {}
    others: dict[str, None] = {}
    for block in blocks:
        text = text_of(block)
        for match in IN_FORCE.finditer(text):
            if day := iso_day(match):
                (own if is_of_itself(text, match) else others)[day] = None
    return tuple(own), tuple(day for day in others if day not in own)


def is_of_itself(text: str, match: re.Match[str]) -> bool:
    """Whether a day from which something holds is said of the text that says it.

    本办法自…起施行 is, and so is 自…起施行 alone; 《…》自…起施行 and 自…起施行的《…》 are said of others.
    """
    sentence = SENTENCE.split(text[max(match.start() - NEAR, 0) : match.start()])[-1]
    *before, subject = sentence.split("，")
    if text.startswith("的", match.end()):
        return False
    if subject.strip():
        return THIS_TEXT.search(subject) is not None
    named = [said for said in before if "》" in said or THIS_TEXT.search(said)]
    return not named or THIS_TEXT.search(named[-1]) is not None


APPEARED = re.compile(
    r"(?:发布|公开|发文|成文|更新|时间|日期)[^\d]{0,8}(?P<year>(?:19|20)\d\d)\s*[-年/.]\s*(?P<month>\d{1,2})\s*[-月/.]\s*(?P<day>\d{1,2})"
)


def day_said(text: str) -> str:
    """The day on which a web page says that it appeared (发布时间：2024-05-08); empty for none."""
    match = APPEARED.search(text)
    return iso_day(match) if match else ""


def iso_day(match: re.Match[str]) -> str:
    """A day as a record writes it; empty where the calendar has no such day."""
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return ""
