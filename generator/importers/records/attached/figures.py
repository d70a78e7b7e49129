"""数据 from a story: every number in digits with the words around it, under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.figures.extraction import FoundQuantity, find_quantities
from generator.importers.records.attached.stories import Part
from generator.models.case import Case, Practice
from generator.quantity import parse_quantity

MARKS = re.compile(r"[，。；！？：、\n]")
TAKEN = frozenset(
    info.alias for kind in (Case, Practice) for info in kind.model_fields.values() if info.alias
)
"""Names that lead to a key of the record and cannot name a figure."""
NAMELESS = "数字"
LONGEST_NAME = 20


def measures_of(parts: Iterable[Part]) -> list[dict[str, str]]:
    """The figures of a story in their order; an equal one in equal words stands once."""
    measures: list[dict[str, str]] = []
    seen: set[tuple[str, str]] = set()
    names: dict[str, int] = {}
    for part in parts:
        for paragraph in part.paragraphs:
            for found, quote in figures_in(paragraph):
                key = (found.quantity.text, quote)
                if key not in seen:
                    seen.add(key)
                    measures.append(measure_keys(found, quote, names))
    return measures


def figures_in(text: str) -> Iterator[tuple[FoundQuantity, str]]:
    """The figures of a paragraph that a record can hold, each with the clause that it stands in."""
    for found in find_quantities(text):
        if re.search(r"\d", found.quantity.text) and is_readable(found.quantity.text):
            yield found, clause_around(text, found.start, found.end)


def is_readable(text: str) -> bool:
    """Whether 数值 can hold a figure as it is written."""
    try:
        parse_quantity(text)
    except ValueError:
        return False
    return True


def clause_around(text: str, start: int, end: int) -> str:
    """The words between the nearest marks on both sides of a figure."""
    before = [match.end() for match in MARKS.finditer(text, 0, start)]
    after = MARKS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)].strip()


def measure_keys(found: FoundQuantity, quote: str, names: dict[str, int]) -> dict[str, Any]:
    """One figure as keys of a record; a name that is taken gets a number behind it."""
    name = re.sub(r"\s+", "", found.label)[:LONGEST_NAME] or NAMELESS
    name = f"{name}{found.quantity.printed_unit}" if name in TAKEN else name
    names[name] = names.get(name, 0) + 1
    counted = name if names[name] == 1 else f"{name}{names[name]}"
    return {"名称": counted, "数值": found.quantity.text, "引文": quote}
