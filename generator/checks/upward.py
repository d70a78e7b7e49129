"""Rules for documents that go up, and the order of dates.

UP001 签发人, UP002 one 主送, UP003 a request inside a report, UP004 copies to subordinates,
GENRE003 签发人 on other documents, GENRE014 签发人 of joint ones, DATE001 印发日期 before 成文日期.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.errata import graded
from generator.checks.issue import Issue, issues, words_of
from generator.compose import Trees
from generator.compose.effective import original_of
from generator.hanzi.bodies import reads_as_subordinate
from generator.hanzi.calendar import print_day
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.policy import IssuingFacts
from generator.problems import Level, Problem
from generator.standard.genres import genres


def check_upward(library: Library, trees: Trees) -> Iterator[Problem]:
    """签发人, 主送 and 抄送 by 行文方向."""
    for issue in issues(library, trees):
        if issue.upward:
            yield from missing_signers(issue)
            yield from several_addressees(issue)
            yield from copies_below(issue)
            yield from request_in_report(issue)
        else:
            yield from needless_signers(issue)


def missing_signers(issue: Issue) -> Iterator[Problem]:
    """An upward document names who signed it, and a joint one names one of each body."""
    signers, issuers = issue.facts.signers, issue.facts.issuers
    if not signers:
        place = issue.library.source(issue.document.id).key_place(("行文方向",))
        yield genres().problem("签发人", "上行文没有写“签发人”", place, "补上“签发人”")
    elif len(signers) < len(issuers):
        message = f"联合上行有 {len(issuers)} 个发文机关，签发人只有 {len(signers)} 名"
        yield genres().problem("联合签发", message, issue.place("签发人"), "按发文机关的次序各写一名")


def needless_signers(issue: Issue) -> Iterator[Problem]:
    """Other documents do not."""
    if issue.document.signers:
        message = f"{issue.document.direction.value}文不标注签发人，写了也不会印出"
        hint = "删去“签发人”，或核对“行文方向”"
        yield genres().problem("签发人只在上行文", message, issue.place("签发人"), hint)


def several_addressees(issue: Issue) -> Iterator[Problem]:
    """An upward document goes to one superior; others get copies."""
    names = issue.addressees
    if len(names) > 1:
        message = f"上行文主送 {len(names)} 个机关：{'、'.join(names)}"
        hint = "原则上主送一个上级机关，其余列入“抄送”"
        yield genres().problem("上行主送", message, issue.place("主送"), hint)


def copies_below(issue: Issue) -> Iterator[Problem]:
    """Upward documents are not copied to subordinates."""
    below = [name for name in issue.copies if is_subordinate(issue, name)]
    if below:
        message = f"上行文抄送了下级：{'、'.join(below)}"
        hint = "从“抄送”里去掉；需要下级知道的，另行发文"
        yield genres().problem("抄送下级", message, issue.place("抄送"), hint)


def is_subordinate(issue: Issue, name: str) -> bool:
    """Whether a body stands below the one that issues: as 机构库 knows both, else as its name reads."""
    known = issue.library.bodies_by_name
    body, own = known.get(name), known.get(next(iter(issue.facts.issuers), ""))
    if body is None or own is None or body.region not in issue.library.regions:
        return reads_as_subordinate(name)
    within = body.region != own.region and issue.library.lies_in(body.region, own.region)
    return within or body.superior == own.id


def request_in_report(issue: Issue) -> Iterator[Problem]:
    """A report does not ask for approval."""
    genre = genres().find(issue.tree.genre)
    if genre is None or genre.without_requests is not YesNo.YES:
        return
    for block in issue.body:
        if asking := genres().requests.find(words_of(block)):
            message = f"{genre.name}里有请示用语“{asking}”"
            place = block.origin or issue.place()
            yield genres().problem("夹带请示", message, place, "需要上级批复的事项另写请示")


def check_dates(library: Library) -> Iterator[Problem]:
    """A document is printed on the day it was signed or later."""
    for record in library.every(IssuingFacts):
        original = original_of(library, record)
        signed = record.signed_on or (original.signed_on if original else None)
        printed = record.printed_on or (original.printed_on if original else None)
        if isinstance(signed, date) and isinstance(printed, date) and printed < signed:
            message = f"印发日期 {print_day(printed)} 早于成文日期 {print_day(signed)}"
            place = library.place(record.id, "印发日期")
            problem = Problem(
                Level.ERROR, "DATE001", message, place, "核对两个日期", "GB/T 9704-2012 7.3.5、7.4.3"
            )
            yield graded(problem, record, print_day(printed), printed.isoformat())
