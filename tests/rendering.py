"""Measures what a .docx looks like: LibreOffice makes the PDF, pdfium gives places in millimetres.

Fonts come from `tests/fonts/fonts.conf`: open fonts stand in for the ones the standard names.
Every place is measured from the upper left corner of the page, as the standard counts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

FONTS_CONF = Path(__file__).parent / "fonts" / "fonts.conf"
MM_PER_POINT = 25.4 / 72
SAME_LINE = 1.5
"""Characters whose bottoms differ by less than this many millimetres stand on one line."""
WANTED_FONTS = ("FandolFang", "LXGW WenKai", "Noto Sans CJK SC", "Noto Serif CJK SC", "Liberation Serif")


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed character with the edges of its ink, in mm."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    font: str


@dataclass(frozen=True, slots=True)
class Line:
    """The characters that stand on one line, from left to right."""

    marks: tuple[Mark, ...]
    base: float = 0.0
    """The height that they stand on."""

    @property
    def text(self) -> str:
        """What the line says, without spaces."""
        return "".join(mark.text for mark in self.marks)

    @property
    def left(self) -> float:
        """Where its ink begins."""
        return self.marks[0].left

    @property
    def right(self) -> float:
        """Where its ink ends."""
        return self.marks[-1].right

    @property
    def top(self) -> float:
        """The upper edge of its highest ink."""
        return min(mark.top for mark in self.marks)

    @property
    def bottom(self) -> float:
        """The lower edge of its lowest ink."""
        return max(mark.bottom for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn horizontal line: its edges in mm and its colour."""

    left: float
    top: float
    right: float
    bottom: float
    colour: tuple[int, int, int]

    @property
    def width(self) -> float:
        """How long it is."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        """All words, line by line, without spaces."""
        return "\n".join(line.text for line in self.lines)

    @property
    def fonts(self) -> frozenset[str]:
        """The fonts really used."""
        return frozenset(mark.font for line in self.lines for mark in line.marks)

    def line(self, beginning: str) -> Line:
        """The first line that begins with these words."""
        return next(line for line in self.lines if line.text.startswith(beginning))


def missing_tools() -> str:
    """What this machine lacks for rendering; empty if nothing."""
    lacking = [] if shutil.which("soffice") else ["LibreOffice（soffice）"]
    lacking += [font for font in WANTED_FONTS if not has_font(font)]
    return "、".join(lacking)


@cache
def has_font(family: str) -> bool:
    """Whether fontconfig knows the family under the aliases of the tests."""
    tool = shutil.which("fc-list")
    if tool is None:
        return False
    command = [tool, f":family={family}", "family"]
    found = subprocess.run(command, env=font_environment(), capture_output=True, check=False)
    return bool(found.stdout.strip())


def font_environment() -> dict[str, str]:
    """The environment in which only the fonts of the tests are known."""
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS_CONF)}


def render(documents: Mapping[str, bytes]) -> dict[str, tuple[Page, ...]]:
    """Lay out several .docx in one run of LibreOffice and measure their pages.

    Args:
        documents: Bytes of each .docx by a name of ASCII letters.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, content in documents.items():
            (folder / f"{stem}.docx").write_bytes(content)
        convert(folder, [f"{stem}.docx" for stem in documents])
        return {stem: read_pages(folder / f"{stem}.pdf") for stem in documents}


def resave(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Several .docx as LibreOffice writes them when somebody opens and saves them.

    Args:
        documents: Bytes of each .docx by a name of ASCII letters.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, content in documents.items():
            (folder / f"{stem}.docx").write_bytes(content)
        convert(folder, [f"{stem}.docx" for stem in documents], "docx", "saved")
        return {stem: (folder / "saved" / f"{stem}.docx").read_bytes() for stem in documents}


def convert(folder: Path, files: list[str], target: str = "pdf", out: str = ".") -> None:
    """Run LibreOffice with a profile of its own, so that two runs never meet."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    command += ["--outdir", out, *files]
    subprocess.run(command, cwd=folder, env=font_environment(), capture_output=True, check=True, timeout=300)


def read_pages(path: Path) -> tuple[Page, ...]:
    """Measure every page of a PDF."""
    document = pdfium.PdfDocument(path)
    try:
        return tuple(read_page(document[index]) for index in range(len(document)))
    finally:
        document.close()


def read_page(page: Any) -> Page:
    """Lines and rules of one page."""
    height = page.get_height()
    return Page(tuple(lines_of(page, height)), tuple(rules_of(page, height)))


def lines_of(page: Any, height: float) -> Iterator[Line]:
    """Printed characters gathered into lines by the lower edge of their boxes."""
    rows: list[tuple[float, list[Mark]]] = []
    for base, mark in marks_of(page, height):
        row = next((row for row in reversed(rows) if abs(row[0] - base) < SAME_LINE), None)
        if row is None:
            rows.append((base, [mark]))
        else:
            row[1].append(mark)
    for base, marks in sorted(rows, key=lambda row: row[0]):
        yield Line(tuple(sorted(marks, key=lambda mark: mark.left)), base)


def marks_of(page: Any, height: float) -> Iterator[tuple[float, Mark]]:
    """Every printed character with the height of its baseline."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        letter = chr(pdfium_c.FPDFText_GetUnicode(text.raw, index))
        if letter.isspace() or pdfium_c.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        left, bottom, right, top = (edge * MM_PER_POINT for edge in text.get_charbox(index))
        tall = height * MM_PER_POINT
        yield (
            baseline(text, index, tall),
            Mark(letter, left, tall - top, right, tall - bottom, font_of(text, index)),
        )


def baseline(text: Any, index: int, tall: float) -> float:
    """The height of the line that the character stands on."""
    across, up = pdfium_c.c_double(), pdfium_c.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text.raw, index, across, up)
    return tall - float(up.value) * MM_PER_POINT


def font_of(text: Any, index: int) -> str:
    """The name of the font of a character."""
    flags = pdfium_c.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(text.raw, index, None, 0, flags)
    buffer = pdfium_c.create_string_buffer(length)
    pdfium_c.FPDFText_GetFontInfo(text.raw, index, buffer, length, flags)
    return str(buffer.value.decode("utf-8", "replace")).split("+")[-1]


def rules_of(page: Any, height: float) -> Iterator[Rule]:
    """Long, thin horizontal shapes, filled or stroked; each once, though the PDF may draw it twice."""
    seen: set[Rule] = set()
    for shape in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH]):
        rule = rule_of(shape, height * MM_PER_POINT)
        if rule is not None and rule not in seen:
            seen.add(rule)
            yield rule


def rule_of(shape: Any, tall: float) -> Rule | None:
    """A shape as a rule, if it is long and thin; a stroke is as thick as its pen."""
    points = list(points_of(shape))
    across = [x * MM_PER_POINT for x, _ in points]
    down = [tall - y * MM_PER_POINT for _, y in points]
    colour, thickness = ink_of(shape)
    half = thickness * MM_PER_POINT / 2
    if not points or max(across) - min(across) < 10 or max(down) - min(down) > 2:
        return None
    return Rule(min(across), min(down) - half, max(across), max(down) + half, colour)


def points_of(shape: Any) -> Iterator[tuple[float, float]]:
    """The points of a path on the page, in points."""
    matrix = shape.get_matrix()
    for index in range(pdfium_c.FPDFPath_CountSegments(shape.raw)):
        x, y = pdfium_c.c_float(), pdfium_c.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(pdfium_c.FPDFPath_GetPathSegment(shape.raw, index), x, y)
        yield matrix.on_point(x.value, y.value)


def ink_of(shape: Any) -> tuple[tuple[int, int, int], float]:
    """Colour of a shape and the thickness of its stroke in points (0 where it is only filled)."""
    mode, stroked, width = pdfium_c.c_int(), pdfium_c.c_int(), pdfium_c.c_float()
    pdfium_c.FPDFPath_GetDrawMode(shape.raw, mode, stroked)
    parts = [pdfium_c.c_uint() for _ in range(4)]
    read = pdfium_c.FPDFPageObj_GetStrokeColor if stroked.value else pdfium_c.FPDFPageObj_GetFillColor
    read(shape.raw, *parts)
    pdfium_c.FPDFPageObj_GetStrokeWidth(shape.raw, width)
    red, green, blue = (part.value for part in parts[:3])
    return (red, green, blue), width.value * shape.get_matrix().a if stroked.value else 0.0
