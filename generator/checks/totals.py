"""Totals against their parts and against the figure that the source states.

TOTAL001 申报合计, TOTAL002 申报总计, TOTAL003 列组 that may not be added, TOTAL004 a total of no
column, TOTAL005 分项, TOTAL006 清单, TOTAL007 引文, TOTAL008 the 申报合计 of one row.  What is hedged,
missing or in another unit is not added: rather miss one than cry wolf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from generator.checks.errata import graded
from generator.checks.measures import MeasureAt, find_measures
from generator.checks.near import asked
from generator.compose.statistics import blank_cells, grand_total, group_total
from generator.hanzi.numerals import LARGEST, to_chinese
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.reading import near_word
from generator.models.record import Measure
from generator.models.returns import Statistics
from generator.problems import Level, Place, Problem
from generator.quantity import FULL_WIDTH, Quantity, print_decimal, total, without_gaps

BASIS = "统计口径一致：合计等于各项之和"
REGISTER = "核对各项和合计；原文就是这样写的，把这个数连同原句登记到“勘误”"


def check_totals(library: Library) -> Iterator[Problem]:
    """Every total of every record."""
    for table in library.every(Statistics):
        yield from check_statistics(library, table)
    for found in find_measures(library):
        yield from parts_total(library, found)
        yield from list_length(library, found)
        yield from quoted_value(library, found)


# --- statistics ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total as the source states it, and as the cells give it."""

    code: str
    label: str
    stated: Decimal
    computed: Decimal
    unit: str
    place: Place
    left_out: tuple[str, ...] = ()
    """What has no number and is not added."""


def check_statistics(library: Library, table: Statistics) -> Iterator[Problem]:
    """The totals that a table states."""
    yield from unknown_columns(library, table)
    totals = (stated_columns, stated_grand, stated_rows)
    for total_of in (found for find in totals for found in find(library, table)):
        yield from compare(table, total_of)
    if table.stated_grand and table.groups_add_up is not YesNo.YES:
        message = "“列组相加”写的是“否”，却写了“申报总计”"
        hint = "列组互相包含时没有总计：删去“申报总计”，或核对“列组相加”"
        yield Problem(Level.WARNING, "TOTAL003", message, library.place(table.id, "申报总计"), hint, BASIS)


def stated_columns(library: Library, table: Statistics) -> Iterator[StatedTotal]:
    """申报合计 under the columns that the table has."""
    for group, item in product(table.groups, table.indicators):
        stated = table.stated_totals.get(group.name, {}).get(item.name)
        if isinstance(stated, Decimal):
            label = f"“{group.name}”“{item.name}”的申报合计"
            place = library.place(table.id, "申报合计", group.name, item.name)
            computed = group_total(table, group.name, item.name)
            left_out = blank_cells(table, group.name, item.name)
            yield StatedTotal("TOTAL001", label, stated, computed, item.unit, place, left_out)


def stated_grand(library: Library, table: Statistics) -> Iterator[StatedTotal]:
    """申报总计 over all groups, where the groups may be added."""
    for item in table.indicators:
        stated, computed = table.stated_grand.get(item.name), grand_total(table, item.name)
        if stated is not None and computed is not None:
            place = library.place(table.id, "申报总计", item.name)
            yield StatedTotal("TOTAL002", f"“{item.name}”的申报总计", stated, computed, item.unit, place)


def stated_rows(library: Library, table: Statistics) -> Iterator[StatedTotal]:
    """申报合计 of each row over the groups, where those may be added."""
    if table.groups_add_up is not YesNo.YES:
        return
    for (position, row), item in product(enumerate(table.rows), table.indicators):
        stated = row.stated.get(item.name)
        if isinstance(stated, Decimal):
            cells = {group.name: row.values[group.name][item.name] for group in table.groups}
            computed = sum((cell for cell in cells.values() if isinstance(cell, Decimal)), Decimal(0))
            left_out = tuple(name for name, cell in cells.items() if not isinstance(cell, Decimal))
            place = library.place(table.id, "数据", position, "申报合计", item.name)
            label = f"行“{row.name}”“{item.name}”的申报合计"
            yield StatedTotal("TOTAL008", label, stated, computed, item.unit, place, left_out)


def compare(table: Statistics, total_of: StatedTotal) -> Iterator[Problem]:
    """The stated figure against the computed one."""
    stated, computed = total_of.stated, total_of.computed
    if stated != computed:
        gap = print_decimal(abs(stated - computed))
        parts = "各列组" if total_of.code == "TOTAL008" else "各行"
        message = f"{total_of.label}写的是 {stated:f}，{parts}相加得 {print_decimal(computed)}，差 {gap}"
        if total_of.left_out:
            message += f"（{'、'.join(total_of.left_out)}没有数，未计入）"
        problem = Problem(Level.ERROR, total_of.code, message, total_of.place, REGISTER, BASIS)
        yield graded(problem, table, f"{stated:f}", f"{stated:f}{total_of.unit}")


def unknown_columns(library: Library, table: Statistics) -> Iterator[Problem]:
    """Totals stated under names that no column has."""
    groups = tuple(group.name for group in table.groups)
    indicators = tuple(item.name for item in table.indicators)
    names: list[tuple[tuple[str, ...], str, tuple[str, ...]]]
    names = [(("申报合计", group), "列组", groups) for group in table.stated_totals]
    cells = [(group, name) for group, cells in table.stated_totals.items() for name in cells]
    names += [(("申报合计", group, name), "指标", indicators) for group, name in cells if group in groups]
    names += [(("申报总计", name), "指标", indicators) for name in table.stated_grand]
    for path, kind, known in names:
        if path[-1] not in known:
            hint = asked(near_word(path[-1], known), f"可写 {'、'.join(known)}")
            place = library.source(table.id).key_place(path)
            yield Problem(Level.ERROR, "TOTAL004", f"表里没有“{path[-1]}”这个{kind}", place, hint)


# --- measures -----------------------------------------------------------------------------------


def parts_total(library: Library, found: MeasureAt) -> Iterator[Problem]:
    """The parts of a figure add up to it, where all of them are exact and of one unit."""
    value, measure = found.measure.value, found.measure
    computed = sum_of_parts(measure)
    if value is None or not value.exact or computed is None or value.unit != computed.unit:
        return
    if value.base != computed.base:
        gap = difference(value, computed)
        message = f"“{measure.name}”写的是 {value.text}，分项之和是 {computed.text}{gap}"
        place = found.place(library, "数值")
        problem = Problem(Level.ERROR, "TOTAL005", message, place, REGISTER, BASIS)
        yield graded(problem, found.holder, value.text)


def sum_of_parts(measure: Measure) -> Quantity | None:
    """The exact sum, or None where there is none."""
    values = [part.value for part in measure.parts if part.value is not None]
    if not values or len(values) != len(measure.parts):
        return None
    try:
        return total(values)
    except ValueError:
        return None


def difference(value: Quantity, computed: Quantity) -> str:
    """“，差 90万元”, in the unit of the stated figure, where both have one scale."""
    if value.scale != computed.scale or value.number is None or computed.number is None:
        return ""
    return f"，差 {print_decimal(abs(value.number - computed.number))}{value.printed_unit}"


def list_length(library: Library, found: MeasureAt) -> Iterator[Problem]:
    """A list is as long as the figure counts."""
    value, items = found.measure.value, found.measure.items
    if value is None or not value.exact or not items or value.base == len(items):
        return
    message = f"“{found.measure.name}”写的是 {value.text}，清单有 {len(items)} 项"
    place = found.place(library, "清单")
    problem = Problem(Level.ERROR, "TOTAL006", message, place, REGISTER, BASIS)
    yield graded(problem, found.holder, value.text)


def quoted_value(library: Library, found: MeasureAt) -> Iterator[Problem]:
    """The sentence quoted from the source has the figure; one without digits may only count things."""
    value, quote = found.measure.value, found.measure.quote
    if value is None or quote is None or says(quote, value):
        return
    message = f"“{found.measure.name}”的引文里找不到 {value.text}"
    hint = f"核对数值和引文“{quote[:30]}”，照原文改正其中一处"
    other_figure = re.search(r"\d", quote)
    level = Level.ERROR if other_figure else Level.HINT
    problem = Problem(level, "TOTAL007", message, found.place(library, "引文"), hint)
    yield graded(problem, found.holder, value.text)


CHINESE = "[零一二两三四五六七八九十百千]"


def says(quote: str, value: Quantity) -> bool:
    """Whether a sentence gives a figure: as written, in digits that stand alone, or in Chinese numerals."""
    text = without_gaps(quote.translate(FULL_WIDTH))
    return any(re.search(form, text) for form in spellings(value))


def spellings(value: Quantity) -> Iterator[str]:
    """Patterns of the ways in which a source may write the figure."""
    yield re.escape(without_gaps(value.text))
    if value.digits:
        yield rf"(?<![\d.]){re.escape(value.digits.replace(',', ''))}(?!\d|\.\d)"
    if value.number is not None and value.number == int(value.number) and 1 <= value.number <= LARGEST:
        count = int(value.number)
        yield rf"(?<!\d){count}(?!\d|\.\d)"
        spoken = "[二两]" if count == 2 else re.sub("二(?=[百千])", "[二两]", to_chinese(count))
        yield rf"(?<!{CHINESE}){spoken}(?!{CHINESE})"
