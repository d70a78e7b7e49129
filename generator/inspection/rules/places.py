"""Where words stand, worked out from indents, widths and heights, without laying the file out."""

from __future__ import annotations

from decimal import Decimal

from generator.hanzi.widths import halves
from generator.inspection.rules.sheet import Sheet, in_flow
from generator.recognition.facts import BoxFacts, ParagraphFacts
from generator.recognition.roles import Part
from generator.standard.lengths import TWIPS_PER_POINT

BASELINE = Decimal("0.8")
"""Share of an exact line that lies above the base line."""
SLACK = 23
"""Twips (0.4 mm) by which heights that are added up may err, beside the tolerance of the standard."""
EARLY_INK = Decimal("0.028")
"""By this share of its size a character of 小标宋 begins above its em-box (measured)."""


def width_of(sheet: Sheet, text: str) -> int:
    """Width of words at 3号 in twips."""
    return int(halves(text) * sheet.standard.character() / 2)


def begins_at(sheet: Sheet, paragraph: ParagraphFacts) -> int | None:
    """Where the first character of a one-line paragraph stands, from the left edge of the 版心."""
    gaps = paragraph.left + paragraph.right + paragraph.first_line
    room = sheet.standard.text_width - gaps - width_of(sheet, paragraph.text.rstrip(" "))
    start = paragraph.left + paragraph.first_line
    shares = {"left": 0, "both": 0, "center": room // 2, "right": room}
    share = shares.get(paragraph.alignment)
    return None if share is None else start + share


def ends_at(sheet: Sheet, paragraph: ParagraphFacts) -> int | None:
    """How far from the right edge of the 版心 a one-line paragraph ends."""
    start = begins_at(sheet, paragraph)
    if start is None:
        return None
    return sheet.standard.text_width - start - width_of(sheet, paragraph.text.rstrip(" "))


def edges(sheet: Sheet, paragraph: ParagraphFacts) -> tuple[int, int] | None:
    """How far the words of a one-line paragraph are from the left and from the right edge of the 版心.

    Where tab stops set words side by side, those of the last ones; None where the file does not tell.
    """
    if "\t" not in paragraph.text:
        start, end = begins_at(sheet, paragraph), ends_at(sheet, paragraph)
        return None if start is None or end is None else (start, end)
    before, *words = paragraph.text.split("\t")
    if before.strip() or len(paragraph.tabs) < len(words):
        return None
    kind, place = paragraph.tabs[len(words) - 1]
    width = width_of(sheet, words[-1].strip())
    shares = {"left": 0, "center": width // 2, "right": width}
    start = place - shares.get(kind, 0)
    return start, sheet.standard.text_width - start - width


def is_spaced(paragraph: ParagraphFacts) -> bool:
    """Whether spaces or tabs, not indents, push the words of a paragraph into place."""
    text = paragraph.text
    return "\t" in text or text != text.strip() or "   " in text


# --- the mark ----------------------------------------------------------------------------------


def mark_top(sheet: Sheet, part: Part, mark: ParagraphFacts) -> Decimal | None:
    """How far the ink of the mark is below the edge of the page, in twips; None where it cannot be told."""
    above = box_top(sheet, mark) if mark.box is not None else flow_top(sheet, part, mark)
    size = max((run.size for run in mark.runs if run.size), default=None)
    if above is None or size is None or mark.line_rule != "exact":
        return None
    size *= TWIPS_PER_POINT
    return above + mark.before + BASELINE * (mark.line - size) - EARLY_INK * size


def flow_top(sheet: Sheet, part: Part, mark: ParagraphFacts) -> Decimal | None:
    """The top of the paragraph of the mark, the lines above it added up."""
    above = [sheet.facts.paragraph(number) for number in range(part.first, mark.number)]
    if not all(map(in_flow, above)) or any(one.picture for one in above):
        return None
    heights = [sheet.lines_high(one) for one in above]
    if None in heights:
        return None
    lines = sum((height for height in heights if height is not None), Decimal(0))
    return sheet.profile.top + lines * sheet.profile.line


def box_top(sheet: Sheet, mark: ParagraphFacts) -> Decimal | None:
    """The top of the box or frame that the mark stands in, where nothing stands above it there."""
    box: BoxFacts = sheet.facts.boxes[mark.box or 0]
    alone = not any(one.box == mark.box for one in sheet.facts.paragraphs[: mark.number - 1])
    if box.top is None or not alone:
        return None
    if box.from_page or box.vertical == "page":
        return Decimal(box.top)
    return Decimal(sheet.profile.top + box.top) if box.vertical == "margin" else None
