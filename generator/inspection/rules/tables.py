"""Tables: their width, their head, and pages on their side (clauses 5.2.1 and 8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspection.rules.profile import is_sideways
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import Sheet
from generator.inspection.rules.wording import mm
from generator.recognition.facts import ParagraphFacts, TableFacts, Where
from generator.recognition.roles import Role
from generator.standard import Strength

CELL_MARGINS = 216
"""Twips by which Word lets a table stand out of the text, a cell margin at each side."""
LONG = 20
"""A table with so many rows hardly stays on one page."""


def tables(sheet: Sheet) -> Iterator[tuple[TableFacts, ParagraphFacts | None]]:
    """The tables of the text that hold data, each with its first paragraph."""
    for table in sheet.facts.tables:
        numbers = [number for row in table.rows for cell in row for number in cell.paragraphs]
        roles = {sheet.recognised.role(number) for number in numbers}
        if (
            table.where is not Where.BOX
            and roles <= {Role.TABLE_TEXT, Role.BLANK}
            and Role.TABLE_TEXT in roles
        ):
            yield table, sheet.facts.paragraph(min(numbers))


def check_grid(sheet: Sheet) -> Iterator[Sight]:
    """Every table says how wide its columns are; WPS lays it out by that."""
    for table, first in tables(sheet):
        yield kept("有列宽") if table.grid else look("没有列宽（gridCol）", first)


def check_width(sheet: Sheet) -> Iterator[Sight]:
    """No table is wider than the 版心, or on a page on its side than the lines of an upright one are high."""
    upright, turned = sheet.standard.text_width, sheet.profile.height(sheet.standard.paper[1])
    for table, first in tables(sheet):
        room = turned if is_sideways(sheet.facts.sections[table.section]) else upright
        width = sum(table.grid)
        if width:
            told = f"宽 {mm(width)}"
            wide = width > room + CELL_MARGINS + sheet.tolerance("版心宽")
            yield broken(told, first, f"不超过 {mm(room)}") if wide else kept(told)


def check_head(sheet: Sheet) -> Iterator[Sight]:
    """The head of a long table is repeated on every page."""
    for table, first in tables(sheet):
        if len(table.rows) >= LONG and not table.head_rows:
            yield look(f"{len(table.rows)} 行，没有重复表头", first)
        else:
            yield kept()


def check_sideways(sheet: Sheet) -> Iterator[Sight]:
    """On a page on its side the number stands where it stands on the other pages."""
    for index, section in enumerate(sheet.facts.sections):
        if not is_sideways(section):
            continue
        first = next((one for one in sheet.facts.paragraphs if one.section == index), None)
        places = {place for kind in (section.footers or {}).values() for place in kind}
        boxed = any(sheet.facts.paragraph(place).box is not None for place in places)
        anchored = any(box.anchor in places for box in sheet.facts.boxes)
        if boxed or anchored:
            yield kept("页码在单独的文本框里")
        else:
            yield look("横排页的页码随横排页排", first)


RULES = (
    Rule(
        "G02",
        "表格宽度",
        check_width,
        basis="版心宽",
        required="不超过版心宽",
        hint="布局→自动调整→根据窗口自动调整表格",
    ),
    Rule(
        "G04",
        "横排表格的页码",
        check_sideways,
        clause="8",
        required="页码位置与公文其他页码保持一致",
        hint="看横排页转正后页码是不是与其他页在同一位置；单页表头在订口一边，双页表头在切口一边",
    ),
    Rule(
        "G03",
        "长表格的表头",
        check_head,
        strength=Strength.CUSTOM,
        required="表头在每页重复",
        hint="选中表头，布局→重复标题行",
    ),
    Rule(
        "G01",
        "表格列宽",
        check_grid,
        strength=Strength.CUSTOM,
        required="写明每列的宽，WPS 与 Word 才排得一样",
        hint="选中表格，表格属性→列→指定宽度",
    ),
)
