"""All checks of figures over the passages of one text, and over several that speak of the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.figures.growth import check_growth
from generator.figures.lists import check_lists
from generator.figures.mixed_units import check_units
from generator.figures.passages import Finding, Passage, ReadPassage, read_passages
from generator.figures.periods import check_periods
from generator.figures.repeats import check_repeats
from generator.figures.sums import check_sums


def examine_text(passages: Iterable[Passage]) -> tuple[Finding, ...]:
    """What the figures of one text disagree about, each once.

    Args:
        passages: Its paragraphs in order; titles of documents cited in it are no figures.
    """
    read = read_passages(passages)
    return tuple(dict.fromkeys((*in_passages(read), *check_units(read), *check_repeats(read))))


def in_passages(read: Iterable[ReadPassage]) -> Iterator[Finding]:
    """What each passage says against itself."""
    for passage in read:
        for check in (check_sums, check_periods, check_lists, check_growth):
            yield from check(passage)


def compare_texts(texts: Iterable[Iterable[Passage]]) -> tuple[Finding, ...]:
    """Facts that several texts state with different values, at the later place."""
    read = [passage for text in texts for passage in read_passages(text)]
    return tuple(check_repeats(read))
