"""The parts that every 公文 shares, and policies as whole documents.

Facts of 版头, 主送 and 版记 come from the record; with a 底本 those that the document leaves out
come from that policy record.  Attachments are records too: tables, cases, or whole documents,
so that a forwarding notice encloses what it forwards, level by level.
"""

from __future__ import annotations

from dataclasses import replace

from generator.compose.binding import citation
from generator.compose.case import case_story
from generator.compose.closing import Closing, addressees_line, imprint_of, signature_of
from generator.compose.columns import fitted
from generator.compose.composer import Composer
from generator.compose.effective import attachment_holder, format_of, original_of, signing_of, stated_genre
from generator.compose.facts import Facts, facts_of
from generator.compose.masthead import masthead_of, policy_masthead
from generator.compose.statistics import statistics_table
from generator.compose.surveys import comparison_blocks, comparison_of
from generator.compose.tables import blank_survey_table, note_blocks, roster_table, survey_table
from generator.compose.title_lines import break_title
from generator.compose.titles import full_title
from generator.document import (
    Attachment,
    Blocks,
    DocumentFormat,
    Masthead,
    OfficialDocument,
    SignatureMode,
    Table,
)
from generator.models.case import Case
from generator.models.fields import YesNo
from generator.models.issued import IssuedDocument
from generator.models.policy import AttachmentEntry, IssuingFacts, Policy, TextState
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.problems import Level, Place, Problem

DISCLOSURE = "信息公开选项："
DIGEST_NOTE = "本件为摘编，条文以印发原件为准"


# --- documents of ours ------------------------------------------------------------------------


def compose_official(composer: Composer, document: IssuedDocument, body: Blocks) -> OfficialDocument:
    """Put head, body, attachments and imprint of a document together (GB/T 9704-2012 clauses 7 and 10)."""
    library = composer.library
    original = original_of(library, document)
    facts = facts_of(document, original, composer.audience)
    genre, layout = stated_genre(library, document), format_of(library, document)
    masthead = masthead_of(document, facts, genre, layout)
    title = title_of(composer, document, masthead, layout)
    closing = Closing(facts, document, layout)
    return OfficialDocument(
        id=document.id,
        genre=genre,
        format=layout,
        masthead=masthead,
        title=title,
        title_lines=document.title_lines or break_title(title),
        addressees=closing.addressees(),
        body=body,
        attachments=attachments_of(composer, document),
        attendance=closing.attendance(composer.audience),
        signature=closing.signature(signing_of(library, document)),
        note="；".join(part for part in (document.note, *facts.contacts) if part),
        disclosure=disclosure_of(facts),
        imprint=closing.imprint(),
        origin=library.place(document.id),
    )


def title_of(composer: Composer, document: IssuedDocument, masthead: Masthead, layout: DocumentFormat) -> str:
    """The title; an order or minutes without one are called by their mark and number."""
    title = full_title(composer.library, document)
    called = layout in (DocumentFormat.ORDER, DocumentFormat.MINUTES) and title == document.id
    return f"{masthead.mark}{masthead.number}" if called and masthead.mark else title


def disclosure_of(facts: Facts) -> str:
    """信息公开选项 as printed."""
    return f"{DISCLOSURE}{facts.disclosure}" if facts.disclosure else ""


def said_in_note(policy: Policy) -> bool:
    """Whether the 附注 of a text tells its 公开属性 already (此件公开发布): it is printed once."""
    return "公开" in (policy.note or "")


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
    if entry.sideways is YesNo.YES and not isinstance(content, OfficialDocument):
        content = turned(content)
    number = None if alone else position
    title = attachment_title(entry, record)
    lines = break_title(title)
    return Attachment(f"att{position}", number, title, content, place, entry.record or "", lines)


def turned(blocks: Blocks) -> Blocks:
    """The same blocks with every table on its side (clause 8), its columns as wide as that page allows."""
    return tuple(
        fitted(replace(block, sideways=True)) if isinstance(block, Table) else block for block in blocks
    )


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
    match record:
        case Statistics() | Roster():
            return table_blocks(composer, record, prefix)
        case SurveyForm():
            return (blank_survey_table(record, f"{prefix}-t1", origin),)
        case SurveyReturn() | SurveySummary():
            return survey_blocks(composer, record, prefix)
        case Case():
            return case_story(composer, record, prefix)
        case Policy():
            return composer.body(record, composer.binder(record))
    kind = record.kind
    composer.problems.append(
        Problem(
            Level.ERROR,
            "REF002",
            f"“{kind}”类记录“{record.id}”不能作附件",
            origin,
            "附件可用统计表、名单、调查表、调查填报、调查汇总、案例和政策",
        )
    )
    return ()


def table_blocks(composer: Composer, record: Statistics | Roster, prefix: str) -> Blocks:
    """A table of figures or a list, with what stands below it."""
    origin, block_id = composer.library.place(record.id), f"{prefix}-t1"
    if isinstance(record, Statistics):
        table = statistics_table(record, block_id, origin)
    else:
        table = roster_table(record, block_id, origin)
    return (table, *note_blocks(record.notes, prefix, origin, composer.audience))


def survey_blocks(composer: Composer, record: SurveyReturn | SurveySummary, prefix: str) -> Blocks:
    """The filled form, or several of them side by side; without the form nothing can be printed."""
    form = composer.library.find(record.form, SurveyForm)
    origin = composer.library.place(record.id)
    if form is None:
        place = composer.library.place(record.id, "调查表")
        message = f"调查表“{record.form}”不在库里"
        composer.problems.append(Problem(Level.ERROR, "REF001", message, place, "核对“调查表”的编号"))
        return ()
    if isinstance(record, SurveySummary):
        compared = comparison_of(composer.library, form, record, composer.audience)
        return tuple(comparison_blocks(compared, prefix, origin))
    table = survey_table(form, record, f"{prefix}-t1", origin, composer.audience)
    return (table, *note_blocks(record.notes, prefix, origin, composer.audience))


# --- policies -----------------------------------------------------------------------------------


def compose_policy(composer: Composer, policy: Policy) -> OfficialDocument:
    """A policy of the library as the document that it is; a digest says so in its 附注."""
    composer.enclosing.append(policy.id)
    body = composer.body(policy, composer.binder(policy))
    facts = facts_of(policy, None, composer.audience)
    notes = (DIGEST_NOTE if policy.text_state is TextState.DIGEST else "", policy.note or "")
    document = OfficialDocument(
        id=policy.id,
        genre=stated_genre(composer.library, policy),
        format=DocumentFormat.ORDINARY,
        masthead=policy_masthead(facts, policy.mark),
        title=policy.title,
        title_lines=break_title(policy.title),
        addressees=addressees_line(facts.addressees),
        body=body,
        attachments=attachments_of(composer, policy),
        signature=signature_of(facts, SignatureMode.NO_SEAL),
        note="；".join(part for part in (*notes, *facts.contacts) if part),
        disclosure="" if said_in_note(policy) else disclosure_of(facts),
        imprint=imprint_of(facts),
        origin=composer.library.place(policy.id),
    )
    composer.enclosing.pop()
    return document
