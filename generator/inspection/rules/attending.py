"""The lines 出席, 请假 and 列席 of minutes: their label, and the names behind it (clause 10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspection.rules.leads import placed
from generator.recognition.faces import is_chinese
from generator.recognition.facts import ParagraphFacts, RunFacts

ATTENDED = ("出席", "请假", "列席")
"""In their order."""
FORM = re.compile(r"\s*(?P<label>出\s*席|请\s*假|列\s*席)\s*(?P<colon>[：:]?)")


def label_end(paragraph: ParagraphFacts) -> int:
    """Where the word 出席 ends, without its colon; 0 for a line that only goes on with names."""
    match = FORM.match(paragraph.text)
    return match.end("label") if match else 0


def label_of(paragraph: ParagraphFacts) -> Iterator[RunFacts]:
    """The runs of the label."""
    end = label_end(paragraph)
    return (run for start, run in placed(paragraph) if is_chinese(run.text[: max(0, end - start)]))


def names_of(paragraph: ParagraphFacts) -> Iterator[RunFacts]:
    """The runs of the names."""
    end = label_end(paragraph)
    return (run for start, run in placed(paragraph) if is_chinese(run.text[max(0, end - start) :]))
