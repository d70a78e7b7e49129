"""`styles.xml` from the standard: every look of a document is a named style here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.ooxml.xml import ROOT_NAMESPACES, XML_DECLARATION, attributes
from generator.standard import (
    Alignment,
    MarkStep,
    RuleForm,
    Spacing,
    Standard,
    StyleRule,
    StyleType,
    TemplateKind,
)
from generator.standard.lengths import TWIPS_PER_POINT, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT_STYLE = "公文默认"
MARK_STYLE = "发文机关标志"
AUTOMATIC = "自动"
JUSTIFICATION = {
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
    Alignment.BOTH: "both",
}
TAB_KINDS = {"左": ("left", ""), "右": ("right", ""), "引": ("right", "dot")}
RULE_FORMS = {
    RuleForm.SINGLE: "single",
    RuleForm.THICK_THIN: "thickThinSmallGap",
    RuleForm.THIN_THICK: "thinThickSmallGap",
}
TAB = re.compile(r"(?P<kind>[左右引])(?P<position>.+)")
FROM_RIGHT_EDGE = re.compile(r"版心(?:减(?P<less>.+))?")


def style_id(style: StyleRule) -> str:
    """The id: Word's own for built-in styles, the Chinese name for ours."""
    return style.builtin.title().replace(" ", "").replace("Toc", "TOC") if style.builtin else style.name


def styles_part(standard: Standard, kind: TemplateKind) -> str:
    """The whole part: document defaults, then each style of the contract in its order."""
    styles = "".join(style_xml(standard, style) for style in standard.styles(kind))
    steps = standard.data.mark_steps if kind.official else ()
    marks = "".join(mark_step_xml(standard, step) for step in steps)
    return (
        f"{XML_DECLARATION}<w:styles {ROOT_NAMESPACES}>{defaults_xml(standard)}"
        f"{styles}{marks}{fixed_styles()}</w:styles>"
    )


def defaults_xml(standard: Standard) -> str:
    """Document defaults: 3号 仿宋 (clause 5.2.2) without any theme, Chinese as the language."""
    size = standard.half_points("三号")
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(standard, '仿宋')}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def fixed_styles() -> str:
    """The defaults that every Word file has: character, table and list styles without any look."""
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def style_xml(standard: Standard, style: StyleRule) -> str:
    """One style of the contract."""
    body = {
        StyleType.PARAGRAPH: paragraph_style_body,
        StyleType.CHARACTER: character_style_body,
        StyleType.TABLE: table_style_body,
    }[style.type](standard, style)
    kind = {
        StyleType.PARAGRAPH: "paragraph",
        StyleType.CHARACTER: "character",
        StyleType.TABLE: "table",
    }[style.type]
    return open_style(kind, style) + body + "</w:style>"


def open_style(kind: str, style: StyleRule) -> str:
    """The start tag, the name (a built-in keeps Word's, with ours as alias) and what it is based on."""
    default = ' w:default="1"' if style.name == DEFAULT_STYLE else ""
    custom = "" if style.builtin else ' w:customStyle="1"'
    alias = f'<w:aliases w:val="{style.name}"/>' if style.builtin else ""
    base = {"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal"}[kind]
    based = "" if default else f'<w:basedOn w:val="{base}"/>'
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style_id(style)}">'
        f'<w:name w:val="{style.builtin or style.name}"/>{alias}{based}<w:qFormat/>'
    )


def paragraph_style_body(standard: Standard, style: StyleRule) -> str:
    """Paragraph and run properties in the order the schema asks for."""
    base = BASE_PARAGRAPH if style.name == DEFAULT_STYLE else {}
    snap = snap_to_grid(standard, style)
    parts = {
        "keepNext": "<w:keepNext/>" if style.keep_next else "",
        "keepLines": "<w:keepLines/>" if style.keep_lines else "",
        "pageBreakBefore": "<w:pageBreakBefore/>" if style.page_break_before else "",
        **base,
        "snapToGrid": f'<w:snapToGrid w:val="{snap}"/>' if snap else "",
        "pBdr": border_below(standard, style),
        "tabs": tabs_xml(standard, style),
        "spacing": spacing_xml(standard, style),
        "ind": indent_xml(standard, style),
        "jc": f'<w:jc w:val="{JUSTIFICATION[style.alignment]}"/>' if style.alignment else "",
        "outlineLvl": f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "",
    }
    inner = "".join(parts.get(name, "") for name in PARAGRAPH_ORDER)
    return f"<w:pPr>{inner}</w:pPr>" + run_properties(standard, style)


PARAGRAPH_ORDER = (
    *("keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "tabs", "kinsoku", "overflowPunct"),
    *("autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid", "spacing", "ind", "jc", "outlineLvl"),
)

# 22 lines to a page need the widow control off; no gap between Chinese and digits keeps 28 to a line.
BASE_PARAGRAPH = {
    "widowControl": '<w:widowControl w:val="0"/>',
    "kinsoku": "<w:kinsoku/>",
    "overflowPunct": "<w:overflowPunct/>",
    "autoSpaceDE": '<w:autoSpaceDE w:val="0"/>',
    "autoSpaceDN": '<w:autoSpaceDN w:val="0"/>',
    "adjustRightInd": '<w:adjustRightInd w:val="0"/>',
}


def snap_to_grid(standard: Standard, style: StyleRule) -> str:
    """Whether paragraphs stand on the grid of the page: “1”, “0”, or "" for as the default style does.

    Lines stand at the pitch of the style and not on the grid, which LibreOffice would put first.  Only
    where the office has chosen Word's own grid of characters, the styles of the body's size stand on it.
    """
    on_grid = standard.custom.spacing is Spacing.GRID
    if style.name == DEFAULT_STYLE:
        return "1" if on_grid else "0"
    return "0" if on_grid and style.tracking else ""


def character_style_body(standard: Standard, style: StyleRule) -> str:
    """A character style names its fonts and nothing else."""
    return run_properties(standard, style)


def table_style_body(standard: Standard, style: StyleRule) -> str:
    """Borders and cell margins."""
    sides = standard.twips_of(style.cell_sides)
    rules = {
        "top": style.box or style.rules_outside,
        "left": style.box,
        "bottom": style.box or style.rules_outside,
        "right": style.box,
        "insideH": style.inside_horizontal,
        "insideV": style.inside_vertical,
    }
    borders = "".join(
        border_xml(standard, side, weight, "000000") for side, weight in rules.items() if weight
    )
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>'
        f'<w:left w:w="{sides}" w:type="dxa"/><w:right w:w="{sides}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def mark_step_xml(standard: Standard, step: MarkStep) -> str:
    """A style that narrows a long 发文机关标志 to stay inside the 版心 and keeps its top at 72 mm."""
    size = standard.half_points(step.size)
    ratio = standard.quantity("标志行高倍数").value
    line = round_half_up(standard.points(step.size) * TWIPS_PER_POINT * ratio)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{step.style}">'
        f'<w:name w:val="{step.style}"/><w:basedOn w:val="{MARK_STYLE}"/><w:qFormat/>'
        f'<w:pPr><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr>'
        f'<w:rPr><w:w w:val="{step.percent}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        "</w:style>"
    )


def run_properties(standard: Standard, style: StyleRule) -> str:
    """Fonts, weight, colour, tracking and size; nothing where the style says nothing."""
    inner = "".join(run_property_parts(standard, style))
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run_property_parts(standard: Standard, style: StyleRule) -> Iterator[str]:
    """The run properties of a style in the order the schema asks for."""
    if style.face:
        yield fonts_xml(standard, style.face)
    if style.latin_face:
        name = standard.face(style.latin_face).names[0]
        yield f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
    if style.bold:
        yield "<w:b/><w:bCs/>"
    if style.colour:
        yield f'<w:color w:val="{standard.colour(style.colour)}"/>'
    if style.tracking:
        yield f'<w:spacing w:val="{standard.twips_of(style.tracking)}"/>'
    if style.size:
        size = standard.half_points(style.size)
        yield f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def fonts_xml(standard: Standard, face: str) -> str:
    """The Chinese font for every script, so that “ ” — … never fall to a Latin font."""
    name = standard.face(face).names[0]
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
    )


def spacing_xml(standard: Standard, style: StyleRule) -> str:
    """Line pitch (exact, or 自动 in tables) and the room before and after."""
    values: dict[str, int | str] = {}
    if style.before:
        values["before"] = standard.twips_of(style.before)
    if style.after:
        values["after"] = standard.twips_of(style.after)
    if style.pitch == AUTOMATIC:
        values |= {"line": 240, "lineRule": "auto"}
    elif style.pitch:
        values |= {"line": standard.twips_of(style.pitch), "lineRule": "exact"}
    return f"<w:spacing {attributes(values)}/>" if values else ""


def indent_xml(standard: Standard, style: StyleRule) -> str:
    """Indents in twips, with 字 beside them where Word's two ways of counting agree.

    Word counts `leftChars` without the hanging part but `left` with it, so a hanging indent is
    written in twips alone.
    """
    size = style.size or "三号"
    values: dict[str, int | str] = {}
    edges = {
        "left": style.left,
        "right": style.right,
        "hanging": style.hanging,
        "firstLine": style.first_line,
    }
    for name, text in edges.items():
        if text:
            characters = None if style.hanging else standard.in_characters(text)
            if characters is not None:
                values[f"{name}Chars"] = int(characters * 100)
            values[name] = standard.twips_of(text, size)
    return f"<w:ind {attributes(values)}/>" if values else ""


def tabs_xml(standard: Standard, style: StyleRule) -> str:
    """Tab stops, measured from the left edge of the 版心."""
    tabs = "".join(tab_xml(standard, style, text) for text in style.tabs)
    return f"<w:tabs>{tabs}</w:tabs>" if tabs else ""


def tab_xml(standard: Standard, style: StyleRule, text: str) -> str:
    """One tab stop: 左, 右, or 引 (right with a dotted leader), then its place."""
    match = TAB.fullmatch(text)
    if match is None:
        raise ValueError(f"gbt9704.yaml: 样式“{style.name}”的制表位写错：{text}")
    kind, leader = TAB_KINDS[match["kind"]]
    values: dict[str, int | str] = {"val": kind}
    if leader:
        values["leader"] = leader
    values["pos"] = tab_position(standard, style, match["position"])
    return f"<w:tab {attributes(values)}/>"


def tab_position(standard: Standard, style: StyleRule, text: str) -> int:
    """“版心”, “版心减1字” or a length."""
    size = style.size or "三号"
    edge = FROM_RIGHT_EDGE.fullmatch(text)
    if edge is None:
        return standard.twips_of(text, size)
    return standard.text_width - (standard.twips_of(edge["less"], size) if edge["less"] else 0)


def border_below(standard: Standard, style: StyleRule) -> str:
    """A rule under the paragraph, in the paragraph's colour (clause 7.2.7)."""
    if not style.rule_below:
        return ""
    colour = standard.colour(style.colour or "黑")
    return f"<w:pBdr>{border_xml(standard, 'bottom', style.rule_below, colour, style.rule_form)}</w:pBdr>"


def border_xml(
    standard: Standard, side: str, weight: str, colour: str, form: RuleForm = RuleForm.SINGLE
) -> str:
    """A rule; Word counts its weight, of a double rule that of the thick line, in eighths of a point."""
    eighths = round(Decimal(standard_points(standard, weight)) * 8)
    return f'<w:{side} w:val="{RULE_FORMS[form]}" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def standard_points(standard: Standard, weight: str) -> Decimal:
    """The weight of a rule in points."""
    quantity = standard.data.quantities.get(weight)
    if quantity is not None and quantity.unit == "mm":
        return quantity.value * Decimal(72) / Decimal("25.4")
    return Decimal(standard.twips_of(weight)) / 20
