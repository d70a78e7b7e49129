"""Where a case stands in the collections that print it: its number, and the cases before and after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.compose.collection import chosen_cases, group_title
from generator.library import Library
from generator.models.case import Case
from generator.models.issued import CollectionRecord


@dataclass(frozen=True, slots=True)
class CollectionPlace:
    """A case in a collection, in the order in which the collection prints its cases."""

    collection: CollectionRecord
    number: int
    count: int
    before: Case | None
    after: Case | None


def printed_order(library: Library, collection: CollectionRecord) -> tuple[Case, ...]:
    """The cases of a collection chapter by chapter."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in chosen_cases(library, collection):
        groups[group_title(library, case, collection.group_by)].append(case)
    return tuple(case for members in groups.values() for case in members)


def collection_places(library: Library) -> Mapping[str, tuple[CollectionPlace, ...]]:
    """The places of every case, by its 编号."""
    found: dict[str, list[CollectionPlace]] = defaultdict(list)
    for collection in library.every(CollectionRecord):
        cases = printed_order(library, collection)
        around = zip((None, *cases), cases, (*cases[1:], None), strict=False)
        for number, (before, case, after) in enumerate(around, start=1):
            found[case.id].append(CollectionPlace(collection, number, len(cases), before, after))
    return {case_id: tuple(places) for case_id, places in found.items()}
