"""The notice of the Word benchmark by plain docxtpl: what a user who knows it well would write.

The template has the styles, footers and settings of ours, and a body with loops and conditions of
docxtpl; figures and Latin letters get their style through `RichText`.  Its author has drawn the box of
the 版记 and set the indents by hand, so that nothing is left to compute but the words.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate, RichText

from generator.document import Heading, Paragraph, Table, plain
from generator.hanzi.calendar import print_day
from generator.ooxml.package import pack
from generator.ooxml.xml import ROOT_NAMESPACES, XML_DECLARATION
from generator.standard import LocalCustom, TemplateKind, gbt9704
from generator.word.drawing import Box, text_box
from generator.word.maker import template_parts
from generator.word.maker.body import section

if TYPE_CHECKING:
    from generator.document import Attachment, Block, OfficialDocument

BODY_PART = "word/document.xml"
LATIN = re.compile("([!-~]+(?: +[!-~]+)*)")
LATIN_STYLE, LEAD_STYLE = "西文", "二级标题字"


# --- the template -----------------------------------------------------------------------------


def line(style: str, text: str = "", properties: str = "") -> str:
    """A paragraph with words and tags."""
    runs = "<w:r><w:tab/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in text.split("\t") if text
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def control(tag: str) -> str:
    """A paragraph that holds a tag alone."""
    return f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>"


KEPT = "<w:keepNext/>"
HELD = f"{KEPT}<w:widowControl/>"
HEAD = (
    "".join(line("版头角标", f"{{{{r {name} }}}}") for name in ("份号", "密级", "紧急程度"))
    + line("机关标志八字", "{{r 标志 }}")
    + 2 * line("空行")
    + line("发文字号", "{{r 文号 }}")
    + line("版头分隔线")
    + 2 * line("空行")
    + line("Title", "{{r 标题 }}")
    + line("空行")
    + line("主送机关", "{{r 主送 }}")
)
TEXT = (
    control("{%p for 段 in 正文 %}")
    + control("{%p if 段.题 %}")
    + line("Heading1", "{{r 段.文 }}")
    + control("{%p elif loop.last and 附件 %}")
    + line("公文正文", "{{r 段.文 }}", HELD)
    + control("{%p else %}")
    + line("公文正文", "{{r 段.文 }}")
    + control("{%p endif %}")
    + control("{%p endfor %}")
    + control("{%p if 附件 %}")
    + line("空行", properties=KEPT)
    + line("附件说明", "{{r 附件.名 }}", '<w:ind w:left="1579" w:hanging="947"/>')
    + control("{%p endif %}")
)


def cell(style: str, tag: str, properties: str = "") -> str:
    """A cell of the attached table."""
    place = '<w:tcPr><w:tcW w:w="4422" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{place}{line(style, tag, properties)}</w:tc>"


def row(content: str, properties: str = "") -> str:
    """A row of the attached table."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{content}</w:tr>"


def table(style: str, columns: tuple[int, ...], rows: str) -> str:
    """A table over the whole width."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="8844" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


SPREAD = '<w:ind w:left="1794" w:right="1794"/><w:jc w:val="distribute"/>'
ATTACHMENT = (
    control("{%p if 附件 %}")
    + line("附件标识", "{{r 附件.标识 }}")
    + line("空行", properties=KEPT)
    + line("附件标题", "{{r 附件.题 }}")
    + line("空行", properties=KEPT)
    + table(
        "公文表格",
        (4422, 4422),
        row(cell("表格表头", "{{r 附件.左 }}") + cell("表格表头", "{{r 附件.右 }}"), "<w:tblHeader/>")
        + row(cell("表格文字", "{%tr for 行 in 附件.行 %}"))
        + row(cell("表格文字", "{{r 行[0] }}", SPREAD) + cell("表格文字", "{{r 行[1] }}", SPREAD))
        + row(cell("表格文字", "{%tr endfor %}")),
    )
    + line("表格之后")
    + control("{%p endif %}")
)


def imprint(height: int, row_height: int) -> str:
    """The 版记 in its box; its author has measured both heights, in twips."""
    printed = line("印发机关", "{{r 印发机关 }}\t{{r 印发日期 }}")
    rows = (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{row_height}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>{printed}</w:tc></w:tr>'
    )
    content = line("信息公开选项", "{{r 公开 }}") + table("版记表格", (8844,), rows) + line("版记尾")
    box = text_box(Box(1588, 14854 - height, 8844, height + 100), content, 1001, "版记")
    properties = f'<w:spacing w:line="{height}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="版记位置"/>{properties}</w:pPr>{box}</w:p>'


def make_notice_template() -> bytes:
    """The template as a .docx."""
    parts = dict(template_parts(TemplateKind.DOCUMENT, LocalCustom()))
    body = HEAD + TEXT + ATTACHMENT + imprint(1149, 560) + section(gbt9704())
    text = f"{XML_DECLARATION}<w:document {ROOT_NAMESPACES}><w:body>{body}</w:body></w:document>"
    return pack(parts | {BODY_PART: text.encode("utf-8")})


# --- the words --------------------------------------------------------------------------------


def rich(text: str, style: str = "") -> RichText:
    """Words, the Latin ones in their own style."""
    return add(RichText(), text, style)


def add(words: RichText, text: str, style: str = "") -> RichText:
    """More words."""
    for number, piece in enumerate(LATIN.split(text)):
        if piece:
            words.add(piece, style=LATIN_STYLE if number % 2 else style or None)
    return words


def titled(lines: tuple[str, ...]) -> RichText:
    """A title in its lines."""
    return rich("\n".join(lines))


def block_context(block: Block) -> dict[str, Any]:
    """A heading or a paragraph."""
    if isinstance(block, Heading):
        return {"题": True, "文": rich(block.text)}
    if not isinstance(block, Paragraph):
        raise TypeError("the notice has headings and paragraphs only")
    words = rich(block.lead.text, LEAD_STYLE) if block.lead else RichText()
    return {"题": False, "文": add(words, plain(block.inlines))}


def attachment_context(attachment: Attachment) -> dict[str, Any]:
    """An attachment that is one table of two columns."""
    content = attachment.content
    if not isinstance(content, tuple) or not isinstance(content[0], Table):
        raise TypeError("the notice has a table attached")
    left, right = content[0].head[0].cells
    return {
        "名": rich(f"附件：{attachment.title}"),
        "标识": rich(attachment.label),
        "题": rich(attachment.title),
        "左": rich(left.text),
        "右": rich(right.text),
        "行": [[rich(one.text) for one in row.cells] for row in content[0].rows],
    }


def notice_context(document: OfficialDocument) -> dict[str, Any]:
    """Everything that the template prints."""
    head, foot = document.masthead, document.imprint
    if foot is None or foot.printed_on is None:
        raise TypeError("the notice has a 版记")
    return {
        "份号": rich(head.copy_number),
        "密级": rich(head.secrecy),
        "紧急程度": rich(head.urgency),
        "标志": rich(str(head.mark)),
        "文号": rich(head.number),
        "标题": titled(document.title_lines),
        "主送": rich(document.addressees),
        "正文": [block_context(block) for block in document.body],
        "附件": attachment_context(document.attachments[0]) if document.attachments else None,
        "公开": rich(document.disclosure),
        "印发机关": rich(foot.printer),
        "印发日期": rich(f"{print_day(foot.printed_on)}印发"),
    }


def write_by_docxtpl(template: bytes, document: OfficialDocument) -> bytes:
    """The whole way: template opened, context made, rendered with escaping, saved."""
    docx = DocxTemplate(io.BytesIO(template))
    docx.render(notice_context(document), autoescape=True)
    file = io.BytesIO()
    docx.save(file)
    return file.getvalue()
