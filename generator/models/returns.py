"""报表与调查: 统计表, 调查表 and its 填报, 调查汇总, 名单."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from generator.models.fields import Absent, Count, Id, Known, Model, Number, Time, Words, YesNo, read_text
from generator.models.record import Measure, Record
from generator.quantity import parse_decimal

TOTAL_LABEL = "合计"
"""The name of the computed sums, in tables and in bindings."""
SPACES = re.compile(r"\s+")
ABOVE = "标题和表格之间的话，照原文，如 填报单位：某市财政局"
BELOW = "表下的注、填表人和联系电话等，照原文；站点只显示“注”和“说明”"


class Dash(StrEnum):
    """A stroke that a table prints instead of a number; what it means the table does not say."""

    EM = "—"
    LONG = "——"
    FULL_WIDTH = "－"
    EN = "–"
    HYPHEN = "-"
    DOUBLE = "--"
    SLASH = "/"


class Written(Decimal):
    """A number of a table that remembers how it was written (1,234.50)."""

    text: str = ""


Figure = Written | Absent | Dash
"""A cell of a table: a number, or what stands there instead; only numbers are added up."""


def read_figure(value: Any) -> Figure:
    """A cell as it is written: a plain number, 无, 原文未写, 不适用, 待补, or a stroke.

    Raises:
        ValueError: something else, with what to write.
    """
    text = read_text(value).strip()
    if text in tuple(Absent):
        return Absent(text)
    if text in tuple(Dash):
        return Dash(text)
    number = Written(parse_decimal(text))
    number.text = text
    return number


CellFigure = Annotated[
    Figure,
    PlainValidator(lambda value: value if isinstance(value, Figure) else read_figure(value)),
    WithJsonSchema(
        {
            "type": "string",
            "description": "不带单位的数字，照原文写，如 9199.3；没有数的写 无、原文未写 或照抄横线",
        }
    ),
]


class HeadRows(StrEnum):
    """表头: which of the two rows of a head the table has."""

    BOTH = "两层"
    GROUPS = "只有列组"
    INDICATORS = "只有指标"


class ColumnGroup(Model):
    """列组: a period or a 口径 that the columns repeat for."""

    name: Words = Field(alias="名称")
    period: Time | None = Field(None, alias="期间")


class Indicator(Model):
    """指标: a column under every group, with the unit of its numbers."""

    name: Words = Field(alias="名称")
    unit: Known = Field(alias="单位")


Cells = dict[Words, dict[Words, CellFigure]]
"""列组 → 指标 → number, or what stands there instead."""


class StatisticsRow(Model):
    """One row of numbers."""

    number: Words | None = Field(None, alias="序号")
    name: Words = Field(alias="行")
    values: Cells = Field(alias="值")
    stated: dict[Words, CellFigure] = Field(
        default_factory=dict, alias="申报合计", description="原表“合计”列里这一行的数，与各列组之和核对"
    )
    remark: Words | None = Field(None, alias="备注")


class Statistics(Record):
    """统计表: rows × groups × indicators; totals are computed and compared with the stated ones."""

    title: Words = Field(alias="名称")
    reporter: Known = Field(alias="填报单位")
    region: Words = Field(alias="地区")
    period: Time = Field(alias="期间")
    scope: Words | None = Field(None, alias="口径")
    row_title: Words = Field(alias="行名", description="行的总称，如 服务类别")
    head: HeadRows = Field(HeadRows.BOTH, alias="表头")
    above: tuple[Words, ...] = Field((), alias="表上", description=ABOVE)
    unit_line: Words | None = Field(None, alias="单位行", description="表上方“单位：”后面的话，如 万元")
    total_name: Known = Field(TOTAL_LABEL, alias="合计行名", description="原表没有合计行的写“无”")
    total_first: YesNo = Field(YesNo.NO, alias="合计在前")
    row_code: Id | None = Field(None, alias="行代码表", description="行名称所属的代码表的编号")
    groups: tuple[ColumnGroup, ...] = Field(alias="列组", min_length=1)
    groups_add_up: YesNo = Field(alias="列组相加", description="全市与市本级这样互相包含的列组写“否”")
    indicators: tuple[Indicator, ...] = Field(alias="指标", min_length=1)
    rows: tuple[StatisticsRow, ...] = Field(alias="数据", min_length=1)
    stated_totals: Cells = Field(
        default_factory=dict, alias="申报合计", description="原文写出的合计，与计算值核对"
    )
    stated_grand: dict[Words, Number] = Field(default_factory=dict, alias="申报总计")
    measures: tuple[Measure, ...] = Field((), alias="附加指标")
    notes: tuple[Words, ...] = Field((), alias="附注", description=BELOW)

    @property
    def name(self) -> str:
        """The table's title."""
        return self.title

    @model_validator(mode="after")
    def names_are_told_apart(self) -> Self:
        """No two rows, groups or indicators share a name, and none is called 合计, which is computed.

        Raises:
            ValueError: a name stands twice, or a total is written among the rows or groups.
        """
        for kind, parts in (("列组", self.groups), ("指标", self.indicators), ("行", self.rows)):
            counts = Counter(part.name for part in parts)
            name, times = counts.most_common(1)[0]
            if times > 1:
                raise ValueError(f"{kind}“{name}”写了 {times} 次；请合并，或改成不同的名称")
            if TOTAL_LABEL in (SPACES.sub("", name) for name in counts):
                raise ValueError(f"{kind}里写了“{TOTAL_LABEL}”，它由程序计算；请移到“申报合计”")
        return self

    @model_validator(mode="after")
    def every_cell_is_there(self) -> Self:
        """Each row has each group and each indicator, and no others.

        Raises:
            ValueError: a cell is missing or belongs to no column.
        """
        indicators = {indicator.name for indicator in self.indicators}
        groups = {group.name for group in self.groups}
        for row in self.rows:
            if set(row.values) != groups:
                raise ValueError(f"行“{row.name}”的列组应为 {'、'.join(sorted(groups))}")
            for group, cells in row.values.items():
                if set(cells) != indicators:
                    raise ValueError(f"行“{row.name}”“{group}”的指标应为 {'、'.join(sorted(indicators))}")
        return self


class SurveyItem(Model):
    """事项: one question of a survey form."""

    number: Count = Field(alias="序")
    part: Words = Field(alias="部分")
    question: Words = Field(alias="事项")
    type: Words = Field(alias="题型")
    instruction: Known = Field(alias="填报说明")


class SurveyForm(Record):
    """调查表: the questions."""

    title: Words = Field(alias="名称")
    issued_by: Id | None = Field(None, alias="下发文件")
    columns: tuple[Words, Words, Words] = Field(alias="栏目")
    items: tuple[SurveyItem, ...] = Field(alias="事项", min_length=1)

    @property
    def name(self) -> str:
        """The form's title."""
        return self.title


class SurveyAnswer(Model):
    """填报: one answer; paragraphs as the return has them."""

    number: Count = Field(alias="序")
    paragraphs: tuple[Words, ...] = Field(alias="内容", min_length=1)


class SurveyReturn(Record):
    """调查填报: the answers of one unit."""

    title: Words = Field(alias="名称")
    form: Id = Field(alias="调查表")
    reporter: Words = Field(alias="填报单位")
    region: Words = Field(alias="地区")
    period: Time = Field(alias="期间")
    answers: tuple[SurveyAnswer, ...] = Field(alias="填报", min_length=1)
    notes: tuple[Words, ...] = Field((), alias="附注", description=BELOW)

    @property
    def name(self) -> str:
        """The return's title."""
        return self.title


class SurveySummary(Record):
    """调查汇总: the returns of one form side by side, item by item; it can stand behind a report."""

    title: Words = Field(alias="名称")
    form: Id = Field(alias="调查表")
    returns: tuple[Id, ...] = Field((), alias="填报", description="调查填报的编号；不写则取这张表的全部填报")
    items: tuple[Count, ...] = Field((), alias="事项", description="只列这几项；不写则全部列出")

    @property
    def name(self) -> str:
        """The summary's title."""
        return self.title


class Roster(Record):
    """名单: columns and lines."""

    title: Words = Field(alias="名称")
    region: Words = Field(alias="地区")
    columns: tuple[Words, ...] = Field(alias="列", min_length=1)
    lines: tuple[tuple[Words, ...], ...] = Field(
        alias="行", min_length=1, description="每行按“列”的次序；空着的格子写“原文未写”"
    )
    above: tuple[Words, ...] = Field((), alias="表上", description=ABOVE)
    notes: tuple[Words, ...] = Field((), alias="附注", description=BELOW)

    @property
    def name(self) -> str:
        """The roster's title."""
        return self.title

    @model_validator(mode="after")
    def lines_fit_columns(self) -> Self:
        """Each line has a value per column.

        Raises:
            ValueError: a line is shorter or longer.
        """
        for position, line in enumerate(self.lines, start=1):
            if len(line) != len(self.columns):
                columns = "、".join(self.columns)
                raise ValueError(
                    f"第 {position} 行有 {len(line)} 个值，应有 {len(self.columns)} 个（{columns}）"
                )
        return self
