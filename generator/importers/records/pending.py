"""待确认: what a person has to look at, as it is written into a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.importers.records.context import Context
from generator.importers.records.issuing import Guess
from generator.recognition.recovered import Doubt


@dataclass(slots=True)
class PendingList:
    """The doubts of one record, each field once."""

    by_field: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The entries as the record has them."""
        return [*self.by_field.values()]

    def add(self, key: str, candidates: Iterable[str] = (), reason: str = "") -> None:
        """One doubt; a second one on the same field adds its candidates."""
        wanted = [candidate for candidate in dict.fromkeys(candidates) if candidate.strip()]
        known = self.by_field.get(key)
        if known is None:
            self.by_field[key] = {"字段": key, "候选": wanted, "理由": reason or "不能确定"}
            return
        known["候选"] = list(dict.fromkeys((*known["候选"], *wanted)))
        if reason and reason not in known["理由"]:
            known["理由"] += f"；{reason}"

    def take(self, key: str, guess: Guess) -> str:
        """The value of a guess, with an entry where it is not certain."""
        if not guess.certain:
            self.add(key, guess.candidates, guess.reason)
        return guess.value

    def adopt(self, other: PendingList, keys: Iterable[str]) -> None:
        """The doubts of another record on values that were taken over from it."""
        for key in keys:
            if key in other.by_field:
                entry = other.by_field[key]
                self.add(key, entry["候选"], entry["理由"])

    def tell(self, doubts: Iterable[Doubt], context: Context) -> None:
        """Doubts of recognition."""
        for doubt in doubts:
            reason = f"{doubt.reason}（原件第 {context.line(doubt.paragraph)} 行）"
            self.add(doubt.element, doubt.candidates, reason)
