"""Which kind of template a document is written with, and what tells the kinds apart."""

from __future__ import annotations

from generator.document import DocumentFormat
from generator.standard import TemplateKind

KINDS = {
    DocumentFormat.ORDINARY: TemplateKind.DOCUMENT,
    DocumentFormat.LETTER: TemplateKind.LETTER,
    DocumentFormat.ORDER: TemplateKind.ORDER,
    DocumentFormat.MINUTES: TemplateKind.MINUTES,
}
MARK_SLOTS = {
    TemplateKind.DOCUMENT: "发文机关标志",
    TemplateKind.LETTER: "信函标志",
    TemplateKind.ORDER: "命令标志",
    TemplateKind.MINUTES: "纪要标志",
}
"""The slot of the mark, by which templates of the four kinds are told apart."""


def kind_for(document_format: DocumentFormat) -> TemplateKind:
    """The kind of template for a format of GB/T 9704-2012 (clauses 7 and 10)."""
    return KINDS[document_format]
