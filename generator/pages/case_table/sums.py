"""The sums of money that a case tells of: what it cost first, and a word where it does not say that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.models.case import Case
from generator.models.record import Measure
from generator.pages.case_table.elements import is_spending
from generator.provisions.amounts import NO_TOTAL, total_of


def sum_lines(case: Case, write: Callable[[Measure], Iterable[str]]) -> Iterator[str]:
    """The lines of the row 金额, by the same rule as the facet 金额.

    Args:
        case: the case.
        write: the lines of one figure.

    Yields:
        The lines of what it cost, or that it does not say so; then those of its other sums.
    """
    total = total_of(case)
    if total is None:
        yield NO_TOTAL
    else:
        yield from write(total.measure)
    others = (measure for measure in case.measures if total is None or measure is not total.measure)
    yield from (line for measure in others if is_spending(measure) for line in write(measure))
