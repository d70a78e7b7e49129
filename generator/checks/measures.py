"""Every 数据 of a library with its place, whatever kind of record holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.policy import Policy
from generator.models.record import Measure
from generator.models.returns import Statistics
from generator.problems import Place
from generator.source.tree import KeyPath

Holder = Case | Practice | Policy | Statistics


@dataclass(frozen=True, slots=True)
class MeasureAt:
    """A measure, the record that holds it, its path in the file, and the names that lead to it."""

    holder: Holder
    measure: Measure
    path: KeyPath
    names: tuple[str, ...]

    def place(self, library: Library, *steps: str | int) -> Place:
        """Where the measure, or a value of it, stands."""
        return library.place(self.holder.id, *self.path, *steps)


def find_measures(library: Library) -> Iterator[MeasureAt]:
    """All measures and, below each, its parts."""
    for record in (entry.record for entry in library.entries.values()):
        if isinstance(record, Holder):
            key = "附加指标" if isinstance(record, Statistics) else "数据"
            yield from walk(record, record.measures, (key,), ())


def walk(
    holder: Holder, measures: tuple[Measure, ...], path: KeyPath, names: tuple[str, ...]
) -> Iterator[MeasureAt]:
    """Measures in the order in which they stand, parts after the whole."""
    for position, measure in enumerate(measures):
        here = MeasureAt(holder, measure, (*path, position), (*names, measure.name))
        yield here
        yield from walk(holder, measure.parts, (*here.path, "分项"), here.names)
