"""What the checks of wording read and say."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Level, Place, Problem

AROUND = 6


@dataclass(frozen=True, slots=True)
class Written:
    """Words that are read in one go.

    Attributes:
        text: What was typed; words that are filled in from elsewhere are blanks.
        place: Where it stands.
        heading: Whether it is a title or a heading on a line of its own.
        printed: What is printed where that is more than was typed: marks are typed between filled-in titles.
    """

    text: str
    place: Place
    heading: bool = False
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A finding of wording.

    Attributes:
        code: TERM001 for the table, TERM002 and on for the rules beside it.
        message: What stands there.
        hint: What to write.
        start: Where in the text.
        basis: Standard or regulation; empty for mere usage.
        level: How grave.
    """

    code: str
    message: str
    hint: str
    start: int = 0
    basis: str = ""
    level: Level = Level.HINT

    def at(self, place: Place) -> Problem:
        """The same as a problem."""
        return Problem(self.level, self.code, self.message, place, self.hint, self.basis)


def around(text: str, start: int, end: int) -> str:
    """Some words around a spot, to find it by."""
    return text[max(start - AROUND, 0) : end + AROUND].strip()
