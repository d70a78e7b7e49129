"""Marks at the ends of lines, and widths in halves of a 字."""

from __future__ import annotations

import pytest

from generator.hanzi.linebreaks import CLOSING, NOT_FIRST, NOT_LAST, OPENING, set_of
from generator.hanzi.widths import halves, is_narrow


def test_every_opening_mark_has_its_closing_one() -> None:
    assert len(set(OPENING)) == len(set(CLOSING)) == len(OPENING) == len(CLOSING)
    assert all(ord(close) - ord(opening) in (1, 2) for opening, close in zip(OPENING, CLOSING, strict=True))


def test_what_the_standard_of_punctuation_keeps_from_the_ends_of_lines() -> None:
    assert set("。，、；：？！”’）》〉〕】·…—") <= NOT_FIRST
    assert set("“‘（《〈〔【") <= NOT_LAST
    assert not NOT_FIRST & NOT_LAST


def test_marks_are_always_listed_in_the_same_order() -> None:
    assert set_of(frozenset("，。")) == set_of(frozenset("。，")) == "。，"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("财政", 4),
        ("AB12", 4),
        ("2024年", 6),
        ("《a》", 5),
        ("·°×±", 8),
        ("“”…—", 8),
        (" \u3000", 3),
    ],
)
def test_a_chinese_letter_takes_two_halves_and_a_latin_one_takes_one(text: str, width: int) -> None:
    assert halves(text) == width
    assert sum(1 if is_narrow(letter) else 2 for letter in text) == width
