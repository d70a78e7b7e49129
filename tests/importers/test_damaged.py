"""Texts with lines lost, doubled, cut and garbled: always records or a message, never a fault of ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build.importing import Wishes, import_files
from tests.importers.test_placing import NOTICE

LINES = tuple(NOTICE.splitlines())
SIGNS = "《》〈〉（）：，。；、#|\\{}[]\"'-—〔〕 某文件号令第条附件12024年月日\u200b\u3000"
Damage = Callable[[list[str]], list[str]]

places = st.integers(0, len(LINES) - 1)
junk = st.text(SIGNS, max_size=40)


def drop(at: int) -> Damage:
    return lambda lines: lines[:at] + lines[at + 1 :]


def double(at: int) -> Damage:
    return lambda lines: lines[: at + 1] + lines[at:]


def garble(at: int, words: str) -> Damage:
    return lambda lines: [*lines[:at], words, *lines[at + 1 :]]


def cut(at: int, length: int) -> Damage:
    return lambda lines: [*lines[:at], *(line[:length] for line in lines[at : at + 1]), *lines[at + 1 :]]


damages = st.one_of(
    places.map(drop),
    places.map(double),
    st.builds(garble, places, junk),
    st.builds(cut, places, st.integers(0, 20)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(damages, max_size=8))
def test_no_damage_makes_a_record_that_is_none(
    tmp_path_factory: pytest.TempPathFactory, done: list[Damage]
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "library" / "policies").mkdir(parents=True)
    lines = list(LINES)
    for damage in done:
        lines = damage(lines)
    file = folder / "通知.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    result = import_files(folder / "library", [file], Wishes(dry_run=True))
    assert {problem.code for problem in result.problems} <= {"IMP002", "IMP020", "IMP037"}
    assert [path for path in (folder / "library").rglob("*") if path.is_file()] == []


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    file = tmp_path / "空.txt"
    file.write_text(" \n", encoding="utf-8")
    result = import_files(tmp_path, [file])
    assert [problem.code for problem in result.problems] == ["IMP002"]
