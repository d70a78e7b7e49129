"""From a query to hits: numbers by their key, phrases exactly, words by BM25F."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.hanzi.folding import fold
from generator.library import NATIONWIDE
from generator.models.policy import Status
from generator.search.engine import BrokenIndexError, Reader
from generator.search.hits import Hit, Hits
from generator.search.phrases import units_with_phrase
from generator.search.question import Question, read_question, suggest
from generator.search.seal import check_seal, damaged
from generator.search.snippets import make_snippet
from generator.search.tokens import weigh_tokens

NUMBER_BONUS, RECORD_BONUS, CITED_BONUS = 1000.0, 500.0, 200.0
"""Added for the record of a number that was asked for, for its provisions, for provisions that cite it."""
TOGETHER = 0.5
"""How much more a unit scores in which every word stands as it was typed."""
TOLD = {status.value: status.told for status in Status}
"""What the index calls a 时效 that is asked for as records write it."""
POOL = 100
"""At least so many units by BM25F are looked at again."""
IN_A_ROW = 3
"""So many hits of one record come first; its others follow after the hits of all records."""


def query(  # noqa: PLR0913 (the filters of the command, each by its name)
    directory: Path,
    words: str,
    *,
    kind: str | None = None,
    region: str | None = None,
    issuer: str | None = None,
    year: int | str | None = None,
    status: str | None = None,
    limit: int | None = 10,
) -> Hits:
    """Search an index.

    Quotation marks ask for a phrase to the letter; a 文号 in any spelling leads to its record; other
    words rank.  Width, case, spaces and traditional characters make no difference.

    Args:
        directory: the folder that `build_index` wrote.
        words: what the user typed.
        kind: 类别 of the record.
        region: a region by full or short name; the regions in it count too, all of them in 全国.
        issuer: 发文机关, or a part of its name.
        year: a year of the record.
        status: 时效 of a policy (未核 or 时效未核), 状态 of a case.
        limit: how many hits at most; None for all.

    Raises:
        LibraryError: there is no index, or it is old or damaged.
    """
    seal = check_seal(directory)
    question = read_question(words, seal.codes)
    if question.is_empty:
        return Hits()
    place, state = None if region == NATIONWIDE else region, TOLD.get(status or "", status)
    filters = {"kind": kind, "region": place, "issuer": issuer, "year": year, "status": state}
    try:
        with Reader(directory) as reader:
            within = narrow(reader, {key: fold_name(value) for key, value in filters.items() if value})
            found = Answer(reader, question, within).hits(limit)
    except (BrokenIndexError, FileNotFoundError):
        raise damaged(directory) from None
    return Hits(found, suggest(words, seal.synonyms))


def fold_name(value: int | str) -> str:
    """A filter's value as names are compared."""
    return fold(str(value))


def narrow(reader: Reader, filters: Mapping[str, str]) -> set[int] | None:
    """The units that pass the filters; None where there are none."""
    sets = [units_with_facet(reader, key, value) for key, value in filters.items()]
    return set.intersection(*sets) if sets else None


def units_with_facet(reader: Reader, key: str, value: str) -> set[int]:
    """The units of one facet; of an issuer, a part of the name will do."""
    part_will_do = key == "issuer"
    names = [
        name for name in reader.terms(key) if fold(name) == value or (part_will_do and value in fold(name))
    ]
    return reader.holding_any(key, names)


@dataclass(slots=True)
class Answer:
    """One query at work."""

    reader: Reader
    question: Question
    within: set[int] | None

    def hits(self, limit: int | None) -> tuple[Hit, ...]:
        """The hits in order."""
        for phrase in self.question.phrases:
            self.within = units_with_phrase(self.reader, phrase, self.within)
        numbered = self.by_number()
        words = self.question.rest if numbered else self.question.words
        scores = self.by_words(words, limit)
        for unit, bonus in numbered.items():
            scores[unit] = scores.get(unit, 0.0) + bonus
        best = sorted(scores, key=lambda unit: (-scores[unit], unit))
        sought = (*self.question.phrases, *words, *weigh_tokens(words or self.question.words))
        chosen = spread([(unit, self.reader.unit(unit)) for unit in best])[:limit]
        return tuple(make_hit(kept, sought, scores[unit]) for unit, kept in chosen)

    # --- numbers ------------------------------------------------------------------------------

    def by_number(self) -> dict[int, float]:
        """The units that the numbers in the query lead to, with what they gain by it."""
        gains: dict[int, float] = {}
        for unit in self.units_keyed("cited"):
            gains[unit] = CITED_BONUS
        own = self.units_keyed("number")
        if self.question.rest or self.question.phrases:
            records = {self.reader.unit(unit)["id"] for unit in own}
            gains.update(dict.fromkeys(self.allow(self.reader.holding_any("record", records)), RECORD_BONUS))
        gains.update(dict.fromkeys(own, NUMBER_BONUS))
        return gains

    def units_keyed(self, field: str) -> set[int]:
        """The units under the keys that fit the numbers asked for."""
        asked = self.question.numbers
        keys = (
            [key for key in self.reader.terms(field) if any(number.fits(key) for number in asked)]
            if asked
            else []
        )
        return self.allow(self.reader.holding_any(field, keys))

    def allow(self, units: set[int]) -> set[int]:
        """Those units that filters and phrases let through."""
        return units if self.within is None else units & self.within

    # --- words --------------------------------------------------------------------------------

    def by_words(self, words: tuple[str, ...], limit: int | None) -> dict[int, float]:
        """BM25F, times the prior, times a gain for words that stand as they were typed."""
        if self.question.phrases and self.within is not None:
            scores = dict.fromkeys(self.within, 0.0)
            pool = None
        else:
            scores, pool = {}, None if limit is None else max(POOL, 5 * limit)
        weights = weigh_tokens((*self.question.phrases, *words))
        scores.update(self.reader.rank(weights, self.within, pool))
        return {unit: self.weigh(score, words, self.reader.unit(unit)) for unit, score in scores.items()}

    def weigh(self, score: float, words: tuple[str, ...], kept: Mapping[str, Any]) -> float:
        """A score after a second look at its unit."""
        text = fold("\n".join((kept["title"], *kept["lines"])))
        together = sum(word in text for word in words) / len(words) if words else 0.0
        return float(score * kept["prior"] * (1 + TOGETHER * together))


def spread(units: list[tuple[int, Mapping[str, Any]]]) -> list[tuple[int, Mapping[str, Any]]]:
    """No record fills the first screen: after its third hit the others of a record go to the end."""
    seen: Counter[str] = Counter()
    first: list[tuple[int, Mapping[str, Any]]] = []
    later: list[tuple[int, Mapping[str, Any]]] = []
    for number, kept in units:
        seen[kept["id"]] += 1
        (first if seen[kept["id"]] <= IN_A_ROW else later).append((number, kept))
    return first + later


def make_hit(kept: Mapping[str, Any], sought: tuple[str, ...], score: float) -> Hit:
    """A unit as the user sees it."""
    anchor, lines = kept["anchor"], kept["lines"]
    told = lines if anchor else [line for line in lines if line not in (kept["title"], kept["number"])]
    return Hit(
        id=kept["id"],
        kind=kept["kind"],
        title=kept["title"],
        number=kept["number"],
        anchor=anchor,
        snippet=make_snippet(told or lines, sought),
        score=round(score, 4),
        url=f"{kept['page']}#{anchor}" if anchor else kept["page"],
    )
