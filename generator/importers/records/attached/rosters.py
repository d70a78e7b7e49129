"""名单 from rows: columns and lines, word for word; the last resort for every table that is nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.importers.drafts import Draft
from generator.importers.records.attached.lines import Line, joined
from generator.importers.records.attached.surroundings import NOT_WRITTEN, Doubts, region_of
from generator.importers.records.attached.tabled import Tabled, is_figure
from generator.importers.records.context import Context, closing_keys

MOST_HEAD_ROWS = 3


def roster_draft(read: Tabled, context: Context, part: str) -> Draft:
    """The record of a list."""
    doubts = Doubts()
    heads, body = head_and_body(read.lines)
    record_id = context.names.claim(f"名单-{read.title or context.holder or context.original}")
    data: dict[str, Any] = {"类别": "名单", "编号": record_id, "名称": read.title or NOT_WRITTEN}
    if not read.title:
        doubts.add("名称", "表上没有标题")
    text = " ".join(line.text for line in read.lines)
    data["地区"] = region_of(context, read.title, text, doubts)
    data["列"] = columns_of(heads, len(read.lines[0].cells), doubts)
    data["行"] = [[joined(cell) or NOT_WRITTEN for cell in line.cells] for line in body]
    if rows := rows_going_on(body):
        doubts.add("行", f"第 {rows} 行开头有空格子，可能是合并单元格的续格，记作“{NOT_WRITTEN}”")
    if above := [*read.said, *([f"单位：{read.unit}"] if read.unit else ())]:
        data["表上"] = above
    if read.notes:
        data["附注"] = list(read.notes)
    if doubts.entries:
        data["待确认"] = doubts.entries
    data |= closing_keys(context, part)
    return Draft(record_id, "名单", context.folder("cases"), data)


def rows_going_on(body: Sequence[Line]) -> str:
    """The rows, counted from 1, whose first cell is empty: one above may reach down to them."""
    numbers = (
        str(number) for number, line in enumerate(body[1:], start=2) if not line.cells[0] and line.words
    )
    return "、".join(numbers)


def head_and_body(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The head rows and the others: further head rows continue merged cells and hold no figures."""
    count = 1
    while count < min(MOST_HEAD_ROWS, len(lines) - 1) and continues(lines[count - 1], lines[count]):
        count += 1
    return (lines[:count], lines[count:]) if len(lines) > count else ((), lines)


def continues(above: Line, line: Line) -> bool:
    """Whether a row goes on with the head above it: its first cell is merged with the one above."""
    return (
        not line.cells[0]
        and any(not cell for cell in above.cells[1:])
        and not any(map(is_figure, line.cells))
    )


def columns_of(heads: Sequence[Line], width: int, doubts: Doubts) -> list[str]:
    """The names of the columns: of several head rows the words above one another, merged cells filled."""
    if not heads:
        doubts.add("列", "这张表没有看出表头")
        return [NOT_WRITTEN] * width
    names = [""] * width
    for depth, line in enumerate(heads):
        held = ""
        for at, cell in enumerate(line.cells):
            held = joined(cell) if cell else held if depth < len(heads) - 1 else ""
            names[at] += held
    if len(heads) > 1:
        doubts.add("列", f"表头有 {len(heads)} 层，已逐列合成一层")
    return [name or NOT_WRITTEN for name in names]
