"""Empty lines between two parts of a document, held against a value of the standard."""

from __future__ import annotations

from decimal import Decimal

from generator.inspection.rules.rule import Sight, broken, kept, unknown
from generator.inspection.rules.sheet import Sheet
from generator.inspection.rules.wording import number
from generator.recognition.facts import ParagraphFacts

HALF = Decimal("0.5")
"""By so many 行 may the room be off: spacing of paragraphs is not counted to the millimetre."""


def judged_gap(sheet: Sheet, above: ParagraphFacts, below: ParagraphFacts, name: str) -> Sight:
    """The empty room between two paragraphs against the value of that name, to within half a 行."""
    wanted = sheet.standard.quantity(name).value
    gap = sheet.gap(above, below)
    asked = sheet.fill(f"空 {{{name}}}")
    if gap is None:
        return unknown("中间的高度由表格、文本框或字体决定，算不出", below, f"看是否{asked}")
    told = f"空 {number(gap)} 行"
    return kept(told) if abs(gap - wanted) <= HALF else broken(told, below, asked)
