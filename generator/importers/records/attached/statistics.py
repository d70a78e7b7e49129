"""统计表 from rows: one or two head rows (列组 above 指标 with its unit), numbers, totals below and beside.

What does not fit exactly (percentages in cells, 其中 rows, three head rows) is no 统计表: the caller keeps
it as a 名单, word for word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.hanzi.calendar import parse_time
from generator.importers.drafts import Draft
from generator.importers.records.attached.lines import Line, joined, tight
from generator.importers.records.attached.surroundings import (
    NOT_WRITTEN,
    Doubts,
    is_time,
    period_of,
    region_of,
    reporter_of,
)
from generator.importers.records.attached.tabled import Tabled, is_figure
from generator.importers.records.context import Context, closing_keys
from generator.models.returns import TOTAL_LABEL, HeadRows

TOTALS = (TOTAL_LABEL, "总计", "共计", "累计", "总合计")
PARTIAL = re.compile(r"其中|小计|#")
NUMBERS = ("序号", "编号", "序")
REMARKS = ("备注", "说明", "注")
WITH_UNIT = re.compile(r"(?P<name>.+?)\s*[（(](?P<unit>[^（()）]{1,8})[)）]")
YEARS = re.compile(r"(?:19|20)\d{2}")
LONE_GROUP, LONE_INDICATOR = "本表", "数值"
NO_FIGURES = re.compile(r"电话|手机|联系|号码|账号|帐号|编码|代码|邮编|年份|日期|时间")
"""Heads of columns whose digits count nothing."""
MOST_HEAD_ROWS = 2
COUNTS = re.compile(r"数量|个数|项数|家数|人数|次数|场次|项目数|单位数|占比|比例|增长|幅度")
"""Heads whose numbers are not in the unit of money that stands above a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: where it stands, under which group, which indicator in which unit."""

    position: int
    group: str
    indicator: str
    unit: str


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a table are to be read."""

    head: HeadRows
    row_title: str
    label: int
    columns: tuple[Column, ...]
    totals: tuple[Column, ...]
    """The columns of a group that is called 合计."""
    body: tuple[Line, ...]
    number: int | None = None
    remark: int | None = None


def read_shape(lines: Sequence[Line]) -> Shape | None:
    """The shape of a statistics table; None where the rows have another."""
    depth = next((count for count, line in enumerate(lines) if has_numbers(line)), 0)
    if not 1 <= depth <= MOST_HEAD_ROWS or depth == len(lines):
        return None
    heads, body = lines[:depth], tuple(lines[depth:])
    width = len(heads[0].cells)
    names = [top_head(heads, column) for column in range(width)]
    number = 0 if tight(names[0]) in NUMBERS else None
    label = 0 if number is None else 1
    remark = width - 1 if tight(names[-1]) in REMARKS else None
    values = range(label + 1, width if remark is None else width - 1)
    if not values or not fits(body, label, values, number):
        return None
    if any(NO_FIGURES.search(names[at]) for at in values):
        return None
    head, columns = read_columns(heads, values)
    own = tuple(column for column in columns if not is_total(column, head))
    totals = tuple(column for column in columns if is_total(column, head))
    if not distinct(own) or not distinct(totals) or not even(own):
        return None
    return Shape(head, names[label] or NOT_WRITTEN, label, own, totals, body, number, remark)


def has_numbers(line: Line) -> bool:
    """Whether a row has numbers beside its name; a row of years alone is a head."""
    figures = [cell for cell in line.cells[1:] if is_figure(cell)]
    return bool(figures) and not all(YEARS.fullmatch(cell) for cell in figures)


def top_head(heads: Sequence[Line], column: int) -> str:
    """The words at the head of one column."""
    return " ".join(line.cells[column] for line in heads if line.cells[column])


def fits(body: Sequence[Line], label: int, values: range, number: int | None) -> bool:
    """Whether every row is a name with numbers: no parts of others, no name twice, no other words."""
    names = [joined(line.cells[label] or line.cells[number or 0]) for line in body]
    figures = all(is_figure(line.cells[at]) or not line.cells[at] for line in body for at in values)
    plain = all(names) and not any(PARTIAL.search(name) for name in names)
    totals = [position for position, name in enumerate(names) if name in TOTALS]
    placed = not totals or totals in ([0], [len(names) - 1])
    unique = Counter(names).most_common(1)[0][1] == 1
    return figures and plain and placed and unique and len(names) > len(totals)


def read_columns(heads: Sequence[Line], values: range) -> tuple[HeadRows, tuple[Column, ...]]:
    """The columns of numbers under a head of one row or two."""
    if len(heads) == MOST_HEAD_ROWS:
        return HeadRows.BOTH, grouped_columns(heads, values)
    names = [heads[0].cells[at] for at in values]
    if all(is_time(period(name)) or joined(name) in TOTALS for name in names):
        return HeadRows.GROUPS, tuple(
            Column(at, joined(name), LONE_INDICATOR, NOT_WRITTEN)
            for at, name in zip(values, names, strict=True)
        )
    parted = ((at, *name_and_unit(name)) for at, name in zip(values, names, strict=True))
    return HeadRows.INDICATORS, tuple(Column(at, LONE_GROUP, name, unit) for at, name, unit in parted)


def period(name: str) -> str:
    """A head as a time: 2016 alone is a year."""
    return f"{name}年" if YEARS.fullmatch(name) else name


def grouped_columns(heads: Sequence[Line], values: range) -> tuple[Column, ...]:
    """Columns under groups: an empty cell above continues the group before it."""
    columns, group = [], ""
    for at in values:
        above, below = heads[0].cells[at], heads[1].cells[at]
        group = joined(above) if above else group
        name, unit = name_and_unit(below)
        columns.append(Column(at, group, name, unit))
    return tuple(columns)


def name_and_unit(head: str) -> tuple[str, str]:
    """金额（万元） is 金额 in 万元."""
    match = WITH_UNIT.fullmatch(head)
    return (joined(match["name"]), match["unit"]) if match else (joined(head), NOT_WRITTEN)


def is_total(column: Column, head: HeadRows) -> bool:
    """Whether a column holds sums over the others."""
    return head is not HeadRows.INDICATORS and tight(column.group) in TOTALS


def distinct(columns: Sequence[Column]) -> bool:
    """Whether no two columns are called alike and none is without a name."""
    names = [(column.group, column.indicator) for column in columns]
    return all(group and name for group, name in names) and len(set(names)) == len(names)


def even(columns: Sequence[Column]) -> bool:
    """Whether every group has the same indicators in the same units and order."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for column in columns:
        groups.setdefault(column.group, []).append((column.indicator, column.unit))
    called = any(column.indicator in TOTALS for column in columns)
    return bool(columns) and not called and all(one == other for one, other in pairwise(groups.values()))


# --- the record -----------------------------------------------------------------------------------


def statistics_draft(read: Tabled, shape: Shape, context: Context, part: str) -> Draft:
    """The record of a statistics table."""
    doubts = Doubts()
    record_id = context.names.claim(f"统计-{read.title or context.holder or context.original}")
    data: dict[str, Any] = {"类别": "统计表", "编号": record_id}
    data |= head_keys(read, context, doubts)
    data |= shape_keys(read, shape, doubts)
    doubt_period(data, doubts)
    data |= body_keys(shape)
    if read.notes:
        data["附注"] = list(read.notes)
    if doubts.entries:
        data["待确认"] = doubts.entries
    data |= closing_keys(context, part)
    return Draft(record_id, "统计表", context.folder("cases"), data)


def head_keys(read: Tabled, context: Context, doubts: Doubts) -> dict[str, Any]:
    """名称, 填报单位, 地区 and 期间."""
    title = read.title
    if not title:
        doubts.add("名称", "表上没有标题")
    text = " ".join(line.text for line in read.lines)
    stated = read.period if is_time(read.period) else ""
    return {
        "名称": title or NOT_WRITTEN,
        "填报单位": reporter_of(context, read.reporter, doubts),
        "地区": region_of(context, title + read.reporter, text, doubts),
        "期间": stated or period_of(context, title, "" if context.period else text, doubts),
    }


def doubt_period(data: dict[str, Any], doubts: Doubts) -> None:
    """A period that the columns go beyond is a guess: a title often names the year of reporting."""
    spans = [parse_time(group["期间"]) for group in data["列组"] if "期间" in group]
    days = [day for span in spans for day in (span.earliest, span.latest) if day is not None]
    if not days or not is_time(data["期间"]):
        return
    whole = parse_time(data["期间"])
    begins, ends = whole.earliest or min(days), whole.latest or max(days)
    if min(days) < begins or max(days) > ends:
        first, last = min(days).year, max(days).year
        covered = f"{first}年" if first == last else f"{first}年至{last}年"
        doubts.add("期间", "列组超出了这个期间", [data["期间"], covered])


def shape_keys(read: Tabled, shape: Shape, doubts: Doubts) -> dict[str, Any]:
    """行名, 列组 and 指标, and what the table prints of its head."""
    row_title = shape.row_title
    if len(row_title.split()) > 1:
        doubts.add("行名", "表头是斜线分开的两层，行名是其中之一", row_title.split())
    data: dict[str, Any] = {"行名": row_title}
    if shape.head is not HeadRows.BOTH:
        data["表头"] = shape.head.value
    if read.said:
        data["表上"] = list(read.said)
    if read.unit:
        data["单位行"] = read.unit
    groups = list(dict.fromkeys(column.group for column in shape.columns))
    data["列组"] = [group_keys(group) for group in groups]
    data["列组相加"] = groups_add_up(groups, doubts)
    data["指标"] = indicator_keys(read, shape, groups[0], doubts)
    return data | total_keys(shape)


def group_keys(group: str) -> dict[str, str]:
    """A group with its period, where its name is one."""
    written = period(group)
    return {"名称": group, "期间": written} if is_time(written) else {"名称": group}


def groups_add_up(groups: Sequence[str], doubts: Doubts) -> str:
    """Periods that do not overlap may be added; of other groups one may lie within another."""
    if len(groups) == 1:
        return "是"
    spans = [parse_time(period(group)) for group in groups if is_time(period(group))]
    known = sorted((span.earliest, span.latest) for span in spans if span.earliest and span.latest)
    apart = all(one[1] < other[0] for one, other in pairwise(known))
    if len(known) == len(groups) and apart:
        return "是"
    doubts.add("列组相加", "列组之间可能互相包含（如全市与市本级），不能断定可否相加", ("否", "是"))
    return "否"


def indicator_keys(read: Tabled, shape: Shape, group: str, doubts: Doubts) -> list[dict[str, str]]:
    """指标 with their units; the unit line above the table gives what the heads leave out."""
    given = [unit for unit in re.split("[、，,/／和]", read.unit) if unit]
    indicators = []
    for position, column in enumerate(column for column in shape.columns if column.group == group):
        unit = column.unit
        if unit == NOT_WRITTEN and len(given) == 1 and not COUNTS.search(column.indicator):
            unit = given[0]
        elif unit == NOT_WRITTEN:
            doubts.add(f"指标.{position + 1}.单位", "表头没有写这一列的单位", given)
        indicators.append({"名称": column.indicator, "单位": unit})
    if shape.head is HeadRows.GROUPS:
        doubts.add("指标.1.名称", "表头只有列组，没有写数的名称", ("金额", "项目数量"))
    return indicators


def total_keys(shape: Shape) -> dict[str, str]:
    """How the total row is called and where it stands."""
    names = [joined(line.cells[shape.label] or line.cells[shape.number or 0]) for line in shape.body]
    totals = [name for name in names if name in TOTALS]
    if not totals:
        return {"合计行名": "无"}
    keys = {} if totals[0] == TOTAL_LABEL else {"合计行名": totals[0]}
    return {**keys, "合计在前": "是"} if names[0] in TOTALS else keys


def body_keys(shape: Shape) -> dict[str, Any]:
    """数据, 申报合计 and 申报总计."""
    rows: list[dict[str, Any]] = []
    data: dict[str, Any] = {}
    for line in shape.body:
        name = joined(line.cells[shape.label] or line.cells[shape.number or 0])
        if name in TOTALS:
            data["申报合计"] = figures(line, shape.columns)
            grand = {
                column.indicator: cell(line, column) for column in shape.totals if is_number(line, column)
            }
            data |= {"申报总计": grand} if grand else {}
        else:
            rows.append(row_keys(line, name, shape))
    return {"数据": rows, **data}


def row_keys(line: Line, name: str, shape: Shape) -> dict[str, Any]:
    """One row of numbers."""
    row: dict[str, Any] = {}
    if shape.number is not None and line.cells[shape.number]:
        row["序号"] = line.cells[shape.number]
    row |= {"行": name, "值": figures(line, shape.columns)}
    if shape.totals:
        row["申报合计"] = {column.indicator: cell(line, column) for column in shape.totals}
    if shape.remark is not None and line.cells[shape.remark]:
        row["备注"] = line.cells[shape.remark]
    return row


def figures(line: Line, columns: Sequence[Column]) -> dict[str, dict[str, str]]:
    """列组 → 指标 → the number as it is written."""
    groups: dict[str, dict[str, str]] = {}
    for column in columns:
        groups.setdefault(column.group, {})[column.indicator] = cell(line, column)
    return groups


def is_number(line: Line, column: Column) -> bool:
    """Whether a cell holds digits, and no word or stroke instead."""
    return line.cells[column.position][:1].isdigit()


def cell(line: Line, column: Column) -> str:
    """A number as it is written; what is empty is not written."""
    return line.cells[column.position] or NOT_WRITTEN
