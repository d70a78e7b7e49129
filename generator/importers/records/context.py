"""What an attachment needs to know of the document that bears it, and of the import as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.importers.records.names import TakenNames
from generator.library import Library
from generator.models.record import Disclosure

IMPORTED = "imported"
"""The folder below cases/ and policies/ that imported records go to unless another is asked for.

Texts, stubs and logs go below policies/; cases, practices and all that stands in tables (统计表, 调查表,
调查填报, 名单) below cases/, in the folder of the same name, whoever filled them in.
"""


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a text that becomes a record.

    Attributes:
        library: the library that takes the records; it does not hold what an earlier import of the
            same original made.
        original: the name of the file.
        origin: 来源 of the original, as the keys of a record: 名称, 网址, 日期.
        names: hands out free 编号, unique in the library and in this import.
        shelf: the folder below cases/ and policies/ that takes the records.
        holder: 编号 of the document that bears the attachment; empty for a text that stands alone.
        holder_title: its 标题.
        region: its 地区 by full name; empty where it is not known.
        issuers: its 发文机关 by full name.
        day: its 成文日期, else the day of printing.
        period: the time that it reports on, as it says itself (2016年至2017年5月); empty if it says none.
        disclosure: its 公开属性 as a value of the key; 待定 where nothing says it.
        position: which attachment of the holder it is, from 1.
        before: the texts that an earlier import of the same original made.
        lines: the number of a recovered paragraph → the line of the original, as a person finds it.
        removed: lines that cleaning took out because a page or journal says them of itself (来源, 责任编辑).
    """

    library: Library
    original: str
    origin: Mapping[str, str]
    names: TakenNames
    shelf: str = IMPORTED
    holder: str = ""
    holder_title: str = ""
    region: str = ""
    issuers: tuple[str, ...] = ()
    day: date | None = None
    period: str = ""
    disclosure: str = Disclosure.UNDECIDED.value
    position: int = 1
    before: Library | None = None
    lines: Mapping[int, int] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    unplaced: list[tuple[int, str]] = field(default_factory=list)
    """Takes words (number of the paragraph, text) that no key of a record has room for."""

    def folder(self, room: str) -> str:
        """Where a record goes: `room` is cases or policies."""
        return f"{room}/{self.shelf}" if self.shelf else room

    def origins(self, part: str = "") -> list[dict[str, str]]:
        """来源 of a record: the original, and which part of it (附件1)."""
        source = dict(self.origin)
        if not part:
            return [source]
        return [{"名称": source.pop("名称", self.original), "部分": part, **source}]

    def keep(self, paragraph: int, words: str) -> None:
        """Keep words of the original that no record has room for: they go to 未归入.

        Args:
            paragraph: the number of the recovered paragraph.
            words: what stands there.
        """
        if words.strip():
            self.unplaced.append((paragraph, words))

    def line(self, paragraph: int) -> int:
        """The line of the original that a recovered paragraph was read from."""
        return self.lines.get(paragraph, paragraph)


def closing_keys(context: Context, part: str = "") -> Iterator[tuple[str, object]]:
    """The keys that end every imported record: 公开属性, 来源, 核验."""
    yield "公开属性", context.disclosure
    yield "来源", context.origins(part)
    yield "核验", "未核"
