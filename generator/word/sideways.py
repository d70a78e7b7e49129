"""Tables that lie sideways, and the footers that their pages need (clause 8).

The head of such a table points to the left edge of the upright sheet: on an odd page to the binding,
on an even page away from it.  The page number stays where it is on all other pages, so on a sheet
laid sideways it stands at the left, turned by a quarter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ooxml.package import CONTENT_TYPES
from generator.ooxml.xml import ROOT_NAMESPACES, XML_DECLARATION, attributes
from generator.word.maker.parts import OFFICE, PACKAGE_RELATIONS, RELATIONS, page_number
from generator.word.sections import SectionKind, section_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.standard import Standard

RELATIONS_PART = "word/_rels/document.xml.rels"
SIDEWAYS_ODD, SIDEWAYS_EVEN, NO_NUMBER = "footerSidewaysOdd", "footerSidewaysEven", "footerNoNumber"
RELATION_IDS = {
    SIDEWAYS_ODD: "rIdSidewaysOdd",
    SIDEWAYS_EVEN: "rIdSidewaysEven",
    NO_NUMBER: "rIdNoNumber",
}
NO_RELATIONS = f'<Relationships xmlns="{PACKAGE_RELATIONS}"></Relationships>'.encode()


def begin_sideways() -> str:
    """Ends the upright pages before a sideways table."""
    return section_mark(SectionKind.UPRIGHT)


def end_sideways() -> str:
    """Ends the sideways pages after a table; upright ones follow."""
    return section_mark(SectionKind.TURNED)


def sideways_width(standard: Standard) -> int:
    """Width of a table that lies sideways: the height of the 版心, in twips."""
    return standard.text_height


# --- footers ----------------------------------------------------------------------------------


def section_parts(
    parts: Mapping[str, bytes], styles: Mapping[str, str], standard: Standard
) -> dict[str, bytes]:
    """The parts that a package with such sections has beside or instead of its own.

    Args:
        parts: The parts of the template.
        styles: Style ids by name.
        standard: Where the page number stands.
    """
    footers = {
        SIDEWAYS_ODD: turned_footer(standard, styles["单页页码"]),
        SIDEWAYS_EVEN: turned_footer(standard, styles["双页页码"]),
        NO_NUMBER: footer_xml(f'<w:p><w:pPr><w:pStyle w:val="{styles["单页页码"]}"/></w:pPr></w:p>'),
    }
    written = {f"word/{name}.xml": text.encode("utf-8") for name, text in footers.items()}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.footer+xml"/>' for name in footers
    )
    relations = "".join(
        f'<Relationship xmlns="{PACKAGE_RELATIONS}" Id="{RELATION_IDS[name]}" Type="{RELATIONS}/footer" '
        f'Target="{name}.xml"/>'
        for name in footers
    )
    namespace = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
    return {
        **written,
        CONTENT_TYPES: append(parts[CONTENT_TYPES], types.replace("<Override ", f"<Override {namespace} ")),
        RELATIONS_PART: append(parts.get(RELATIONS_PART, NO_RELATIONS), relations),
    }


def append(part: bytes, children: str) -> bytes:
    """A part with more children at the end of its root."""
    place = part.rindex(b"</")
    return part[:place] + children.encode("utf-8") + part[place:]


def turned_footer(standard: Standard, style: str) -> str:
    """A footer whose page number stands at the left of the sideways sheet, turned clockwise.

    It stands in the cell of a table that is placed on the page: a text box in the footer of even pages
    loses its place in LibreOffice where the first page of the section is an even one.
    """
    width, height = standard.twips_of(standard.style("单页页码").pitch), standard.text_width
    place: dict[str, int | str] = {
        "leftFromText": 0,
        "rightFromText": 0,
        "vertAnchor": "page",
        "horzAnchor": "page",
        "tblpX": standard.margins["footer"],
        "tblpY": standard.margins["left"],
    }
    empty = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return footer_xml(
        f'<w:tbl><w:tblPr><w:tblpPr {attributes(place)}/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/>'
        f'</w:tblGrid><w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{width}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>'
        f"{empty}{page_number()}</w:p></w:tc></w:tr></w:tbl>{empty}</w:p>"
    )


def footer_xml(content: str) -> str:
    """A footer part."""
    return f"{XML_DECLARATION}<w:ftr {ROOT_NAMESPACES}>{content}</w:ftr>"
