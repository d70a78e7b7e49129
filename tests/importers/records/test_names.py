"""编号 made from titles and numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importers.records.names import LONGEST, TakenNames, safe_name

ID = re.compile(r"[A-Za-z0-9\u4e00-\u9fff]+(?:-[A-Za-z0-9\u4e00-\u9fff]+)*")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("鲁财采2022-14号", "鲁财采2022-14号"),
        ("关于转发《某通知》的通知（试行）", "关于转发某通知的通知试行"),
        ("2016—2017年度报表", "2016-2017年度报表"),
        ("附件 1.docx", "附件1-docx"),
        ("《》", "导入文件"),
        ("-a--b-", "a-b"),
    ],
)
def test_words_become_a_safe_name(words: str, name: str) -> None:
    assert safe_name(words) == name


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=80), max_size=8))
def test_names_are_always_safe_and_never_given_twice(wanted: list[str]) -> None:
    names = TakenNames()
    given_out = [names.claim(words) for words in wanted]
    assert all(ID.fullmatch(name) and len(name) <= LONGEST for name in given_out)
    assert len({name.casefold() for name in given_out}) == len(given_out)


def test_a_long_name_still_gets_its_number_and_its_place_beside() -> None:
    names = TakenNames(["长" * 60])
    assert names.claim("长" * 80) == "长" * 58 + "-2"
    assert names.claim_beside("长" * 60) == "长" * 55 + "-新"
    assert names.claim_beside("长" * 60) == "长" * 55 + "-新-2"
