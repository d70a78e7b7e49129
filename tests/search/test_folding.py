"""Folding: width, case, spaces and traditional characters vanish, one character at a time."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hanzi.folding import bigrams, fold, fold_with_places

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("政府購買服務 \u3000ａＢ9.〔〕①㎡")), max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("續簽", "续签"),
        ("計畫", "计划"),
        ("瞭解", "了解"),
        ("答覆", "答复"),
        ("財綜〔２０１４〕９６號", "财综〔2014〕96号"),
        ("政 府\u3000购\n买", "政府购买"),
        ("2022 年 12 月", "2022年12月"),
        ("GB/T  9704 2012", "gb/t 9704 2012"),
        ("Word\u00a0版", "word版"),
        ("政\u200b府\ufeff", "政府"),
        ("（①）", "(1)"),
    ],
)
def test_folding_takes_away_what_makes_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_twice_changes_nothing_for_any_character() -> None:
    characters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    assert [character for character in characters if fold(fold(character)) != fold(character)] == []


@given(text=TEXTS, start=st.integers(0, 40), length=st.integers(0, 40))
def test_the_folded_part_stands_in_the_folded_whole(text: str, start: int, length: int) -> None:
    assert fold(text[start : start + length]) in fold(text)


@given(text=TEXTS)
def test_places_lead_back_to_the_characters(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert list(places) == sorted(places)
    assert all(
        character == " " or character in fold(text[place])
        for character, place in zip(folded, places, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("政府购买", ("政府", "府购", "购买")),
        ("券", ("券",)),
        ("财综〔2014〕96号", ("财综", "2014", "96", "号")),
        ("共9199.3万元", ("共", "9199.3", "万元")),
        ("GB/T 9704-2012", ("gb", "t", "9704", "2012")),
        ("第1.2.3节", ("第", "1.2.3", "节")),
        ("，。", ()),
        ("", ()),
    ],
)
def test_tokens_are_pairs_words_and_numbers(text: str, tokens: tuple[str, ...]) -> None:
    assert bigrams(text) == tokens
