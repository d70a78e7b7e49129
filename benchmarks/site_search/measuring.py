"""What an engine costs and how well it answers, measured in headless Chromium at the server's end."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from benchmarks.site_search.corpus import Corpus, holds
from benchmarks.site_search.engines import PROBE, Built, Engine, plain_text
from benchmarks.site_search.judging import Answer, Question, gains_of, ndcg
from benchmarks.site_search.serving import Served

THROTTLE = {"offline": False, "latency": 10, "downloadThroughput": 1_250_000, "uploadThroughput": 1_250_000}
"""10 Mbit a second, 10 ms."""
PATIENCE = 600_000
"""Milliseconds for one answer."""
SEED = 20180816
LONGEST = 20
Row = tuple[float, float, int, float]
"""kB, kB of the index alone, requests, milliseconds."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians of the first query in a fresh browser."""

    kilobytes: float
    most_kilobytes: float
    """Of the dearest query."""
    index_kilobytes: float
    """The same without the engine's own scripts."""
    requests: float
    milliseconds: float
    count: int


@contextmanager
def browsing() -> Iterator[Any]:
    """A headless Chromium: that which the environment variable CHROMIUM names, else one on the path."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where a browser is)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def chromium() -> str | None:
    """Where the browser is; None leaves it to Playwright to look."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


def open_probe(browser: Any, served: Served, *, slow: bool) -> Any:
    """The bare page in a context of its own, so that nothing is cached."""
    page = browser.new_context().new_page()
    page.set_default_timeout(PATIENCE)
    if slow:
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", THROTTLE)
    page.goto(f"{served.address}/{PROBE}")
    return page


TIMED = """async words => {
  const begun = performance.now();
  const found = await ask(words);
  return [performance.now() - begun, found];
}"""


@dataclass(frozen=True, slots=True)
class Contender:
    """An engine whose site is built and served."""

    engine: Engine
    built: Built
    served: Served


def first_queries(
    browser: Any, contenders: Sequence[Contender], words: Sequence[str], *, slow: bool
) -> list[Cost]:
    """The cost from the query to the first ten results, with nothing loaded before.

    The engines take turns with every query, so that whatever else the machine does meets them all.
    """
    rows: list[list[Row]] = [[] for _ in contenders]
    for turn, query in enumerate(spread(words, max(one.engine.cold for one in contenders))):
        for row, contender in zip(rows, contenders, strict=True):
            if turn < contender.engine.cold:
                row.append(first_query(browser, contender, query, slow=slow))
    return [cost_of(row) for row in rows]


def first_query(browser: Any, contender: Contender, query: str, *, slow: bool) -> Row:
    """One query in a fresh context."""
    served, scripts = contender.served, contender.engine.scripts
    page = open_probe(browser, served, slow=slow)
    served.asked.clear()
    milliseconds, _ = page.evaluate(TIMED, query)
    asked = list(served.asked)
    page.context.close()
    own = sum(size for path, size in asked if path.startswith(scripts))
    total = sum(size for _, size in asked)
    return total / 1000, (total - own) / 1000, len(asked), milliseconds


def cost_of(rows: Sequence[Row]) -> Cost:
    """The medians."""
    kilobytes, index, requests, times = (median(column) for column in zip(*rows, strict=True))
    most = max(row[0] for row in rows)
    return Cost(kilobytes, most, index, requests, times, len(rows))


def spread(words: Sequence[str], count: int) -> list[str]:
    """So many of the words, evenly drawn."""
    step = max(len(words) / count, 1)
    return [words[int(place * step)] for place in range(min(count, len(words)))]


# --- ranking --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    """NDCG@10 of one question: provisions found, and pages found however deep the answer stands in them."""

    provision: float
    page: float


def rank(page: Any, built: Built, corpus: Corpus, questions: Iterable[Question]) -> dict[str, Score]:
    """The questions asked one after the other of one page."""
    return {question.words: score(page, built, corpus, question) for question in questions}


def score(page: Any, built: Built, corpus: Corpus, question: Question) -> Score:
    """One question."""
    found = page.evaluate("words => ranked(words)", question.words)
    places = [built.places.get((path, anchor), built.places.get((path, ""))) for path, anchor in found]
    matching = (matches(corpus, place, question) for place in places)
    provision = ndcg(gains_of(matching, question), [answer.grade for answer in question.answers])
    whole = by_page(question)
    pages = dict.fromkeys(place[0] for place in places if place)
    matching = (matches(corpus, (number,), whole) for number in pages)
    return Score(provision, ndcg(gains_of(matching, whole), [answer.grade for answer in whole.answers]))


def by_page(question: Question) -> Question:
    """The same question answered by whole records."""
    grades: dict[str, int] = {}
    for answer in question.answers:
        grades[answer.record] = max(answer.grade, grades.get(answer.record, 0))
    return replace(question, answers=tuple(Answer(key, "", grade) for key, grade in grades.items()))


def matches(corpus: Corpus, place: tuple[int, ...] | None, question: Question) -> frozenset[Answer]:
    """The answers of a question that a result is."""
    if place is None:
        return frozenset()
    page, *turns = place
    text = corpus.pages[page]
    return frozenset(
        answer
        for answer in question.answers
        if answer.record == text.id
        and (not answer.place or any(holds(text.units[turn], answer.place) for turn in turns))
    )


# --- exactness ------------------------------------------------------------------------------------


def substrings(corpus: Corpus, count: int) -> list[str]:
    """Random substrings of two to twenty characters, each from one paragraph."""
    dice = random.Random(SEED)
    lines = [line for page in corpus.pages for line in plain_text(page).splitlines()]
    found: list[str] = []
    while len(found) < count:
        line, length = dice.choice(lines), dice.randint(2, LONGEST)
        start = dice.randrange(max(len(line) - length, 0) + 1)
        part = line[start : start + length]
        if len(part) == length and part == part.strip() and '"' not in part:
            found.append(part)
    return found


@dataclass(frozen=True, slots=True)
class Exactness:
    """How often the set of pages is exactly what a plain scan finds."""

    equal: int
    asked: int

    @property
    def share(self) -> float:
        """Equal among asked."""
        return self.equal / self.asked if self.asked else 0.0


def exactness(page: Any, contender: Contender, corpus: Corpus, parts: Sequence[str]) -> Exactness:
    """Ask for each substring as a phrase and compare with a plain scan of what the engine was given."""
    texts = [contender.engine.text_of(text) for text in corpus.pages]
    numbers = {path: place[0] for (path, _), place in contender.built.places.items()}
    equal = 0
    for part in parts:
        expected = {number for number, text in enumerate(texts) if part in text}
        told = page.evaluate("([words, count]) => pages(words, count)", [part, len(expected)])
        equal += {numbers.get(path, -1) for path in told} == expected
    return Exactness(equal, len(parts))
