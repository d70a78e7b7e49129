"""What every record has: its 编号, its 类别, where it comes from, how far it was verified."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.models.fields import Absent, Amount, Day, Id, Model, Time, Words


class Disclosure(StrEnum):
    """公开属性: only 主动公开 and 依申请公开 reach the site and the index."""

    PUBLIC = "主动公开"
    ON_REQUEST = "依申请公开"
    CLOSED = "不予公开"
    UNDECIDED = "待定"


PUBLISHED = (Disclosure.PUBLIC, Disclosure.ON_REQUEST, Absent.NOT_WRITTEN)


class Verification(StrEnum):
    """核验: whether a person compared the record with the official text."""

    VERIFIED = "已核"
    PARTLY = "部分核实"
    UNVERIFIED = "未核"


class Origin(Model):
    """来源: the document or page that a record was taken from."""

    title: Words = Field(alias="名称", description="来源文件或网页的名称")
    part: Words | None = Field(None, alias="部分", description="在来源中的位置，如 附件1")
    address: Words | None = Field(None, alias="网址")
    day: Day | None = Field(None, alias="日期")


class Erratum(Model):
    """勘误: a defect of the source that a person has looked at; the source itself stays as it is."""

    place: Words = Field(alias="位置")
    original: Words = Field(alias="原文")
    remark: Words = Field(alias="说明")
    correction: Words | None = Field(None, alias="更正")


class Pending(Model):
    """待确认: a field that could not be told for certain; what is written there, if anything, is a guess."""

    field: Words = Field(alias="字段", description="键名，下层的用点连接，如 附件.1.标题")
    candidates: tuple[Words, ...] = Field((), alias="候选")
    reason: Words = Field(alias="理由")


class SeriesPoint(Model):
    """One value of a yearly (or other) series."""

    period: Time = Field(alias="期间")
    value: Amount = Field(alias="数值")


class Measure(Model):
    """数据: one named fact in figures.

    Parts (分项) add up to the value; a list (清单) is as long as the value counts; a series
    (序列) has a value per period; items of different 口径 are never added.
    """

    name: Words = Field(alias="名称")
    value: Amount | None = Field(None, alias="数值")
    period: Time | None = Field(None, alias="期间")
    scope: Words | None = Field(None, alias="口径")
    parts: tuple[Measure, ...] = Field((), alias="分项", description="相加等于数值的各项")
    series: tuple[SeriesPoint, ...] = Field((), alias="序列")
    items: tuple[Words, ...] = Field((), alias="清单", description="条数等于数值的名单")
    quote: Words | None = Field(None, alias="引文", description="原文中含有这个数的短句")
    note: Words | None = Field(None, alias="说明")


class Record(Model):
    """The common head of every record."""

    kind: Words = Field(alias="类别", description="这条记录是什么，如 案例、政策、公文")
    id: Id = Field(alias="编号", description="库内唯一；字母、数字、汉字和连字符；不用文号作编号")
    origins: tuple[Origin, ...] = Field((), alias="来源")
    disclosure: Disclosure | Absent | None = Field(None, alias="公开属性")
    verification: Verification | None = Field(None, alias="核验")
    errata: tuple[Erratum, ...] = Field((), alias="勘误")
    pending: tuple[Pending, ...] = Field(
        (), alias="待确认", description="导入时拿不准的字段；确认后删去这一条"
    )
    remark: Words | None = Field(None, alias="备注", description="给编者看的话，不印出")

    @property
    def publishable(self) -> bool:
        """Whether the record may reach the site and the index (design rule 8).

        A published source often does not state its 公开属性, so 原文未写 and a key that was left
        out do not hold back what others issued.  待补, 无 and 不适用 decide nothing, as 待定 does.
        """
        return self.disclosure is None or self.disclosure in PUBLISHED

    @property
    def name(self) -> str:
        """The record's name for people; kinds with a title of their own say which."""
        return self.id
