"""版记 at the foot of the last page (clause 7.4), and the 信息公开选项 above it.

The imprint is a one-column table in a text box that is anchored to the page: its last rule stands
at the lower edge of the 版心 wherever the text ends.  The anchoring paragraph is exactly as high as
the box, so that text never runs under it: without room it moves to the next page, box and all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import OfficialDocument
from generator.hanzi.calendar import print_day
from generator.standard.lengths import EMU_PER_TWIP
from generator.word.measure import count_lines
from generator.word.pen import NEW_PAGE
from generator.word.text import TAB

if TYPE_CHECKING:
    from generator.document import Imprint
    from generator.word.pen import Pen

BELOW_LAST_RULE = 100
"""Room in twips that the box has left below its last rule, for the paragraph Word wants after a table."""
SIZE = "四号"


def is_printed(imprint: Imprint | None) -> bool:
    """Whether an imprint has anything to print."""
    return imprint is not None and any(
        (imprint.printer, imprint.printed_on, imprint.copies_to, imprint.addressees)
    )


def ends_with_imprint(document: OfficialDocument) -> bool:
    """Whether the last page of a document carries an imprint, its own or an enclosed document's."""
    if is_printed(document.imprint):
        return True
    return bool(document.attachments) and encloses_imprint(document)


def encloses_imprint(document: OfficialDocument) -> bool:
    """Whether the last attachment is a whole document whose imprint already stands at the foot."""
    last = document.attachments[-1].content if document.attachments else ()
    return isinstance(last, OfficialDocument) and ends_with_imprint(last)


def imprint_slots(pen: Pen, document: OfficialDocument) -> dict[str, str]:
    """版记 with the 信息公开选项 above its first rule; without 版记 the option is a line of its own."""
    option = pen.paragraph("信息公开选项", pen.runs.words(document.disclosure)) if document.disclosure else ""
    if document.imprint is None or not is_printed(document.imprint):
        return {"信息公开选项": option, "版记": ""}
    box = ImprintBox(pen, document.imprint, option)
    return {"信息公开选项": "", "版记": box.paragraph(NEW_PAGE if encloses_imprint(document) else "")}


class ImprintBox:
    """The text box of one imprint, its height counted from its lines."""

    def __init__(self, pen: Pen, imprint: Imprint, option: str) -> None:
        self.pen = pen
        self.imprint = imprint
        self.option = option
        self.rows = [row for row in (self.copies_row(), self.printing_row()) if row]

    def paragraph(self, properties: str) -> str:
        """The anchoring paragraph, as high as the box."""
        line = f'<w:spacing w:line="{self.height}" w:lineRule="exact"/>'
        return self.pen.paragraph("版记位置", f"<w:r>{self.drawing()}</w:r>", properties + line)

    @property
    def height(self) -> int:
        """From the top of the box to the middle of its last rule, in twips.

        Rules between rows lie within the rows; the first rule adds half of its weight above them.
        """
        standard = self.pen.standard
        option = int(standard.line) if self.option else 0
        lines = sum(count for count, _ in self.rows) * standard.twips("版记行距")
        return option + lines + standard.twips("版记粗线") // 2

    def copies_row(self) -> tuple[int, str] | None:
        """主送 and 抄送 share a row: no rule between them (clause 7.4.2)."""
        paragraphs, lines = [], 0
        for label, names in (("主送：", self.imprint.addressees), ("抄送：", self.imprint.copies_to)):
            if names:
                text = label + closed_list(names)
                paragraphs.append(self.pen.paragraph("抄送机关", self.pen.runs.words(text)))
                lines += self.count_lines(text)
        return (lines, "".join(paragraphs)) if lines else None

    def count_lines(self, text: str) -> int:
        """Lines of a list of names: 1 字 room at both sides, later lines under the first name."""
        character = int(self.pen.standard.character(SIZE))
        room = self.pen.standard.text_width - 2 * character
        return count_lines(text, character, room, room - 3 * character)

    def printing_row(self) -> tuple[int, str] | None:
        """印发机关 to the left, 印发日期 to the right (clause 7.4.3)."""
        day = f"{print_day(self.imprint.printed_on)}印发" if self.imprint.printed_on else ""
        if not (self.imprint.printer or day):
            return None
        runs = self.pen.runs.words(self.imprint.printer) + TAB + self.pen.runs.words(day)
        return 1, self.pen.paragraph("印发机关", runs)

    def table(self) -> str:
        """Thick rules above and below, thin between (clause 7.4.1); the style has their weights."""
        width = self.pen.standard.text_width
        rows = "".join(self.row(lines, cell, width) for lines, cell in self.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.pen.styles["版记表格"]}"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
        )

    def row(self, lines: int, cell: str, width: int) -> str:
        """A row exactly as high as its lines."""
        height = lines * self.pen.standard.twips("版记行距")
        return (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc></w:tr>'
        )

    def drawing(self) -> str:
        """The text box, placed on the page by its upper left corner."""
        standard = self.pen.standard
        left = standard.margins["left"] * EMU_PER_TWIP
        top = (standard.twips("版记下边") - self.height) * EMU_PER_TWIP
        height = self.height + BELOW_LAST_RULE
        size = f'cx="{standard.text_width * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'
        content = self.option + self.table() + self.pen.paragraph("版记尾", "")
        return text_box(left, top, size, content, self.pen.next_drawing())


def closed_list(names: tuple[str, ...]) -> str:
    """Names with ， between and 。 after the last (clause 7.4.2)."""
    return "，".join(names).rstrip("。") + "。"


def text_box(left: int, top: int, size: str, content: str, number: int) -> str:
    """An invisible text box without insets, on top of the page and out of the way of the text."""
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="版记"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" '
        'anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></mc:Choice></mc:AlternateContent>"
    )
