"""用语表: slips of the pen, confused terms and what to write instead; staff edit the table."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.models.fields import Model, Words, YesNo
from generator.models.record import Record


class Severity(StrEnum):
    """级别 of a slip, in the words of problems."""

    ERROR = "错误"
    WARNING = "警告"
    HINT = "提示"


class WordingEntry(Model):
    """One slip: what is written, what is right, where it holds, how grave it is and why."""

    wrong: Words = Field(alias="错")
    right: tuple[Words, ...] = Field((), alias="正", description="可有几种写法；没有现成写法就不写，看理由")
    condition: Words | None = Field(None, alias="条件")
    severity: Severity = Field(Severity.HINT, alias="级别")
    reason: Words = Field(alias="理由")
    basis: Words | None = Field(None, alias="依据")
    active: YesNo = Field(YesNo.YES, alias="启用")


class WordingTable(Record):
    """用语表."""

    title: Words = Field(alias="名称")
    entries: tuple[WordingEntry, ...] = Field(alias="条目", min_length=1)

    @property
    def name(self) -> str:
        """The table's title."""
        return self.title
