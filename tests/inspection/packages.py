"""Small .docx files made by hand: only the XML that a test is about."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ooxml.package import pack
from generator.ooxml.xml import NAMESPACES

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MORE_NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
ROOT = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in (NAMESPACES | MORE_NAMESPACES).items())
A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
    'w:header="851" w:footer="1446" w:gutter="0"/>'
)


def p(text: str = "", layout: str = "", look: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{layout}</w:pPr>{r(text, look) if text else ''}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(
    identifier: str, inner: str, kind: str = "paragraph", base: str = "", *, default: bool = False
) -> str:
    """A style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    standard = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"{standard}><w:name w:val="{identifier}"/>'
        f"{based}{inner}</w:style>"
    )


def part(name: str, inner: str) -> bytes:
    """A part with its root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {ROOT}>{inner}</w:{name}>'.encode()


def relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """A part of relations: kind and target by id."""
    items = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'.encode()


def parts_of(body: str, others: Mapping[str, str] | None = None, theme: str = "") -> dict[str, bytes]:
    """The parts of a file: the body, and other parts (styles, numbering, header1 …) by their names."""
    others = others or {}
    targets = {name: (name.rstrip("0123456789"), f"{name}.xml") for name in others}
    parts = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    for name, inner in others.items():
        parts[f"word/{name}.xml"] = part(ROOTS.get(name.rstrip("0123456789"), name), inner)
    if theme:
        targets["theme1"] = ("theme", "theme/theme1.xml")
        parts["word/theme/theme1.xml"] = theme.encode()
    return parts | {"word/_rels/document.xml.rels": relations(targets)}


ROOTS = {"header": "hdr", "footer": "ftr"}


def docx(body: str, others: Mapping[str, str] | None = None, theme: str = "") -> bytes:
    """A whole file."""
    return pack(parts_of(body, others, theme))


def theme_part(latin: str, east_asian: str, scripts: Mapping[str, str] | None = None) -> str:
    """A theme with the same fonts for headings and body."""
    entries = "".join(f'<a:font script="{key}" typeface="{name}"/>' for key, name in (scripts or {}).items())
    fonts = f'<a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/><a:cs typeface=""/>{entries}'
    return (
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="t"><a:themeElements><a:clrScheme name="c"><a:accent1>'
        f'<a:srgbClr val="C00000"/></a:accent1></a:clrScheme><a:fontScheme name="f"><a:majorFont>{fonts}'
        f"</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )


def level(depth: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def in_list(identifier: int, depth: int = 0) -> str:
    """The list and level of a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{identifier}"/></w:numPr>'


def box(content: str, *, vertical: str = "<wp:posOffset>635000</wp:posOffset>") -> str:
    """A DrawingML text box 100 mm from the left edge of the page, with a VML fallback of the same words."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>3600000</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page">{vertical}</wp:positionV><wp:extent cx="1270000" cy="635000"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>"
        f"{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback>{vml_box(content)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def vml_box(content: str) -> str:
    """A text box as old files have it."""
    return (
        '<w:pict><v:shape style="position:absolute;margin-left:10pt;margin-top:20pt;width:100pt;height:50pt;'
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page"><v:textbox>'
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def drawn_line(
    outline: str = '<a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>',
) -> str:
    """A line as the red-head templates draw it: 156 mm, 1.5 pt, 100 pt below the paragraph."""
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>63500'
        "</wp:posOffset></wp:positionV>"
        '<wp:extent cx="5616000" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="5616000" cy="0"/></a:xfrm><a:prstGeom prst="line"/>'
        f"{outline}</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
