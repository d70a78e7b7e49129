"""Small packages as they are read: their facts, the first paragraph, the words."""

from __future__ import annotations

from collections.abc import Mapping

from generator.recognition.facts import DocumentFacts, ParagraphFacts
from generator.recognition.reading import read_facts
from tests.inspection.packages import docx

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)
"""Chinese and Latin fonts, a size and room below a paragraph, as a file states them for all its words."""


def read(body: str, others: Mapping[str, str] | None = None, theme: str = "") -> DocumentFacts:
    return read_facts(docx(body, others, theme))


def first(body: str, others: Mapping[str, str] | None = None, theme: str = "") -> ParagraphFacts:
    return read(body, others, theme).paragraphs[0]


def texts(facts: DocumentFacts) -> list[str]:
    return [paragraph.text for paragraph in facts.paragraphs]
