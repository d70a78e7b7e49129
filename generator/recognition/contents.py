"""What a file holds as trees: its 公文 with all that they enclose, or a text that is none."""

from __future__ import annotations

from generator.recognition.headings import heading_of, level_siblings
from generator.recognition.lines import FLOW, Line
from generator.recognition.recovered import Contents, Recovered
from generator.recognition.roles import HeadingFacts, Recognised, Role
from generator.recognition.trees.articles import read_article
from generator.recognition.trees.official import Findings, read_official
from generator.recognition.trees.pieces import Piece, Reading, Sweep, Words, numbers_of
from generator.recognition.trees.shells import with_candidates


def read_contents(recognised: Recognised) -> Contents:
    """Make trees of a file whose paragraphs have been told apart.

    Args:
        recognised: As `recognise` gives it.

    Returns:
        One text for each 公文 that lies in no other; a file without any is one article.  Every paragraph
        with words is in one of the texts or among the unplaced; what a text says without certainty is
        told by its doubts, and the tree then holds nothing or the first candidate that is printed.
    """
    sweep = Sweep(recognised)
    sweep.run()
    reading = Reading(recognised.facts, headings_of(recognised), recognised.by_style)
    unplaced: list[int] = []
    texts: list[Recovered] = []
    for found in sweep.outermost:
        findings = Findings()
        tree = read_official(found, reading, findings)
        texts.append(Recovered(tree, with_candidates(findings.doubts, sweep.outside, reading)))
        unplaced += findings.unplaced
    if sweep.outermost:
        unplaced += numbers_of(sweep.outside)
    else:
        texts += read_rest(sweep.outside, reading, unplaced)
    return Contents(tuple(texts), tuple(sorted(set(unplaced))))


def read_rest(pieces: list[Piece], reading: Reading, unplaced: list[int]) -> list[Recovered]:
    """A file without any 公文 as one article; headers and footers are no part of it."""
    flow = [piece for piece in pieces if not isinstance(piece, Words) or piece.facts.where in FLOW]
    unplaced += [
        piece.number for piece in pieces if isinstance(piece, Words) and piece.facts.where not in FLOW
    ]
    if not flow:
        return []
    findings = Findings()
    tree = read_article(flow, reading, findings)
    unplaced += findings.unplaced
    return [Recovered(tree, tuple(findings.doubts))]


def headings_of(recognised: Recognised) -> dict[int, HeadingFacts]:
    """The numbered headings by paragraph; those of a file without any 公文 are looked for here."""
    if recognised.parts:
        return {heading.paragraph: heading for heading in recognised.headings}
    worded = (
        Line(paragraph)
        for paragraph, role in zip(recognised.facts.paragraphs, recognised.roles, strict=True)
        if role in {Role.BODY, Role.OTHER}
    )
    found = [heading for line in worded if (heading := heading_of(line))]
    return {heading.paragraph: heading for heading in level_siblings(found)}
