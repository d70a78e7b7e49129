"""The citations of a Word file, looked up in the library: the same lines as for a record's text.

That a first mention lacks its number (CITE003) is not told: an attachment may quote as its author did.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.chain.citing import Cited
from generator.chain.index import index_of
from generator.chain.leaning import Changed, Leaner, Span, leaned_on
from generator.chain.resolving import resolve
from generator.checks.citations import disagreement, unknown_texts
from generator.checks.repealed import leaning_problem
from generator.hanzi.citations import find_citations
from generator.library import Library, load_library, missing_folders
from generator.problems import Place, Problem

KIND = "文件"
"""What messages call a file that is no record."""
Passage = tuple[str, Place]
"""A paragraph's words and where they stand."""


class CitedLibrary:
    """The library that Word files are held against; it is read when the first of them is looked at."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def library(self) -> Library | None:
        """The records that can be read; None where the folder is no library."""
        if missing_folders(self.root):
            return None
        library, _ = load_library(self.root)
        return library if library.entries else None

    @cached_property
    def changed(self) -> Changed | None:
        """The texts that were repealed or amended."""
        return Changed(self.library) if self.library else None

    def problems(self, passages: tuple[Passage, ...], signed: date | None, name: str) -> Iterator[Problem]:
        """What is wrong with the citations of a file; nothing without a library.

        Args:
            passages: its own paragraphs.
            signed: its 成文日期; None while it is being drafted.
            name: how messages call it.
        """
        if self.library is None or self.changed is None:
            return
        cited = tuple(citations_of(self.library, passages, name))
        found = (disagreement(self.library, entry) for entry in cited)
        yield from (problem for problem in found if problem is not None)
        yield from unknown_texts(self.library, cited)
        leaner = Leaner(name, Span(signed, signed, now=signed is None), KIND)
        first = {entry.resolution.record or "": entry for entry in reversed([*leaned_on(cited)])}
        for target, entry in reversed(first.items()):
            for leaning in self.changed.leaning(leaner, target, entry.place):
                yield leaning_problem(self.library, leaning)


def citations_of(library: Library, passages: tuple[Passage, ...], name: str) -> Iterator[Cited]:
    """The citations of some paragraphs, each resolved."""
    codes = index_of(library).codes
    for text, place in passages:
        for citation in find_citations(text, codes):
            yield Cited(name, place, citation, resolve(library, citation), text)
