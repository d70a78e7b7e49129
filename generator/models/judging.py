"""判断 of a rule: which kind of question it answers about a record, with typed parameters.

A rule is judged by these data and never by its 编号, so that staff add a rule of a known kind
without touching the program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from generator.models.fields import Amount, Count, Model, Words, YesNo, parsed

MONTHS_PER = {"年": 12, "个月": 1, "月": 1}
TERM = re.compile(r"(?P<count>[1-9]\d?)(?P<unit>年|个月|月)")


def parse_months(text: str) -> int:
    """Read 3年 or 18个月 as a number of months.

    Raises:
        ValueError: written otherwise.
    """
    match = TERM.fullmatch(text.strip())
    if not match:
        raise ValueError(f"时长“{text}”看不懂，请写成 3年 或 18个月 的样子")
    return int(match["count"]) * MONTHS_PER[match["unit"]]


Months = Annotated[int, *parsed(parse_months, "时长，如 3年、18个月")]


class JudgingKind(StrEnum):
    """类型: the question that a rule answers."""

    BUDGET_FIRST = "先预算后购买"
    TERM_LIMIT = "期限上限"
    RENEWAL_LIMIT = "续签上限"
    NEGATIVE_LIST = "负面清单"
    THRESHOLD = "阈值手续"
    METHODS = "方式范围"
    METHOD_SINCE = "方式启用"
    NO_SPLITTING = "不得拆分"
    WITHIN_DAYS = "期限内办理"
    PARTIES = "主体范围"
    ELEMENTS = "要件齐全"
    REPORTING = "定期报送"
    CATALOGUE_LEVELS = "目录一致"


class Milestone(StrEnum):
    """A day in the life of a purchase, a catalogue, a budget or a document."""

    AWARDED = "中标成交"
    SIGNED = "合同签订"
    ANNOUNCED = "合同公告"
    FILED = "合同备案"
    APPRAISED = "评价完成"
    CATALOGUE_ISSUED = "目录印发"
    CATALOGUE_OPEN = "目录公开"
    BUDGET_APPROVED = "预算批复"
    BUDGET_OPEN = "预算公开"
    INFORMATION_MADE = "信息形成"
    INFORMATION_OPEN = "信息公开"


class Meaning(StrEnum):
    """清单作用: what standing in the rule's 清单 means."""

    ALLOWED = "允许"
    FORBIDDEN = "禁止"


class PartyRole(StrEnum):
    """主体: who a rule about parties speaks of."""

    PURCHASER = "购买主体"
    PROVIDER = "承接主体"


class Judging(Model):
    """判断: the kind and the parameters that the kind needs (`NEEDED`)."""

    kind: JudgingKind = Field(alias="类型")
    usual: Months | None = Field(None, alias="一般不超过")
    longest: Months | None = Field(None, alias="最长")
    first_term: Months | None = Field(None, alias="初始不超过")
    words: tuple[Words, ...] = Field((), alias="触发词")
    amount: Amount | None = Field(None, alias="达到")
    inclusive: YesNo = Field(YesNo.YES, alias="含本数")
    procedure: Words | None = Field(None, alias="手续")
    methods: tuple[Words, ...] = Field((), alias="方式", description="采购方式，见代码表")
    start: Milestone | None = Field(None, alias="起算")
    end: Milestone | None = Field(None, alias="办结")
    days: Count | None = Field(None, alias="天数")
    workdays: YesNo = Field(YesNo.NO, alias="工作日")
    meaning: Meaning | None = Field(None, alias="清单作用")
    roles: tuple[PartyRole, ...] = Field((), alias="主体")
    until: Words | None = Field(None, alias="期限", description="如 每年1月、7月")
    levels: tuple[Words, ...] = Field((), alias="级次", description="如 一级、二级")

    @model_validator(mode="after")
    def has_what_it_needs(self) -> Judging:
        """Every parameter without which the kind cannot be judged."""
        keys = {name: info.alias or name for name, info in type(self).model_fields.items()}
        missing = [keys[name] for name in NEEDED[self.kind] if not getattr(self, name)]
        if missing:
            raise ValueError(f"类型“{self.kind}”还要写 {'、'.join(missing)}")
        return self


NEEDED: Mapping[JudgingKind, tuple[str, ...]] = {
    JudgingKind.BUDGET_FIRST: (),
    JudgingKind.TERM_LIMIT: ("longest",),
    JudgingKind.RENEWAL_LIMIT: ("longest",),
    JudgingKind.NEGATIVE_LIST: ("words",),
    JudgingKind.THRESHOLD: ("amount", "procedure"),
    JudgingKind.METHODS: ("methods",),
    JudgingKind.METHOD_SINCE: ("methods",),
    JudgingKind.NO_SPLITTING: (),
    JudgingKind.WITHIN_DAYS: ("start", "end", "days"),
    JudgingKind.PARTIES: ("roles", "meaning"),
    JudgingKind.ELEMENTS: (),
    JudgingKind.REPORTING: ("until",),
    JudgingKind.CATALOGUE_LEVELS: ("levels",),
}
"""The parameters that a kind cannot do without."""
