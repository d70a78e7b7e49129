"""Bookmarks of one Word file: numbers and names that never repeat."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.ooxml.passports import bookmark_name, passport_of

if TYPE_CHECKING:
    from generator.document import Bound


@dataclass(slots=True)
class Bookmarks:
    """How many there are, and how often each figure stands in the file."""

    count: int = 0
    figures: Counter[str] = field(default_factory=Counter)

    def around(self, name: str, runs: str) -> str:
        """Runs within a bookmark; the name holds letters, digits and underscores alone."""
        self.count += 1
        start = f'<w:bookmarkStart w:id="{self.count}" w:name="{name}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{self.count}"/>'

    def around_figure(self, figure: Bound, runs: str) -> str:
        """The runs of a bound figure with its passport."""
        passport = passport_of(figure.record, figure.path)
        self.figures[passport] += 1
        name = bookmark_name(passport, self.figures[passport])
        return self.around(name, runs) if name else runs
