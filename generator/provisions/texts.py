"""The text of a record in the blocks of its page, under the ids that they have there.

The search, the data files and the page itself all point at these ids.
"""

from __future__ import annotations

from dataclasses import replace

from generator.compose import Composer, compose_document
from generator.compose.collection import chosen_cases, preface_of
from generator.document import Block, Blocks, Heading, Paragraph
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record

PREFACE = "preface-"
"""Before the ids of a collection's preface, for its cases stand on the same page."""


def text_of(composer: Composer, record: Record) -> Blocks:
    """The text of a policy, a document or a collection (its preface); nothing of other records.

    Attachments are records too, and have texts of their own.
    """
    match record:
        case Policy():
            return composer.body(record, composer.binder(record))
        case IssuedDocument():
            return compose_document(composer, record).body
        case CollectionRecord():
            cases = chosen_cases(composer.library, record)
            return tuple(map(in_preface, preface_of(composer, record, cases)))
    return ()


def in_preface(block: Block) -> Block:
    """A block of a preface under the id that it has on the collection's page."""
    moved = replace(block, id=f"{PREFACE}{block.id}")
    if isinstance(moved, Paragraph) and moved.lead:
        return replace(moved, lead=replace(moved.lead, id=f"{PREFACE}{moved.lead.id}"))
    return moved


def heading_of(block: Block) -> Heading | None:
    """The heading that a block is or begins with."""
    if isinstance(block, Heading):
        return block
    return block.lead if isinstance(block, Paragraph) else None
