"""Bound figures that a person changed in a Word file, and the records that they now disagree with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.document import (
    Article,
    Block,
    Bound,
    Collection,
    OfficialDocument,
    blocks_of,
    enclosed,
    inlines_of,
)
from generator.ooxml.passports import passport_in, passport_of
from generator.readback.differences import Difference
from generator.recognition.facts import DocumentFacts

Tree = OfficialDocument | Article | Collection
Figures = Mapping[str, Sequence[Bound]]
"""Bound figures by passport."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bound figure as it stands in a Word file."""

    passport: str
    text: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A bound figure whose words are not those of its record; `paragraph` is None where it was deleted."""

    figure: Bound
    written: str
    paragraph: int | None


def written_figures(facts: DocumentFacts) -> Iterator[Written]:
    """The bound figures of a Word file in reading order."""
    for paragraph in facts.paragraphs:
        for mark in sorted(paragraph.bookmarks, key=lambda one: one.start):
            passport = passport_in(mark.name)
            if passport:
                text = paragraph.text[mark.start : mark.end]
                yield Written(passport, text, paragraph.number, mark.start, mark.end)


def figures_of(tree: Tree) -> Iterator[Bound]:
    """The bound figures of a tree in reading order."""
    for block in printed_blocks(tree):
        for inline in inlines_of(block):
            if isinstance(inline, Bound) and inline.text:
                yield inline


def printed_blocks(tree: Tree) -> Iterator[Block]:
    """Every block that a tree prints."""
    match tree:
        case OfficialDocument():
            for document in enclosed(tree):
                yield from blocks_of(document)
        case Article():
            yield from (tree.facts,) if tree.facts else ()
            yield from tree.body
        case Collection():
            yield from tree.preface
            for chapter in tree.chapters:
                for article in chapter.articles:
                    yield from printed_blocks(article)
            for appendix in tree.appendices:
                yield from appendix.body


def by_passport(trees: Iterable[Tree]) -> Figures:
    """The bound figures of trees; the same figure may be printed in several places and ways."""
    found: dict[str, list[Bound]] = defaultdict(list)
    for tree in trees:
        for figure in figures_of(tree):
            found[passport_of(figure.record, figure.path)].append(figure)
    return found


@dataclass(frozen=True, slots=True)
class FiguresRead:
    """What became of the bound figures of a record in a Word file.

    Attributes:
        changes: those whose words are others now, or that are gone.
        unmarked: how many stand there unchanged, without their bookmark.
    """

    changes: tuple[FigureChange, ...]
    unmarked: int


def read_figures(tree: Tree, facts: DocumentFacts, differences: Iterable[Difference]) -> FiguresRead:
    """Hold the bound figures of a file against those of its record; spaces do not count.

    A figure without its bookmark is gone only where its sentence was changed and holds it no longer:
    programs and people lose bookmarks without touching a word.
    """
    written: dict[str, list[Written]] = defaultdict(list)
    for one in written_figures(facts):
        if one.text.strip():
            written[one.passport].append(one)
    lost = [(one.before.tight, one.after.tight if one.after else "") for one in differences if one.before]
    changes: list[FigureChange] = []
    unmarked = 0
    for passport, figures in by_passport((tree,)).items():
        changes += changed(figures, written[passport])
        missing = max(len(figures) - len(written[passport]), 0)
        gone = min(missing, times_gone(figures[0], lost))
        changes += [FigureChange(figures[0], "", None)] * gone
        unmarked += missing - gone
    return FiguresRead(tuple(sorted(changes, key=lambda change: change.paragraph or 0)), unmarked)


def changed(figures: Sequence[Bound], marked: Sequence[Written]) -> Iterator[FigureChange]:
    """The places of one figure in which its words are others now."""
    texts = {tight(one.text) for one in figures}
    for one in marked:
        if tight(one.text) not in texts:
            yield FigureChange(figures[0], one.text, one.paragraph)


def times_gone(figure: Bound, lost: Iterable[tuple[str, str]]) -> int:
    """In how many changed sentences a figure stood and stands no longer."""
    words = tight(figure.text)
    return sum(words in before and words not in after for before, after in lost)


def tight(text: str) -> str:
    """Words without spaces."""
    return "".join(text.split())
