"""Reference tables: 机构库, 行政区划, 代码表, 制度参数."""

from __future__ import annotations

from pydantic import Field

from generator.models.fields import Absent, Day, Id, Model, Words, YesNo
from generator.models.judging import Judging
from generator.models.record import Record, Verification


class Body(Model):
    """机构: a body with its names, region and 机关代字."""

    id: Id = Field(alias="编号")
    name: Words = Field(alias="全称")
    aliases: tuple[Words, ...] = Field((), alias="别名")
    level: Words = Field(alias="层级")
    region: Words = Field(alias="地区")
    codes: tuple[Words, ...] = Field((), alias="代字")
    printer: Words | None = Field(None, alias="印发机关")
    superior: Id | None = Field(None, alias="上级业务")
    note: Words | None = Field(None, alias="说明")


class BodyTable(Record):
    """机构库."""

    bodies: tuple[Body, ...] = Field(alias="机构", min_length=1)


class Region(Model):
    """区划: its code, full name, short name and the region above it."""

    code: Words = Field(alias="代码")
    full_name: Words = Field(alias="全称")
    short_name: Words = Field(alias="简称")
    parent: Words | None = Field(None, alias="上级", description="上级地区的全称")


class RegionTable(Record):
    """行政区划."""

    regions: tuple[Region, ...] = Field(alias="区划", min_length=1)


class Code(Model):
    """One entry of a code table."""

    code: Words | None = Field(None, alias="代码")
    name: Words = Field(alias="名称")
    aliases: tuple[Words, ...] = Field((), alias="别名")
    sections: tuple[Words, ...] = Field((), alias="章节", description="案例形式的各节标题")
    basis: Id | None = Field(None, alias="依据", description="政策编号")
    anchor: Words | None = Field(None, alias="锚")
    note: Words | None = Field(None, alias="说明")


class CodeTable(Record):
    """代码表: names that records may use, with their aliases."""

    title: Words = Field(alias="名称")
    codes: tuple[Code, ...] = Field(alias="条目", min_length=1)
    note: Words | None = Field(None, alias="说明")

    @property
    def name(self) -> str:
        """The table's title."""
        return self.title


class RuleBasis(Model):
    """依据 of a rule: a policy and its provision."""

    policy: Id = Field(alias="政策")
    anchor: Words | None = Field(None, alias="条")


class Rule(Model):
    """制度参数: a rule of law or a local threshold as data, judged by date and place."""

    id: Id = Field(alias="编号")
    name: Words = Field(alias="名称")
    region: Words = Field(alias="适用", description="地区全称；全国性规则写 全国")
    applies_to: Words | None = Field(None, alias="对象")
    effective_on: Day | Absent = Field(alias="生效")
    expires_on: Day | None = Field(None, alias="失效")
    content: Words = Field(alias="内容")
    parameters: dict[Words, Words] = Field(default_factory=dict, alias="参数")
    items: tuple[Words, ...] = Field((), alias="清单")
    judging: Judging | None = Field(None, alias="判断", description="程序怎样用这条规则；不写则只供查阅")
    basis: RuleBasis | Absent = Field(alias="依据")
    verification: Verification = Field(alias="核验")
    in_force: YesNo = Field(YesNo.YES, alias="启用")


class RuleTable(Record):
    """制度参数表."""

    rules: tuple[Rule, ...] = Field(alias="规则", min_length=1)
