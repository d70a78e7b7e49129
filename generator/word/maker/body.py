"""`document.xml` of a template: slots in the order of GB/T 9704-2012, each on a paragraph of its style."""

from __future__ import annotations

from generator.ooxml.xml import ROOT_NAMESPACES, XML_DECLARATION, attributes
from generator.standard import Spacing, Standard, TemplateKind
from generator.word.kinds import MARK_SLOTS
from generator.word.maker.parts import EVEN_FOOTER, FIRST_FOOTER, ODD_FOOTER
from generator.word.maker.styles import style_id

TAB = "\t"
NEW_PAGE = "<w:pageBreakBefore/>"
FOOTERS = (
    f'<w:footerReference w:type="default" r:id="{ODD_FOOTER}"/>'
    f'<w:footerReference w:type="even" r:id="{EVEN_FOOTER}"/>'
)


class TemplateBody:
    """Writes template paragraphs of one kind of template, by style names."""

    def __init__(self, standard: Standard, kind: TemplateKind) -> None:
        self.standard = standard
        self.ids = {style.name: style_id(style) for style in standard.styles(kind)}

    def line(self, style: str, text: str, properties: str = "") -> str:
        """A paragraph with words and slots; a tab in `text` becomes Word's tab."""
        runs = "<w:r><w:tab/></w:r>".join(text_run(piece) for piece in text.split(TAB))
        return f'<w:p><w:pPr><w:pStyle w:val="{self.ids[style]}"/>{properties}</w:pPr>{runs}</w:p>'

    def control(self, tag: str) -> str:
        """A paragraph that holds nothing but a tag of docxtpl and leaves no trace."""
        return f"<w:p>{text_run(tag)}</w:p>"

    def blank(self, lines: str) -> str:
        """As many empty lines as the standard asks for."""
        return self.line("空行", "") * self.standard.count(lines)

    def official(self, kind: TemplateKind) -> str:
        """The body of a 公文: 版头, 主体, 版记 (clauses 7.2 to 7.4 and 10)."""
        head = {TemplateKind.LETTER: self.letter_head, TemplateKind.ORDER: self.order_head}
        return (
            (head[kind]() if kind in head else self.ordinary_head(MARK_SLOTS[kind]))
            + self.control("{%p if 主送机关 %}")
            + self.line("主送机关", "{{r 主送机关 }}")
            + self.control("{%p endif %}")
            + "".join(self.control(f"{{{{p {slot} }}}}") for slot in DOCUMENT_BLOCKS)
            + section(self.standard, first=kind is TemplateKind.LETTER)
        )

    def ordinary_head(self, mark: str) -> str:
        """文件 (clause 7.2) and 纪要 (10.3, which names no other rule): mark, number, red rule, title."""
        return (
            self.control("{{p 版头角标 }}")
            + self.control(f"{{{{p {mark} }}}}")
            + self.blank("文号上空")
            + self.number_lines()
            + self.line("版头分隔线", "")
            + self.title("标题上空")
        )

    def letter_head(self) -> str:
        """信函 (clause 10.1): mark and double rule, number at the right, corner lines at the left, title."""
        return (
            self.control("{{p 信函标志 }}")
            + self.line("信函首行", "{{r 首行角标 }}\t{{r 发文字号 }}")
            + self.control("{{p 版头角标 }}")
            + self.control("{%p if 并列签发 %}")
            + self.control("{{p 签发人前行 }}")
            + self.line("多个签发人", "\t{{r 签发人 }}")
            + self.control("{%p elif 签发人 %}")
            + self.line("上行文发文字号", "\t{{r 签发人 }}")
            + self.control("{%p endif %}")
            + self.title("标题上空")
        )

    def order_head(self) -> str:
        """命令 (clause 10.2): mark, 令号, text; rule and title only for what an order encloses."""
        return (
            self.control("{{p 版头角标 }}")
            + self.control("{{p 命令标志 }}")
            + self.blank("文号上空")
            + self.number_lines()
            + self.control("{%p if 标题 %}")
            + self.line("版头分隔线", "")
            + self.control("{%p endif %}")
            + self.title("令号下空")
        )

    def number_lines(self) -> str:
        """发文字号 in the middle, or with one or more 签发人 on its line; none where there is none."""
        return (
            self.control("{%p if 并列签发 %}")
            + self.control("{{p 签发人前行 }}")
            + self.line("多个签发人", "{{r 发文字号 }}\t{{r 签发人 }}")
            + self.control("{%p elif 签发人 %}")
            + self.line("上行文发文字号", "{{r 发文字号 }}\t{{r 签发人 }}")
            + self.control("{%p else %}")
            + self.line("发文字号", "{{r 发文字号 }}")
            + self.control("{%p endif %}")
        )

    def title(self, above: str) -> str:
        """The title with its empty lines, those above it also where there is no title."""
        return (
            self.blank(above)
            + self.control("{%p if 标题 %}")
            + self.line("公文标题", "{{r 标题 }}")
            + self.blank("标题下空")
            + self.control("{%p endif %}")
        )

    def collection(self) -> str:
        """The body of 汇编: a cover without page number, then preface, contents, chapters, appendices.

        A single article has none of the first three.
        """
        cover_end = cover_section(self.standard)
        return (
            self.control("{%p if 题名 %}")
            + self.line("封面题名", "{{r 题名 }}")
            + self.line("封面单位", "{{r 编写单位 }}")
            + self.line("封面日期", "{{r 编写日期 }}", cover_end)
            + self.control("{%p endif %}")
            + self.control("{%p if 前言 %}")
            + self.line("前言标题", "前言")
            + self.control("{{p 前言 }}")
            + self.control("{%p endif %}")
            + self.control("{%p if 目录 %}")
            + self.line("前言标题", "目录", NEW_PAGE)
            + self.control("{{p 目录 }}")
            + self.control("{%p endif %}")
            + self.control("{{p 各章 }}")
            + self.control("{{p 附录 }}")
            + numbered_section(self.standard)
        )


DOCUMENT_BLOCKS = ("正文", "附件说明", "出席人员", "署名", "成文日期", "附注", "附件", "信息公开选项", "版记")


def text_run(text: str) -> str:
    """A run of words; nothing for no words."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def body_part(standard: Standard, kind: TemplateKind) -> str:
    """The whole part."""
    body = TemplateBody(standard, kind)
    content = body.official(kind) if kind.official else body.collection()
    return f"{XML_DECLARATION}<w:document {ROOT_NAMESPACES}><w:body>{content}</w:body></w:document>"


def section(standard: Standard, *, first: bool = False) -> str:
    """Page set-up of a document, with the odd and the even footer and the line grid (clause 5.2.3).

    Args:
        standard: The values.
        first: Whether the first page has a foot of its own, as a letter has (clause 10.1).
    """
    footers = FOOTERS + (f'<w:footerReference w:type="first" r:id="{FIRST_FOOTER}"/>' if first else "")
    title_page = "<w:titlePg/>" if first else ""
    return f"<w:sectPr>{footers}{page_setup(standard)}{title_page}{grid_xml(standard)}</w:sectPr>"


def grid_xml(standard: Standard) -> str:
    """The grid of the page: of lines, or Word's own of lines and characters where an office chose it."""
    pitch = f'w:linePitch="{standard.grid_pitch}"'
    if standard.custom.spacing is Spacing.GRID:
        return f'<w:docGrid w:type="linesAndChars" {pitch} w:charSpace="{standard.character_space}"/>'
    return f'<w:docGrid w:type="lines" {pitch}/>'


def cover_section(standard: Standard) -> str:
    """The section of a cover: the same page, without footers."""
    return f"<w:sectPr>{page_setup(standard)}</w:sectPr>"


def numbered_section(standard: Standard) -> str:
    """The section after a cover: on a right-hand page, numbered from 1.

    It has no grid of lines: every style has its own pitch, and LibreOffice would lower the first page
    of such a section by part of a grid line.
    """
    start = '<w:pgNumType w:start="1"/>'
    grid = grid_xml(standard) if standard.custom.spacing is Spacing.GRID else ""
    return f'<w:sectPr>{FOOTERS}<w:type w:val="oddPage"/>{page_setup(standard)}{start}{grid}</w:sectPr>'


def page_setup(standard: Standard) -> str:
    """Paper and margins (clauses 5.1 to 5.2.1)."""
    width, height = standard.paper
    return f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {attributes(standard.margins)}/>'
