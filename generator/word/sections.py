"""Sections of a file: where pages turn sideways or lose their number, and how they are written.

The pen marks in the text where a section ends and of which kind it is; when the whole text is
there, `settle` puts the section properties in, made from those of the template.  So a template that
staff made in Word keeps its own paper, margins and footers on all upright pages.
"""

from __future__ import annotations

import re
from enum import StrEnum

from generator.standard import TURNED_SIDES

SECTION = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
OPENING = re.compile(r"<w:sectPr\b[^>]*?>")
MARGINS = re.compile(r"<w:pgMar\b[^>]*/>")
PAPER = re.compile(r"<w:pgSz\b[^>]*/>")
FOOTER = re.compile(r"<w:footerReference\b[^>]*/>")
LINE_GRID = re.compile(r'<w:docGrid\b[^>]*w:type="lines"[^>]*/>')
ONCE = re.compile(r"<w:(?:titlePg|type|pgNumType)\b[^>]*/>")
"""What holds for the first section alone: a first page of its own, a start on a new sheet, a first number."""
PARAGRAPH = "<w:p>"


class SectionKind(StrEnum):
    """What a section is like, beside the template's own."""

    UPRIGHT = "upright"
    TURNED = "turned"
    EVEN = "even"
    """Begins on an even page."""
    EVEN_BLANK = "even-blank"
    """Begins on an even page, and has no page numbers."""


FOOTERS = {
    SectionKind.TURNED: ("rIdSidewaysOdd", "rIdSidewaysEven"),
    SectionKind.EVEN_BLANK: ("rIdNoNumber", "rIdNoNumber"),
}
"""Relations of the footers for odd and for even pages; other kinds keep those of the template."""
MARK_START = "<!--section:"
MARK = re.compile(MARK_START + "([a-z-]+)-->")


def section_mark(kind: SectionKind) -> str:
    """The end of a section: what stands before it, back to the mark before, is a section of that kind."""
    return f"{MARK_START}{kind}-->"


def settle(content: str, ending: str, style: str) -> tuple[str, str]:
    """Put section properties where the marks are.

    Args:
        content: The body with its marks.
        ending: What follows the body in the template: its section properties, then the end.
        style: Id of the style of paragraphs that only end a section.

    Returns:
        The body and the ending, without marks.
    """
    if MARK_START not in content:
        return content, ending
    pieces = MARK.split(content)
    found = SECTION.search(ending)
    own = found[0] if found else "<w:sectPr/>"
    kinds = [SectionKind(kind) for kind in pieces[1::2]]
    parts = [
        (piece, kind)
        for piece, kind in zip(pieces[0::2], [*kinds, SectionKind.UPRIGHT], strict=True)
        if piece.strip()
    ]
    properties = [section_xml(own, kind, first=index == 0) for index, (_, kind) in enumerate(parts)]
    texts = [
        closed_section(text, one, style) for (text, _), one in zip(parts[:-1], properties[:-1], strict=True)
    ]
    last = parts[-1][0]
    if last.endswith("</w:tbl>"):
        last += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
    return "".join(texts) + last, ending.replace(own, properties[-1], 1)


def closed_section(text: str, properties: str, style: str) -> str:
    """A section with its properties: in its last paragraph, so that none is added that might not fit.

    After a table, or a paragraph that has boxes, there is a paragraph for it that takes no line.
    """
    start = text.rfind(PARAGRAPH)
    end = text.find("</w:pPr>", start)
    if text.endswith("</w:p>") and start >= 0 and end >= 0 and text.count("</w:p>", start) == 1:
        return text[:end] + properties + text[end:]
    return text + f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr></w:p>'


def section_xml(own: str, kind: SectionKind, *, first: bool) -> str:
    """The properties of a section, from the template's own.

    Args:
        own: The template's.
        kind: What is different.
        first: Whether it is the first of the file, which alone keeps what is said once.
    """
    xml = own if first and kind is not SectionKind.TURNED else ONCE.sub("", own)
    if kind is SectionKind.TURNED:
        xml = turn(ONCE.sub("", own))
    if kind in FOOTERS:
        xml = with_footers(xml, *FOOTERS[kind])
    if kind in {SectionKind.EVEN, SectionKind.EVEN_BLANK}:
        xml = PAPER.sub(lambda match: '<w:type w:val="evenPage"/>' + match[0], xml, count=1)
    return xml


def with_footers(xml: str, odd: str, even: str) -> str:
    """Section properties with other footers."""
    xml = FOOTER.sub("", xml)
    references = f'<w:footerReference w:type="default" r:id="{odd}"/>'
    references += f'<w:footerReference w:type="even" r:id="{even}"/>'
    return OPENING.sub(lambda match: match[0] + references, xml, count=1)


def turn(xml: str) -> str:
    """Section properties of the same sheet laid sideways, its head where its left edge was (clause 8).

    Without a grid of lines, on which LibreOffice would put the end of a table that fills its page.
    """
    xml = LINE_GRID.sub("", xml)
    xml = PAPER.sub(lambda match: turned_paper(match[0]), xml, count=1)
    return MARGINS.sub(lambda match: turned_margins(match[0]), xml, count=1)


def turned_paper(xml: str) -> str:
    """Width and height exchanged."""
    width, height = attribute(xml, "w"), attribute(xml, "h")
    return f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'


def turned_margins(xml: str) -> str:
    """Each margin at the side where it is when the sheet is held upright.

    The footer, whose number stands in a box placed on the page, is moved down into the lower margin:
    at its usual distance it would push the text up.
    """
    sides = "".join(f' w:{side}="{attribute(xml, was)}"' for side, was in TURNED_SIDES.items())
    footer = min(int(attribute(xml, "footer")), int(attribute(xml, TURNED_SIDES["bottom"])) // 2)
    header, gutter = attribute(xml, "header"), attribute(xml, "gutter")
    return f'<w:pgMar{sides} w:header="{header}" w:footer="{footer}" w:gutter="{gutter}"/>'


def attribute(xml: str, name: str) -> str:
    """An attribute of an element in Word's namespace; 0 where it is missing."""
    found = re.search(rf'\bw:{name}="([^"]*)"', xml)
    return found[1] if found else "0"
