"""TERM: the wording of our own documents and of the cases that we tell (`generator.wording`).

Policies and other sources are not ours to reword.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.document import Blocks, Heading, Inlines, Paragraph, Text, plain
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.problems import Level, Place, Problem
from generator.wording.examining import examine_wording
from generator.wording.tables import bodies_of, entries_of
from generator.wording.written import Written

FILLED = "　"
"""Stands for words that come from a record: they are not ours to mend here."""


def check_wording(library: Library, trees: Trees) -> Iterator[Problem]:
    """Titles and bodies of documents, prefaces, and the prose of cases and practices (提示 only)."""
    entries, bodies = entries_of(library), bodies_of(library)
    for record_id, blocks in own_bodies(library, trees):
        texts = (*title_of(library, record_id), *texts_of(blocks, library.place(record_id)))
        yield from examine_wording(texts, entries, bodies)
    for record_id, article in trees.articles.items():
        texts = tuple(texts_of(article.body, library.place(record_id)))
        for problem in examine_wording(texts, entries):
            yield replace(problem, level=Level.HINT)


def title_of(library: Library, record_id: str) -> Iterator[Written]:
    """The title of a document of ours, where it was typed."""
    document = library.find(record_id, IssuedDocument)
    if document is not None and document.title:
        yield Written(document.title, library.place(record_id, "标题"), heading=True)


def texts_of(blocks: Blocks, place: Place) -> Iterator[Written]:
    """Headings and paragraphs; cells of tables are too short to judge."""
    for block in blocks:
        where = block.origin or place
        match block:
            case Heading():
                yield Written(typed(block.inlines), where, heading=True)
            case Paragraph():
                lead = block.lead.inlines if block.lead else ()
                inlines = (*lead, *block.inlines)
                yield Written(typed(inlines), where, printed=plain(inlines))


def typed(inlines: Inlines) -> str:
    """The words that were typed, with a blank for each that is filled in."""
    return "".join(item.text if isinstance(item, Text) else FILLED * len(item.text) for item in inlines)
