"""Numbers in strings: what is written is read, in short words, and nothing needs an escape."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site_index.codec import (
    ALPHABET,
    BASE,
    LARGEST,
    LAST,
    SECOND,
    THIRD,
    decode,
    differences,
    encode,
    spell,
)

numbers = st.one_of(
    st.integers(0, LARGEST),
    st.integers(0, 2 * THIRD),
    st.sampled_from([0, SECOND - 1, SECOND, THIRD - 1, THIRD, LAST - 1, LAST, LARGEST]),
)


@settings(deadline=None)
@given(st.lists(numbers))
def test_what_is_encoded_is_decoded(given_numbers: list[int]) -> None:
    assert list(decode(encode(given_numbers))) == given_numbers


@settings(deadline=None)
@given(st.lists(numbers))
def test_the_codes_need_no_escape_in_a_script(given_numbers: list[int]) -> None:
    text = encode(given_numbers)
    assert json.dumps(text) == f'"{text}"'
    assert set(text) <= set(ALPHABET)
    assert not set(text) & set('<&"\\')


@pytest.mark.parametrize(
    ("number", "length"),
    [
        (0, 1),
        (SECOND - 1, 1),
        (SECOND, 2),
        (THIRD - 1, 2),
        (THIRD, 3),
        (LAST - 1, 3),
        (LAST, 5),
        (LARGEST, 5),
    ],
)
def test_small_numbers_take_few_characters(number: int, length: int) -> None:
    assert len(spell(number)) == length


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_numbers_that_do_not_fit_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="不能编码"):
        spell(number)


def test_the_alphabet_has_ninety_characters() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == BASE == 90


def test_differences_add_up_to_the_numbers() -> None:
    assert list(differences([3, 4, 10])) == [3, 1, 6]
