"""An official document to the slots of its template; attachments that are documents go round again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.document import OfficialDocument
from generator.word.blocks import blocks_xml
from generator.word.closing import attachment_notes, note_line, signature_slots, signed
from generator.word.head import corner_lines, mark_line, signer_slots
from generator.word.imprint import imprint_slots

if TYPE_CHECKING:
    from generator.document import Attachment
    from generator.word.pen import Pen
    from generator.word.template import WordTemplate


def document_slots(
    template: WordTemplate, pen: Pen, document: OfficialDocument, *, new_page: bool = False
) -> dict[str, Markup | bool]:
    """Every slot of 文件, filled, in reading order (drawings are numbered as they are written)."""
    head = document.masthead
    slots: dict[str, str | bool] = {
        "版头角标": corner_lines(pen, head, new_page=new_page),
        "发文机关标志": mark_line(pen, head),
        "发文字号": pen.runs.words(head.number),
        **signer_slots(pen, head),
        "标题": pen.runs.broken(document.title_lines or (document.title,)),
        "主送机关": pen.runs.words(document.addressees),
        "正文": blocks_xml(
            pen, document.body, keep_last=signed(document.signature) and not document.attachments
        ),
        "附件说明": attachment_notes(pen, document),
        **signature_slots(pen, document.signature),
        "附注": note_line(pen, document.note),
        "附件": "".join(attachment_xml(template, pen, one) for one in document.attachments),
        **imprint_slots(pen, document),
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
        return template.body(document_slots(template, pen, attachment.content, new_page=True))
    return (
        pen.paragraph("附件标识", pen.runs.words(attachment.label))
        + pen.blank(pen.standard.count("附件标题隔行"), "<w:keepNext/>")
        + pen.paragraph("附件标题", pen.runs.broken(attachment.title_lines or (attachment.title,)))
        + pen.blank(pen.standard.count("标题下空"), "<w:keepNext/>")
        + blocks_xml(pen, attachment.content)
    )
