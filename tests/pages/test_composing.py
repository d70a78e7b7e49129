"""Every record is composed once for all pages, however many of them speak of it."""

from __future__ import annotations

from pathlib import Path

from generator.library import Library
from generator.models.case import Case
from generator.models.policy import Policy
from generator.pages import write_pages
from tests.conftest import DATED
from tests.counting import counting_compositions


def test_no_record_is_composed_twice_for_the_pages(library: Library, tmp_path: Path) -> None:
    with counting_compositions("generator.pages") as counts:
        write_pages(library, tmp_path, dated=DATED)
    assert {record_id: count for record_id, count in counts.items() if count > 1} == {}
    assert {record.id for kind in (Case, Policy) for record in library.every(kind)} <= set(counts)
