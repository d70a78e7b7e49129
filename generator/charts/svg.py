"""Drawing: SVG elements placed in per cents across and in em down, so that letters are never scaled."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from xml.etree import ElementTree as ET

NARROWEST = 26.0
"""The width of a chart in em of its type that every screen has; below 360 px the type gets smaller."""
MOST_SERIES = 6
"""Textures that can be told apart."""
HATCHES: tuple[str, ...] = (
    "",
    "M-1 1L1 -1M0 6L6 0M5 7L7 5",
    "M3 0V6",
    "M0 3H6",
    "M0 3H6M3 0V6",
    "",
)
"""Textures after the solid one: strokes in a square of 6 px; the last series is drawn hollow."""
HANGING = 3
"""So many marks (》）。) may hang over the end of a line rather than begin the next."""
INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def printable(words: str) -> str:
    """Words on one line, without characters that print nothing or that XML forbids."""
    shown = (" " if unicodedata.category(character) in INVISIBLE else character for character in words)
    return " ".join("".join(shown).split())


def width_of(words: str) -> float:
    """About how many em words are wide: a Chinese character one, a figure or Latin letter more than half."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.58 for letter in words)


def folded(words: str, width: float, lines: int) -> tuple[str, ...]:
    """Words in so many lines of so many em, beside hanging marks; an ellipsis stands for what is left."""
    found, taken = [""], 0.0
    for letter in printable(words):
        taken += width_of(letter)
        if taken > width + (HANGING if is_hanging(letter) else 0):
            if len(found) > lines:
                break
            found.append("")
            taken = width_of(letter)
        found[-1] += letter
    if len(found) > lines:
        last = found[lines - 1]
        while last and width_of(last + "…") > width:
            last = last[:-1]
        found = [*found[: lines - 1], last + "…"]
    return tuple(found)


def is_hanging(letter: str) -> bool:
    """Whether it is a mark that hangs over the end of a line."""
    return letter in "，。；：、）》〉”’！？"


def em(length: float) -> str:
    """A length in em."""
    return f"{length:.2f}em"


def percent(share: float | Decimal) -> str:
    """A share of the width."""
    return f"{float(share):.2f}%"


@dataclass(frozen=True, slots=True)
class At:
    """Where words begin, end or have their middle (`anchor`); y and dx in em."""

    x: str
    y: float
    anchor: str = ""
    dx: float = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y and height in em."""

    x: str
    y: float
    width: str
    height: float


class Drawing:
    """An SVG element being drawn.

    Args:
        kind: the kind of chart, for the style sheet.
        title: its name; with the description, what a screen reader says of it.
        description: what it shows, in a sentence or two.
        height: in em.
    """

    def __init__(self, kind: str, title: str, description: str, height: float) -> None:
        seed = f"{kind}\n{title}\n{description}"
        self.id = f"chart-{sha256(seed.encode('utf-8', 'replace')).hexdigest()[:10]}"
        names = f"{self.id}-title {self.id}-desc"
        attributes = {"class": f"chart chart-{kind}", "role": "img", "aria-labelledby": names}
        self.root = ET.Element("svg", {**attributes, "width": "100%", "height": em(height)})
        ET.SubElement(self.root, "title", {"id": f"{self.id}-title"}).text = printable(title)
        ET.SubElement(self.root, "desc", {"id": f"{self.id}-desc"}).text = printable(description)

    def __str__(self) -> str:
        return ET.tostring(self.root, encoding="unicode")

    def add(self, name: str, class_: str, **attributes: str) -> ET.Element:
        """An element with attributes; underscores of their names become hyphens."""
        written = {key.replace("_", "-"): value for key, value in attributes.items() if value}
        return ET.SubElement(self.root, name, {"class": class_, **written})

    def text(self, words: str, at: At, class_: str = "words") -> None:
        """Words on a line."""
        moved = em(at.dx) if at.dx else ""
        element = self.add("text", class_, x=at.x, y=em(at.y), dx=moved, text_anchor=at.anchor)
        element.text = printable(words)

    def rect(self, box: Box, class_: str, fill: str = "") -> None:
        """A rectangle."""
        size = {"width": box.width, "height": em(box.height)}
        self.add("rect", class_, x=box.x, y=em(box.y), **size, fill=fill)

    def line(self, x1: str, y1: float, x2: str, y2: float, class_: str) -> None:
        """A line, y in em."""
        self.add("line", class_, x1=x1, y1=em(y1), x2=x2, y2=em(y2))

    def dot(self, x: str, y: float, class_: str, radius: float = 0.32) -> None:
        """A filled or, by its class, hollow dot."""
        self.add("circle", class_, cx=x, cy=em(y), r=em(radius))

    def arrow(self, x: str, y: float) -> None:
        """The head of an arrow to the right, its point at x."""
        place = self.add("svg", "arrow", x=x, y=em(y), overflow="visible")
        ET.SubElement(place, "path", {"class": "stroke ink-1", "d": "M-6 -4L0 0L-6 4"})

    # --- series ---------------------------------------------------------------------------------

    def textures(self, count: int) -> None:
        """Define the textures of so many series."""
        if count < 2:
            return
        definitions = ET.SubElement(self.root, "defs")
        for place in range(1, min(count, MOST_SERIES)):
            if HATCHES[place]:
                self.define(definitions, place)

    def define(self, definitions: ET.Element, place: int) -> None:
        """Define one texture."""
        size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
        pattern = ET.SubElement(definitions, "pattern", {"id": f"{self.id}-{place + 1}", **size})
        ET.SubElement(pattern, "path", {"d": HATCHES[place], "class": f"stroke ink-{place + 1}"})

    def bar(self, box: Box, place: int) -> None:
        """A bar in the texture of its series."""
        fill = f"url(#{self.id}-{place + 1})" if place and HATCHES[place] else ""
        kind = "textured" if fill else "hollow" if place else "solid"
        self.rect(box, f"bar {kind} ink-{place + 1}", fill)

    def legend(self, names: Sequence[str]) -> None:
        """The names of series with their textures, at the top."""
        for place, (name, x, line) in enumerate(legend_places(names)):
            self.bar(Box(em(x), line * 1.6 + 0.15, em(1.2), 0.85), place)
            self.text(name, At(em(x + 1.6), line * 1.6 + 0.95))


def legend_places(names: Sequence[str]) -> Iterator[tuple[str, float, int]]:
    """Each name of a legend, its place on its line in em, and its line; lines fit the narrowest screen."""
    x, line = 0.0, 0
    for name in names:
        shown = folded(name, NARROWEST - 2, 1)[0]
        width = 1.6 + width_of(shown) + 1.2
        if x and x + width > NARROWEST:
            x, line = 0.0, line + 1
        yield shown, x, line
        x += width


def legend_height(names: Sequence[str]) -> float:
    """How many em a legend is high."""
    lines = [line for _, _, line in legend_places(names)]
    return (max(lines) + 1) * 1.6 + 0.5 if lines else 0.0
