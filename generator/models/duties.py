"""办理台账: how far the bureau has got with what policies demand of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from generator.models.fields import Day, Id, Model, Words
from generator.models.record import Disclosure, Record


class DutyState(StrEnum):
    """状态 of a duty."""

    OPEN = "未办"
    UNDER_WAY = "在办"
    DONE = "办结"
    NOT_OURS = "不适用"


class DutyEntry(Model):
    """One demand (要求) of a policy, or a rule without one, and how far somebody has got with it."""

    policy: Id | None = Field(None, alias="政策", description="提出要求的政策的编号")
    demand: Words | None = Field(None, alias="要求", description="该政策“要求”里的编号")
    rule: Id | None = Field(
        None, alias="规则", description="制度参数编号；没有政策要求对应的定期报送规则写这里"
    )
    notice: Id | None = Field(
        None, alias="转发文件", description="经哪份转发通知转到本级；不写则是原文件本身的要求"
    )
    who: Words | None = Field(None, alias="主体", description="办理的单位")
    state: DutyState = Field(alias="状态")
    done_on: Day | None = Field(None, alias="办结日期")
    own_deadline: Day | None = Field(None, alias="本级期限", description="本级另定的期限")
    note: Words | None = Field(None, alias="说明")

    @model_validator(mode="after")
    def points_at_one_duty(self) -> DutyEntry:
        """政策 with 要求, or 规则 alone."""
        if bool(self.policy and self.demand) == bool(self.rule) or bool(self.policy) != bool(self.demand):
            raise ValueError("要写“政策”和“要求”，或者只写“规则”")
        return self


class DutyLedger(Record):
    """办理台账."""

    title: Words = Field(alias="名称")
    disclosure: Disclosure | None = Field(
        None, alias="公开属性", description="不写“主动公开”的，办理单位和办理情况不上公开网页"
    )
    entries: tuple[DutyEntry, ...] = Field(alias="条目", min_length=1)

    @property
    def name(self) -> str:
        """The ledger's title."""
        return self.title
