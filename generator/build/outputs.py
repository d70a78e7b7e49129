"""What a build is asked for, and whom it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.staging import WORKSHOP

Report = Callable[[str, int, int], None]
"""Told the step's name, how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where things are read and put, the day that they bear, and whether Word files get a PDF beside them."""

    root: Path
    out: Path
    dated: date
    pdf: bool = False

    @property
    def made(self) -> Path:
        """The temporary folder in which everything is made first."""
        return self.out / WORKSHOP
