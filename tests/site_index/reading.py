"""The index read back in Python, part by part, as the script in the page reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.hanzi.folding import fold
from generator.site_index.codec import VALUES, decode, read_number
from generator.site_index.impacts import BODY_LEVELS
from generator.site_index.lists import part_key
from generator.site_index.shards import FIRST, PLACES, REST, address_of_part, hash_of

REGISTER = re.compile(r'gongwenSearch\.(?:register\("\w+",|start\()(.*)\);\n', re.DOTALL)


@dataclass(frozen=True, slots=True)
class ReadList:
    """A token's units: all that hold it in their lines, and the levels of the first ones."""

    own: tuple[int, ...]
    levels: dict[int, int]


@dataclass(frozen=True, slots=True)
class IndexFiles:
    """An index in a folder."""

    folder: Path

    @property
    def start(self) -> dict[str, Any]:
        found: dict[str, Any] = content_of(self.folder / "start.js")
        return found

    def part(self, name: str) -> Any:
        return content_of(self.folder / address_of_part(name))

    def data(self, kind: str, key: str) -> str:
        """What a dealt part holds under a key; empty if nothing."""
        shard = self.part(f"{kind}{hash_of(key) % self.start[kind]}")
        return dict(entries_in(shard)).get(key, "")

    def list_of(self, token: str) -> ReadList:
        """The whole list of a token, its rest included."""
        data = self.data(FIRST, token)
        if not data:
            return ReadList((), {})
        head, place = read_number(data, 0)
        count, place = read_number(data, place)
        units: list[int] = []
        for _ in range(count):
            step, place = read_number(data, place)
            units.append((units[-1] if units else 0) + step)
        levels = {unit: VALUES[level] for unit, level in zip(units, data[place:], strict=True)}
        own = [unit for unit in units if levels[unit] < BODY_LEVELS]
        for number in range(-(-(head // 2 - len(own)) // self.start["perRest"])):
            own += summed(decode(self.data(REST, part_key(token, number))))
        assert len(own) == head // 2
        return ReadList(tuple(sorted(own)), levels)

    def places(self, token: str) -> dict[int, list[int]]:
        """Where a pair stands in each of its units; nothing for a token that has no places."""
        found: dict[int, list[int]] = {}
        own, step = self.list_of(token).own, self.start["perPlaces"]
        for number, start in enumerate(range(0, len(own), step)):
            numbers = decode(self.data(PLACES, part_key(token, number)))
            for unit in own[start : start + step]:
                first = next(numbers)
                more = next(numbers) if first % 2 else 0
                found[unit] = list(summed((first // 2, *(next(numbers) for _ in range(more)))))
        return found

    def holding(self, phrase: str) -> set[int]:
        """The units in which a phrase stands, by its pairs and their places."""
        pairs = [phrase[at : at + 2] for at in range(len(phrase) - 1)] or [phrase]
        units = set.intersection(*(set(self.list_of(pair).own) for pair in pairs))
        if len(phrase) <= 2 or len(units) <= self.start["few"]:
            return {unit for unit in units if any(phrase in line for line in self.folded(unit))}
        places = [self.places(pair) for pair in pairs]
        return {
            unit
            for unit in units
            if any(
                all(place + at in found[unit] for at, found in enumerate(places)) for place in places[0][unit]
            )
        }

    def folded(self, unit: int) -> list[str]:
        """The folded lines of a unit, read from its text."""
        per = self.start["perText"]
        _, units, _ = self.part(f"t{unit // per}")
        return [fold(line) for line in units[unit % per][3]]


@cache
def content_of(file: Path) -> Any:
    """What a script hands over."""
    match = REGISTER.fullmatch(file.read_text(encoding="utf-8"))
    assert match, file
    return json.loads(match[1])


def entries_in(shard: str) -> Iterator[tuple[str, str]]:
    """The keys of a dealt part with their data."""
    place = 0
    while place < len(shard):
        length, place = read_number(shard, place)
        key, place = shard[place : place + length], place + length
        length, place = read_number(shard, place)
        yield key, shard[place : place + length]
        place += length


def summed(steps: Any) -> Iterator[int]:
    """Numbers from the steps between them."""
    total = 0
    for step in steps:
        total += step
        yield total
