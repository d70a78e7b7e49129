"""What stands in for a font of the standard where it is not installed; the data is `stand_ins.yaml`."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict, Field


class StandIn(BaseModel):
    """What to take for one kind of type, and where fonts of that kind come from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = Field(alias="代用", min_length=1)
    source: str = Field(alias="来处")
    open_source: str = Field(alias="开放")


class StandInTable(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    faces: dict[str, StandIn] = Field(alias="字体")
    same: tuple[tuple[str, ...], ...] = Field(alias="同体")


@cache
def stand_in_table() -> StandInTable:
    """The table, read once."""
    text = resources.files(__package__).joinpath("stand_ins.yaml").read_text(encoding="utf-8")
    return StandInTable.model_validate(yaml.safe_load(text))


def same_fonts(name: str) -> tuple[str, ...]:
    """A font by all the names it bears on one system or another, the given one among them."""
    folded = name.casefold()
    for group in stand_in_table().same:
        if folded in map(str.casefold, group):
            return group
    return (name,)
