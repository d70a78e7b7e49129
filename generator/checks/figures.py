"""Figures in what the bureau itself wrote that no record backs (FIGR001, design rule 6).

A figure is a number with a unit, or a percentage, typed into the text instead of bound; Chinese
numerals of two characters and more count too where a measure follows (一百二十个, 四百五十万元).
Titles, 文号, dates, durations, ordinals and numbers of headings are no figures, and what may be a
name (十一部委) is left alone: rather miss one than cry wolf.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.measures import find_measures
from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.compose.statistics import TOTAL_LABEL, grand_total, group_total
from generator.document import Block, Heading, Inlines, Paragraph, Table, Text
from generator.hanzi.docnumber import find_numbers
from generator.hanzi.marks import cited_titles
from generator.library import Library
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.returns import Statistics
from generator.problems import Level, Place, Problem
from generator.quantity import Quantity, print_decimal, read_number

BASIS = "公文中的数字应有出处"
FILLED = "\x00"
"""Stands for the characters of a bound figure: backed, and no part of a typed one."""
UNITS = (
    *"元角个项家人名位户场次件份部台套支批宗处所座间栋辆条款类种篇册站米亩吨岁倍成%％‰",
    *("平方米", "平方公里", "公里", "千米", "公顷", "公斤", "千克"),
    *("人次", "课时", "学时", "小时", "个百分点", "百分点"),
)
NUMBER = r"(?<![\d.第A-Za-z])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.])"
DURATION = "(?![余多]?个(?:月|工作日|自然日|季度))"
NUMERAL_LETTERS = "零一二两三四五六七八九十百千"
CHINESE_NUMBER = rf"(?<![第{NUMERAL_LETTERS}\d.])[{NUMERAL_LETTERS}]{{2,}}(?![{NUMERAL_LETTERS}])"
CHINESE_UNITS = (
    *"元个项家人名户场件台套批座间栋辆册所亩吨",
    *("人次", "课时", "学时", "小时", "平方米", "平方公里", "公里", "公顷"),
)
"""Measures that begin no name behind a numeral."""
LISTED = 3
"""How many paths a hint shows at most."""

FigureKey = tuple[str, str]
"""Digits without needless zeros, and the unit as printed."""


@dataclass(frozen=True, slots=True)
class Backing:
    """A figure that a record holds: whose, at which path, in which words, and how a binding prints it."""

    record: str
    path: str
    text: str
    unit: str = ""
    """What the text must add behind the binding: a statistics cell prints its number alone."""

    def binding(self, aliases: Mapping[str, str]) -> str:
        """The binding to write, by the document's own short name where it has one."""
        start = aliases.get(self.record, f"库.{self.record}")
        return f"{{{{ {start}.{self.path} }}}}{self.unit}"


Backings = Mapping[FigureKey, list[Backing]]


def check_figures(library: Library, trees: Trees) -> Iterator[Problem]:
    """Every typed figure of every document and preface."""
    backings = find_backings(library)
    form = figure_form(unit for _, unit in backings)
    for record_id, blocks in own_bodies(library, trees):
        aliases = short_names(library, record_id)
        for block in blocks:
            place = block.origin or library.place(record_id)
            for run in runs_of(block):
                yield from unbacked(run, place, form, backings, aliases)


def short_names(library: Library, record_id: str) -> dict[str, str]:
    """编号 → short name in the 数据集."""
    record = library.entries[record_id].record
    data = record.data if isinstance(record, IssuedDocument | CollectionRecord) else {}
    return {target: alias for alias, target in data.items()}


# --- what records hold --------------------------------------------------------------------------


def find_backings(library: Library) -> Backings:
    """All figures of the library by digits and unit."""
    found: dict[FigureKey, list[Backing]] = defaultdict(list)
    for key, backing in (*measured(library), *tabulated(library)):
        found[key].append(backing)
    return found


def measured(library: Library) -> Iterator[tuple[FigureKey, Backing]]:
    """Figures of 数据 and of their 序列."""
    for item in find_measures(library):
        path = ".".join(item.names)
        if item.measure.value is not None:
            yield from keyed(item.holder.id, path, item.measure.value)
        for point in item.measure.series:
            yield from keyed(item.holder.id, f"{path}.{point.period.text}", point.value)


def keyed(record_id: str, path: str, value: Quantity) -> Iterator[tuple[FigureKey, Backing]]:
    """A quantity with a number, under its key."""
    if value.number is not None and value.digits:
        yield (print_decimal(value.number), value.printed_unit), Backing(record_id, path, value.text)


def tabulated(library: Library) -> Iterator[tuple[FigureKey, Backing]]:
    """Cells and computed totals of statistics."""
    for table in library.every(Statistics):
        for item in table.indicators:
            for path, number in column_figures(table, item.name):
                digits = print_decimal(number)
                yield (digits, item.unit), Backing(table.id, path, digits + item.unit, item.unit)


def column_figures(table: Statistics, indicator: str) -> Iterator[tuple[str, Decimal]]:
    """The cells of one indicator with the paths that lead to them, totals first."""
    grand = grand_total(table, indicator)
    if grand is not None:
        yield f"{TOTAL_LABEL}.{indicator}", grand
    for group in table.groups:
        yield f"{group.name}.{TOTAL_LABEL}.{indicator}", group_total(table, group.name, indicator)
        for row in table.rows:
            cell = row.values[group.name][indicator]
            if isinstance(cell, Decimal):
                yield f"{group.name}.{row.name}.{indicator}", cell


# --- what texts say -----------------------------------------------------------------------------


def figure_form(known_units: Iterator[str]) -> re.Pattern[str]:
    """A number with a unit: the usual ones, and those that the library's records use."""
    bare = {unit.lstrip("万亿") for unit in known_units} - {"", "年", "月", "日", "号", "年度"}
    units = "|".join(re.escape(unit) for unit in sorted({*UNITS, *bare}, key=lambda unit: (-len(unit), unit)))
    scaled = rf"[余多]?(?P<scale>万亿|[万亿])[余多]?(?P<unit1>{units})?"
    western = rf"(?P<digits>{NUMBER})\s*{DURATION}(?:{scaled}|[余多]?(?P<unit2>{units}))"
    named = "|".join(sorted(CHINESE_UNITS, key=lambda unit: (-len(unit), unit)))
    large = "[余多]?(?P<scale2>万亿|[万亿])?[余多]?"
    chinese = rf"(?P<numeral>{CHINESE_NUMBER}){DURATION}{large}(?P<unit3>{named})"
    return re.compile(rf"{western}|百分之[\d{NUMERAL_LETTERS}]+|{chinese}")


def figure_key(match: re.Match[str]) -> FigureKey | None:
    """Digits and unit of a figure, no digits for 百分之…; None for words that are no numeral (三五家)."""
    scale, unit = match["scale"] or match["scale2"] or "", match["unit1"] or match["unit2"] or match["unit3"]
    written = match["digits"] or match["numeral"]
    try:
        number = read_number(written) if written else None
    except ValueError:
        return None
    return "" if number is None else print_decimal(number), scale + (unit or "")


def runs_of(block: Block) -> Iterator[Inlines]:
    """Words that are read in one go: a heading, a paragraph, a cell."""
    match block:
        case Heading():
            yield block.inlines
        case Paragraph():
            yield block.lead.inlines if block.lead else ()
            yield block.inlines
        case Table():
            for row in (*block.head, *block.rows):
                yield from (cell.inlines for cell in row.cells)


def unbacked(
    run: Inlines, place: Place, form: re.Pattern[str], backings: Backings, aliases: Mapping[str, str]
) -> Iterator[Problem]:
    """The typed figures of a run."""
    for match in form.finditer(without_names(run)):
        key = figure_key(match)
        if key is None:
            continue
        hint = hint_for(backings.get(key, []), aliases)
        yield Problem(Level.HINT, "FIGR001", f"“{match[0]}”是手写的数，没有绑定记录", place, hint, BASIS)


def without_names(run: Inlines) -> str:
    """The typed words of a run; bound figures, titles and 文号 are blanked out, positions kept."""
    text = "".join(item.text if isinstance(item, Text) else FILLED * len(item.text) for item in run)
    spans = [(start, end) for _, start, end in (*cited_titles(text), *find_numbers(text))]
    characters = list(text)
    for start, end in spans:
        characters[start:end] = FILLED * (end - start)
    return "".join(characters)


def hint_for(found: list[Backing], aliases: Mapping[str, str]) -> str:
    """The bindings that print this figure, those of the document's own 数据集 first."""
    if not found:
        return "把这个数记进一条记录，再用 {{ 路径 }} 绑定；确属行文用数的，可不理会"
    nearest = sorted(found, key=lambda backing: backing.record not in aliases)[:LISTED]
    paths = "，或 ".join(backing.binding(aliases) for backing in nearest)
    return f"记录里有这个数，可写 {paths}；先核对指的是不是同一件事"
