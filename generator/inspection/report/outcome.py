"""What became of one file: inspected, perhaps mended, perhaps refused."""

from __future__ import annotations

from dataclasses import dataclass

from generator.inspection.inspecting import Inspection
from generator.inspection.mending import Change, Mendable


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file that was inspected.

    Attributes:
        inspection: What was found in it.
        copy: Name of the mended copy; empty where none was written.
        changes: What is different in the copy, or would be if one were asked for.
        left: What was found in the copy.
        asked: Whether mending was asked for.
    """

    inspection: Inspection
    copy: str = ""
    changes: tuple[Change, ...] = ()
    left: Inspection | None = None
    asked: bool = False

    @property
    def latest(self) -> Inspection:
        """The copy, or the file itself where there is none."""
        return self.left or self.inspection

    @property
    def mendable(self) -> Mendable:
        """Which findings of the latest inspection `--fix` changes; none of those left in a copy."""
        return Mendable(() if self.left else self.changes)
