"""The rules (lines) of the 版记: their weights, their length, and the last one's place (clause 7.4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.document import DocumentFormat
from generator.inspection.findings import Area
from generator.inspection.rules.imprint_words import marked
from generator.inspection.rules.places import SLACK
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import Sheet
from generator.inspection.rules.wording import mm
from generator.recognition.facts import ParagraphFacts, RuleFacts, TableFacts
from generator.recognition.roles import Part
from generator.standard import Strength
from generator.standard.lengths import TWIPS_PER_MM, TWIPS_PER_POINT

SOME = Decimal("0.06")
"""Millimetres by which a weight may be off: Word draws 0.35 mm as 1 point and 0.25 mm as ¾ of a point."""
HINT = "边框和底纹：首条、末条 {版记粗线:磅} 磅（{版记粗线}），中间 {版记细线:磅} 磅（{版记细线}）"


def ruled_parts(sheet: Sheet) -> Iterator[tuple[Part, tuple[ParagraphFacts, ...]]]:
    """The documents whose 版记 has rules: all but letters."""
    return ((part, lines) for part, lines in marked(sheet) if part.format is not DocumentFormat.LETTER)


def table_of(sheet: Sheet, lines: tuple[ParagraphFacts, ...]) -> TableFacts | None:
    """The table that a 版记 is built of, if it is."""
    indexes = {one.table for one in lines}
    index = indexes.pop() if len(indexes) == 1 else None
    return sheet.facts.tables[index] if index is not None else None


def rules_of(sheet: Sheet, part: Part, lines: tuple[ParagraphFacts, ...]) -> list[RuleFacts | None]:
    """The rules from above down, whatever they are borders of; None where one is missing at an end."""
    table = table_of(sheet, lines)
    if table:
        between = [table.between] * (len(table.rows) - 1)
        return [table.top, *between, table.bottom]
    first, last = max(part.first, lines[0].number - 1), min(part.last, lines[-1].number + 1)
    around = sheet.facts.paragraphs[first - 1 : last]
    middle = [
        rule for above, below in pairwise(around) for rule in (above.rule_below or below.rule_above,) if rule
    ]
    ends = [around[0].rule_above, *middle, around[-1].rule_below]
    found = [rule for rule in ends if rule]
    return [*found] if len(found) > 1 else [*found, None]


def check_there(sheet: Sheet) -> Iterator[Sight]:
    """The first and the last rule are there."""
    for part, lines in ruled_parts(sheet):
        rules = rules_of(sheet, part, lines)
        if rules[0] and rules[-1]:
            yield kept(f"{sum(rule is not None for rule in rules)} 条")
        elif any(part.first <= line.anchor <= part.last for line in sheet.facts.lines):
            yield look(
                "分隔线是画出来的", lines[0], hint=sheet.fill("看首条、末条是不是 {版记粗线}，与版心等宽")
            )
        else:
            yield broken("缺首条或末条分隔线", lines[0])


def check_weights(sheet: Sheet) -> Iterator[Sight]:
    """First and last thick, those between thin."""
    thick, thin = (sheet.standard.quantity(name).value for name in ("版记粗线", "版记细线"))
    for part, lines in ruled_parts(sheet):
        rules = rules_of(sheet, part, lines)
        if not (rules[0] and rules[-1]):
            continue
        wanted = [thick, *[thin] * (len(rules) - 2), thick]
        pairs = [(weight(rule), size) for rule, size in zip(rules, wanted, strict=True) if rule]
        told = "、".join(f"{one.quantize(Decimal('0.01'))}" for one, _ in pairs) + " 毫米"
        off = any(abs(one - size) > SOME for one, size in pairs)
        yield broken(told, lines[0]) if off else kept(told)


def weight(rule: RuleFacts) -> Decimal:
    """Millimetres."""
    return rule.weight * TWIPS_PER_POINT / TWIPS_PER_MM


def check_width(sheet: Sheet) -> Iterator[Sight]:
    """As wide as the 版心."""
    wanted = sheet.standard.text_width
    for part, lines in ruled_parts(sheet):
        table = table_of(sheet, lines)
        if table and not table.grid:
            continue
        bordered = [one for one in lines if one.rule_above or one.rule_below]
        if table:
            width = sum(table.grid)
        elif bordered and rules_of(sheet, part, lines)[-1]:
            width = min(wanted - one.left - one.right - min(0, one.first_line) for one in bordered)
        else:
            continue
        off = abs(width - wanted) > sheet.tolerance("版心宽")
        yield broken(mm(width), lines[0]) if off else kept(mm(width))


def check_foot(sheet: Sheet) -> Iterator[Sight]:
    """The last rule lies on the lower edge of the 版心."""
    wanted = sheet.standard.twips("版记下边")
    for _, lines in ruled_parts(sheet):
        foot = foot_of(sheet, lines)
        if foot is None:
            hint = sheet.fill("看末条分隔线是不是在版心下边缘，距纸的上边 {版记下边}")
            yield look("版记的位置要排出来才知道", lines[-1], hint=hint)
            continue
        off = abs(foot - wanted) > sheet.tolerance("版记下边") + SLACK
        told = f"末条分隔线距纸上边 {mm(foot)}"
        yield broken(told, lines[-1]) if off else kept(told)


def foot_of(sheet: Sheet, lines: tuple[ParagraphFacts, ...]) -> Decimal | None:
    """Where the last rule lies, below the edge of the page; None where the layout decides."""
    table, index = table_of(sheet, lines), lines[-1].box
    box = sheet.facts.boxes[index] if index is not None else None
    if table is None or box is None or box.top is None or not (box.from_page or box.vertical == "page"):
        return None
    heights = [height for height in table.row_heights if height]
    if len(heights) != len(table.rows) or any(rule != "exact" for _, rule in heights):
        return None
    inside = {number for row in table.rows for cell in row for number in cell.paragraphs}
    above = [one for one in sheet.facts.paragraphs if one.box == index and one.number < min(inside)]
    high = [sheet.lines_high(one) for one in above]
    if None in high:
        return None
    lines_above = sum((line for line in high if line is not None), Decimal(0)) * sheet.profile.line
    half_rule = (table.top.weight if table.top else Decimal(0)) * TWIPS_PER_POINT / 2
    return box.top + lines_above + sum(height for height, _ in heights) + half_rule


RULES = (
    Rule(
        "C14",
        "版记分隔线",
        check_there,
        area=Area.IMPRINT,
        clause="7.4.1",
        required="首条和末条分隔线，与版心等宽",
        hint=HINT,
    ),
    Rule(
        "C02",
        "版记分隔线的粗细",
        check_weights,
        area=Area.IMPRINT,
        basis="版记粗线",
        required="首条、末条 {版记粗线}，中间 {版记细线}",
        hint=HINT,
        strength=Strength.RECOMMENDED,
    ),
    Rule(
        "C11",
        "版记分隔线的长",
        check_width,
        area=Area.IMPRINT,
        clause="7.4.1",
        required="与版心等宽，{版心宽}",
        hint="版记表格宽 {版心宽:厘米} 厘米；用段落边框的，那一段缩进填 0",
    ),
    Rule(
        "C03",
        "版记末条分隔线的位置",
        check_foot,
        area=Area.IMPRINT,
        basis="版记下边",
        required="与最后一面版心下边缘重合，距纸上边 {版记下边}±{版记下边:差}",
        hint="把版记放进文本框，垂直位置按页面定好",
    ),
)
