"""版记 at the foot of the last page (clause 7.4), and the 信息公开选项 above it.

The imprint is a one-column table in a text box that is anchored to the page: its last rule stands
at the lower edge of the 版心 wherever the text ends.  The anchoring paragraph is exactly as high as
the box, so that text never runs under it: without room it moves to the next page, box and all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import DocumentFormat, OfficialDocument
from generator.hanzi.calendar import print_day
from generator.word.drawing import Box, text_box
from generator.word.measure import style_measure
from generator.word.pen import NEW_PAGE
from generator.word.text import TAB, RunWriter

if TYPE_CHECKING:
    from generator.document import Imprint
    from generator.standard import Standard
    from generator.word.pen import Pen

BELOW_LAST_RULE = 100
"""Room in twips that the box has left below its last rule, for the paragraph Word wants after a table."""
TWIPS_PER_HALF_POINT = 10


def is_printed(document: OfficialDocument) -> bool:
    """Whether a document has an imprint with anything to print."""
    one = document.imprint
    if one is None:
        return False
    printing = is_ruled(document) and (one.printer or one.printed_on)
    return bool(one.copies_to or one.addressees or one.others or printing)


def is_ruled(document: OfficialDocument) -> bool:
    """Whether the imprint has rules and the 印发 line: every format's but a letter's (clause 10.1)."""
    return document.format is not DocumentFormat.LETTER


def ends_with_imprint(document: OfficialDocument) -> bool:
    """Whether the last page of a document carries an imprint, its own or an enclosed document's."""
    return is_printed(document) or encloses_imprint(document)


def encloses_imprint(document: OfficialDocument) -> bool:
    """Whether the last attachment is a whole document whose imprint already stands at the foot."""
    last = document.attachments[-1].content if document.attachments else ()
    return isinstance(last, OfficialDocument) and ends_with_imprint(last)


# --- what it says -----------------------------------------------------------------------------

Texts = tuple[tuple[str, str], ...]
"""The lines of one row: style and words each; a tab parts what stands left from what stands right."""


def rows_of(imprint: Imprint, *, ruled: bool) -> tuple[Texts, ...]:
    """The rows from top to bottom, each under a rule of its own.

    主送 and 抄送 share a row: no rule between them (clause 7.4.2).  A letter has neither 印发机关
    nor 印发日期 (clause 10.1).
    """
    names = (("主送：", imprint.addressees), ("抄送：", imprint.copies_to))
    copies = tuple(("抄送机关", label + closed_list(list_)) for label, list_ in names if list_)
    day = f"{print_day(imprint.printed_on)}印发" if imprint.printed_on else ""
    printing = (("印发机关", f"{imprint.printer}\t{day}"),) if ruled and (imprint.printer or day) else ()
    others = tuple((("印发机关", f"\t{other}"),) for other in imprint.others)
    return tuple(row for row in (copies, printing, *others) if row)


def closed_list(names: tuple[str, ...]) -> str:
    """Names with ， between and 。 after the last (clause 7.4.2)."""
    return "，".join(names).rstrip("。") + "。"


def row_lines(standard: Standard, row: Texts) -> int:
    """Lines of a row; words at both of its ends take one."""
    return sum(1 if "\t" in text else style_measure(standard, name).count(text) for name, text in row)


def imprint_height(standard: Standard, document: OfficialDocument) -> int:
    """From the top of the box, 信息公开选项 included, to the middle of its last rule, in twips.

    Rules between rows lie within the rows; the first rule adds half of its weight above them.
    """
    if document.imprint is None or not is_printed(document):
        return 0
    rows = rows_of(document.imprint, ruled=is_ruled(document))
    option = int(standard.line) if document.disclosure else 0
    lines = sum(row_lines(standard, row) for row in rows) * standard.twips("版记行距")
    return option + lines + (standard.twips("版记粗线") // 2 if is_ruled(document) else 0)


# --- how it is written ------------------------------------------------------------------------


def imprint_slots(pen: Pen, document: OfficialDocument, page: tuple[str, str] = ("", "")) -> dict[str, str]:
    """版记 with the 信息公开选项 above its first rule; without 版记 the option stands below a blank line.

    Args:
        pen: Styles and standard.
        document: Its imprint, format and 信息公开选项.
        page: What stands before and after the 版记 where a page is made for it.
    """
    option = pen.paragraph("信息公开选项", pen.runs.words(document.disclosure)) if document.disclosure else ""
    if not is_printed(document):
        apart = pen.blank(1, "<w:keepNext/>") if option else ""
        return {"信息公开选项": apart + option, "版记": ""}
    before, after = page
    new_page = NEW_PAGE if encloses_imprint(document) and not before else ""
    box = ImprintBox(pen, document, option)
    return {"信息公开选项": "", "版记": before + box.paragraph(new_page) + after}


def raised_runs(pen: Pen) -> RunWriter:
    """Writes words so high that they stand between two rules in the middle.

    Programs put words low in a line of an exact pitch.  A style could raise them too, but LibreOffice
    makes them small then.
    """
    height = pen.standard.twips("版记字上移") // TWIPS_PER_HALF_POINT
    return RunWriter(pen.styles, pen.bookmarks, pen.standard.bold_words, f'<w:position w:val="{height}"/>')


class ImprintBox:
    """The text box of one imprint, its height counted from its lines."""

    def __init__(self, pen: Pen, document: OfficialDocument, option: str) -> None:
        self.pen = pen
        self.option = option
        self.ruled = is_ruled(document)
        self.runs = raised_runs(pen) if self.ruled else pen.runs
        self.height = imprint_height(pen.standard, document)
        self.rows = rows_of(document.imprint, ruled=self.ruled) if document.imprint else ()

    def paragraph(self, properties: str) -> str:
        """The anchoring paragraph, as high as the box."""
        standard = self.pen.standard
        line = f'<w:spacing w:line="{self.height}" w:lineRule="exact"/>'
        top = standard.twips("版记下边") - self.height
        place = Box(standard.margins["left"], top, standard.text_width, self.height + BELOW_LAST_RULE)
        drawing = text_box(place, self.content(), self.pen.next_drawing(), "版记")
        return self.pen.paragraph("版记位置", drawing, properties + line)

    def content(self) -> str:
        """What stands in the box; a letter has no rules and so no table."""
        if not self.ruled:
            return self.option + "".join(self.lines(row) for row in self.rows)
        return self.option + self.table() + self.pen.paragraph("版记尾", "")

    def lines(self, row: Texts) -> str:
        """The paragraphs of one row."""
        return "".join(self.pen.paragraph(style, self.words(text)) for style, text in row)

    def words(self, text: str) -> str:
        """The runs of a line, with its tab."""
        return TAB.join([self.runs.words(part) for part in text.split("\t")])

    def table(self) -> str:
        """Thick rules above and below, thin between (clause 7.4.1); the style has their weights."""
        width = self.pen.standard.text_width
        rows = "".join(self.row(row, width) for row in self.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.pen.styles["版记表格"]}"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
        )

    def row(self, row: Texts, width: int) -> str:
        """A row exactly as high as its lines."""
        height = row_lines(self.pen.standard, row) * self.pen.standard.twips("版记行距")
        return (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self.lines(row)}</w:tc></w:tr>'
        )
