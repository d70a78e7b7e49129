"""The heading at the beginning of a paragraph, and what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspection.rules.sheet import Sheet
from generator.recognition.faces import LEVEL_FACES, is_chinese, is_wholly
from generator.recognition.facts import ParagraphFacts, RunFacts
from generator.recognition.roles import HeadingKind

ARTICLE = re.compile(r"\s*第[零一二三四五六七八九十百千]+[编章节条]")
"""Divisions of regulations, which 公文 enclose and whose looks the standard leaves open."""


def lead_end(sheet: Sheet, paragraph: ParagraphFacts) -> int:
    """Where in its text the heading ends that has a face of its own; 0 where there is none.

    The number of a division of a regulation counts as such a heading, that of a mere item does not.
    """
    heading = sheet.headings.get(paragraph.number)
    if heading and heading.level in LEVEL_FACES:
        if is_wholly(sheet.standard, LEVEL_FACES[heading.level], paragraph):
            return len(paragraph.text)
        return 0 if heading.kind is HeadingKind.ITEM else heading.end
    article = ARTICLE.match(paragraph.text)
    if not article:
        return 0
    return article.end() if article[0].endswith("条") else len(paragraph.text)


def before_lead_ends(sheet: Sheet, paragraph: ParagraphFacts) -> Iterator[RunFacts]:
    """The runs that Chinese words of the heading stand in."""
    end = lead_end(sheet, paragraph)
    return (run for start, run in placed(paragraph) if is_chinese(run.text[: max(0, end - start)]))


def after_lead(sheet: Sheet, paragraph: ParagraphFacts) -> Iterator[RunFacts]:
    """The runs with Chinese words beyond the heading."""
    end = lead_end(sheet, paragraph)
    return (run for start, run in placed(paragraph) if is_chinese(run.text[max(0, end - start) :]))


def placed(paragraph: ParagraphFacts) -> Iterator[tuple[int, RunFacts]]:
    """The runs, each with its place in the text."""
    start = 0
    for run in paragraph.runs:
        yield start, run
        start += len(run.text)
