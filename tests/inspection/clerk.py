"""A notice as a careful clerk makes it in Word without any style of ours: Normal and direct formatting."""

# ruff: noqa: SLF001 - python-docx has no other way to what it does not know: grids, borders, frames.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

CENTRE, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
RIGHT, BOTH = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
DRAWN_LINE = (
    '<w:r {ns}><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" id="l1" from="0,4pt" to="442pt,4pt" '
    'style="position:absolute;z-index:1" strokecolor="red" strokeweight="1.5pt"/></w:pict></w:r>'
)
FRAME = 'w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="outside" w:y="1"'
ATTACHED = ("购买服务统计表", "购买服务调查表")
BODY = (
    ("", "为进一步做好政府购买服务工作，提高财政资金使用效益，现将有关事项通知如下。"),
    ("黑体", "一、加强组织领导"),
    ("", "各县（区）财政局要高度重视，明确1名分管负责人和2名联络员，按时报送工作进展情况。"),
    ("黑体", "二、规范购买程序"),
    ("楷体_GB2312", "（一）编制预算"),
    ("", "购买服务项目所需资金列入部门预算，没有预算的项目不得实施；确需调整的，按程序报批。"),
    ("楷体_GB2312", "（二）签订合同"),
    ("", "合同期限一般为1年，预算金额50万元以上的项目应当公开招标，服务满意率不低于95%。"),
    ("", "特此通知。"),
)


@dataclass
class Habits:
    """How this clerk does what can be done in several ways."""

    face: str = "仿宋_GB2312"
    pitch: float = 28.95
    """Points; 0 for single lines on the grid."""
    grid: bool = False
    """Word's own character grid instead of tightened characters."""
    rule: str = "border"
    """border below the number, drawn line, or a paragraph of its own."""
    indent: str = "chars"
    """chars with the twips of Word, twips alone, or two spaces of a 字."""
    signed: str = "indent"
    """indent from the right, spaces, or sealed."""
    imprint: str = "table"
    """table with borders, or paragraphs with borders."""
    title_lines: tuple[str, ...] = ("关于做好政府", "购买服务工作的通知")
    title_paragraphs: bool = False
    signer: str = ""
    """The 签发人 of a 请示, set by spaces."""
    attached: bool = False
    """Whether two attachments follow, listed by spaces."""
    framed: bool = False
    """Whether the page number stands in a frame, as Word's own gallery makes it."""


class Clerk:
    """Types the notice from above down."""

    def __init__(self, habits: Habits) -> None:
        self.habits = habits
        self.document: Any = Document()

    def notice(self) -> bytes:
        """The whole file."""
        self.set_up_page()
        self.type_head()
        self.type_title()
        self.type_body()
        self.sign()
        if self.habits.attached:
            self.attach()
        self.type_imprint()
        self.number_pages()
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def line(
        self, text: str = "", face: str = "", points: float = 16, align: Any = BOTH, pitch: float = 0
    ) -> Any:
        """A paragraph: select it, choose font and size, alignment and exact line."""
        paragraph = self.document.add_paragraph()
        self.formatted(paragraph, align, pitch)
        if text:
            self.typed(paragraph, text, face, points)
        else:
            mark = paragraph._p.get_or_add_pPr()
            mark.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="{int(points * 2)}"/></w:rPr>'))
        return paragraph

    def formatted(self, paragraph: Any, align: Any = BOTH, pitch: float = 0) -> None:
        """Alignment and exact line, no room before and after."""
        layout = paragraph.paragraph_format
        layout.alignment = align
        exact = pitch or self.habits.pitch
        layout.line_spacing = Pt(exact) if exact else 1
        layout.space_before = layout.space_after = Pt(0)

    def typed(self, paragraph: Any, text: str, face: str = "", points: float = 16) -> Any:
        """Words in a font: the Chinese one for Chinese, Times New Roman for figures."""
        run = paragraph.add_run(text)
        run.font.size = Pt(points)
        run.font.name = "Times New Roman"
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), face or self.habits.face)
        fonts.set(qn("w:hint"), "eastAsia")
        if not self.habits.grid and points == 16:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), "-5")
            run._r.rPr.append(spacing)
        return run

    def set_up_page(self) -> None:
        """A4, margins, grid."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = Mm(25)
        grid = section._sectPr.find(qn("w:docGrid"))
        grid.set(qn("w:type"), "linesAndChars" if self.habits.grid else "lines")
        grid.set(qn("w:linePitch"), "579")
        if self.habits.grid:
            grid.set(qn("w:charSpace"), "-849")

    def type_head(self) -> None:
        """Mark, number, red rule."""
        for _ in range(3):
            self.line()
        mark = self.line("濮阳市财政局文件", "方正小标宋简体", 60, CENTRE, 63)
        mark.paragraph_format.space_before = Pt(12)
        mark.runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
        scale = OxmlElement("w:w")
        scale.set(qn("w:val"), "80")
        mark.runs[0]._r.rPr.append(scale)
        self.line()
        self.line()
        number = self.type_number()
        if self.habits.rule == "border":
            self.bordered(number, "bottom", 12, "FF0000", 7)
        elif self.habits.rule == "drawn":
            number._p.append(parse_xml(DRAWN_LINE.format(ns=nsdecls("w"))))
        else:
            self.bordered(self.line(pitch=8.75), "bottom", 12, "FF0000", 0)

    def type_number(self) -> Any:
        """发文字号, in the middle or beside the 签发人."""
        if not self.habits.signer:
            return self.line("濮财综〔2024〕8号", align=CENTRE)
        number = self.line("\u3000濮财综〔2024〕8号" + "\u3000" * 9 + "签发人：", align=LEFT)
        self.typed(number, self.habits.signer, "楷体_GB2312")
        return number

    def bordered(self, paragraph: Any, side: str, weight: int, colour: str, space: int) -> None:
        """A border of a paragraph."""
        borders = paragraph._p.get_or_add_pPr().find(qn("w:pBdr"))
        if borders is None:
            borders = OxmlElement("w:pBdr")
            paragraph._p.pPr.insert(0, borders)
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", weight), ("space", space), ("color", colour)):
            border.set(qn(f"w:{name}"), str(value))
        borders.append(border)

    def type_title(self) -> None:
        """标题 and 主送机关 with their empty lines."""
        self.line()
        self.line()
        upward = bool(self.habits.signer)
        lines = ("关于增加购买服务经费的请示",) if upward else self.habits.title_lines
        if self.habits.title_paragraphs:
            for one in lines:
                self.line(one, "方正小标宋简体", 22, CENTRE, 36)
        else:
            title = self.line("\n".join(lines), "方正小标宋简体", 22, CENTRE, 36)
            assert len(title.text) > 1
        self.line()
        self.line("省财政厅：" if upward else "各县（区）财政局，市直各部门：")

    def type_body(self) -> None:
        """Headings and paragraphs with an indent of 2 字."""
        for face, text in BODY:
            if self.habits.indent == "spaces":
                self.line("\u3000\u3000" + text, face)
                continue
            paragraph = self.line(text, face)
            paragraph.paragraph_format.first_line_indent = Pt(32)
            if self.habits.indent == "chars":
                paragraph._p.pPr.find(qn("w:ind")).set(qn("w:firstLineChars"), "200")

    def sign(self) -> None:
        """附件说明, 署名 and 成文日期."""
        if self.habits.attached:
            for text in ("", f"附件：1.{ATTACHED[0]}", f"\u3000\u3000\u30002.{ATTACHED[1]}"):
                self.line("\u3000\u3000" * bool(text) + text)
        self.line()
        if self.habits.signed == "spaces":
            self.line("\u3000" * 20 + "濮阳市财政局")
            self.line("\u3000" * 21 + "2024年5月16日")
            return
        if self.habits.signed == "sealed":
            self.line()
            ends = (4.5 * 15.8, 4 * 15.8)
        else:
            ends = (2 * 15.8, -0.5 * 15.8)
        for text, end in zip(("濮阳市财政局", "2024年5月16日"), ends, strict=True):
            self.line(text, align=RIGHT).paragraph_format.right_indent = Pt(end)

    def attach(self) -> None:
        """Two attachments on pages of their own."""
        for number, name in enumerate(ATTACHED, start=1):
            label = self.line(f"附件{number}", "黑体", align=LEFT)
            label.paragraph_format.page_break_before = True
            self.line()
            self.line(name, "方正小标宋简体", 22, CENTRE, 36)
            self.line()
            self.line("本表由各部门填报。").paragraph_format.first_line_indent = Pt(32)

    def type_imprint(self) -> None:
        """抄送, 印发机关 and 印发日期 between rules."""
        self.line()
        copies, printed = "抄送：市委办公室，市政府办公室，市审计局。", "濮阳市财政局办公室"
        if self.habits.imprint == "paragraphs":
            first = self.line(copies, "", 14, pitch=28)
            self.bordered(first, "top", 8, "000000", 1)
            second = self.line(printed + "\u3000" * 7 + "2024年5月17日印发", "", 14, pitch=28)
            self.bordered(second, "top", 6, "000000", 1)
            self.bordered(second, "bottom", 8, "000000", 1)
            for one in (first, second):
                one.paragraph_format.left_indent = one.paragraph_format.right_indent = Pt(0)
                one.runs[0].text = "\u3000" + one.runs[0].text
            return
        table = self.document.add_table(rows=2, cols=2)
        merged = table.cell(0, 0).merge(table.cell(0, 1))
        cells = (
            (merged, copies, LEFT),
            (table.cell(1, 0), printed, LEFT),
            (table.cell(1, 1), "2024年5月17日印发", RIGHT),
        )
        for cell, text, align in cells:
            paragraph = cell.paragraphs[0]
            self.formatted(paragraph, align, 28)
            self.typed(paragraph, text, "", 14)
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>'
            for side, weight in (("top", 8), ("bottom", 8), ("insideH", 6))
        )
        table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"))
        sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
        table._tbl.tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))

    def number_pages(self) -> None:
        """— 1 — in the footers of odd and even pages."""
        self.document.settings.odd_and_even_pages_header_footer = True
        section = self.document.sections[0]
        for footer, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = align
            if self.habits.framed:
                paragraph._p.get_or_add_pPr().insert(0, parse_xml(f"<w:framePr {nsdecls('w')} {FRAME}/>"))
            layout = paragraph.paragraph_format
            layout.right_indent, layout.left_indent = (Pt(14), Pt(0)) if align == RIGHT else (Pt(0), Pt(14))
            for text in ("— ", "PAGE", " —"):
                for node in field_of_page() if text == "PAGE" else (words(text),):
                    run = paragraph.add_run()
                    run.font.size, run.font.name = Pt(14), "宋体"
                    run._r.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
                    run._r.append(node)


def field_of_page() -> Iterator[Any]:
    """What the runs of a page number hold one after the other."""
    for kind in ("begin", "", "separate", "number", "end"):
        if kind == "number":
            yield words("1")
            continue
        node = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            node.set(qn("w:fldCharType"), kind)
        else:
            node.text = " PAGE "
        yield node


def words(text: str) -> Any:
    """Words of a run."""
    node = OxmlElement("w:t")
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node
