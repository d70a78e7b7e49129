"""An official document to the slots of its template; attachments that are documents go round again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.document import OfficialDocument
from generator.word.attendance import attendance_xml
from generator.word.blocks import blocks_xml
from generator.word.closing import attachment_notes, is_closed, note_line, signature_slots
from generator.word.head import head_slots
from generator.word.imprint import imprint_slots
from generator.word.mark import title_of
from generator.word.paging import begins_sideways, held_blocks, imprint_page, move_addressees, plan_closing
from generator.word.sideways import begin_sideways

if TYPE_CHECKING:
    from generator.document import Attachment
    from generator.word.pen import Pen
    from generator.word.template import WordTemplate


def document_slots(
    template: WordTemplate, pen: Pen, document: OfficialDocument, *, new_page: bool = False
) -> dict[str, Markup | bool]:
    """Every slot of a 公文, filled, in reading order (drawings are numbered as they are written).

    Args:
        template: The template of the whole file.  What a document encloses is laid out by it too,
            whatever its own format: it keeps its own mark, number and all its other parts, but mark and
            number stand where this template has them.
        pen: Styles and counters of the file.
        document: The document, or one that is enclosed in it.
        new_page: Whether its first line opens a new page.
    """
    document = move_addressees(pen.standard, document)
    closing = plan_closing(pen.standard, document)
    line = closing.pitch or int(pen.standard.line)
    pen.set_text(closing.pitch, closing.tracking)
    held = 0
    if is_closed(document):
        held = held_blocks(pen.standard, document.body, at_risk=closing.at_risk)
    slots: dict[str, str | bool] = {
        **head_slots(template.kind, pen, document, new_page=new_page),
        "标题": pen.runs.broken(title_of(document)),
        "主送机关": pen.runs.words(document.addressees),
        "正文": blocks_xml(pen, document.body, held=held),
        "附件说明": attachment_notes(pen, document, whole=closing.whole),
        "出席人员": attendance_xml(pen, document.attendance, noted=bool(document.note)),
        **signature_slots(pen, document.signature, line, noted=bool(document.note)),
        "附注": note_line(pen, document.note),
    }
    pen.set_text()
    slots |= {
        "附件": "".join(attachment_xml(template, pen, one) for one in document.attachments),
        **imprint_slots(pen, document, ("", "") if new_page else imprint_page(pen.standard, document)),
    }
    # Made here from escaped words: the one border between text and markup.
    return {name: value if isinstance(value, bool) else Markup(value) for name, value in slots.items()}  # noqa: S704


def attachment_xml(template: WordTemplate, pen: Pen, attachment: Attachment) -> str:
    """An attachment on pages of its own (clause 7.3.7); a whole document brings its own head and imprint.

    One that is known by its title alone stands in the 附件说明 only.
    """
    if not attachment.content:
        return ""
    if isinstance(attachment.content, OfficialDocument):
        slots = document_slots(template, pen, attachment.content, new_page=True)
        template.refuse_losses(slots)
        return template.body(slots)
    turned = begins_sideways(attachment.content)
    return (
        (begin_sideways() if turned else "")
        + pen.paragraph("附件标识", pen.runs.words(attachment.label))
        + pen.blank(pen.standard.count("附件标题隔行"), "<w:keepNext/>")
        + pen.paragraph("附件标题", pen.runs.broken(attachment.title_lines or (attachment.title,)))
        + pen.blank(pen.standard.count("标题下空"), "<w:keepNext/>")
        + blocks_xml(pen, attachment.content, turned=turned)
    )
