"""The judged questions and how an answer is scored: nDCG over the first ten results."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[1] / "judged"
FIRST = 10
KEYWORD, QUESTION, TITLE, NUMBER = "关键词", "问句", "标题", "文号"
KINDS = (KEYWORD, QUESTION, TITLE, NUMBER)


@dataclass(frozen=True, slots=True)
class Answer:
    """A provision (编号 and its anchor, 第几条 or opening words) or, without a place, a record."""

    record: str
    place: str
    grade: int
    """2 answers the question, 1 belongs to it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and what should be found."""

    words: str
    kind: str
    answers: tuple[Answer, ...]


def read_judged(name: str) -> tuple[Question, ...]:
    """The questions of one file: `library` over the shipped library, `laws` over the corpus of laws."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(question_of(data) for data in yaml.safe_load(text)["问题"])


def question_of(data: Mapping[str, object]) -> Question:
    """One question: 问, 类, 答 (编号 or 编号#处, to its grade)."""
    graded = data["答"]
    if not isinstance(graded, dict):
        raise TypeError(data)
    return Question(str(data["问"]), str(data["类"]), tuple(map(answer_of, graded, graded.values())))


def answer_of(named: str, grade: int) -> Answer:
    """编号#处, or 编号 for a whole record."""
    record, _, place = named.partition("#")
    return Answer(record, place, grade)


def places_of(questions: Iterable[Question]) -> frozenset[tuple[str, str]]:
    """Every provision that is named as an answer."""
    return frozenset((answer.record, answer.place) for question in questions for answer in question.answers)


def ndcg(gains: Sequence[int], ideal: Sequence[int], first: int = FIRST) -> float:
    """Normalised discounted cumulative gain.

    Args:
        gains: the grade of each result in its order, 0 where it answers nothing.
        ideal: the grades of all answers there are.
        first: how many results count.
    """
    best = discounted(sorted(ideal, reverse=True)[:first])
    return discounted(gains[:first]) / best if best else 0.0


def discounted(gains: Sequence[int]) -> float:
    """Gains 2^grade - 1, halved and more the later they come."""
    return sum((math.exp2(gain) - 1) / math.log2(place + 2) for place, gain in enumerate(gains))


def gains_of(found: Iterable[frozenset[Answer]], question: Question) -> list[int]:
    """The grade of each result; an answer found twice counts once."""
    left = set(question.answers)
    gains = []
    for matching in found:
        hit = max(matching & left, key=lambda answer: answer.grade, default=None)
        gains.append(hit.grade if hit else 0)
        left -= {hit} if hit else set()
    return gains
