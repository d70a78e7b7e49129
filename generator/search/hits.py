"""What a search gives back: hits in order, and other words worth trying."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision, or a whole record (its `anchor` is then empty), that answers a query."""

    id: str
    """编号 of the record."""
    kind: str
    title: str
    number: str
    """文号 as printed; empty where there is none."""
    anchor: str
    """The block's id in the record's tree."""
    snippet: str
    """Plain text around the match."""
    score: float
    url: str
    """Relative to the site's folder."""

    def as_json(self) -> dict[str, str | float]:
        """The fixed keys that other programs read."""
        return asdict(self)

    def as_text(self) -> str:
        """The three lines that a terminal shows."""
        number = f"（{self.number}）" if self.number else ""
        return f"{self.kind}  {self.title}{number}\n  {self.snippet}\n  {self.url}"


class Hits(tuple[Hit, ...]):  # noqa: SLOT001 (a tuple cannot have slots of its own)
    """Hits, the best first, with `suggestions`: the same query in the words that texts use."""

    suggestions: tuple[str, ...]

    def __new__(cls, hits: Iterable[Hit] = (), suggestions: tuple[str, ...] = ()) -> Self:
        """A tuple of hits that also knows its suggestions."""
        made = super().__new__(cls, hits)
        made.suggestions = suggestions
        return made
