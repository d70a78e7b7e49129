"""The shipped library: no 错误, and what is left is known."""

from __future__ import annotations

from generator.checks import DOCUMENT_CHECKS, RECORD_CHECKS, check_library
from generator.checks.near import NearWords
from generator.compose import compose_all
from generator.library import Library
from generator.problems import Level, in_order


def test_the_shipped_library_has_no_error(library: Library) -> None:
    errors = [
        problem for problem in check_library(library, compose_all(library)) if problem.level is Level.ERROR
    ]
    assert [problem.as_text() for problem in errors] == []


def test_the_defects_of_the_sources_are_shown_as_registered(library: Library) -> None:
    registered = {
        problem.code
        for problem in check_library(library, compose_all(library))
        if "已登记" in problem.message
    }
    assert {"TOTAL005", "NUMB001"} <= registered


def test_problems_come_sorted_by_place(library: Library) -> None:
    problems = check_library(library, compose_all(library))
    assert problems == in_order(problems)


def test_checking_twice_says_the_same(library: Library) -> None:
    assert check_library(library, compose_all(library)) == check_library(library, compose_all(library))


def test_each_check_stands_in_one_of_the_lists_once() -> None:
    names = [check.__name__ for check in (*RECORD_CHECKS, *DOCUMENT_CHECKS)]
    assert len(names) == len(set(names))


def test_near_words_are_found_among_many() -> None:
    words = NearWords([f"案例-{number:05d}" for number in range(20_000)] + ["鲁财采2022-14号"])
    assert words.find("鲁财采2022-41号") == "鲁财采2022-14号"
    assert (words.find("案例-00O42") or "").startswith("案例-00")
    assert words.find("完全不同") is None
