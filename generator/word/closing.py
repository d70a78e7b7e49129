"""What closes the 主体: 附件说明, 署名, 成文日期, 附注 (clauses 7.3.4 to 7.3.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import SignatureMode
from generator.hanzi.calendar import print_day
from generator.word.measure import text_width
from generator.word.pen import KEEP_NEXT
from generator.word.text import TAB

if TYPE_CHECKING:
    from generator.document import Attachment, OfficialDocument, Signature
    from generator.word.pen import Pen

LABEL = "附件："


# --- 附件说明 ---------------------------------------------------------------------------------


def attachment_notes(pen: Pen, document: OfficialDocument) -> str:
    """附件说明 under an empty line; wrapped names align with the first character of the name.

    Its last line stays on the page of the signature, which so never stands alone (7.3.5.5).
    """
    if not document.attachments:
        return ""
    keep = KEEP_NEXT if signed(document.signature) else ""
    *before, last = document.attachments
    numbers = NumberColumn(pen, document.attachments)
    lines = [numbers.line(attachment, first=index == 0) for index, attachment in enumerate(before)]
    lines.append(numbers.line(last, first=not before, properties=keep))
    return pen.blank(pen.standard.count("附件说明上空"), KEEP_NEXT) + "".join(lines)


def signed(signature: Signature | None) -> bool:
    """Whether there is anything to print in the place of the signature."""
    return signature is not None and bool(signature.issuers or signature.date)


class NumberColumn:
    """The column of numbers in an 附件说明: as wide as its widest number, numbers to the right."""

    def __init__(self, pen: Pen, attachments: tuple[Attachment, ...]) -> None:
        self.pen = pen
        self.figure = int(pen.standard.character()) // 2
        self.names_at = pen.standard.twips_of("5字")
        self.label_at = pen.standard.twips("附件说明左空")
        self.widest = max(self.width(attachment) for attachment in attachments)

    def width(self, attachment: Attachment) -> int:
        """Width of “1.”, whose point is half as wide as a figure; nothing where there is no number."""
        figures = len(number_text(attachment)) - 1
        return figures * self.figure + self.figure // 2 if figures > 0 else 0

    def line(self, attachment: Attachment, *, first: bool, properties: str = "") -> str:
        """One attachment: 附件： before the first, then number and name."""
        lack = self.widest - self.width(attachment)
        starts_at = self.label_at if first else self.names_at + lack
        label = self.pen.runs.words(LABEL) if first else ""
        gap = TAB if first and lack else ""
        words = self.pen.runs.words(number_text(attachment) + attachment.title)
        layout = self.tab(lack) if gap else ""
        return self.pen.paragraph(
            "附件说明", label + gap + words, properties + layout + self.indent(starts_at)
        )

    def indent(self, starts_at: int) -> str:
        """Names hang where the first name begins."""
        left = self.names_at + self.widest
        return f'<w:ind w:left="{left}" w:hanging="{left - starts_at}"/>'

    def tab(self, lack: int) -> str:
        """Where a short first number begins in a column of wide numbers."""
        return f'<w:tabs><w:tab w:val="left" w:pos="{self.names_at + lack}"/></w:tabs>'


def number_text(attachment: Attachment) -> str:
    """“1.”, or nothing where there is only one attachment."""
    return "" if attachment.number is None else f"{attachment.number}."


# --- 署名 and 成文日期 ------------------------------------------------------------------------


def signature_slots(pen: Pen, signature: Signature | None) -> dict[str, str]:
    """署名 (with the empty lines above) and 成文日期; a part that is not known is left out."""
    if signature is None or not signed(signature):
        return {"署名": "", "成文日期": ""}
    day = print_day(signature.date) if signature.date else ""
    sealed = signature.mode is SignatureMode.SEAL
    above = pen.blank(pen.standard.count("署名上空加印" if sealed else "署名上空"), KEEP_NEXT)
    layout = (sealed_layout if sealed else plain_layout)(pen, signature.issuers, day)
    *names, date_layout = layout
    lines = [name_line(pen, name, one) for name, one in zip(signature.issuers, names, strict=True)]
    date_line = pen.paragraph("成文日期", pen.runs.words(day), date_layout) if day else ""
    return {"署名": above + "".join(lines), "成文日期": date_line}


def name_line(pen: Pen, name: str, layout: str) -> str:
    """One 署名 in its place."""
    return pen.paragraph("署名", pen.runs.words(name), layout)


def plain_layout(pen: Pen, names: tuple[str, ...], day: str) -> list[str]:
    """Places without a seal (7.3.5.2): of each 署名 in turn, then of the date.

    A 署名 ends 2 字 from the right edge, and the date begins 2 字 right of the first 署名's
    beginning.  A date too long for that ends 2 字 from the edge and the 署名 moves left with it.
    Both are placed by their beginnings, so that the shift is exact whatever the fonts.
    """
    room, shift = pen.standard.text_width, pen.standard.twips("日期右移")
    lead = room - pen.standard.twips("署名右空") - width(pen, names[0]) if names else 0
    latest = room - pen.standard.twips("日期右空") - width(pen, day)
    too_far = max(0, lead + shift - latest) if day and width(pen, day) > width(pen, "".join(names[:1])) else 0
    begins = [room - pen.standard.twips("署名右空") - width(pen, name) - too_far for name in names]
    begins.append(lead + shift - too_far if names else latest)
    # A date may reach the right edge exactly; renderers that add room between figures and Chinese
    # must not break it over two lines, so the right edge is opened.
    return [f'<w:ind w:left="{max(0, begin)}" w:right="-{shift}"/>' for begin in begins]


def sealed_layout(pen: Pen, names: tuple[str, ...], day: str) -> list[str]:
    """Places with a seal (7.3.5.1): every 署名 centred on the date, whose end is 4 字 from the edge.

    All lines are centred on one axis, so that they stand under each other whatever the fonts.
    A 署名 too long for this moves the axis to the left.
    """
    half = pen.standard.twips("日期右空加印") + width(pen, day) // 2
    half = max([half, *(width(pen, name) // 2 for name in names)])
    left = max(0, pen.standard.text_width - 2 * half)
    return [f'<w:ind w:left="{left}"/><w:jc w:val="center"/>'] * (len(names) + 1)


def width(pen: Pen, words: str) -> int:
    """Width of words of the body in twips."""
    return text_width(words, int(pen.standard.character()))


def note_line(pen: Pen, note: str) -> str:
    """附注 in full-width brackets (clause 7.3.6)."""
    if not note:
        return ""
    bracketed = note if note.startswith("（") and note.endswith("）") else f"（{note}）"
    return pen.paragraph("附注", pen.runs.words(bracketed))
