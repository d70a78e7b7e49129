"""Bindings: {{ 统计.2016年.合计.金额 }} in a text becomes the figure of a record.

A path starts with a name of the 数据集, with 本 (the record itself) or with 库.编号 (any record),
and goes on by Chinese keys; an item of a list is named by its 名称, 题, 行, 编号 or 期间.
A measure needs no 数据 in front of it.  After | stands a filter: 顿号 joins a list, 个数 counts it.

The language is small on purpose: it can be traced back word by word, and it runs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from generator.compose.audience import NOT_PUBLIC, UNFILLED, Audience
from generator.compose.effective import forwarded_of
from generator.compose.statistics import TOTAL_LABEL, grand_total, group_total
from generator.document import Bound, Inline, Inlines, Text
from generator.hanzi.calendar import TimeSpan, print_day
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.marks import enclose
from generator.library import Library
from generator.models.fields import Absent, YesNo
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import IssuingFacts
from generator.models.record import Measure, Record, SeriesPoint
from generator.models.returns import ColumnGroup, Dash, Statistics
from generator.problems import Level, Place, Problem
from generator.quantity import Quantity, print_decimal

BINDING = re.compile(r"\{\{\s*(?P<path>[^{}|]+?)\s*(?:\|\s*(?P<filter>[^{}|]+?)\s*)?\}\}")
STRAY = re.compile(r"\{\{|\}\}|\{%|%\}")
OWN, ANY, INCOMING = "本", "库", "来文"
NAMES = ("name", "title", "id", "period", "number", "time")
"""Attributes by which an item of a list may be named."""
SHORTCUTS = ("measures", "parts", "series")
"""Lists whose items follow their record or measure without the key in front of them."""
CITED_AS = ("题名", "全称")
"""What a policy or document can be called in a text: its title alone, or with its 文号."""
SAME_NAME = object()
"""Stands for a name that several items share."""


class UnresolvedError(Exception):
    """A path leads nowhere; the message says at which step, the hint what could stand there."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class UnreadError(UnresolvedError):
    """A path leads to a record whose file could not be read; that file is to be mended, not the path."""


@dataclass(frozen=True, slots=True)
class Binder:
    """Reads bindings for one document.

    Attributes:
        library: where records are looked up.
        aliases: short names of the 数据集 → 编号.
        own: the record that 本 stands for.
        computed: values that composing worked out, by name and key (入册 → 案例数 → text).
        audience: who reads it; of hidden records nothing is told to everybody.
    """

    library: Library
    aliases: Mapping[str, str]
    own: Record | None = None
    computed: Mapping[str, Mapping[str, str]] | None = None
    audience: Audience = Audience.PRINT

    def bind(self, text: str, place: Place, problems: list[Problem]) -> Inlines:
        """Split a text at its bindings and fill them in; what fails is added to `problems`.

        Args:
            text: words with {{ … }} in them.
            place: where the text begins, for the messages.
            problems: takes the faults; the failed binding stays visible in the text.
        """
        return tuple(self.pieces(text, place, problems))

    def pieces(self, text: str, place: Place, problems: list[Problem]) -> Iterator[Inline]:
        """Words and figures in turn."""
        end = 0
        for match in BINDING.finditer(text):
            if match.start() > end:
                yield Text(checked(text[end : match.start()], place, problems))
            yield self.piece(match, place, problems)
            end = match.end()
        if end < len(text):
            yield Text(checked(text[end:], place, problems))

    def piece(self, match: re.Match[str], place: Place, problems: list[Problem]) -> Inline:
        """One figure, or what stands in its place where it does not resolve."""
        try:
            return self.resolve(match["path"], match["filter"])
        except UnreadError as error:
            problems.append(Problem(Level.HINT, "BIND005", error.message, place, error.hint))
        except UnresolvedError as error:
            message = f"绑定“{match[0]}”{error.message}"
            problems.append(Problem(Level.ERROR, "BIND001", message, place, error.hint))
        return Text(self.unfilled(match))

    def unfilled(self, match: re.Match[str]) -> str:
        """What stands in place of a figure: a mistake as it was written, but for what leads to a record.

        For everybody a figure of a hidden record is 不予公开, and the name of a record that is nowhere is
        left out, since it may be that of a hidden one that could not be read.
        """
        if self.audience is not Audience.SITE:
            return match[0]
        steps = [step.strip() for step in match["path"].split(".")]
        if self.is_hidden(steps, match["filter"]):
            return NOT_PUBLIC
        named = steps[0] == ANY and len(steps) > 1 and steps[1] not in self.library
        return UNFILLED if named or steps[0] in self.aliases else match[0]

    def is_hidden(self, steps: list[str], filter_name: str | None) -> bool:
        """Whether a path that leads nowhere in the public view leads somewhere in the whole library."""
        whole = self.library.whole
        entry = whole.entries.get(self.own.id) if whole and self.own else None
        if whole is None or entry is None:
            return False
        inside = Binder(whole, aliases_of(whole, entry.record), own=entry.record)
        try:
            record, _ = inside.start(steps)
            if record.id in self.library:
                inside.resolve(".".join(steps), filter_name)
        except UnresolvedError:
            return False
        return True

    def resolve(self, path: str, filter_name: str | None = None) -> Bound:
        """The figure at a path.

        Raises:
            UnresolvedError: a step leads nowhere, or the value cannot be printed.
        """
        steps = [step.strip() for step in path.split(".")]
        if self.computed and steps[0] in self.computed:
            return Bound(computed_value(self.computed[steps[0]], steps), "", path)
        record, rest = self.start(steps)
        *_, value = values_along(record, rest)
        return Bound(printed(value, filter_name), record.id, ".".join(rest))

    def start(self, steps: list[str]) -> tuple[Record, list[str]]:
        """The record that a path starts at, and the steps that are left."""
        head = steps[0]
        if head == OWN and self.own is not None:
            return self.own, steps[1:]
        if head == ANY and len(steps) > 1:
            return self.record(steps[1]), steps[2:]
        if head in self.aliases:
            return self.record(self.aliases[head]), steps[1:]
        known = "、".join((*self.aliases, *(self.computed or ()), ANY, *((OWN,) if self.own else ())))
        raise UnresolvedError(f"开头的“{head}”不认识", f"可用的开头：{known}")

    def record(self, record_id: str) -> Record:
        """A record of the library."""
        entry = self.library.entries.get(record_id)
        if entry is None and record_id in self.library.unread:
            raise UnreadError(f"这里用到“{record_id}”，那份记录读不出来，数字没有核对", "先改好那份记录")
        if entry is None:
            raise UnresolvedError(f"指向的“{record_id}”不在库里", "核对编号，或先把这条记录放进库里")
        if is_classified(entry.record) and not is_classified(self.own):
            raise UnresolvedError(f"指向涉密公文“{record_id}”", "涉密公文的标题和内容不能写进不涉密的文件")
        return entry.record


def aliases_of(library: Library, record: Record) -> dict[str, str]:
    """What bindings of a record may start with: names of its 数据集, 来文 for the text that it forwards."""
    named = dict(record.data) if isinstance(record, IssuedDocument | CollectionRecord) else {}
    forwarded = forwarded_of(library, record) if isinstance(record, IssuedDocument) else None
    return {**named, **({INCOMING: forwarded} if forwarded else {})}


def is_classified(record: Record | None) -> bool:
    """Whether a record is a document that bears a 密级 (GB/T 9704-2012 clause 7.2.2)."""
    return isinstance(record, IssuedDocument) and record.secrecy is not None


def checked(text: str, place: Place, problems: list[Problem]) -> str:
    """Words between bindings; half a binding is reported, not printed unseen."""
    stray = STRAY.search(text)
    if stray:
        hint = "绑定写成 {{ 路径 }}，两边各两个花括号"
        problems.append(Problem(Level.ERROR, "BIND002", f"有不完整的“{stray[0]}”", place, hint))
    return text


def computed_value(values: Mapping[str, str], steps: list[str]) -> str:
    """A value that composing worked out."""
    key = ".".join(steps[1:])
    if key not in values:
        raise UnresolvedError(f"没有“{key}”这一项", f"可写 {'、'.join(values)}")
    return values[key]


def values_along(record: Record, steps: Iterable[str]) -> Iterator[Any]:
    """A record, then what each step of a path leads to.

    Raises:
        UnresolvedError: a step leads nowhere.
    """
    value: Any = record
    yield value
    for step in steps:
        value = step_into(value, step)
        yield value


def step_into(value: Any, step: str) -> Any:
    """One step along a path."""
    if isinstance(value, Statistics):
        return step_into_statistics(value, step)
    if isinstance(value, Mapping):
        return choose(dict(value), step)
    if isinstance(value, tuple):
        return choose(by_name(value), step)
    if isinstance(value, BaseModel):
        return choose(members(value), step)
    raise UnresolvedError(f"在“{step}”之前已经是一个值了", "删去多余的部分")


def choose(options: Mapping[str, Any], step: str) -> Any:
    """The member of this name."""
    if step not in options:
        near = get_close_matches(step, options, n=1, cutoff=0.5)
        hint = f"是不是“{near[0]}”？" if near else f"可写 {'、'.join(list(options)[:12])}"
        raise UnresolvedError(f"没有“{step}”这一项", hint)
    if options[step] is SAME_NAME:
        raise UnresolvedError(f"的“{step}”有两项同名", "改成不同的名称，再绑定")
    return options[step]


def members(value: BaseModel) -> dict[str, Any]:
    """What can follow a record or a part: its keys, and by name its measures, parts and series."""
    found = {info.alias or name: getattr(value, name) for name, info in type(value).model_fields.items()}
    shortcuts = (getattr(value, shortcut, ()) for shortcut in SHORTCUTS)
    found = {**by_name(tuple(item for items in shortcuts for item in items)), **found}
    if isinstance(value, IssuingFacts):
        found |= dict(zip(CITED_AS, (enclose(value.name), citation(value)), strict=True))
    return found


def citation(facts: IssuingFacts) -> str:
    """How a text is cited: 《标题》（文号）, the title alone where the number is not known.

    Minutes (纪要〔2011〕5号) have no 机关代字: their number begins with their title and says it all.
    """
    if not isinstance(facts.number, DocNumber):
        return enclose(facts.name)
    if facts.number.code == facts.name:
        return str(facts.number)
    return f"{enclose(facts.name)}（{facts.number}）"


def by_name(items: tuple[Any, ...]) -> dict[str, Any]:
    """The items of a list by name; a name that two of them share leads to neither."""
    found: dict[str, Any] = {}
    for name, item in named_items(items):
        found[name] = SAME_NAME if name in found else item
    return found


def named_items(items: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """The items of a list by name."""
    for item in items:
        name = next((getattr(item, key) for key in NAMES if getattr(item, key, None) is not None), None)
        if name is not None:
            yield name.text if isinstance(name, TimeSpan) else str(name), item


def step_into_statistics(table: Statistics, step: str) -> Any:
    """A group of a statistics table, or its grand totals, or one of its keys."""
    if step == TOTAL_LABEL and table.groups_add_up is not YesNo.YES:
        raise UnresolvedError("的列组互相包含，不能相加", "写明是哪一个列组，如 全市.合计")
    groups = {group.name: group_cells(table, group) for group in table.groups}
    options = {**members(table), **groups, TOTAL_LABEL: grand_cells(table)}
    return choose(options, step)


def group_cells(table: Statistics, group: ColumnGroup) -> dict[str, Any]:
    """行 → 指标 → number, the same for the computed total, and the group's own keys."""
    sums = {item.name: Total(group_total(table, group.name, item.name)) for item in table.indicators}
    return {**members(group), **{row.name: row.values[group.name] for row in table.rows}, TOTAL_LABEL: sums}


def grand_cells(table: Statistics) -> dict[str, Any]:
    """指标 → grand total; empty where the groups contain one another."""
    sums = {item.name: grand_total(table, item.name) for item in table.indicators}
    return {name: Total(number) for name, number in sums.items() if number is not None}


@dataclass(frozen=True, slots=True)
class Total:
    """A computed sum, printed without needless zeros."""

    number: Decimal


FILTERS: Mapping[str, Callable[[tuple[Any, ...]], str]] = {
    "顿号": lambda items: "、".join(printed(item) for item in items),
    "个数": lambda items: str(len(items)),
}


def printed(value: Any, filter_name: str | None = None) -> str:
    """A value as words.

    Raises:
        UnresolvedError: the value is a group, a list without a filter, or not known.
    """
    if filter_name:
        return filtered(value, filter_name)
    if isinstance(value, Absent | Dash):
        raise UnresolvedError(f"的内容是“{value.value}”，没有数可印", "先在记录里补上，或改写这句话")
    if isinstance(value, tuple):
        raise UnresolvedError("是一个列表", "在后面加 |顿号 或 |个数")
    worded = in_words(value)
    if worded is None:
        raise UnresolvedError("没有指到一个值", "再往下写一层")
    return worded


def in_words(value: Any) -> str | None:
    """The words of one value; a part that has a 数值 stands for it."""
    match value:
        case Quantity() | TimeSpan():
            return value.text
        case Total():
            return print_decimal(value.number)
        case date():
            return print_day(value)
        case str() | int() | Decimal() | DocNumber():
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        case Measure() | SeriesPoint() if value.value is not None:
            return value.value.text
    return None


def filtered(value: Any, filter_name: str) -> str:
    """A list through a filter; a measure stands for its list."""
    if filter_name not in FILTERS:
        raise UnresolvedError(f"的过滤“{filter_name}”不认识", f"可写 {'、'.join(FILTERS)}")
    items = value.items if isinstance(value, Measure) else value
    if not isinstance(items, tuple):
        raise UnresolvedError(f"不是列表，不能用“{filter_name}”", "去掉 | 和后面的字")
    return FILTERS[filter_name](items)
