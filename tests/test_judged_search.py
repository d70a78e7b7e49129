"""The judged questions name provisions that exist, and their scores are computed as the books say."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.request import urlopen

import pytest

from benchmarks.site_search.corpus import ARTICLE, heading_of, holds, law_record, read_corpus
from benchmarks.site_search.judging import KINDS, Answer, Question, gains_of, ndcg, read_judged
from benchmarks.site_search.serving import serving
from generator.provisions.units import Unit

LAW = """# 示例办法
## 第一章 总则
第一条 为了举例，制定本办法。
本办法只用来举例。
第二条 例子应当简短。
"""


def test_every_answer_over_the_shipped_library_is_there(root: Path) -> None:
    units = {page.id: page.units for page in read_corpus(root).pages}
    lost = [
        (question.words, answer)
        for question in read_judged("library")
        for answer in question.answers
        if answer.record not in units
        or (answer.place and not any(holds(unit, answer.place) for unit in units[answer.record]))
    ]
    assert not lost


def test_an_answer_in_a_law_is_a_law_or_one_of_its_articles() -> None:
    places = {answer.place for question in read_judged("laws") for answer in question.answers}
    assert [place for place in places if place and not re.fullmatch(ARTICLE, place)] == []


def test_the_judged_set_has_every_kind_of_question_and_none_twice() -> None:
    questions = read_judged("library") + read_judged("laws")
    words = [question.words for question in questions]
    assert len(words) >= 120
    assert len(set(words)) == len(words)
    assert {question.kind for question in questions} == set(KINDS)
    assert {answer.grade for question in questions for answer in question.answers} == {1, 2}


def test_ndcg_is_the_discounted_gain_over_the_best_possible() -> None:
    # (1 + 3/log2(4)) / (3 + 1/log2(3))
    assert ndcg([1, 0, 2], [2, 1]) == pytest.approx(2.5 / 3.6309, abs=1e-4)
    assert ndcg([2, 1], [1, 2]) == 1
    assert ndcg([0, 0], [2]) == 0


def test_only_the_first_ten_results_count() -> None:
    assert ndcg([0] * 10 + [2], [2]) == 0


def test_an_answer_that_is_found_twice_counts_once() -> None:
    answer, other = Answer("甲", "第一条", 2), Answer("甲", "第二条", 1)
    question = Question("问", "问句", (answer, other))
    found = [frozenset({answer}), frozenset({answer}), frozenset({other}), frozenset[Answer]()]
    assert gains_of(found, question) == [2, 0, 1, 0]


def test_the_server_counts_what_it_sends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 5_000)
    with serving(tmp_path) as served:
        with urlopen(f"{served.address}/a.txt") as answer:
            body = answer.read()
        (path, size), *more = served.asked
    assert len(body) == 5_000
    assert (path, more) == ("/a.txt", [])
    assert 5_000 < size < 5_400


def test_a_law_becomes_a_record_with_its_articles(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    law = tmp_path / "示例办法.txt"
    law.write_text(LAW, encoding="utf-8")
    (tmp_path / "policies" / "示例办法.md").write_text(law_record(law), encoding="utf-8")
    (page,) = read_corpus(tmp_path).pages
    assert page.id == "示例办法"
    assert [next(unit.anchor for unit in page.units if holds(unit, f"第{n}条")) for n in "一二"] == [
        "a1",
        "a2",
    ]


def test_a_caption_is_a_heading_and_a_sentence_is_not() -> None:
    captioned = Unit("a2", ("第二条　服务的含义。由他人提供。",))
    bare = Unit("a6", ("第六条　应当按照预算执行。",))
    assert heading_of(captioned) == ("第二条　服务的含义。", ("由他人提供。",))
    assert heading_of(bare) == ("第六条", ("应当按照预算执行。",))
