"""Figures that no binding reaches, since a key of their record or measure has their name (BIND004)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.measures import MeasureAt, find_measures
from generator.compose.binding import CITED_AS
from generator.compose.statistics import TOTAL_LABEL
from generator.library import Library
from generator.models.policy import Policy
from generator.models.record import Measure
from generator.models.returns import Statistics
from generator.problems import Level, Problem


def check_measure_names(library: Library) -> Iterator[Problem]:
    """Every figure whose name is taken: a binding would print what the key holds."""
    for found in find_measures(library):
        if found.measure.name in taken_names(found):
            message = f"数据“{found.measure.name}”与记录的键同名，绑定时读到的是那个键"
            place = found.place(library, "名称")
            yield Problem(Level.WARNING, "BIND004", message, place, "给数据换一个名称，如加上它数的是什么")


def taken_names(found: MeasureAt) -> frozenset[str]:
    """What a step into the holder of a figure reads before it looks for figures."""
    kind = type(found.holder) if len(found.names) == 1 else Measure
    keys = {info.alias or name for name, info in kind.model_fields.items()}
    if kind is Policy:
        keys |= set(CITED_AS)
    if isinstance(found.holder, Statistics) and kind is Statistics:
        keys |= {TOTAL_LABEL, *(group.name for group in found.holder.groups)}
    return frozenset(keys)
