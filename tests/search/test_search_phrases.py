"""A phrase in quotation marks finds exactly what a plain scan of the folded text finds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.hanzi.folding import fold
from generator.library import Library
from generator.provisions.entries import entries_of
from generator.provisions.units import Unit
from generator.search import query
from tests.search.samples import MakeIndex, policy

QUOTES = '"“”＂'
Place = tuple[str, str]

exact = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def units(library: Library) -> list[tuple[str, Unit]]:
    """Every unit of the shipped library with the 编号 of its record."""
    return [(entry.card.id, unit) for entry in entries_of(library) for unit in entry.units]


def scan(units: list[tuple[str, Unit]], phrase: str) -> Counter[Place]:
    """What grep finds."""
    wanted = fold(phrase)
    return Counter(
        (name, unit.anchor) for name, unit in units if any(wanted in fold(line) for line in unit.lines)
    )


def places(index: Path, phrase: str) -> Counter[Place]:
    """What the index finds."""
    return Counter((hit.id, hit.anchor) for hit in query(index, f"“{phrase}”", limit=None))


@exact
@given(data=st.data())
def test_a_phrase_cut_from_a_text_finds_what_a_scan_finds(
    shipped: Path, units: list[tuple[str, Unit]], data: st.DataObject
) -> None:
    name, unit = data.draw(st.sampled_from(units))
    line = data.draw(st.sampled_from(unit.lines))
    start = data.draw(st.integers(0, len(line) - 1))
    phrase = line[start : start + data.draw(st.integers(1, 14))]
    assume(fold(phrase) and not set(QUOTES) & set(phrase))
    found = places(shipped, phrase)
    assert found == scan(units, phrase)
    assert (name, unit.anchor) in found


@exact
@given(phrase=st.text("政府购买服务采财〔2014〕96号.,ab （", min_size=1, max_size=4))
def test_a_phrase_of_any_characters_finds_what_a_scan_finds(
    shipped: Path, units: list[tuple[str, Unit]], phrase: str
) -> None:
    assume(fold(phrase))
    assert places(shipped, phrase) == scan(units, phrase)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("9199", True),
        ("199.3万", True),
        ("199.", True),
        (".3", True),
        ("93万", False),
        ("GB/T", True),
        ("b/t 97", True),
        ("b/t97", False),
        ("购", True),
        ("，", True),
        ("购买。承接", False),
    ],
)
def test_a_phrase_may_begin_and_end_inside_a_number_or_a_word(
    index_of: MakeIndex, phrase: str, found: bool
) -> None:
    body = "# 一、金额\n\n共购买9199.3万元，版式照GB/T 9704执行。\n\n承接主体另定。"
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", body)})
    assert bool(query(index, f'"{phrase}"')) is found


def test_all_phrases_must_stand_in_the_provision(index_of: MakeIndex) -> None:
    body = "# 一、甲项\n\n双盲评审。\n\n# 二、乙项\n\n双盲评审，专家抽取。"
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", body)})
    assert [hit.anchor for hit in query(index, '"双盲评审" "专家抽取"')] == ["s2"]


def test_words_outside_the_quotation_marks_only_rank(index_of: MakeIndex) -> None:
    body = "# 一、甲项\n\n双盲评审。\n\n# 二、乙项\n\n双盲评审，专家抽取。"
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", body)})
    assert [hit.anchor for hit in query(index, "“双盲评审” 专家")] == ["s2", "s1"]


def test_a_single_character_is_found_wherever_it_stands(index_of: MakeIndex) -> None:
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", "# 一、形式\n\n发放服务券。")})
    assert [hit.anchor for hit in query(index, "券")] == ["s1"]


def test_a_paragraph_longer_than_a_unit_is_not_cut(index_of: MakeIndex) -> None:
    long = "本项服务按月考核。" * 90 + "末尾要紧的一句"
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", f"# 一、考核\n\n{long}")})
    assert [hit.anchor for hit in query(index, "“考核。末尾要紧”")] == ["s1"]
