"""What is wrong with a notice that forwards another text, told before anyone signs.

FWD001 a deadline inside has passed, FWD002 the number is missing at first mention, FWD003 信息公开 is left
open though the forwarded text states it, FWD004 a new duty to report, FWD005 addressees that stand above.
That the forwarded text was repealed is told by EFF002, that it cannot be printed whole by STUB001.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.chain.citing import Cited, citations_in
from generator.chain.deadlines import Deadline, days_in
from generator.chain.effect import cited_as, latest_day
from generator.chain.forwarding import own_words, texts_above, words_of
from generator.chain.levels import stands_above
from generator.checks.citations import NUMBERED
from generator.checks.errata import REGISTERED
from generator.checks.issue import Issue, issues
from generator.checks.issue import words_of as printed_words
from generator.compose import Trees
from generator.compose.effective import original_of
from generator.duties.handing_on import issued_on
from generator.hanzi.calendar import print_day
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Disclosure
from generator.problems import Level, Place, Problem

RELIEF_SINCE = date(2024, 8, 6)
"""The day on which the rule on reporting duties was published."""
RELIEF_BASIS = "《整治形式主义为基层减负若干规定》：一般不提出报送贯彻落实情况、制定配套文件的要求"
OWN_TIME = re.compile(
    r"尽快|抓紧|另行|本级(?:另定)?(?:时限|期限)|时限(?:调整|改|为|是)|期限(?:调整|改|为|是)|"
    r"\d+月\d+日[^，。；起前]{0,8}(?:完成|报送|上报|报我)"
)
"""Words by which a notice sets its own time, or takes the old one back."""
REPORTING = re.compile(
    r"(?:按[月季年]|每[月季年半]|及时|于.{1,12}前|请).{0,30}?(?:报送|上报|填报|报我[局厅委办]|报[省市区县]?财政)|"
    r"(?:将|把).{2,40}(?:报送|上报|报我[局厅委办]|报送我)|制定(?:具体)?(?:实施方案|配套|落实措施)"
)

DISCLOSED = "来文写明公开属性的，转发时一并确定"


@dataclass(frozen=True)
class Notice:
    """A notice that forwards a text, as it is looked at on a day."""

    library: Library
    issue: Issue
    forwarded: Policy
    day: date

    @property
    def document(self) -> IssuedDocument:
        """The notice."""
        return self.issue.document

    @cached_property
    def original(self) -> Policy | None:
        """Its 底本: the notice as it was issued."""
        return original_of(self.library, self.document)

    @cached_property
    def added(self) -> tuple[tuple[str, Place], ...]:
        """Its own sentences beyond the set phrase, with their places."""
        found = ((printed_words(block), block.origin or self.issue.place()) for block in self.issue.body)
        return tuple((words, place) for text, place in found for words in own_words(text))

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """What it cites."""
        return tuple(citations_in(self.library, self.document.id, self.issue.body))

    @cached_property
    def above(self) -> tuple[Policy, ...]:
        """The forwarded text and those that it forwards in turn."""
        return texts_above(self.library, self.document.id)


def check_forwarding(library: Library, trees: Trees, today: date | None = None) -> Iterator[Problem]:
    """Every notice that forwards a text, on its own day; a draft today, or on the library's latest day."""
    for issue in issues(library, trees):
        signed = issue.facts.signed_on
        day = signed if isinstance(signed, date) else today or latest_day(library)
        yield from forwarding_faults(issue, day)


def forwarding_faults(issue: Issue, day: date) -> Iterator[Problem]:
    """What is wrong with one document if it goes out on a day; nothing where it forwards no text."""
    above = texts_above(issue.library, issue.document.id)
    if above:
        notice = Notice(issue.library, issue, above[0], day)
        for check in (passed_deadlines, missing_number, open_disclosure, new_duties, addressees_above):
            yield from check(notice)


def passed_deadlines(notice: Notice) -> Iterator[Problem]:
    """Deadlines inside that have passed, unless the notice sets its own time."""
    if any(sets_time(words, notice.day) for words, _ in notice.added):
        return
    place = first_place(notice)
    for text in notice.above:
        for deadline in words_of(notice.library, text).deadlines:
            late = deadline.late_on(notice.day)
            if late > 0:
                yield passed(notice, deadline, late, place)


def sets_time(words: str, day: date) -> bool:
    """Whether words of a notice give a time of its own: one that is still to come, or 尽快."""
    return OWN_TIME.search(words) is not None or any(own >= day for own in days_in(words, day))


def passed(notice: Notice, deadline: Deadline, late: int, place: Place) -> Problem:
    """One deadline that has passed, and what can be done."""
    where = f"{cited_as(notice.library, deadline.text)}{deadline.anchor}"
    message = (
        f"{where}的期限 {print_day(deadline.day)}，到 {print_day(notice.day)} 已过 {late} 天：{deadline.what}"
    )
    hint = "在正文里另定本级期限，或写“请尽快”；与本级无关的，写明不适用"
    if is_registered(notice, deadline.day):
        return Problem(Level.HINT, "FWD001", f"{message}（{REGISTERED}）", place, "无需处理")
    if notice.original is not None and issued_on(notice.original):
        return Problem(Level.HINT, "FWD001", message, place, "通知已经印发；要补救的，另行通知本级期限")
    return Problem(Level.WARNING, "FWD001", message, place, hint)


def is_registered(notice: Notice, day: date) -> bool:
    """Whether a 勘误 of the notice itself, not of its 底本, speaks of a deadline that had passed."""
    words = f"{day.month}月{day.day}日"
    return any(words in f"{entry.original}{entry.remark}" for entry in notice.document.errata)


def first_place(notice: Notice) -> Place:
    """Where the body of a notice begins; where it has none of its own, its head."""
    return next((block.origin for block in notice.issue.body if block.origin), notice.issue.place())


def missing_number(notice: Notice) -> Iterator[Problem]:
    """The first mention of the forwarded text names its number, if it has one."""
    mention = next((cited for cited in notice.cited if cited.resolution.record == notice.forwarded.id), None)
    if mention and mention.citation.number is None and not isinstance(notice.forwarded.number, str):
        full = cited_as(notice.library, notice.forwarded.id)
        message = f"首次提到来文“{mention.citation.spelled}”没有写文号"
        yield Problem(Level.WARNING, "FWD002", message, mention.place, f"可写成{full}", NUMBERED)


def open_disclosure(notice: Notice) -> Iterator[Problem]:
    """A forwarded text that states its 公开属性 asks the same of the notice."""
    theirs = next((text.disclosure for text in notice.above if isinstance(text.disclosure, Disclosure)), None)
    if theirs and theirs is not Disclosure.UNDECIDED and not notice.issue.facts.disclosure:
        message = f"公开属性没有定，来文是“{theirs}”"
        place = notice.library.source(notice.document.id).key_place(("公开属性",))
        hint = "在“公开属性”里写 主动公开、依申请公开 或 不予公开"
        yield Problem(Level.HINT, "FWD003", message, place, hint, DISCLOSED)


def new_duties(notice: Notice) -> Iterator[Problem]:
    """Duties to report or to make further papers that the notice adds, since the rule against them."""
    if notice.day < RELIEF_SINCE:
        return
    for words, place in notice.added:
        found = REPORTING.search(words)
        if found and "不再" not in words and "无需" not in words:
            message = f"转发时新增了报送或制定文件的要求：“{words[:40]}”"
            hint = "确有必要的写明依据；能从已有材料取得的，不再要求报送"
            yield Problem(Level.HINT, "FWD004", message, place, hint, RELIEF_BASIS)


def addressees_above(notice: Notice) -> Iterator[Problem]:
    """A notice that goes down is addressed to nobody above."""
    own = next(iter(notice.issue.facts.issuers), "")
    theirs = {name for text in notice.above for name in text.issuers}
    above = [
        name for name in notice.issue.addressees if name in theirs or stands_above(notice.library, name, own)
    ]
    if above:
        message = f"下行的转发通知主送了上级：{'、'.join(above)}"
        hint = "从“主送”里去掉；需要上级知道的，列入“抄送”或另行报告"
        yield Problem(Level.WARNING, "FWD005", message, notice.issue.place("主送"), hint)
