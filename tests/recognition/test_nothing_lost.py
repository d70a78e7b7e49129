"""Whatever a file holds: each of its words is in a tree or among the paragraphs without place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.plain import PlainLine, plain_facts
from tests.recognition.samples import EVERY
from tests.recognition.texts import lines_from, lost

POOL = tuple(dict.fromkeys(line for text in EVERY.values() for line in lines_from(text)))
IN_NUMERALS = frozenset("一二三四五六七八九十〇○年月日0123456789")
"""A date in Chinese numerals stands in its tree as a day."""


@pytest.mark.parametrize("name", EVERY)
def test_no_word_of_a_sample_is_lost(name: str) -> None:
    facts = plain_facts(name, lines_from(EVERY[name]))
    missing = lost(facts, read_contents(recognise(facts)))
    assert set(missing) <= (IN_NUMERALS if name == "letter" else set())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(POOL), max_size=25))
def test_lines_in_any_order_are_all_kept(lines: list[PlainLine]) -> None:
    facts = plain_facts("乱.txt", lines)
    missing = lost(facts, read_contents(recognise(facts)))
    assert set(missing) <= IN_NUMERALS
