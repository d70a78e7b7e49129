"""Titles: built from the chain with alternating marks, broken into lines by whole words."""

from __future__ import annotations

import pytest

from generator.compose.title_lines import WIDEST, break_title, shape_fault
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
    for policy in library.every(Policy):
        built = chain_title(library, policy)
        assert built in (None, policy.title)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("濮阳市政府购买服务开展情况的报告", ("濮阳市政府购买服务开展情况的报告",)),
        (INNER, ("山东省财政厅关于做好政府购买服务", "改革重点工作的通知")),
        (
            f"关于转发《{INNER}》的通知",
            ("关于转发《山东省财政厅", "关于做好政府购买服务改革", "重点工作的通知》的通知"),
        ),
    ],
)
def test_a_title_breaks_at_whole_words(title: str, lines: tuple[str, ...]) -> None:
    assert break_title(title) == lines


def test_every_title_of_the_library_fits_and_loses_nothing(library: Library) -> None:
    for policy in library.every(Policy):
        lines = break_title(policy.title)
        assert "".join(lines) == policy.title
        assert all(len(line) <= WIDEST for line in lines)
        assert not any(line[0] in "》〉）、的" or line[-1] in "《〈（" for line in lines)


@pytest.mark.parametrize(
    ("lengths", "allowed"),
    [
        ([10, 14], True),
        ([14, 10], True),
        ([12, 12], False),
        ([10, 14, 10], True),
        ([8, 11, 14], True),
        ([14, 9, 14], False),
    ],
)
def test_trapezoids_and_diamonds_are_allowed_hourglasses_and_rectangles_are_not(
    lengths: list[int], allowed: bool
) -> None:
    assert (shape_fault(lengths) == 0) is allowed
