"""The lines of an original as cleaning works on them: what is removed, changed and joined, not yet done.

Every step looks at the original alone, so that the entries of the log are the same whatever was undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.hanzi.folding import CJK
from generator.importers.cleaning.lexicon import fold_line
from generator.importers.original import Line

HANZI = re.compile(f"[{CJK}]")
FULL_WIDTH_MARKS = frozenset("，。、；：？！（）《》〈〉“”‘’【】〔〕「」『』…—")
SENTENCE_END = re.compile(r"[。；：？！;:?!…][”’》）)」』]*$")
SENTENCE_INSIDE = re.compile(r"[。；？！][^”’》）)」』]")
SHORTEST_RUNNING = 20
"""In characters: running text is no shorter."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a line that is to be written otherwise; positions count in the line's own text."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of correction: what the log calls it, and whether it removes rather than corrects."""

    reason: str
    removes: bool = False


@dataclass(slots=True)
class Row:
    """A line of the original, with what is to become of it."""

    line: Line
    folded: str = field(init=False)
    removed: str = ""
    """Why the whole line is removed; empty where it stays."""
    changes: dict[Kind, tuple[Change, ...]] = field(default_factory=dict)
    tidy: str = field(init=False)
    """Its words with every change made, without outer spaces: what joining looks at."""

    def __post_init__(self) -> None:
        self.folded = fold_line(self.line.text)
        self.tidy = self.line.text.strip()

    @property
    def in_table(self) -> bool:
        """Whether it is the row of a table."""
        return bool(self.line.cells) or self.line.table is not None

    @property
    def running(self) -> bool:
        """Whether it reads as running text, a paragraph or a part of one."""
        return reads_as_running(self.line.text)


def reads_as_running(text: str) -> bool:
    """Whether words are long enough for a sentence and hold the end of one."""
    bare = text.strip()
    return len(bare) >= SHORTEST_RUNNING and bool(SENTENCE_INSIDE.search(bare) or SENTENCE_END.search(bare))


def standing(rows: Iterable[Row]) -> list[Row]:
    """The rows that no step has removed."""
    return [row for row in rows if not row.removed]


def spans_of(line: Line) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are corrected each for itself: the cells of a row, else all of it."""
    if not line.cells:
        yield 0, len(line.text)
        return
    start = 0
    for cell in line.cells if "\t".join(line.cells) == line.text else ():
        yield start, start + len(cell)
        start += len(cell) + 1


def apply_changes(text: str, changes: Sequence[Change]) -> str:
    """A text with changes made that do not overlap, given in order."""
    written, at = [], 0
    for change in changes:
        written += [text[at : change.start], change.after]
        at = change.end
    return "".join([*written, text[at:]])


def is_hanzi(character: str) -> bool:
    """Whether it is one Chinese character."""
    return bool(HANZI.fullmatch(character))


def is_wide(character: str) -> bool:
    """Whether it is a Chinese character or a mark of Chinese text; the empty string is none."""
    return bool(character) and (character in FULL_WIDTH_MARKS or is_hanzi(character))
