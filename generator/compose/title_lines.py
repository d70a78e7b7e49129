"""How a title breaks into lines: whole words, symmetrical, a 梯形 or 菱形 (GB/T 9704-2012 clause 7.3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from generator.compose.title_breaks import any_breaks, good_breaks, word_breaks

WIDEST = 20
"""Characters of 2号 in 156 mm: 442.2 pt / 22 pt."""
COMFORTABLE = 19
"""A title up to this length stays on one line."""
ROOMY = 18
"""Longer lines of several touch the edges of the 版心."""
LONGEST = 200
"""What is longer is no title; it is cut into full lines."""
SHORTEST_END = 5
"""A last line shorter than this strands the 文种."""

ONE_LINE = 5.0
"""What a further line costs."""
TIGHT = 4.0
"""What each character beyond a roomy line costs."""
HOURGLASS = 60.0
"""A line shorter than both of its neighbours is neither a 梯形 nor a 菱形."""
STRANDED = 250.0
"""A stranded 文种 is worse than a line that ends in a word that leads on."""
RECTANGLE = {0: 12.0, 1: 3.0}
"""Lines (nearly) as long as the line above look like a rectangle."""
SLOPE = 6
"""Up to this difference a line and the next look like one shape; each further character costs."""
STEEP = 1.5

Layout = tuple[float, tuple[int, ...]]
"""What an arrangement costs, and where its lines end."""


def break_title(title: str, widest: int = WIDEST) -> tuple[str, ...]:
    """Break a title into lines of at most `widest` characters; a short title stays on one line.

    Blanks at the ends of lines, such as those between the names of several bodies, are dropped.
    """
    if len(title) <= min(COMFORTABLE, widest):
        return (title,)
    if len(title) > LONGEST:
        return tuple(title[start : start + widest] for start in range(0, len(title), widest))
    for breaks_of in (good_breaks, word_breaks, any_breaks):
        layout = Arranger(title, breaks_of(title), widest).best()
        if layout is not None:
            ends = layout[1]
            starts = (0, *ends)
            return tuple(title[start:end].strip() for start, end in zip(starts, ends, strict=False))
    raise AssertionError(title)


@dataclass(slots=True)
class Arranger:
    """Looks for the best arrangement from the left, remembering what it has solved.

    What is left of a title depends on three things only: where it begins, how long the line above
    is, and whether the shape already narrows.
    """

    title: str
    breaks: Mapping[int, float]
    widest: int
    solved: dict[tuple[int, int, bool], Layout | None] = field(default_factory=dict)

    def best(self) -> Layout | None:
        """The best arrangement of the whole title; None where none fits."""
        return self.rest(0, 0, narrowing=False)

    def rest(self, start: int, above: int, *, narrowing: bool) -> Layout | None:
        """The best arrangement from `start` on, below a line of `above` characters."""
        key = (start, above, narrowing)
        if key not in self.solved:
            self.solved[key] = self.look(start, above, narrowing=narrowing)
        return self.solved[key]

    def look(self, start: int, above: int, *, narrowing: bool) -> Layout | None:
        """Try every end of the line that begins at `start`."""
        best: Layout | None = None
        for end in (*self.breaks, len(self.title)):
            if not start < end <= start + self.widest:
                continue
            tried = self.line(start, end, above, narrowing=narrowing)
            if tried is not None and (best is None or tried < best):
                best = tried
        return best

    def line(self, start: int, end: int, above: int, *, narrowing: bool) -> Layout | None:
        """The cost of one line and of the best that follows it."""
        length = end - start
        cost = line_cost(length) + (neighbour_cost(above, length, narrowing=narrowing) if above else 0.0)
        if end == len(self.title):
            return cost + (STRANDED if length < SHORTEST_END else 0.0), (end,)
        below = self.rest(end, length, narrowing=narrowing or (above > length))
        return None if below is None else (cost + self.breaks[end] + below[0], (end, *below[1]))


def line_cost(length: int) -> float:
    """What a line costs by itself."""
    return ONE_LINE + TIGHT * max(0, length - ROOMY)


def neighbour_cost(above: int, length: int, *, narrowing: bool) -> float:
    """What a line costs for the line above it: its shape with it, and a wasp's waist."""
    difference = abs(above - length)
    waist = HOURGLASS if narrowing and length > above else 0.0
    return waist + RECTANGLE.get(difference, 0.0) + STEEP * max(0, difference - SLOPE)


def shape_fault(lengths: list[int]) -> float:
    """What the shape of some lines costs; a 梯形 or a 菱形 with soft slopes costs nothing."""
    cost, narrowing = 0.0, False
    for above, length in pairwise(lengths):
        cost += neighbour_cost(above, length, narrowing=narrowing)
        narrowing = narrowing or above > length
    return cost
