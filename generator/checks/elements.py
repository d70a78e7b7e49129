"""Elements of a document that ask for one another, whatever its 文种.

GENRE009 签名章 without 职务, GENRE010 与会人员 outside minutes, GENRE011 a classified document without
份号, GENRE012 an urgency of telegrams, GENRE015 no 发文机关标志.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.issue import Issue, issues
from generator.compose import Trees
from generator.document import DocumentFormat, SignatureMode
from generator.library import Library
from generator.problems import Problem
from generator.standard.genres import genres


def check_elements(library: Library, trees: Trees) -> Iterator[Problem]:
    """Every document that the bureau issues."""
    for issue in issues(library, trees):
        yield from missing_officials(issue)
        yield from stray_attendance(issue)
        yield from missing_copy_number(issue)
        yield from telegram_urgency(issue)
        yield from missing_mark(issue)


def missing_officials(issue: Issue) -> Iterator[Problem]:
    """Beside a 签名章 stands the 职务, one for each body; without the stamp it is not printed."""
    officials, signature = issue.document.officials, issue.tree.signature
    stamped = signature is not None and signature.mode is SignatureMode.STAMP
    if stamped and len(officials) != len(issue.facts.issuers):
        message = f"加盖签名章，发文机关 {len(issue.facts.issuers)} 个，“签署人职务”{len(officials)} 个"
        hint = "按发文机关的次序各写一个职务全称，如 市长"
        yield genres().problem("签名章", message, issue.place("签署人职务"), hint)
    elif officials and not stamped:
        message = "不用签名章，“签署人职务”不会印出"
        hint = "写“署名方式: 签名章”，或删去“签署人职务”"
        yield genres().problem("签名章", message, issue.place("签署人职务"), hint)


def stray_attendance(issue: Issue) -> Iterator[Problem]:
    """出席, 请假 and 列席 are parts of minutes."""
    document = issue.document
    written = {"出席": document.present, "请假": document.excused, "列席": document.attending}
    keys = [key for key, names in written.items() if names]
    if keys and issue.tree.format is not DocumentFormat.MINUTES:
        message = f"只有纪要写{'、'.join(keys)}，这里不会印出"
        hint = "写“版式: 纪要式”，或删去这些项"
        yield genres().problem("与会人员", message, issue.place(keys[0]), hint)


def missing_copy_number(issue: Issue) -> Iterator[Problem]:
    """A classified document is numbered copy by copy."""
    if issue.document.secrecy and not issue.document.copy_number:
        place = issue.place("密级和保密期限")
        yield genres().problem("份号", "涉密公文没有写“份号”", place, "补上 6 位份号，如 000001")


def telegram_urgency(issue: Issue) -> Iterator[Problem]:
    """Documents are 特急 or 加急; 特提 and 平急 are for telegrams."""
    urgency = issue.document.urgency
    if urgency and urgency.for_telegrams:
        message = f"“{urgency.value}”是电报的紧急程度，公文只用特急、加急"
        yield genres().problem("紧急程度", message, issue.place("紧急程度"), "改为特急或加急，或删去")


def missing_mark(issue: Issue) -> Iterator[Problem]:
    """A document shows who issues it; minutes name their meeting."""
    if not issue.tree.masthead.mark:
        minutes = issue.tree.format is DocumentFormat.MINUTES
        needed = "“发文机关标志”，如 某市财政局局长办公会议纪要" if minutes else "“发文机关”"
        yield genres().problem("标志", "排不出发文机关标志", issue.place(), f"写上{needed}")
