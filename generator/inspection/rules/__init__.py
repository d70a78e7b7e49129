"""The rules of the inspection: each clause judged, in the order in which a document is read."""

from __future__ import annotations

from generator.inspection.findings import Finding
from generator.inspection.rules import (
    attachment_note,
    attachment_pages,
    body,
    closing,
    compatibility,
    document_number,
    genre,
    head,
    imprint_lines,
    imprint_words,
    marks,
    minutes,
    page,
    page_number,
    special,
    tables,
    title,
    typeface,
)
from generator.inspection.rules.rule import Rule
from generator.inspection.rules.sheet import Sheet
from generator.recognition.roles import Recognised
from generator.standard import Standard

__all__ = ["RULES", "Rule", "judge"]

RULES: tuple[Rule, ...] = (
    *page.RULES,
    *typeface.RULES,
    *head.RULES,
    *document_number.RULES,
    *special.RULES,
    *title.RULES,
    *genre.RULES,
    *body.RULES,
    *attachment_note.RULES,
    *minutes.RULES,
    *closing.RULES,
    *attachment_pages.RULES,
    *tables.RULES,
    *imprint_words.RULES,
    *imprint_lines.RULES,
    *page_number.RULES,
    *marks.RULES,
    *compatibility.RULES,
)
"""Page and type first, then part by part from the 版头 to the 页码, then the words."""


def judge(recognised: Recognised, standard: Standard) -> tuple[Finding, ...]:
    """Hold a file against the standard.

    Args:
        recognised: The file, its paragraphs told apart.
        standard: The values, with the custom of the office that it is checked for.

    Returns:
        For each clause that has an object in the file one finding that says 通过, or one for each
        spot where it is not kept or cannot be told.
    """
    sheet = Sheet(recognised, standard)
    return tuple(finding for rule in RULES for finding in rule.judge(sheet))
