"""What is drawn: text boxes, frames and lines, as DrawingML and as the VML of older files."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from generator.recognition.facts import BoxFacts, LineFacts, RuleFacts
from generator.recognition.reading.fonts import Theme
from generator.recognition.reading.markup import (
    EMU_PER_TWIP,
    MC,
    PIC,
    WP,
    WPS,
    A,
    V,
    W,
    colour,
    from_emu,
    measure,
    number,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CONTENT = f"{W}txbxContent"
LINE_SHAPES = ("line", "straightConnector1")
VML_LINE_TYPES = ("#_x0000_t20", "#_x0000_t32")
FLAT = 60
"""A rectangle no taller than these twips (3 pt) is a line to the eye."""
EMU_PER_POINT = 12700
DEFAULT_WEIGHT = Decimal("0.75")
"""Points of an outline that says nothing (9525 EMU)."""
COMPOUND = {"thickThin": "thickThinSmallGap", "thinThick": "thinThickSmallGap", "dbl": "double"}
VML_COMPOUND = {"thickThin": "thickThinSmallGap", "thinThick": "thinThickSmallGap", "thinThin": "double"}
EDGES = {"margin-left": "left", "left": "left", "margin-top": "top", "top": "top"}
BASES = {"char": "character", "text": "paragraph"}


class Anchorage(NamedTuple):
    """Where something drawn stands, in twips from a base each way."""

    left: int | None = None
    top: int | None = None
    width: int | None = None
    height: int | None = None
    horizontal: str = ""
    vertical: str = ""

    @property
    def from_page(self) -> bool:
        """Whether both ways are counted from the edge of the page."""
        return self.horizontal == self.vertical == "page"

    def box(self, anchor: int, *, frame: bool = False) -> BoxFacts:
        """As a text box or frame."""
        return BoxFacts(
            self.left,
            self.top,
            self.width,
            self.height,
            self.from_page,
            anchor,
            self.vertical,
            self.horizontal,
            frame,
        )


class Drawn(NamedTuple):
    """What one drawing holds."""

    boxes: list[tuple[Anchorage, Element]]
    """Text boxes with their content."""
    lines: list[LineFacts]
    """Not yet anchored: anchor 0."""
    picture: bool


def contents_of(drawing: Element, theme: Theme) -> Drawn:
    """Text boxes, lines, and whether anything else is drawn."""
    drawn = Drawn([], [], picture=False)
    place = anchorage_of(drawing)
    others = False
    for shape in shapes_of(drawing):
        content = next(shape.iter(CONTENT), None)
        line = None if content is not None else line_of(shape, place, theme)
        if content is not None:
            drawn.boxes.append((place_of_shape(shape, place), content))
        elif line is not None:
            drawn.lines.append(line)
        else:
            others = True
    return drawn._replace(picture=others or not (drawn.boxes or drawn.lines))


SHAPES = (f"{WPS}wsp", f"{PIC}pic", f"{V}shape", f"{V}rect", f"{V}roundrect", f"{V}line", f"{V}oval")


def shapes_of(drawing: Element) -> Iterator[Element]:
    """The shapes of a drawing or group, not those inside the text of its boxes, and each only once."""
    for child in drawing:
        if child.tag in SHAPES:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            way = next((one for one in child if len(one)), None)
            if way is not None:
                yield from shapes_of(way)
        elif child.tag != CONTENT:
            yield from shapes_of(child)


def anchorage_of(drawing: Element) -> Anchorage:
    """Where a DrawingML drawing is anchored; nothing is known of an inline one but its size."""
    anchor = next(drawing.iterchildren(f"{WP}anchor", f"{WP}inline"), None)
    if anchor is None:
        return Anchorage()
    extent = anchor.find(f"{WP}extent")
    left, horizontal = position_of(anchor.find(f"{WP}positionH"))
    top, vertical = position_of(anchor.find(f"{WP}positionV"))
    width = None if extent is None else from_emu(extent.get("cx"))
    height = None if extent is None else from_emu(extent.get("cy"))
    return Anchorage(left, top, width, height, horizontal, vertical)


def position_of(position: Element | None) -> tuple[int | None, str]:
    """Distance and base of one way; an alignment stands with the base."""
    if position is None:
        return None, ""
    base = str(position.get("relativeFrom", ""))
    align = position.find(f"{WP}align")
    if align is not None and align.text:
        return None, f"{base}:{align.text.strip()}"
    offset = position.find(f"{WP}posOffset")
    return (None if offset is None else from_emu((offset.text or "").strip())), base


def place_of_shape(shape: Element, place: Anchorage) -> Anchorage:
    """A VML shape has its place in its own style; a DrawingML shape has the drawing's."""
    return vml_place(shape) if shape.tag.startswith(V) else place


def declarations(shape: Element) -> dict[str, str]:
    """The style attribute of a VML shape."""
    pairs = (piece.partition(":") for piece in str(shape.get("style", "")).split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def vml_place(shape: Element) -> Anchorage:
    """Where a VML shape stands: lengths without a unit are pixels."""
    style = declarations(shape)
    lengths = {EDGES.get(name, name): measure(value, Decimal(15)) for name, value in style.items()}
    return Anchorage(
        lengths.get("left"),
        lengths.get("top"),
        lengths.get("width"),
        lengths.get("height"),
        vml_base(style, "horizontal", "column"),
        vml_base(style, "vertical", "paragraph"),
    )


def vml_base(style: dict[str, str], way: str, default: str) -> str:
    """The base of one way in DrawingML's words, with an alignment if there is one."""
    base = style.get(f"mso-position-{way}-relative", "")
    base = BASES.get(base, base) or default
    align = style.get(f"mso-position-{way}", "absolute")
    return base if align == "absolute" else f"{base}:{align}"


def line_of(shape: Element, place: Anchorage, theme: Theme) -> LineFacts | None:
    """A shape as a line, if it is one."""
    if shape.tag.startswith(V):
        return vml_line(shape)
    return drawn_line(shape, place, theme) if shape.tag == f"{WPS}wsp" else None


def drawn_line(shape: Element, place: Anchorage, theme: Theme) -> LineFacts | None:
    """A DrawingML line, connector or flat rectangle."""
    extent = shape.find(f"{WPS}spPr/{A}xfrm/{A}ext")
    geometry = shape.find(f"{WPS}spPr/{A}prstGeom")
    width = place.width if extent is None else from_emu(extent.get("cx"))
    height = place.height if extent is None else from_emu(extent.get("cy"))
    name = "" if geometry is None else geometry.get("prst")
    if name not in LINE_SHAPES and not (name == "rect" and is_flat(width, height)):
        return None
    outline = shape.find(f"{WPS}spPr/{A}ln")
    weight = None if outline is None else number(outline.get("w"))
    points = DEFAULT_WEIGHT if weight is None else Decimal(weight) / EMU_PER_POINT
    kind = "single" if outline is None else COMPOUND.get(str(outline.get("cmpd")), "single")
    if name == "rect":
        points, height = Decimal(height or 0) / 20, 0
    rule = RuleFacts(kind, points, drawn_colour(shape, outline, theme), width)
    return LineFacts(
        0, rule, place.left, place.top, height or 0, place.from_page, place.vertical, place.horizontal
    )


def is_flat(width: int | None, height: int | None) -> bool:
    """Whether a rectangle looks like a horizontal line."""
    return width is not None and height is not None and height <= FLAT < width


def drawn_colour(shape: Element, outline: Element | None, theme: Theme) -> str:
    """The colour of an outline, or of the filling of a flat rectangle, or of the shape's style."""
    places = (outline, shape.find(f"{WPS}spPr"), shape.find(f"{WPS}style/{A}lnRef"))
    for place in places:
        filling = None if place is None else place.find(f"{A}solidFill")
        filling = place if filling is None else filling
        for shade in (
            () if filling is None else filling.iterchildren(f"{A}srgbClr", f"{A}sysClr", f"{A}schemeClr")
        ):
            if shade.tag == f"{A}schemeClr":
                return theme.colour(str(shade.get("val"))) or colour(None)
            return colour(shade.get("lastClr") or shade.get("val"))
    return colour(None)


def vml_line(shape: Element) -> LineFacts | None:
    """A VML line, straight connector or flat rectangle."""
    place = vml_place(shape)
    if shape.tag == f"{V}line":
        place = between_ends(shape, place)
    elif shape.get("type") not in VML_LINE_TYPES and not is_flat(place.width, place.height):
        return None
    weight = measure(shape.get("strokeweight"), Decimal(1) / EMU_PER_TWIP)
    points = DEFAULT_WEIGHT if weight is None else Decimal(weight) / 20
    stroke = shape.find(f"{V}stroke")
    kind = VML_COMPOUND.get("" if stroke is None else str(stroke.get("linestyle")), "single")
    rule = RuleFacts(kind, points, colour(shape.get("strokecolor")), place.width)
    return LineFacts(
        0, rule, place.left, place.top, place.height or 0, place.from_page, place.vertical, place.horizontal
    )


def between_ends(shape: Element, place: Anchorage) -> Anchorage:
    """A v:line says its two ends instead of a size."""
    ends = [
        [measure(part, Decimal(15)) or 0 for part in shape.get(end, "").split(",")] for end in ("from", "to")
    ]
    if any(len(end) != 2 for end in ends):
        return place
    (x1, y1), (x2, y2) = ends
    left = min(x1, x2) if place.left is None else place.left
    top = min(y1, y2) if place.top is None else place.top
    return place._replace(left=left, top=top, width=abs(x2 - x1), height=abs(y2 - y1))


def frame_place(frame: tuple[tuple[str, str], ...]) -> Anchorage:
    """Where a frame stands (ISO/IEC 29500-1, 17.3.1.11): from the page unless it says otherwise."""
    said = dict(frame)
    horizontal, vertical = said.get("hAnchor", "page"), said.get("vAnchor", "page")
    horizontal += f":{said['xAlign']}" if "xAlign" in said else ""
    vertical += f":{said['yAlign']}" if "yAlign" in said else ""
    return Anchorage(
        measure(said.get("x")),
        measure(said.get("y")),
        measure(said.get("w")),
        measure(said.get("h")),
        BASES.get(horizontal, horizontal),
        BASES.get(vertical, vertical),
    )
