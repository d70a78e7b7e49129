"""附件说明 (clause 7.3.4) and 附注 (clause 7.3.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.closing.signature import signed
from generator.word.pen import KEEP_NEXT
from generator.word.text import TAB

if TYPE_CHECKING:
    from generator.document import Attachment, OfficialDocument
    from generator.standard import Standard
    from generator.word.pen import Pen

LABEL = "附件："
EVEN_FACE = "仿宋"
"""In this face a point is as wide as a figure, in Times New Roman half as wide."""


def attachment_notes(pen: Pen, document: OfficialDocument, *, whole: bool = True) -> str:
    """附件说明 under an empty line; wrapped names align with the first character of the name.

    All lines stay on one page, that of the signature or 附注 where one follows, and the text before
    them holds to them: so none of them stands on a page without text (7.3.5.5).  Where they are too
    many for one page (not `whole`), the last alone holds to what follows.
    """
    if not document.attachments:
        return ""
    follows = signed(document.signature) or bool(document.note)
    numbers = NumberColumn(pen.standard, document.attachments)
    last = len(document.attachments) - 1
    keeps = [KEEP_NEXT if (follows if at == last else whole) else "" for at in range(last + 1)]
    lines = [
        name_xml(pen, numbers, one, keep, first=at == 0)
        for at, (one, keep) in enumerate(zip(document.attachments, keeps, strict=True))
    ]
    return pen.blank(pen.standard.count("附件说明上空"), KEEP_NEXT) + "".join(lines)


class NumberColumn:
    """The column of numbers in an 附件说明: as wide as its widest number, numbers to the right."""

    def __init__(self, standard: Standard, attachments: tuple[Attachment, ...]) -> None:
        self.figure = int(standard.character()) // 2
        self.point = self.figure if standard.style("西文").latin_face == EVEN_FACE else self.figure // 2
        self.names_at = standard.twips_of("5字")
        self.label_at = standard.twips("附件说明左空")
        self.widest = max(self.width(attachment) for attachment in attachments)

    def width(self, attachment: Attachment) -> int:
        """Width of “1.”; nothing where there is no number."""
        figures = len(number_text(attachment)) - 1
        return figures * self.figure + self.point if figures > 0 else 0

    @property
    def left(self) -> int:
        """Where all names begin."""
        return self.names_at + self.widest

    def number_at(self, attachment: Attachment) -> int:
        """Where a number begins."""
        return self.left - self.width(attachment)


def name_xml(pen: Pen, numbers: NumberColumn, attachment: Attachment, keep: str, *, first: bool) -> str:
    """One attachment: 附件： before the first, then number and name; no mark after the name."""
    number_at = numbers.number_at(attachment)
    starts_at = numbers.label_at if first else number_at
    words = pen.runs.words(number_text(attachment) + attachment.title)
    tabs = ""
    if first:
        apart = number_at > numbers.names_at
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{number_at}"/></w:tabs>' if apart else ""
        words = pen.runs.words(LABEL) + (TAB if apart else "") + words
    indent = f'<w:ind w:left="{numbers.left}" w:hanging="{numbers.left - starts_at}"/>'
    return pen.line("附件说明", words, keep + tabs, indent)


def number_text(attachment: Attachment) -> str:
    """“1.”, or nothing where there is only one attachment."""
    return "" if attachment.number is None else f"{attachment.number}."


def is_closed(document: OfficialDocument) -> bool:
    """Whether anything stands below the text: 附件说明, 署名, 成文日期 or 附注."""
    return bool(document.attachments or document.note) or signed(document.signature)


def note_line(pen: Pen, note: str) -> str:
    """附注 in full-width brackets (clause 7.3.6)."""
    return pen.line("附注", pen.runs.words(bracketed(note))) if note else ""


def bracketed(note: str) -> str:
    """附注 with its brackets, given or not."""
    return note if note.startswith("（") and note.endswith("）") else f"（{note}）"
