"""Choices of an office on the command line: what is badly put is told in words of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.problems import LibraryError
from generator.standard.overlay import read_choices


def told(*words: str) -> list[tuple[str, str, str]]:
    """Where, what and what to do."""
    with pytest.raises(LibraryError) as caught:
        read_choices(words)
    return [(one.place.path, one.message, one.hint) for one in caught.value.problems]


@pytest.mark.parametrize("text", ["42", "42mm", "42 毫米", " 42.5 "])
def test_a_seal_is_measured_in_millimetres(text: str) -> None:
    assert read_choices([f"印章直径={text}"]).seal_diameter in (Decimal(42), Decimal("42.5"))


@pytest.mark.parametrize("text", ["abc", "-42", "４２", "4,2", "42cm"])
def test_a_seal_that_is_no_number_is_told_in_millimetres(text: str) -> None:
    message, hint = f"“印章直径”：“{text}”不是毫米数", "请写 30 到 60 之间的数，如 42"
    assert told(f"印章直径={text}") == [("--custom", message, hint)]


def test_a_seal_of_no_size_is_told() -> None:
    assert told("印章直径=99") == [("--custom", "“印章直径”：99 毫米不像印章", "应在 30 到 60 之间")]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("版面", "“版面”缺少等号"),
        ("版面=", "“版面=”缺少值"),
        ("=33476", "“=33476”缺少键"),
        ("", "“”缺少等号"),
    ],
)
def test_what_is_no_key_and_value_is_told_what_it_lacks(word: str, message: str) -> None:
    assert told(word) == [("--custom", message, "写成 键=值，如 版面=33476")]


def test_a_key_given_twice_is_refused() -> None:
    assert told("版面=37", "版面=33476") == [("--custom", "“版面”写了 2 次", "只留一个")]


def test_all_that_is_badly_put_is_told_at_once() -> None:
    assert [message for _, message, _ in told("版面", "页码位置=居中", "页码位置=外侧")] == [
        "“版面”缺少等号",
        "“页码位置”写了 2 次",
    ]
