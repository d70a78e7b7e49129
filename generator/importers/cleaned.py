"""What cleaning leaves of an original, and the log of what it did."""

from __future__ import annotations

from dataclasses import dataclass

from generator.models.imports import Handling


@dataclass(frozen=True, slots=True)
class CleanLine:
    """A line of the text as it will be read: one line of the original, or several that were joined."""

    text: str
    numbers: tuple[int, ...]
    """Of the lines of the original that it is made of."""
    cells: tuple[str, ...] = ()
    table: int | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that was done, or would have been done had it not been undone.

    The `id` (“12-去除”, “12-更正-2”) depends on the original alone, never on what was undone.
    """

    id: str
    line: int
    handling: Handling
    before: str
    after: str
    """What stands there now; empty for what was removed."""
    reason: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text and the log: every character of the original that is no space stands in one of them."""

    lines: tuple[CleanLine, ...]
    log: tuple[LogEntry, ...]
