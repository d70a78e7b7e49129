"""Page set-up: sizes, margins, grid, and which headers and footers a section has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.recognition.facts import SectionFacts
from generator.recognition.reading.markup import R, W, child_value, is_on, length, measure, number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LETTER = (12240, 15840)
"""What Word takes where a section says no size, in twips."""
INCH = 1440
HALF_INCH = 720
GRID_LINE = 240
KINDS = ("default", "even", "first")


@dataclass(slots=True)
class SectionBeingRead:
    """A section and the relations of its headers and footers, inherited ones included."""

    facts: SectionFacts
    headers: dict[str, str]
    footers: dict[str, str]

    @property
    def pitch(self) -> int:
        """One line of the grid in twips; 12 points where there is no grid."""
        return (self.facts.line_pitch if self.facts.grid_type else None) or GRID_LINE


def read_section(element: Element | None, before: SectionBeingRead | None) -> SectionBeingRead:
    """A sectPr; None stands for a file without any."""
    headers, footers = references(element, "header"), references(element, "footer")
    if before is not None:
        headers, footers = before.headers | headers, before.footers | footers
    return SectionBeingRead(with_columns(with_grid(page_of(element), element), element), headers, footers)


def references(element: Element | None, kind: str) -> dict[str, str]:
    """Relation ids by default, even and first."""
    found = () if element is None else element.iterchildren(f"{W}{kind}Reference")
    named = {str(one.get(f"{W}type", "default")): str(one.get(f"{R}id", "")) for one in found}
    return {name: named[name] for name in KINDS if name in named}


def page_of(element: Element | None) -> SectionFacts:
    """Paper and margins; a negative top or bottom keeps its place against a tall header."""
    size = None if element is None else element.find(f"{W}pgSz")
    margins = None if element is None else element.find(f"{W}pgMar")
    edges = {name: length(margins, name) for name in ("top", "bottom", "left", "right", "header", "footer")}
    top, bottom, left, right = (
        INCH if edges[name] is None else abs(edges[name] or 0) for name in ("top", "bottom", "left", "right")
    )
    header, footer = (HALF_INCH if edges[name] is None else edges[name] or 0 for name in ("header", "footer"))
    return SectionFacts(
        width=length(size, "w") or LETTER[0],
        height=length(size, "h") or LETTER[1],
        top=top,
        bottom=bottom,
        left=left,
        right=right,
        header=header,
        footer=footer,
        landscape=size is not None and size.get(f"{W}orient") == "landscape",
        gutter=length(margins, "gutter") or 0,
    )


def with_grid(facts: SectionFacts, element: Element | None) -> SectionFacts:
    """The grid of lines and characters; type default is none."""
    grid = None if element is None else element.find(f"{W}docGrid")
    if grid is None:
        return facts
    kind = str(grid.get(f"{W}type", ""))
    return replace(
        facts,
        grid_type="" if kind == "default" else kind,
        line_pitch=measure(grid.get(f"{W}linePitch")),
        character_space=number(grid.get(f"{W}charSpace")),
    )


def with_columns(facts: SectionFacts, element: Element | None) -> SectionFacts:
    """How the section begins, whether its first page differs, and its columns."""
    if element is None:
        return facts
    columns = element.find(f"{W}cols")
    return replace(
        facts,
        start=child_value(element, "type") or "nextPage",
        title_page=is_on(element.find(f"{W}titlePg")),
        columns=max(1, (None if columns is None else number(columns.get(f"{W}num"))) or 1),
    )
