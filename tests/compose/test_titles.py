"""Titles of forwarding notices: built from the chain with alternating marks."""

from __future__ import annotations

from generator.compose.titles import chain_title
from generator.library import Library
from generator.models.policy import Policy

INNER = "山东省财政厅关于做好政府购买服务改革重点工作的通知"


def title_of(library: Library, record_id: str) -> str | None:
    policy = library.find(record_id, Policy)
    assert policy is not None
    return chain_title(library, policy)


def test_the_city_encloses_the_province(library: Library) -> None:
    assert title_of(library, "淄财采2022-20号") == f"关于转发《{INNER}》的通知"


def test_the_county_names_the_city_before_the_marks_and_alternates_them(library: Library) -> None:
    expected = f"关于转发淄博市财政局《关于转发〈{INNER}〉的通知》的通知"
    assert title_of(library, "博财采2022-19号") == expected


def test_the_top_of_the_chain_forwards_nothing(library: Library) -> None:
    assert title_of(library, "鲁财采2022-14号") is None


def test_titles_that_the_records_state_equal_those_built(library: Library) -> None:
    pairs = {policy.id: (chain_title(library, policy), policy.title) for policy in library.every(Policy)}
    built = {record_id: pair for record_id, pair in pairs.items() if pair[0] is not None}
    assert {"淄财采2022-20号", "博财采2022-19号"} <= built.keys()
    assert [pair for pair in built.values() if pair[0] != pair[1]] == []
