"""Rules for documents that go up, and the order of dates.

UP001 签发人, UP002 one 主送, UP003 a request inside a report, UP004 copies to subordinates,
DATE001 印发日期 before 成文日期.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.errata import graded
from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.compose.effective import original_of
from generator.document import OfficialDocument, inlines_of
from generator.hanzi.calendar import print_day
from generator.library import Library
from generator.models.issued import Direction, IssuedDocument
from generator.models.policy import IssuingFacts
from generator.problems import Level, Place, Problem

REGULATION = "《党政机关公文处理工作条例》"
REPORT = "报告"
REQUEST = re.compile(r"(?:特此请示|请(?:予以?)?(?:批示|批准|审批|核准|批复)|妥否[，,]?请)")
BELOW = re.compile(r"各(?:县|区|市、?县|乡|镇|街道)|县（|区（|镇（|乡镇|下属|所属")
JOINED = re.compile(r"[、，,；;]")


def check_upward(library: Library, trees: Trees) -> Iterator[Problem]:
    """Documents with 行文方向 上行."""
    bodies = dict(own_bodies(library, trees))
    for document in library.every(IssuedDocument):
        tree = trees.documents.get(document.id)
        if tree is None or document.direction is not Direction.UP:
            continue
        yield from missing_signers(library, document, tree)
        yield from several_addressees(library, document, tree)
        yield from copies_below(library, document, tree)
        if tree.genre == REPORT:
            for block in bodies[document.id]:
                text = "".join(inline.text for inline in inlines_of(block))
                yield from request_in_report(text, block.origin or library.place(document.id))


def missing_signers(library: Library, document: IssuedDocument, tree: OfficialDocument) -> Iterator[Problem]:
    """An upward document names who signed it."""
    if not tree.masthead.signers:
        place = library.source(document.id).key_place(("行文方向",))
        basis = f"{REGULATION}第九条（六）；GB/T 9704-2012 7.2.6"
        yield Problem(Level.ERROR, "UP001", "上行文没有写“签发人”", place, "补上“签发人”", basis)


def several_addressees(
    library: Library, document: IssuedDocument, tree: OfficialDocument
) -> Iterator[Problem]:
    """An upward document goes to one superior; others get copies."""
    names = [name for name in JOINED.split(tree.addressees.removesuffix("：")) if name.strip()]
    if len(names) > 1:
        place = library.place(document.id, "主送")
        message = f"上行文主送 {len(names)} 个机关：{'、'.join(names)}"
        basis = f"{REGULATION}第十五条（一）"
        yield Problem(Level.WARNING, "UP002", message, place, "原则上主送一个上级机关，其余列入“抄送”", basis)


def copies_below(library: Library, document: IssuedDocument, tree: OfficialDocument) -> Iterator[Problem]:
    """Upward documents are not copied to subordinates."""
    copies = tree.imprint.copies_to if tree.imprint else ()
    below = [name for name in copies if BELOW.search(name)]
    if below:
        place = library.place(document.id, "抄送")
        message = f"上行文抄送了下级：{'、'.join(below)}"
        hint = "从“抄送”里去掉；需要下级知道的，另行发文"
        yield Problem(Level.WARNING, "UP004", message, place, hint, f"{REGULATION}第十五条（一）")


def request_in_report(text: str, place: Place) -> Iterator[Problem]:
    """A report does not ask for approval."""
    match = REQUEST.search(text)
    if match:
        message = f"报告里有请示用语“{match[0]}”"
        hint = "需要上级批复的事项另写请示"
        yield Problem(Level.HINT, "UP003", message, place, hint, f"{REGULATION}第十五条（四）")


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
