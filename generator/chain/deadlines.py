"""Days by which something is to be done, as texts and their 要求 name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.document import Block, inlines_of
from generator.duties.deadlines import read_deadline
from generator.duties.handing_on import reckoned_from
from generator.library import Library
from generator.models.policy import IssuingFacts, Policy

YEAR = r"(?:(?:19|20)\d\d年(?:度)?|今年|本年度?|明年|下一?年度?)?"
YEARLY = re.compile(r"每年|每半年|每季|每月|次年|当年|年度终了")
LAST_DAY = re.compile(
    rf"(?P<point>{YEAR}\d{{1,2}}月(?:\d{{1,2}}日|[底末初]|[上中下]旬)?)"
    r"(?:（[^（）]{1,8}）)?(?:(?:上午|下午)?\d{0,2}[时点]?(?:之前|以前|前)|截止|为止|止|下班前)"
)
TIME_LIMIT = re.compile(
    rf"(?:时限|期限|截止日期|截止时间)(?:为|是|：|:|至|到)?(?P<point>{YEAR}\d{{1,2}}月\d{{1,2}}日)"
)
SENTENCE = re.compile(r"[^。；！？\n]+")
ASKS = re.compile(
    "报送|上报|填报|提交|反馈|报我|报省|报市|报县|报财政|送交|完成|办结|落实|开展|整改|自查|公开|备案"
)
"""Something is asked for in the sentence, rather than told (2022年1月1日前签订的合同)."""
THINGS = "合同|协议|项目|事项|服务|单位|企业|机构|人员|案件|工程|资金|债务|业务|文件|政策|办法|规定"
TELLS = re.compile(
    rf"(?:已|未|尚未)[^，。；]{{0,12}}的|完成[^，。；]{{1,8}}的(?:{THINGS})(?=[，,])|"
    rf"(?!{ASKS.pattern}|印发|公示|公布|制定|修订|报|送|清理)[^，。；]{{1,10}}的(?:{THINGS})"
)
"""What follows a day that only says which things are meant: 12月1日前签订的合同, 11月30日前到期的项目."""


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
    issued = reckoned_from(record) if record else None
    stated = tuple(demanded(record, issued)) if isinstance(record, Policy) else ()
    texts = ("".join(inline.text for inline in inlines_of(block)) for block in blocks)
    worded = (
        Deadline(record_id, "", sentence.strip("，。；、 "), day)
        for sentence in (match[0] for text in texts for match in SENTENCE.finditer(text))
        for day in days_in(sentence, issued)
        if ASKS.search(sentence) and (issued is None or day >= issued)
    )
    return (*stated, *unlike(worded, {deadline.day for deadline in stated}))


def unlike(found: Iterator[Deadline], known: set[date]) -> Iterator[Deadline]:
    """Each deadline of a day that is not known yet."""
    for deadline in found:
        if deadline.day not in known:
            known.add(deadline.day)
            yield deadline


def demanded(policy: Policy, issued: date | None) -> Iterator[Deadline]:
    """Deadlines of the 要求 of a policy that are days."""
    for demand in policy.demands:
        day = read_deadline(demand.until or "", issued).day
        if day is not None:
            yield Deadline(policy.id, demand.anchor, demand.what, day)


def days_in(text: str, issued: date | None) -> Iterator[date]:
    """Days that a text names as the last ones (11月30日前), read as the ledger of duties reads them.

    Args:
        text: a sentence.
        issued: the day of its text, for a date without a year; None leaves such dates out.
    """
    for form in (LAST_DAY, TIME_LIMIT):
        for match in form.finditer(text):
            before = text[max(match.start() - 4, 0) : match.start()]
            day = read_deadline(f"{match['point']}前", issued).day
            if day is not None and not YEARLY.search(before) and not TELLS.match(text, match.end()):
                yield day
