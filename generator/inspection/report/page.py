"""The report for people who do not sit at a terminal: one page that needs nothing else, to read or print."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from generator.inspection.findings import Area, Verdict
from generator.inspection.report.gathering import gather, gather_changes
from generator.inspection.report.outcome import Outcome
from generator.inspection.report.text import TITLES, kind_told
from generator.problems import Problem

SIGNS = {
    Verdict.KEPT: "✓",
    Verdict.BROKEN: "✗",
    Verdict.CUSTOM: "●",
    Verdict.LOOK: "？",
    Verdict.UNKNOWN: "—",
}
"""Verdicts by a sign of their own, for those who do not see colours and for black ink."""
NAMES = {
    Verdict.KEPT: "kept",
    Verdict.BROKEN: "broken",
    Verdict.CUSTOM: "custom",
    Verdict.LOOK: "look",
    Verdict.UNKNOWN: "unknown",
}


@cache
def template() -> Template:
    """The page with its places for findings; whatever is put there is escaped."""
    loader = PackageLoader("generator.inspection.report", ".")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html")


def as_page(outcomes: Iterable[Outcome], problems: Iterable[Problem] = ()) -> str:
    """The reports on some files, and what is wrong with others, as one HTML page.

    Args:
        outcomes: The files that were inspected.
        problems: Files that could not be read, and whatever else was checked in the same run.
    """
    return template().render(
        outcomes=tuple(outcomes),
        problems=tuple(problems),
        titles=TITLES,
        kind_told=kind_told,
        signs=SIGNS,
        names=NAMES,
        areas=tuple(Area),
        kept=Verdict.KEPT,
        broken=Verdict.BROKEN,
        gather=gather,
        gather_changes=gather_changes,
    )
