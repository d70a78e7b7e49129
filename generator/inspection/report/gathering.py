"""Findings as a reader takes them in: by part of the document, equal ones told once with all their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from generator.inspection.findings import Area, Finding, Spot
from generator.inspection.mending import Change, Mendable


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure and every place at which it was taken."""

    text: str
    spots: tuple[Spot, ...]

    @property
    def place(self) -> str:
        """“第3段“……””, or for several “第3、5–9段”; empty for the whole file."""
        numbers = sorted({spot.number for spot in self.spots if spot.number})
        if len(numbers) > 1:
            return f"第{ranges(numbers)}段"
        return str(self.spots[0]) if numbers else ""

    def __str__(self) -> str:
        """Place and measure; words that are their own place are told once."""
        told = "" if self.place.endswith(self.text) else self.text
        return "：".join(filter(None, (self.place, told)))


@dataclass(frozen=True, slots=True)
class Entry:
    """What one rule says, with one demand, at all its places."""

    finding: Finding
    measures: tuple[Measured, ...]
    share: Fraction = Fraction(0)
    """The share of its places at which `--fix` changes something."""

    @property
    def area(self) -> Area:
        """The part of the document."""
        return self.finding.area

    def promise(self, words: str) -> str:
        """The words for what `--fix` changes, with 部分 where it leaves places to a person; else nothing."""
        return "" if not self.share else words if self.share == 1 else f"部分{words}"

    @property
    def basis(self) -> str:
        """“7.2.5 规定”; a custom has no clause."""
        return f"{self.finding.clause} {self.finding.strength}".strip()


def ranges(numbers: list[int]) -> str:
    """“3、5–9” for sorted numbers."""
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    spans = ([number for _, number in run] for _, run in runs)
    return "、".join(f"{span[0]}–{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans)


def gather(findings: Iterable[Finding], mendable: Mendable | None = None) -> tuple[Entry, ...]:
    """Findings of one verdict, by area and then in their order, with what of them can be mended."""
    same: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        same.setdefault((finding.code, finding.required, finding.hint), []).append(finding)
    found = mendable or Mendable(())
    entries = (
        Entry(group[0], tuple(measures(group)), Fraction(sum(one in found for one in group), len(group)))
        for group in same.values()
    )
    return tuple(sorted(entries, key=lambda entry: list(Area).index(entry.area)))


def measures(findings: list[Finding]) -> Iterator[Measured]:
    """Equal measures with all their places."""
    places: dict[str, list[Spot]] = {}
    for finding in findings:
        places.setdefault(finding.measured, []).append(finding.spot)
    return (Measured(text, tuple(spots)) for text, spots in places.items())


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """Equal changes with all their places."""

    subject: str
    before: str
    after: str
    where: Measured


def gather_changes(changes: Iterable[Change]) -> tuple[ChangeEntry, ...]:
    """Changes in their order, equal ones told once."""
    same: dict[tuple[str, str, str], list[Spot]] = {}
    for change in changes:
        same.setdefault((change.subject, change.before, change.after), []).append(change.spot)
    return tuple(ChangeEntry(*key, Measured("", tuple(spots))) for key, spots in same.items())
