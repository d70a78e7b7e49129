"""The year that the command narrows by is the year of the facet."""

from __future__ import annotations

from datetime import date

from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.provisions.cards import make_card
from generator.provisions.facets import facets_of

DAY = date(2022, 12, 31)


def test_a_document_signed_in_another_year_than_that_of_its_number_has_one_year(library: Library) -> None:
    report = library.find("濮财综2017-8号", IssuedDocument)
    assert report is not None
    later = report.model_copy(update={"signed_on": date(2018, 1, 5)})
    years = make_card(library, later, DAY).years
    assert (years, facets_of(library, later, DAY)["year"]) == ((2018,), ("2018年",))
