"""Each figure of a Word file with the record, the place in it, and the sentence of the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.compose.evidence import Evidence, evidence_of
from generator.document import Bound
from generator.figures.extraction import find_quantities
from generator.library import Library
from generator.readback.figures import Figures, Tree, Written, by_passport, tight, written_figures
from generator.recognition.facts import DocumentFacts, ParagraphFacts


class Standing(StrEnum):
    """How a figure stands to its record."""

    AGREES = "与记录一致"
    DIFFERS = "与记录不同"
    MATCHED = "书签没有了，按文字认出"
    COMPUTED = "由程序计算"
    GONE = "记录不在库里"
    UNBACKED = "没有出处"


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure of a file.

    Attributes:
        text: its words in the file.
        paragraph: the number of its paragraph.
        standing: how it stands to its record.
        record: the 编号 of its record; empty where it has none.
        path: the place in the record.
        expected: what the record gives for it.
        evidence: what stands behind it; None where nothing is known.
    """

    text: str
    paragraph: int
    standing: Standing
    record: str = ""
    path: str = ""
    expected: str = ""
    evidence: Evidence | None = None


def trace(library: Library, facts: DocumentFacts, trees: Iterable[Tree]) -> tuple[Traced, ...]:
    """Every bound figure and every other quantity of a file, in reading order.

    Args:
        library: where records are looked up.
        facts: the file.
        trees: what its record gives today; all that the library prints where its record is not known.
    """
    known = by_passport(trees)
    by_words = figures_by_words(known)
    written: dict[int, list[Written]] = defaultdict(list)
    for figure in written_figures(facts):
        written[figure.paragraph].append(figure)
    found: list[Traced] = []
    for paragraph in facts.paragraphs:
        own = written.get(paragraph.number, [])
        placed = [(figure.start, traced(library, figure, known)) for figure in own]
        placed += unmarked(library, paragraph, own, by_words)
        found += [one for _, one in sorted(placed, key=lambda item: item[0])]
    return tuple(found)


def figures_by_words(known: Figures) -> Mapping[str, Sequence[Bound]]:
    """The bound figures by their words, each record and path once."""
    found: dict[str, dict[tuple[str, str], Bound]] = defaultdict(dict)
    for figures in known.values():
        for figure in figures:
            if figure.record:
                found[tight(figure.text)][figure.record, figure.path] = figure
    return {text: tuple(figures.values()) for text, figures in found.items()}


def unmarked(
    library: Library,
    paragraph: ParagraphFacts,
    written: Iterable[Written],
    by_words: Mapping[str, Sequence[Bound]],
) -> Iterator[tuple[int, Traced]]:
    """The quantities of a paragraph that no bookmark covers, with where they begin.

    One that a single figure of the record has in the same words is taken for that figure.
    """
    covered = [(figure.start, figure.end) for figure in written]
    for quantity in find_quantities(paragraph.text):
        if any(quantity.start < end and start < quantity.end for start, end in covered):
            continue
        text = paragraph.text[quantity.start : quantity.end]
        figures = by_words.get(tight(text), ())
        if len(figures) == 1:
            figure = figures[0]
            evidence = evidence_of(library, figure.record, figure.path)
            place = figure.record, figure.path, figure.text
            yield quantity.start, Traced(text, paragraph.number, Standing.MATCHED, *place, evidence)
        else:
            yield quantity.start, Traced(text, paragraph.number, Standing.UNBACKED)


def traced(library: Library, written: Written, known: Figures) -> Traced:
    """A bound figure with what stands behind it."""
    figures = known.get(written.passport, ())
    if not figures:
        return Traced(written.text, written.paragraph, Standing.GONE, path=written.passport)
    figure = figures[0]
    same = any(tight(one.text) == tight(written.text) for one in figures)
    evidence = evidence_of(library, figure.record, figure.path) if figure.record else None
    agrees = Standing.AGREES if figure.record else Standing.COMPUTED
    standing = agrees if same else Standing.DIFFERS
    place = figure.record, figure.path
    return Traced(written.text, written.paragraph, standing, *place, figure.text, evidence)
