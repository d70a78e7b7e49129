"""A table as bureaus send it: title row, 填报单位, 单位 line, the table itself, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.importers.records.attached.lines import Line, padded, tight
from generator.models.returns import Dash
from generator.quantity import NUMBER

UNIT = r"(?:[万亿]?元|[个项家人次场件套台户名所份]|万?平方米|公里|千米|人次|万人|亿元|%|％)"
REPORTER = "填报单位"
UNIT_LINE = re.compile(
    rf"(?:[（(])?(?:计量|金额|数量)?单位[：:]\s*(?P<unit>{UNIT}(?:[、，,/／和]{UNIT})*)(?:[）)])?"
)
REPORTER_LINE = re.compile(
    r"(?P<label>(?:填报|填表|填制|报送|编报|编制|上报|制表)(?:单位|部门|机关|机构)(?:名称)?(?:[（(][^）)]{1,6}[）)])?)[：:]"
    r"\s*(?P<name>.*)"
)
PERIOD_LINE = re.compile(r"(?:(?:统计|填报|报告|所属)?(?:期间|时间|年度|时段))[：:]\s*(?P<period>.+)")
ATTACHMENT = re.compile(r"附(?:件|表)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[-－—之]\d{1,2})?[：:]?")
SEAL = re.compile(r"\s*[（(]\s*(?:盖章|公章|签章|印章|章)\s*[）)]\s*")
"""Where a form asks for a seal: 填报单位：某市财政局（盖章）."""
LABELLED = re.compile(r"[^：:。，,；\d]{2,14}[：:].{0,40}")
FOOT = re.compile(
    r"(?:注|说明|备注|附注|填报说明)\s*[：:0-9]|(?:填表|制表|审核|负责|经办|联系|单位负责)[^：:]{0,8}[：:]"
)
GAP = re.compile(r"\s{2,}|\t|\n|\u3000+")
CELL_FIGURE = re.compile(rf"{NUMBER}|无|原文未写|不适用|待补|" + "|".join(map(re.escape, Dash)))


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table with what stands around it.

    `lines` are the rows of the table, its head first; `loose` are words above or below it that have no
    meaning to us, as they stand.
    """

    title: str
    lines: tuple[Line, ...]
    label: str = ""
    """附件1, where that stands above the title: it tells which attachment this is and is no title."""
    reporter: str = ""
    unit: str = ""
    period: str = ""
    above: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def said(self) -> tuple[str, ...]:
        """All that stands above the table but its unit, as it is written."""
        reporter = f"{REPORTER}：{self.reporter}" if self.reporter else ""
        named = reporter and not any(self.reporter in words for words in self.above)
        return (reporter, *self.above) if named else self.above


def read_tabled(title: str, lines: Iterable[Line]) -> Tabled:
    """Part the rows into what stands above the table, the table, and what stands below it."""
    rows = tuple(lines)
    first = next((number for number, line in enumerate(rows) if is_row(line)), len(rows))
    last = max((number for number, line in enumerate(rows) if is_row(line)), default=-1) + 1
    while last > first + 1 and is_foot(rows[last - 1]):
        last -= 1
    while last < len(rows) and len(rows[last].words) == 1 and not is_foot(rows[last]) and is_tail(rows, last):
        last += 1
    read = Tabled(title, padded(rows[first:last]), notes=tuple(line.text for line in rows[last:]))
    for line in rows[:first]:
        read = with_line(read, line)
    return read


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table and no title, unit line or signature."""
    return len(line.words) > 1 and not all(is_label(word) for word in line.words)


def is_tail(rows: tuple[Line, ...], position: int) -> bool:
    """Whether a row of one cell belongs to a table of several columns: it continues the table's grid."""
    return len(rows[position].cells) > 1 and not LABELLED.fullmatch(rows[position].words[0])


def is_label(word: str) -> bool:
    """Whether words are a label with what was filled in behind it: 填报单位：某县财政局."""
    return all(LABELLED.fullmatch(part) or UNIT_LINE.fullmatch(part) for part in GAP.split(word) if part)


def is_foot(line: Line) -> bool:
    """Whether a line stands below a table: a note, or who filled it in."""
    return bool(FOOT.match(tight(line.text))) or all(is_label(word) for word in line.words)


def with_line(read: Tabled, line: Line) -> Tabled:
    """Take in a line above the table: what it labels, else the title, else words as they are."""
    if not read.title and not read.label and ATTACHMENT.fullmatch(tight(line.text)):
        return replace(read, label=tight(line.text).rstrip("：:"))
    parts = [part for word in line.words for part in GAP.split(word) if part]
    if not any(is_label(part) for part in parts) and not read.title:
        return replace(read, title=line.text)
    if tight(line.text) == tight(read.title):
        return read
    for part in parts:
        read = with_part(read, part)
    return read


def with_part(read: Tabled, part: str) -> Tabled:
    """Take in one labelled word above the table; what is not known stays as it is."""
    unit, reporter, period = (form.fullmatch(part) for form in (UNIT_LINE, REPORTER_LINE, PERIOD_LINE))
    if unit and not read.unit:
        return replace(read, unit=unit["unit"])
    if reporter and not read.reporter:
        name = SEAL.sub("", reporter["name"]).strip()
        named = replace(read, reporter=name)
        plain = reporter["label"] == REPORTER and name and name == reporter["name"].strip()
        return named if plain else replace(named, above=(*read.above, part))
    if period and not read.period:
        return replace(read, period=period["period"], above=(*read.above, part))
    return replace(read, above=(*read.above, part))


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, or a word or stroke that stands for one."""
    return bool(CELL_FIGURE.fullmatch(text.strip()))
