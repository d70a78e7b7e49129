"""Records for an index: those of the shipped library, and as many more as a test asks for."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.hanzi.docnumber import DocNumber
from generator.provisions.cards import Card
from generator.provisions.entries import Entry
from generator.provisions.units import Unit

SEED = 20221231


def entry(number: int, *lines: str, title: str = "", doc: DocNumber | None = None) -> Entry:
    """A record with its title, and one provision of these lines."""
    told = title or f"第{number}份通知"
    card = Card(
        id=f"合成-{number}",
        kind="政策",
        title=told,
        number=doc,
        page=f"policies/合成-{number}.html",
        regions=("全国",),
        issuers=("财政部",),
        years=(2022,),
        status="现行有效",
        prior=1.05,
        tone="good",
        facets={"kind": ("政策",), "year": (f"{2000 + number % 20}年",)},
    )
    units = (Unit("", tuple(filter(None, (told, str(doc or ""))))), Unit("s1", lines)) if lines else ()
    return Entry(card, units or (Unit("", (told,)),))


def grown(shipped: Iterable[Entry], count: int) -> Iterator[Entry]:
    """So many more records whose lines are cut and joined from those of the shipped ones."""
    dice = random.Random(SEED)
    lines = [line for one in shipped for unit in one.units for line in unit.lines if len(line) > 20]
    for number in range(count):
        drawn = []
        for _ in range(dice.randint(1, 4)):
            one, other = dice.choice(lines), dice.choice(lines)
            drawn.append(one[: dice.randint(5, 60)] + other[: dice.randint(5, 60)])
        made = entry(number, *drawn)
        yield Entry(replace(made.card, title=made.card.title), made.units)


def substrings(entries: Iterable[Entry], count: int, seed: int = SEED) -> Iterator[str]:
    """Random pieces of 2 to 20 characters of the lines, half of them of four characters at most."""
    dice = random.Random(seed)
    lines = [line for one in entries for unit in one.units for line in unit.lines if len(line) > 1]
    while count:
        line = dice.choice(lines)
        start = dice.randrange(len(line) - 1)
        piece = line[start : start + dice.choice((dice.randint(2, 4), dice.randint(2, 20)))]
        if len(piece) > 1:
            yield piece
            count -= 1
