"""Findings of a text as codes and messages."""

from __future__ import annotations

from generator.figures.examining import examine_text
from generator.figures.passages import Finding, Passage
from generator.problems import Place


def findings(*paragraphs: str) -> tuple[Finding, ...]:
    """What the figures of a text disagree about."""
    return examine_text(Passage(text, Place("文.md", line)) for line, text in enumerate(paragraphs, start=1))


def codes(*paragraphs: str) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in findings(*paragraphs)]
