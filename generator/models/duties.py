"""办理台账: how far the bureau has got with what policies demand of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.models.fields import Day, Id, Model, Words
from generator.models.record import Record


class DutyState(StrEnum):
    """状态 of a duty."""

    OPEN = "未办"
    UNDER_WAY = "在办"
    DONE = "办结"
    NOT_OURS = "不适用"


class DutyEntry(Model):
    """One demand (要求) of a policy, and how far somebody has got with it."""

    policy: Id = Field(alias="政策", description="提出要求的政策的编号")
    demand: Words = Field(alias="要求", description="该政策“要求”里的编号")
    who: Words | None = Field(None, alias="主体", description="办理的单位")
    state: DutyState = Field(alias="状态")
    done_on: Day | None = Field(None, alias="办结日期")
    own_deadline: Day | None = Field(None, alias="本级期限", description="本级另定的期限")
    note: Words | None = Field(None, alias="说明")


class DutyLedger(Record):
    """办理台账."""

    title: Words = Field(alias="名称")
    entries: tuple[DutyEntry, ...] = Field(alias="条目", min_length=1)

    @property
    def name(self) -> str:
        """The ledger's title."""
        return self.title
