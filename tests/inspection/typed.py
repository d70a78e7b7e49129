"""A notice as people type it into an empty document: right words, wrong looks."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Typed
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from generator.ooxml.package import unpack
from generator.recognition.reading.markup import W

CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT

WORDS: Sequence[str] = (
    "博山区财政局文件",
    "",
    "博财采[2022]19号",
    "",
    "关于转发淄博市财政局关于做好政府购买服务改革重点工作的通知",
    "",
    "各镇（街道）,区直各部门、单位:",
    (
        "现将《淄博市财政局关于转发<山东省财政厅关于做好政府购买服务改革重点工作的通知>的通知》(淄财采[2022]20号)转发给你们,请结合实际认真贯彻执行。"
    ),
    "一、提高认识",
    (
        "政府购买服务改革是转变政府职能的重要举措;各单位要高度重视,按照鲁财采[2022]14号文件要求抓好落实(含下属单位)。"
    ),
    "(一)加强领导。各部门要明确责任人,做好2022年度政府购买服务工作。",
    "1、建立台账",
    "二、抓好落实",
    "请各部门于2022年12月31日前报送情况:报送材料包括报告、统计表。",
    "",
    "附件:1、淄博市财政局通知。",
    "",
    "博山区财政局",
    "2022年12月20日",
    "(此件公开发布)",
)
MENDED = (
    "博山区财政局文件",
    "",
    "博财采〔2022〕19号",
    "",
    "关于转发淄博市财政局关于做好政府购买服务改革重点工作的通知",
    "",
    "各镇（街道），区直各部门、单位：",
    (
        "现将《淄博市财政局关于转发〈山东省财政厅关于做好政府购买服务改革重点工作的通知〉的通知》（淄财采〔2022〕20号）转发给你们，请结合实际认真贯彻执行。"
    ),
    "一、提高认识",
    (
        "政府购买服务改革是转变政府职能的重要举措；各单位要高度重视，按照鲁财采〔2022〕14号文件要求抓好落实（含下属单位）。"
    ),
    "（一）加强领导。各部门要明确责任人，做好2022年度政府购买服务工作。",
    "1.建立台账",
    "二、抓好落实",
    "请各部门于2022年12月31日前报送情况：报送材料包括报告、统计表。",
    "",
    "附件：1.淄博市财政局通知",
    "",
    "博山区财政局",
    "2022年12月20日",
    "（此件公开发布）",
)
"""The same words as mending leaves them: only marks and brackets differ."""
LOOKS: dict[int, tuple[WD_ALIGN_PARAGRAPH | None, str, int]] = {
    0: (CENTRE, "宋体", 36),
    2: (CENTRE, "", 0),
    4: (CENTRE, "黑体", 18),
    8: (None, "宋体", 14),
    12: (None, "宋体", 14),
    17: (RIGHT, "", 0),
    18: (RIGHT, "", 0),
}


def typed_notice() -> bytes:
    """The notice in a document that python-docx makes: Cambria, 11 points, Letter paper, no page numbers."""
    document = Document()
    for index, words in enumerate(WORDS):
        add(document, index, words)
    return saved(document)


def add(document: Typed, index: int, words: str) -> None:
    """One paragraph with its look."""
    alignment, font, size = LOOKS.get(index, (None, "", 0))
    paragraph = document.add_paragraph()
    if alignment is not None:
        paragraph.alignment = alignment
    run = paragraph.add_run(words)
    if font:
        run.font.name, run.font.size, run.font.bold = font, Pt(size), True
        fonts = run.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), font)


def saved(document: Typed) -> bytes:
    """The bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def paragraphs_of(content: bytes) -> list[etree._Element]:
    """The paragraphs of the body."""
    body = etree.fromstring(unpack(content, ())["word/document.xml"]).find(f"{W}body")
    assert body is not None
    return body.findall(f"{W}p")


def words_of(content: bytes) -> tuple[str, ...]:
    """The text of each paragraph of the body."""
    return tuple("".join(text.text or "" for text in one.iter(f"{W}t")) for one in paragraphs_of(content))
