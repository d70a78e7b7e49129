"""The characters of a page with their places, as the reader of the page sees it turned."""

from __future__ import annotations

from ctypes import c_double
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

HYPHENS = (0x02, 0xFFFE)
"""What pdfium gives for a hyphen at the end of a line."""
UNKNOWN = "\ufffd"
MOST_GARBLED = 0.1
"""Share of characters without a meaning from which a layer is no text."""
FALLBACK_SIZE = 10.0


class Glyph(NamedTuple):
    """A character; lengths in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Glyphs(NamedTuple):
    """Those of a page, its height, and how many have no meaning."""

    glyphs: list[Glyph]
    height: float
    garbled: int

    @property
    def is_garbled(self) -> bool:
        """Whether the layer is no text."""
        return self.garbled > MOST_GARBLED * len(self.glyphs)


def glyphs_of(page: pdfium.PdfPage, layer: pdfium.PdfTextPage) -> Glyphs:
    """The printed characters of a page; spaces and line ends that pdfium adds are left out."""
    width, height = page.get_size()
    turned = page.get_rotation()
    found: list[Glyph] = []
    garbled = 0
    for index in range(layer.count_chars()):
        if pdfium_c.FPDFText_IsGenerated(layer, index) == 1:
            continue
        code = pdfium_c.FPDFText_GetUnicode(layer, index)
        unknown = code == 0 or pdfium_c.FPDFText_HasUnicodeMapError(layer, index) == 1
        garbled += unknown
        found.append(placed(layer, index, UNKNOWN if unknown else letter(code), turned, (width, height)))
    return Glyphs(found, height, garbled)


def letter(code: int) -> str:
    """The character of a code."""
    return "-" if code in HYPHENS else chr(code)


def placed(layer: pdfium.PdfTextPage, index: int, text: str, turned: int, size: tuple[float, float]) -> Glyph:
    """A character where it stands on the page as shown."""
    x, y = c_double(), c_double()
    pdfium_c.FPDFText_GetCharOrigin(layer, index, x, y)
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(layer, index, box)
    left, base = turn(x.value, y.value, turned, size)
    corners = (turn(box.left, box.bottom, turned, size)[0], turn(box.right, box.top, turned, size)[0])
    height = abs(box.top - box.bottom) if turned % 180 == 0 else abs(box.right - box.left)
    return Glyph(text, min(left, *corners), max(corners), base, height or FALLBACK_SIZE)


def turn(x: float, y: float, turned: int, size: tuple[float, float]) -> tuple[float, float]:
    """A place on a page that is shown turned clockwise; the size is that of the page as shown."""
    width, height = size
    return {90: (y, height - x), 180: (width - x, height - y), 270: (width - y, x)}.get(turned, (x, y))


def has_picture(page: pdfium.PdfPage) -> bool:
    """Whether a page shows a picture."""
    pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=5)
    return next(iter(pictures), None) is not None
