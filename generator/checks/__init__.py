"""The checkers: they read records and trees, yield problems, and change nothing.

One module per kind of check, each a function `check_…` that yields `Problem`; the codes are
stable.  Checks of records need the library alone; checks of documents also need the trees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.checks.addressing import check_addressing
from generator.checks.anchors import check_anchors
from generator.checks.attachments import check_attachments
from generator.checks.bindings import check_bindings
from generator.checks.chains import check_chain_titles
from generator.checks.citations import check_citations
from generator.checks.codes import check_codes, check_sections
from generator.checks.contacts import check_contacts
from generator.checks.contents import check_contents
from generator.checks.deliveries import check_deliveries
from generator.checks.disclosure import check_disclosure, check_disclosure_line, check_hidden_names
from generator.checks.doubles import check_doubles
from generator.checks.duties import check_duties
from generator.checks.elements import check_elements
from generator.checks.figures import check_figures
from generator.checks.forwarding import check_forwarding
from generator.checks.genres import check_genres
from generator.checks.half_width import check_half_width
from generator.checks.levels import check_levels
from generator.checks.marks import check_marks
from generator.checks.names import check_measure_names
from generator.checks.numbers import check_numbers
from generator.checks.outlines import check_outlines
from generator.checks.pending import check_pending
from generator.checks.plainness import check_plainness
from generator.checks.prose_numbers import check_prose_numbers
from generator.checks.references import check_bodies, check_references, check_regions
from generator.checks.repealed import check_boilerplate, check_effect, check_leanings
from generator.checks.rules import check_rules
from generator.checks.stubs import check_stubs
from generator.checks.survey_answers import check_survey_answers
from generator.checks.survey_records import check_survey_records
from generator.checks.survey_types import check_survey_types
from generator.checks.surveys import check_surveys
from generator.checks.totals import check_totals
from generator.checks.unfilled import check_unfilled
from generator.checks.unprinted import check_unprinted
from generator.checks.upward import check_dates, check_upward
from generator.checks.wide_tables import check_wide_tables
from generator.checks.wording import check_wording
from generator.compose import Trees
from generator.library import Library
from generator.problems import Problem, in_order

__all__ = ["check_documents", "check_library", "check_records"]

RECORD_CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    check_references,
    check_regions,
    check_bodies,
    check_codes,
    check_sections,
    check_totals,
    check_measure_names,
    check_outlines,
    check_levels,
    check_addressing,
    check_numbers,
    check_chain_titles,
    check_effect,
    check_boilerplate,
    check_dates,
    check_surveys,
    check_survey_types,
    check_survey_answers,
    check_survey_records,
    check_doubles,
    check_deliveries,
    check_stubs,
    check_unfilled,
    check_pending,
    check_contacts,
    check_rules,
    check_duties,
    check_hidden_names,
)
DOCUMENT_CHECKS: tuple[Callable[[Library, Trees], Iterator[Problem]], ...] = (
    check_bindings,
    check_figures,
    check_attachments,
    check_marks,
    check_upward,
    check_genres,
    check_elements,
    check_anchors,
    check_plainness,
    check_disclosure,
    check_disclosure_line,
    check_contents,
    check_unprinted,
    check_half_width,
    check_wide_tables,
    check_prose_numbers,
    check_wording,
    check_citations,
    check_leanings,
)


def check_records(library: Library) -> tuple[Problem, ...]:
    """The checks that need no document, sorted by place."""
    return in_order(problem for check in RECORD_CHECKS for problem in check(library))


def check_documents(library: Library, trees: Trees, today: date | None = None) -> tuple[Problem, ...]:
    """The checks of what was composed, sorted by place; drafts are judged by today."""
    found = [problem for check in DOCUMENT_CHECKS for problem in check(library, trees)]
    return in_order((*found, *check_forwarding(library, trees, today)))


def check_library(library: Library, trees: Trees, today: date | None = None) -> tuple[Problem, ...]:
    """All checks, sorted by place.

    Args:
        library: the records.
        trees: what was composed from them, for print.
        today: the day by which what is not yet dated is judged; the latest day of the library if None.
    """
    return in_order((*check_records(library), *check_documents(library, trees, today)))
