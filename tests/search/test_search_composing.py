"""Every record is composed once for the index."""

from __future__ import annotations

from pathlib import Path

from generator.library import Library
from generator.models.case import Case
from generator.search import build_index
from tests.counting import counting_compositions


def test_no_record_is_composed_twice_for_the_index(library: Library, tmp_path: Path) -> None:
    with counting_compositions("generator.search") as counts:
        build_index(library, tmp_path)
    assert {record_id: count for record_id, count in counts.items() if count > 1} == {}
    assert {case.id for case in library.every(Case)} <= set(counts)
