"""The text of a record has the same blocks, under the same ids, for the search, the data and the page."""

from __future__ import annotations

import pytest

from generator.compose import Audience, Composer
from generator.document import Heading, Paragraph
from generator.library import Library
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.open_data.texts import provisions_of
from generator.pages.public import public_view
from generator.provisions.cards import make_card
from generator.provisions.texts import heading_of, text_of
from generator.provisions.units import units_of
from tests.conftest import DATED


@pytest.fixture(scope="module")
def composer(library: Library) -> Composer:
    """Composes what everybody may read."""
    return Composer(public_view(library), Audience.SITE)


def with_text(composer: Composer) -> list[Record]:
    """The records whose text is told as provisions."""
    records = (entry.record for entry in composer.library.entries.values())
    return [record for record in records if isinstance(record, Policy | IssuedDocument | CollectionRecord)]


def test_search_and_data_point_at_blocks_of_the_text(composer: Composer) -> None:
    assert {type(record) for record in with_text(composer)} == {Policy, IssuedDocument, CollectionRecord}
    for record in with_text(composer):
        blocks = text_of(composer, record)
        ids = {block.id for block in blocks} | {head.id for head in map(heading_of, blocks) if head}
        units = units_of(composer, record, make_card(composer.library, record, DATED))
        assert {unit.anchor for unit in units} - {""} <= ids
        assert {provision["anchor"] for provision in provisions_of(composer, record)} <= ids


def test_every_heading_of_a_text_opens_a_provision_of_the_data(composer: Composer) -> None:
    for record in with_text(composer):
        headings = [head.id for head in map(heading_of, text_of(composer, record)) if head]
        told = [one["anchor"] for one in provisions_of(composer, record) if "heading" in one]
        assert told == headings


def test_ids_of_a_preface_keep_apart_from_those_of_its_cases(composer: Composer) -> None:
    (collection,) = (record for record in with_text(composer) if isinstance(record, CollectionRecord))
    blocks = text_of(composer, collection)
    assert blocks
    assert all(block.id.startswith("preface-") for block in blocks)
    leads = [block.lead for block in blocks if isinstance(block, Paragraph) and block.lead]
    assert all(lead.id.startswith("preface-") for lead in leads)


def test_a_record_without_a_text_has_no_blocks(composer: Composer) -> None:
    others = (entry.record for entry in composer.library.entries.values())
    assert {text_of(composer, one) for one in others if one not in with_text(composer)} == {()}


def test_the_heading_of_a_block_is_itself_or_the_one_that_runs_into_it(composer: Composer) -> None:
    found = [block for record in with_text(composer) for block in text_of(composer, record)]
    assert all(heading_of(block) is block for block in found if isinstance(block, Heading))
    run_in = [block for block in found if isinstance(block, Paragraph) and block.lead]
    assert run_in
    assert all(heading_of(block) is block.lead for block in run_in)
