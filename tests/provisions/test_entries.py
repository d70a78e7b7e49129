"""Records as both indexes take them in: with facets, chain and status of the day, nothing hidden."""

from __future__ import annotations

from datetime import date

import pytest

from generator.compose.address import has_page
from generator.library import Library
from generator.pages.public import public_view
from generator.provisions.entries import Entry, entries_of
from generator.provisions.facets import FACETS


@pytest.fixture(scope="module")
def entries(library: Library) -> dict[str, Entry]:
    """The shipped library by 编号."""
    return {entry.card.id: entry for entry in entries_of(public_view(library), dated=date(2022, 12, 31))}


def test_every_record_with_a_page_is_an_entry_once(library: Library, entries: dict[str, Entry]) -> None:
    view = public_view(library)
    assert list(entries) == [name for name, one in view.entries.items() if has_page(one.record)]


def test_the_first_unit_is_the_record_as_a_whole_and_the_others_have_anchors(
    entries: dict[str, Entry],
) -> None:
    for entry in entries.values():
        first, *others = entry.units
        assert first.anchor == ""
        assert first.lines[0] == entry.card.title
        assert all(unit.anchor for unit in others)
        assert all(unit.lines for unit in entry.units)


def test_a_card_has_the_facets_of_its_record(entries: dict[str, Entry]) -> None:
    card = entries["鲁财采2022-14号"].card
    assert card.facets["kind"] == ("政策",)
    assert card.facets["year"] == ("2022年",)
    assert card.facets["issuer"] == ("山东省财政厅",)
    assert set(card.facets) <= {facet.key for facet in FACETS}


def test_a_text_that_passes_on_another_shows_who_issued_the_chain(entries: dict[str, Entry]) -> None:
    chains = {entry.card.chain for entry in entries.values() if entry.card.chain}
    assert "山东省财政厅 → 淄博市财政局 → 淄博市博山区财政局" in chains
    assert entries["鲁财采2022-14号"].card.chain == ""


def test_the_status_is_that_of_the_day_with_its_tone(library: Library) -> None:
    told = {}
    for day in (date(2019, 1, 1), date(2022, 12, 31)):
        cards = (entry.card for entry in entries_of(public_view(library), dated=day))
        told[day] = {(card.status, card.tone) for card in cards if str(card.number) == "财综〔2014〕96号"}
    assert told[date(2019, 1, 1)] != told[date(2022, 12, 31)] == {("已废止", "bad")}
