"""附件说明 against the attachments themselves.

ATT001 a title that differs, ATT002 an attachment without a record, ATT003 a number or a mark in
the title, ATT004 the body names an attachment that is not there, ATT005 a notice that does not
enclose what it forwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.compose.binding import citation
from generator.compose.effective import original_of
from generator.document import Attachment, OfficialDocument, inlines_of
from generator.hanzi.marks import enclose, same_title
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.issued import IssuedDocument
from generator.models.policy import AttachmentEntry, IssuingFacts, Policy
from generator.models.record import Record
from generator.problems import Level, Place, Problem

TITLE_RULE = "GB/T 9704-2012 7.3.7：附件顺序号和附件标题应与附件说明的表述一致"
LIST_RULE = "GB/T 9704-2012 7.3.4：附件名称后不加标点符号"
NUMBERED = re.compile(r"^(?:附件\s*[\d一二三四五六七八九十]*\s*[:：．.、]?|\d+\s*[.．、])\s*")
END_MARK = re.compile(r"[。；;，,：:]$")
MENTION = re.compile(r"附件\s?(\d{1,2})(?!\d)")


def check_attachments(library: Library, trees: Trees) -> Iterator[Problem]:
    """Attachments of the documents that the bureau issues."""
    for document in library.every(IssuedDocument):
        holder = holder_of(library, document)
        for position, entry in enumerate(holder.attachments):
            yield from check_entry(library, holder, entry, position)
        tree = trees.documents.get(document.id)
        if tree is not None:
            yield from not_enclosed(library, document, tree)
    yield from check_mentions(library, trees)


def holder_of(library: Library, document: IssuedDocument) -> IssuingFacts:
    """The record whose 附件 are printed: the document, or its 底本 where it names none."""
    original = original_of(library, document)
    return document if document.attachments or original is None else original


def check_entry(
    library: Library, holder: IssuingFacts, entry: AttachmentEntry, position: int
) -> Iterator[Problem]:
    """One line of the 附件说明 and what stands behind it."""
    place = library.place(holder.id, "附件", position, "标题")
    if entry.title:
        yield from badly_written(entry.title, place)
    if not entry.record:
        message = f"附件“{entry.title or ''}”没有写“记录”，印不出附件正文"
        hint = "写上所附记录的编号；附件另行装订的，可不理会"
        yield Problem(Level.WARNING, "ATT002", message, place, hint, TITLE_RULE)
    found = library.entries.get(entry.record or "")
    if found and entry.title and not any(same_title(entry.title, own) for own in own_titles(found.record)):
        yield other_title(entry, found.record, place)


def own_titles(record: Record) -> Iterator[str]:
    """The ways in which an attached record may rightly be named."""
    yield record.name
    if isinstance(record, Policy):
        for issuer in ("", *record.issuers[:1]):
            yield issuer + enclose(record.name)
            yield issuer + citation(record)


def other_title(entry: AttachmentEntry, record: Record, place: Place) -> Problem:
    """A whole document keeps its own title, so the two must agree; blocks take the title written."""
    whole = isinstance(record, Policy) and entry.whole is YesNo.YES
    message = f"附件说明写“{entry.title}”，所附记录的题名是“{record.name}”"
    hint = "照所附文件的标题写" if whole else "附件首页将印附件说明的写法；两处应是同一个题名"
    return Problem(Level.WARNING if whole else Level.HINT, "ATT001", message, place, hint, TITLE_RULE)


def badly_written(title: str, place: Place) -> Iterator[Problem]:
    """A number that the pen writes itself, a mark at the end."""
    if match := NUMBERED.match(title):
        message = f"附件标题里写了“{match[0].strip()}”"
        yield Problem(Level.WARNING, "ATT003", message, place, "删去它，附件序号由程序编排", TITLE_RULE)
    if match := END_MARK.search(title):
        yield Problem(Level.WARNING, "ATT003", f"附件标题末尾有“{match[0]}”", place, "删去它", LIST_RULE)


def check_mentions(library: Library, trees: Trees) -> Iterator[Problem]:
    """附件N in what the bureau wrote, against the attachments there are."""
    for record_id, blocks in own_bodies(library, trees):
        tree = trees.documents.get(record_id)
        if tree is None:
            continue
        for block in blocks:
            text = "".join(inline.text for inline in inlines_of(block))
            for match in MENTION.finditer(text):
                yield from missing_attachment(
                    match, tree.attachments, block.origin or library.place(record_id)
                )


def missing_attachment(
    match: re.Match[str], attachments: tuple[Attachment, ...], place: Place
) -> Iterator[Problem]:
    """A number beyond the last attachment; one alone bears no number."""
    count = len(attachments)
    if int(match[1]) > count:
        message = f"正文提到“{match[0]}”，附件说明里只有 {count} 个附件"
        yield Problem(Level.WARNING, "ATT004", message, place, "补上附件，或改正序号", TITLE_RULE)
    elif count == 1:
        message = f"正文提到“{match[0]}”，只有一个附件时不编序号"
        yield Problem(Level.HINT, "ATT004", message, place, "改写为“附件”", TITLE_RULE)


def not_enclosed(library: Library, document: IssuedDocument, tree: OfficialDocument) -> Iterator[Problem]:
    """A forwarding notice carries the whole text that it forwards."""
    original = original_of(library, document)
    forwarded = document.forwards or (original.forwards if original else None)
    enclosed = {item.content.id for item in tree.attachments if isinstance(item.content, OfficialDocument)}
    if forwarded and forwarded in library and forwarded not in enclosed:
        message = f"转发“{forwarded}”，附件里却没有它的全文"
        hint = f"在“附件”里写“记录: {forwarded}”和“全文附后: 是”"
        yield Problem(Level.ERROR, "ATT005", message, library.place(document.id, "附件"), hint, TITLE_RULE)
