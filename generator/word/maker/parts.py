"""The parts of a .docx beside body and styles: settings, fonts, footers, properties, relations."""

from __future__ import annotations

from generator.ooxml.xml import ROOT_NAMESPACES, XML_DECLARATION
from generator.standard import Face, Standard, TemplateKind

OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "application/vnd.openxmlformats-package"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

# Part, its content type, and the relation by which document.xml names it.
PARTS = (
    ("styles", f"{OFFICE}.styles+xml", "styles", "rId1"),
    ("settings", f"{OFFICE}.settings+xml", "settings", "rId2"),
    ("fontTable", f"{OFFICE}.fontTable+xml", "fontTable", "rId3"),
    ("footer1", f"{OFFICE}.footer+xml", "footer", "rId4"),
    ("footer2", f"{OFFICE}.footer+xml", "footer", "rId5"),
)
ODD_FOOTER, EVEN_FOOTER = "rId4", "rId5"
FIRST_FOOTER = "rId6"
FIRST_FOOTER_PART = ("footer3", f"{OFFICE}.footer+xml", "footer", FIRST_FOOTER)


def parts_of(kind: TemplateKind) -> tuple[tuple[str, str, str, str], ...]:
    """The parts beside the body; a letter has one more for the foot of its first page."""
    return (*PARTS, FIRST_FOOTER_PART) if kind is TemplateKind.LETTER else PARTS


def content_types_part(kind: TemplateKind) -> str:
    """Which part is of which kind."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>'
        for name, content_type, _, _ in parts_of(kind)
    )
    return (
        f'{XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{PACKAGE}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{PACKAGE}.core-properties+xml"/></Types>'
    )


def package_relations_part() -> str:
    """Where the document and its properties are."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return (
        f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    )


def document_relations_part(kind: TemplateKind) -> str:
    """Where the document finds its styles, settings, fonts and footers."""
    relations = "".join(
        f'<Relationship Id="{identifier}" Type="{RELATIONS}/{relation}" Target="{name}.xml"/>'
        for name, _, relation, identifier in parts_of(kind)
    )
    return f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONS}">{relations}</Relationships>'


def settings_part() -> str:
    """Odd and even footers (clause 7.5), and Word's present way of laying out Chinese."""
    return (
        f'{XML_DECLARATION}<w:settings {ROOT_NAMESPACES}><w:zoom w:percent="100"/>'
        "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table_part(standard: Standard) -> str:
    """Every font by its usual name, with the name to take where it is missing."""
    fonts = "".join(font_xml(face) for face in standard.data.faces.values())
    return f"{XML_DECLARATION}<w:fonts {ROOT_NAMESPACES}>{fonts}</w:fonts>"


def font_xml(face: Face) -> str:
    """One font; charset 86 says that it is a font for simplified Chinese."""
    chinese = len(face.names) > 1
    alternative = f'<w:altName w:val="{face.names[1]}"/>' if chinese else ""
    charset = "86" if chinese else "00"
    return (
        f'<w:font w:name="{face.names[0]}">{alternative}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{face.family}"/><w:pitch w:val="variable"/></w:font>'
    )


def page_number() -> str:
    """The runs of a page number between two dashes (clause 7.5)."""
    pieces = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    return "".join(f"<w:r>{piece}</w:r>" for piece in pieces)


def footer_part(style: str) -> str:
    """A footer with the page number; its side is the style's business."""
    return (
        f'{XML_DECLARATION}<w:ftr {ROOT_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{page_number()}</w:p></w:ftr>"
    )


def first_footer_part() -> str:
    """The foot of a letter's first page: no page number (clause 10.1); its red rule is drawn by the pen."""
    return (
        f'{XML_DECLARATION}<w:ftr {ROOT_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="单页页码"/></w:pPr>'
        "</w:p></w:ftr>"
    )


def core_properties_part(title: str) -> str:
    """Title and language; no author, no program, no times, so that the same input gives the same bytes."""
    return (
        f"{XML_DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
