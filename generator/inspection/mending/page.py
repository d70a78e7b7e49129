"""Page set-up: paper, margins, distance of the footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.findings import Spot, spot_of
from generator.inspection.mending.bench import Bench, Change, wrong
from generator.inspection.mending.mapping import bodies_of
from generator.inspection.mending.markup import SECTION, set_in
from generator.inspection.rules.page import SIDES, body_sections, first_of, margins_told, wanted_margins
from generator.inspection.rules.profile import is_sideways
from generator.inspection.rules.rule import Rule
from generator.inspection.rules.wording import mm
from generator.recognition.reading.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.recognition.facts import SectionFacts

PAPER = "A4，{纸宽:数}×{纸高}"


def set_up(bench: Bench, index: int) -> Element:
    """The sectPr of a section, made where the last one has none."""
    element = bench.reader.mapped.set_ups[index]
    if element is None:
        *_, body = bodies_of(bench.package.root(bench.reader.main))
        element = etree.SubElement(body, f"{W}sectPr")
        bench.reader.mapped.set_ups[index] = element
    return element


def place_of(bench: Bench, index: int) -> Spot:
    """Where a section begins, by its first paragraph; the whole file where it is the only one."""
    first = first_of(bench.sheet, index + 1)
    return spot_of(first) if first else Spot()


def mend_paper(bench: Bench, rule: Rule) -> Iterator[Change]:
    """A4, upright or on its side as it is."""
    if not [*wrong(bench, rule)]:
        return
    short, long = bench.standard.paper
    after = bench.sheet.fill(PAPER)
    for index, section in enumerate(bench.sheet.facts.sections):
        wide, tall = (long, short) if is_sideways(section) else (short, long)
        off = max(abs(section.width - wide), abs(section.height - tall))
        if off > bench.sheet.tolerance("纸宽"):
            set_in(set_up(bench, index), "pgSz", SECTION, w=wide, h=tall, code=None)
            told = f"{mm(section.width)} × {mm(section.height)}"
            yield Change(rule.code, rule.subject, place_of(bench, index), told, after)


def mend_margins(bench: Bench, rule: Rule) -> Iterator[Change]:
    """The margins of the layout that the file follows, without a gutter."""
    if not [*wrong(bench, rule)]:
        return
    wanted = wanted_margins(bench.sheet)
    for number, section in body_sections(bench.sheet):
        if not is_sideways(section) and not has_margins(section, wanted):
            values = {side: wanted[side] for side in SIDES}
            kept = {"header": section.header, "footer": section.footer}
            set_in(set_up(bench, number - 1), "pgMar", SECTION, **values, **kept, gutter=0)
            after = margins_told(with_margins(section, values))
            spot = place_of(bench, number - 1)
            yield Change(rule.code, rule.subject, spot, margins_told(section), after)


def has_margins(section: SectionFacts, wanted: dict[str, int]) -> bool:
    """Whether a section has these margins to the twip."""
    return section.gutter == 0 and all(getattr(section, side) == wanted[side] for side in SIDES)


def with_margins(section: SectionFacts, wanted: dict[str, int]) -> SectionFacts:
    """A section as it is with these margins."""
    top, bottom, left, right = (wanted[side] for side in SIDES)
    return replace(section, top=top, bottom=bottom, left=left, right=right)
