"""导入记录: what became of an original file, so that every character of it can be accounted for."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.models.fields import Count, Model, Words, YesNo
from generator.models.record import Record


class Handling(StrEnum):
    """处理: what was done to a stretch of an original."""

    REMOVED = "去除"
    JOINED = "合并"
    CORRECTED = "更正"


class Handled(Model):
    """One entry of the log; with 撤销 是 the next import leaves that stretch as it was."""

    id: Words = Field(alias="编号", description="行号和处理，如 12-去除；同一份原件每次导入都相同")
    line: Count = Field(alias="行", description="在原件中的行号（Word 文件为段号）")
    handling: Handling = Field(alias="处理")
    before: Words = Field(alias="原文")
    after: Words | None = Field(None, alias="改为")
    reason: Words = Field(alias="理由")
    undone: YesNo = Field(YesNo.NO, alias="撤销")


class OriginalFile(Model):
    """原件: the file as it came, known again by its SHA-256."""

    name: Words = Field(alias="文件名")
    kind: Words = Field(alias="格式", description="docx、txt、html、pdf、xlsx")
    size: Count = Field(alias="字节数")
    sha256: Words = Field(alias="摘要", description="SHA-256")
    encoding: Words | None = Field(None, alias="编码")
    address: Words | None = Field(None, alias="网址")


class Unplaced(Model):
    """未归入: words of the original that belong to no part of any record, kept here."""

    line: Count = Field(alias="行")
    text: Words = Field(alias="原文")


class Written(Model):
    """写出: a record's file as the import wrote it, so that a person's edits are known and kept."""

    id: Words = Field(alias="编号")
    sha256: Words = Field(alias="摘要", description="写出时文件的 SHA-256")


class ImportLog(Record):
    """导入记录: the original, the records made of it, and what was removed, joined or corrected."""

    original: OriginalFile = Field(alias="原件")
    records: tuple[Words, ...] = Field(
        (), alias="记录", description="由这份原件产生的记录；后来删去或改名的，这里照旧"
    )
    written: tuple[Written, ...] = Field((), alias="写出", description="由程序填写，不要改")
    handled: tuple[Handled, ...] = Field((), alias="清洗")
    unplaced: tuple[Unplaced, ...] = Field((), alias="未归入")

    @property
    def name(self) -> str:
        """The name of the original."""
        return self.original.name

    @property
    def publishable(self) -> bool:
        """A log of the workshop: it never reaches the site or the index."""
        return False
