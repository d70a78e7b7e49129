"""What other programs need to show the file alike: twips beside indents in 字, columns of tables, rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.findings import Spot, Verdict, spot_of
from generator.inspection.mending.bench import Bench, Change, wrong
from generator.inspection.mending.markup import (
    BORDERS,
    PARAGRAPH,
    TABLE,
    ensure,
    properties_of,
    set_in,
    write,
)
from generator.inspection.rules.imprint_lines import ruled_parts, table_of
from generator.inspection.rules.rule import Rule
from generator.inspection.rules.wording import mm
from generator.recognition.facts import ParagraphFacts, RuleFacts
from generator.recognition.reading.layout import character_widths
from generator.recognition.reading.markup import W, number, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TWINS = (
    ("firstLineChars", ("firstLine", "hanging")),
    ("hangingChars", ("hanging", "firstLine")),
    ("leftChars", ("left", "start")),
    ("rightChars", ("right", "end")),
)
EIGHTHS_PER_MM = Decimal(8) * 72 / Decimal("25.4")


# --- indents ---------------------------------------------------------------------------------------


def mend_twins(bench: Bench, rule: Rule) -> Iterator[Change]:
    """Indents in 字 get the twips that they come to, in styles and in paragraphs."""
    if not bench.sheet.facts.twips_missing:
        return
    count = sum(add_twins(*one) for one in (*indents_of_styles(bench), *indents_of_paragraphs(bench)))
    if count:
        before = f"{bench.sheet.facts.twips_missing} 处缩进只按字符写"
        yield Change(rule.code, rule.subject, Spot(), before, "补上长度值，字符数不变")


def indents_of_styles(bench: Bench) -> Iterator[tuple[Element, Decimal]]:
    """Every w:ind of a paragraph style with the width of its 字."""
    sheet = bench.reader.sheet
    for style in sheet.styles.values():
        indents = style.element.find(f"{W}pPr/{W}ind")
        if indents is not None and style.kind == "paragraph":
            yield indents, character_widths((sheet.look(style.id, "", {"hidden": False}),))[0]


def indents_of_paragraphs(bench: Bench) -> Iterator[tuple[Element, Decimal]]:
    """Every w:ind of a paragraph with the width of its 字: that of its first words, else of its style."""
    sheet = bench.reader.sheet
    for paragraph in bench.sheet.facts.paragraphs:
        indents = bench.element(paragraph).find(f"{W}pPr/{W}ind")
        if indents is not None:
            looks = [run for run in paragraph.runs if run.text.strip()][:1]
            yield (
                indents,
                character_widths((*looks, sheet.look(bench.style(paragraph), "", {"hidden": False})))[0],
            )


def add_twins(indents: Element, width: Decimal) -> int:
    """Add the missing twips of one w:ind; gives how many there were."""
    added = 0
    for chars, twins in TWINS:
        hundredths = number(indents.get(W + chars))
        if hundredths and not any(indents.get(W + twin) is not None for twin in twins):
            indents.set(W + twins[0], str(whole(hundredths * width / 100)))
            added += 1
    return added


# --- columns ---------------------------------------------------------------------------------------


def mend_grids(bench: Bench, rule: Rule) -> Iterator[Change]:
    """Tables without columns get those that the widths of their cells say."""
    for sight in [*wrong(bench, rule, Verdict.LOOK)]:
        paragraph = sight.paragraph
        if paragraph is None or paragraph.table is None:
            continue
        table = bench.reader.mapped.grids[paragraph.table]
        widths = columns_of(bench, paragraph.table)
        if widths:
            put_grid(table, widths)
            told = "各列 " + "、".join(mm(width) for width in widths)
            yield Change(rule.code, rule.subject, spot_of(paragraph), sight.measured, told)


def columns_of(bench: Bench, index: int) -> list[int]:
    """Widths of the columns: as the row with the most cells has them, else equal shares of the 版心."""
    rows = [row for row in bench.sheet.facts.tables[index].rows if all(cell.columns == 1 for cell in row)]
    if not rows:
        return []
    most = max(rows, key=len)
    share = bench.standard.text_width // max(1, len(most))
    return [cell.width or share for cell in most]


def put_grid(table: Element, widths: list[int]) -> None:
    """The columns of a table, behind its properties."""
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        grid = etree.Element(f"{W}tblGrid")
        properties = table.find(f"{W}tblPr")
        table.insert(0 if properties is None else table.index(properties) + 1, grid)
    for width in widths:
        write(etree.SubElement(grid, f"{W}gridCol"), {"w": width})


# --- rules of the 版记 -----------------------------------------------------------------------------


def mend_weights(bench: Bench, rule: Rule) -> Iterator[Change]:
    """The first and the last rule of a 版记 thick, those between thin."""
    broken = {sight.paragraph.number: sight for sight in wrong(bench, rule) if sight.paragraph}
    for _, lines in ruled_parts(bench.sheet):
        sight = broken.get(lines[0].number)
        if sight is None:
            continue
        thick, thin = (eighths(bench, name) for name in ("版记粗线", "版记细线"))
        table = table_of(bench.sheet, lines)
        if table is not None and lines[0].table is not None:
            weigh_table(bench.reader.mapped.grids[lines[0].table], thick, thin)
        else:
            weigh_paragraphs(bench, ruled(bench, lines), thick, thin)
        told = bench.sheet.fill("首末 {版记粗线}、中间 {版记细线}")
        yield Change(rule.code, rule.subject, spot_of(lines[0]), sight.measured, told)


def eighths(bench: Bench, name: str) -> int:
    """A weight in eighths of a point, as Word draws it."""
    return int((bench.standard.quantity(name).value * EIGHTHS_PER_MM).to_integral_value())


def weigh_table(table: Element, thick: int, thin: int) -> None:
    """The rules of a table and those that its cells have of their own."""
    properties = table.find(f"{W}tblPr")
    if properties is not None:
        borders = ensure(properties, "tblBorders", TABLE)
        for edge, size in (("top", thick), ("bottom", thick), ("insideH", thin)):
            set_in(borders, edge, BORDERS, val="single", sz=size, space=0, color="000000")
    rows = table.findall(f"{W}tr")
    for row in rows:
        for cell in row.iterfind(f"{W}tc/{W}tcPr/{W}tcBorders"):
            sizes = {"top": thick if row is rows[0] else thin, "bottom": thick if row is rows[-1] else thin}
            for edge, size in sizes.items():
                own = cell.find(W + edge)
                if own is not None and own.get(f"{W}val") not in ("nil", "none"):
                    write(own, {"sz": size})


def ruled(bench: Bench, lines: tuple[ParagraphFacts, ...]) -> list[ParagraphFacts]:
    """The paragraphs of a 版记 and its neighbours that have rules."""
    around = bench.sheet.facts.paragraphs[max(0, lines[0].number - 2) : lines[-1].number + 1]
    return [one for one in around if one.rule_above or one.rule_below]


def weigh_paragraphs(bench: Bench, lines: list[ParagraphFacts], thick: int, thin: int) -> None:
    """The rules that are borders of paragraphs, from above down."""
    edges = [
        (one, edge, rule)
        for one in lines
        for edge, rule in (("top", one.rule_above), ("bottom", one.rule_below))
        if rule
    ]
    for index, (paragraph, edge, rule) in enumerate(edges):
        size = thick if index in (0, len(edges) - 1) else thin
        borders = ensure(properties_of(bench.element(paragraph)), "pBdr", PARAGRAPH)
        set_in(borders, edge, BORDERS, **drawn(rule), sz=size)


def drawn(rule: RuleFacts) -> dict[str, int | str]:
    """What an edge keeps of itself when its weight changes."""
    return {"val": rule.kind, "space": rule.space, "color": rule.colour}
