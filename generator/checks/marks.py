"""书名号 that do not pair or do not alternate 《〈〉》 (MARK001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.errata import graded
from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.document import Block, Heading, Paragraph, Table, plain
from generator.hanzi.marks import alternate, mark_faults
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy
from generator.problems import Level, Place, Problem

BASIS = "GB/T 15834-2011 4.15：书名号里还要用书名号时，外层用双书名号，内层用单书名号"


def check_marks(library: Library, trees: Trees) -> Iterator[Problem]:
    """Titles of policies and documents, titles of attachments, and what the bureau itself wrote."""
    for policy in library.every(Policy):
        for problem in faults_in(policy.title, library.place(policy.id, "标题")):
            yield graded(problem, policy, policy.title)
    for document in library.every(IssuedDocument):
        if document.title:
            yield from faults_in(document.title, library.place(document.id, "标题"))
    for record_id, tree in trees.documents.items():
        for attachment in tree.attachments:
            yield from faults_in(attachment.title, attachment.origin or library.place(record_id))
    for record_id, blocks in own_bodies(library, trees):
        for block in blocks:
            for text in texts_of(block):
                yield from faults_in(text, block.origin or library.place(record_id))


def texts_of(block: Block) -> Iterator[str]:
    """Words in which marks must pair: a heading, a paragraph, a cell."""
    match block:
        case Heading():
            yield plain(block.inlines)
        case Paragraph():
            yield block.text
        case Table():
            for row in (*block.head, *block.rows):
                yield from (cell.text for cell in row.cells)


def faults_in(text: str, place: Place) -> Iterator[Problem]:
    """The first fault of a text; those after it usually follow from it."""
    fault = next(mark_faults(text), None)
    if fault is not None:
        start = max(fault.position - 8, 0)
        message = f"“{text[start : fault.position + 8]}”一处：{fault.message}"
        rewritten = alternate(text)
        repaired = rewritten != text and next(mark_faults(rewritten), None) is None and len(text) <= 120
        hint = f"改为“{rewritten}”" if repaired else "书名号成对书写，外层《》，内层〈〉，再内层《》"
        yield Problem(Level.WARNING, "MARK001", message, place, hint, BASIS)
