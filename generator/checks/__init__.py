"""The checkers: they read records and trees, yield problems, and change nothing.

One module per kind of check, each a function `check_…` that yields `Problem`; the codes are
stable.  Checks of records need the library alone; checks of documents also need the trees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks.anchors import check_anchors
from generator.checks.attachments import check_attachments
from generator.checks.bindings import check_bindings
from generator.checks.chains import check_chain_titles
from generator.checks.codes import check_codes, check_sections
from generator.checks.composed import Composed, compose_library
from generator.checks.disclosure import check_disclosure
from generator.checks.doubles import check_doubles
from generator.checks.figures import check_figures
from generator.checks.marks import check_marks
from generator.checks.names import check_measure_names
from generator.checks.numbers import check_numbers
from generator.checks.outlines import check_outlines
from generator.checks.plainness import check_plainness
from generator.checks.references import check_bodies, check_references, check_regions
from generator.checks.surveys import check_surveys
from generator.checks.totals import check_totals
from generator.checks.upward import check_dates, check_upward
from generator.library import Library
from generator.problems import Problem, in_order

__all__ = ["Composed", "check_documents", "check_library", "check_records", "compose_library"]

RECORD_CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    check_references,
    check_regions,
    check_bodies,
    check_codes,
    check_sections,
    check_totals,
    check_measure_names,
    check_outlines,
    check_numbers,
    check_chain_titles,
    check_dates,
    check_surveys,
    check_doubles,
)
DOCUMENT_CHECKS: tuple[Callable[[Library, Composed], Iterator[Problem]], ...] = (
    check_bindings,
    check_figures,
    check_attachments,
    check_marks,
    check_upward,
    check_anchors,
    check_plainness,
    check_disclosure,
)


def check_records(library: Library) -> tuple[Problem, ...]:
    """The checks that need no document, sorted by place."""
    return in_order(problem for check in RECORD_CHECKS for problem in check(library))


def check_documents(library: Library, composed: Composed) -> tuple[Problem, ...]:
    """The checks of what was composed, sorted by place."""
    return in_order(problem for check in DOCUMENT_CHECKS for problem in check(library, composed))


def check_library(library: Library, composed: Composed | None = None) -> tuple[Problem, ...]:
    """All checks, sorted by place.

    Args:
        library: the records.
        composed: the trees, where the caller has composed them; they are composed here otherwise.
    """
    trees = composed if composed is not None else compose_library(library)
    return in_order((*check_records(library), *check_documents(library, trees)))
