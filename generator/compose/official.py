"""The parts that every 公文 shares, and policies as whole documents.

Facts of 版头, 主送 and 版记 come from the record; with a 底本 those that the document leaves out
come from that policy record.  Attachments are records too: tables, cases, or whole documents,
so that a forwarding notice encloses what it forwards, level by level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.compose.audience import Audience
from generator.compose.binding import citation
from generator.compose.case import case_story
from generator.compose.composer import Composer
from generator.compose.effective import attachment_holder
from generator.compose.statistics import statistics_table
from generator.compose.tables import roster_table, survey_table
from generator.compose.title_lines import break_title
from generator.compose.titles import full_title
from generator.document import (
    Attachment,
    Blocks,
    DocumentFormat,
    Imprint,
    Masthead,
    OfficialDocument,
    Signature,
    SignatureMode,
)
from generator.hanzi.docnumber import DocNumber
from generator.models.case import Case
from generator.models.fields import Absent, YesNo
from generator.models.issued import IssuedDocument
from generator.models.policy import AttachmentEntry, IssuingFacts, Policy, TextState
from generator.models.record import Disclosure, Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn
from generator.problems import Level, Place, Problem

T = TypeVar("T")
DISCLOSURE = "信息公开选项："
DIGEST_NOTE = "本件为摘编，条文以印发原件为准"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is printed around the text, after a 底本 has filled the gaps."""

    issuers: tuple[str, ...]
    number: str
    signers: tuple[str, ...]
    addressees: tuple[str, ...]
    copies_to: tuple[str, ...]
    signed_on: date | Absent | None
    printed_on: date | None
    printer: str
    disclosure: str
    contacts: tuple[str, ...]


def facts_of(record: IssuingFacts, original: Policy | None, audience: Audience) -> Facts:
    """Gather the facts; personal ones stay on paper."""
    private = audience is Audience.SITE
    sources = tuple(source for source in (record, original) if source is not None)
    contacts = first(source.contacts for source in sources) or ()
    number = first(source.number for source in sources if isinstance(source.number, DocNumber))
    printed_on = first(source.printed_on for source in sources)
    printer = first(source.printer for source in sources)
    disclosure = first(source.disclosure for source in sources)
    return Facts(
        issuers=first(source.issuers for source in sources) or (),
        number=str(number) if number else "",
        signers=() if private else first(source.signers for source in sources) or (),
        addressees=first(source.addressees for source in sources) or (),
        copies_to=first(source.copies_to for source in sources) or (),
        signed_on=first(source.signed_on for source in sources),
        printed_on=printed_on if isinstance(printed_on, date) else None,
        printer=printer if printer and not isinstance(printer, Absent) else "",
        disclosure=disclosure.value if isinstance(disclosure, Disclosure) else "",
        contacts=()
        if private
        else tuple(f"联系人：{item.name}，电话：{item.phone or ''}" for item in contacts),
    )


def first(values: Iterable[T]) -> T | None:
    """The first value that says something."""
    return next((value for value in values if value), None)


def assemble(  # noqa: PLR0913 (the parts of a document, each given once)
    composer: Composer,
    record: IssuingFacts,
    body: Blocks,
    *,
    genre: str,
    original: Policy | None = None,
    note: str = "",
) -> OfficialDocument:
    """Put head, body, attachments and imprint together (GB/T 9704-2012 clause 7)."""
    facts = facts_of(record, original, composer.audience)
    issued = record if isinstance(record, IssuedDocument) else None
    title = full_title(composer.library, record)
    return OfficialDocument(
        id=record.id,
        genre=genre,
        format=issued.format if issued else DocumentFormat.ORDINARY,
        masthead=Masthead(f"{facts.issuers[0]}文件" if facts.issuers else "", facts.number, facts.signers),
        title=title,
        title_lines=issued.title_lines if issued and issued.title_lines else break_title(title),
        addressees=addressees(facts),
        body=body,
        attachments=attachments_of(composer, record),
        signature=signature_of(facts, issued),
        note="；".join(part for part in (note, *facts.contacts) if part),
        disclosure=f"{DISCLOSURE}{facts.disclosure}" if facts.disclosure else "",
        imprint=imprint_of(facts),
        origin=composer.library.place(record.id),
    )


def addressees(facts: Facts) -> str:
    """主送 as printed: classes apart by “，”, a colon after the last (clause 7.3.2)."""
    return "，".join(facts.addressees) + "：" if facts.addressees else ""


def signature_of(facts: Facts, issued: IssuedDocument | None) -> Signature | None:
    """署名 and 成文日期 where the date is known, or still to be filled in by hand."""
    if not facts.signed_on or facts.signed_on in (Absent.NOT_WRITTEN, Absent.NOT_APPLICABLE, Absent.NONE):
        return None
    day = facts.signed_on if isinstance(facts.signed_on, date) else None
    return Signature(facts.issuers, day, issued.signature if issued else SignatureMode.NO_SEAL)


def imprint_of(facts: Facts) -> Imprint | None:
    """版记 where anything of it is known."""
    if not (facts.printer or facts.printed_on or facts.copies_to):
        return None
    return Imprint(facts.printer, facts.printed_on, facts.copies_to)


# --- attachments ------------------------------------------------------------------------------


def attachments_of(composer: Composer, record: IssuingFacts) -> tuple[Attachment, ...]:
    """The attachments of a record, or of its 底本; one alone bears no number."""
    holder = attachment_holder(composer.library, record)
    entries = holder.attachments
    return tuple(
        attachment_of(composer, holder, entry, position, alone=len(entries) == 1)
        for position, entry in enumerate(entries, start=1)
    )


def attachment_of(
    composer: Composer, holder: IssuingFacts, entry: AttachmentEntry, position: int, *, alone: bool
) -> Attachment:
    """One attachment with its content."""
    place = composer.library.place(holder.id, "附件", position - 1)
    found = composer.library.entries.get(entry.record or "")
    record = found.record if found else None
    content: Blocks | OfficialDocument = ()
    if record is None:
        composer.problems += missing_attachment(entry, place)
    elif isinstance(record, Policy) and entry.whole is YesNo.YES:
        content = enclosed_policy(composer, record, place)
    else:
        content = content_of(composer, record, f"att{position}")
    number = None if alone else position
    title = attachment_title(entry, record)
    lines = break_title(title)
    return Attachment(f"att{position}", number, title, content, place, entry.record or "", lines)


def enclosed_policy(composer: Composer, policy: Policy, place: Place) -> Blocks | OfficialDocument:
    """A whole document inside another; one that encloses itself would never end."""
    if policy.id not in composer.enclosing:
        return compose_policy(composer, policy)
    message = f"“{policy.id}”把自己附在后面，绕成了圈"
    hint = "去掉其中一处“全文附后”"
    composer.problems.append(Problem(Level.ERROR, "REF003", message, place, hint))
    return ()


def missing_attachment(entry: AttachmentEntry, place: Place) -> tuple[Problem, ...]:
    """A record that is named and not there; an attachment known by its title alone is no fault."""
    if entry.record is None:
        return ()
    message = f"附件“{entry.title or entry.record}”没有可印的记录"
    return (Problem(Level.ERROR, "REF001", message, place, "核对“记录”的编号"),)


def attachment_title(entry: AttachmentEntry, record: Record | None) -> str:
    """The title as written, else that of the record; a whole document is cited."""
    if entry.title or record is None:
        return entry.title or entry.record or ""
    if isinstance(record, Policy) and entry.whole is YesNo.YES:
        issuer = (
            record.issuers[0] if record.issuers and not record.title.startswith(record.issuers[0]) else ""
        )
        return issuer + citation(record)
    return record.name


def content_of(composer: Composer, record: Record, prefix: str) -> Blocks:
    """The blocks that a record gives when it is attached."""
    origin = composer.library.place(record.id)
    block_id = f"{prefix}-t1"
    match record:
        case Statistics():
            return (statistics_table(record, block_id, origin),)
        case Roster():
            return (roster_table(record, block_id, origin),)
        case SurveyReturn():
            return survey_blocks(composer, record, prefix)
        case Case():
            return case_story(composer, record, prefix)
    kind = record.kind
    composer.problems.append(
        Problem(
            Level.ERROR,
            "REF002",
            f"“{kind}”类记录“{record.id}”不能作附件",
            origin,
            "附件可用统计表、名单、调查填报、案例和政策",
        )
    )
    return ()


def survey_blocks(composer: Composer, record: SurveyReturn, prefix: str) -> Blocks:
    """The filled form."""
    form = composer.library.find(record.form, SurveyForm)
    origin = composer.library.place(record.id)
    if form is None:
        hint = "核对“调查表”的编号"
        place = composer.library.place(record.id, "调查表")
        composer.problems.append(
            Problem(Level.ERROR, "REF001", f"调查表“{record.form}”不在库里", place, hint)
        )
        return ()
    return (survey_table(form, record, f"{prefix}-t1", origin, composer.audience),)


# --- policies -----------------------------------------------------------------------------------


def compose_policy(composer: Composer, policy: Policy) -> OfficialDocument:
    """A policy of the library as the document that it is; a digest says so in its 附注."""
    composer.enclosing.append(policy.id)
    body = composer.body(policy, composer.binder(policy))
    note = DIGEST_NOTE if policy.text_state is TextState.DIGEST else ""
    genre = "" if isinstance(policy.genre, Absent) else policy.genre
    document = assemble(composer, policy, body, genre=genre, note=note)
    composer.enclosing.pop()
    return document
