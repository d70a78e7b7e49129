"""Automatic numbers as Word prints them: levels, patterns, restarts (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.recognition.reading.counting import print_count
from generator.recognition.reading.markup import W, child_value, is_on, number, value_of
from generator.recognition.reading.properties import Properties, PropertyReader

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
LONGEST_PATTERN = 100
"""A longer one is no number; every paragraph of the list would repeat it."""
PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    """After which level (counted from 1) it starts again; 0 for never; None for any higher one."""
    all_decimal: bool = False
    style: str = ""
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A w:num: the counters it shares with its like, its levels, and its own starts."""

    counters: str
    levels: tuple[Level, ...]
    starts: tuple[tuple[int, int], ...] = ()


class Numbering:
    """The lists of a file, and the counters while its paragraphs go by."""

    def __init__(self, root: Element | None, reader: PropertyReader) -> None:
        self.reader = reader
        self.lists: dict[int, NumberedList] = {}
        self.counters: dict[str, dict[int, int]] = {}
        self.begun: set[int] = set()
        if root is not None:
            self.read(root)

    def read(self, root: Element) -> None:
        """Take down every list."""
        abstract = {str(one.get(f"{W}abstractNumId")): one for one in root.iterchildren(f"{W}abstractNum")}
        by_style = {child_value(one, "styleLink"): key for key, one in abstract.items()}
        levels: dict[str, tuple[Level, ...]] = {}
        for element in root.iterchildren(f"{W}num"):
            identifier = number(element.get(f"{W}numId"))
            key = child_value(element, "abstractNumId")
            linked = child_value(abstract.get(key), "numStyleLink")
            key = by_style.get(linked, key) if linked else key
            if identifier is None or key not in abstract:
                continue
            if key not in levels:
                levels[key] = self.levels_of(abstract[key])
            self.lists[identifier] = self.own_list(element, key, levels[key])

    def levels_of(self, element: Element) -> tuple[Level, ...]:
        """The nine levels of an abstractNum."""
        levels = [Level()] * LEVELS
        for one in element.iterchildren(f"{W}lvl"):
            levels[depth_of(one)] = self.level(one)
        return tuple(levels)

    def level(self, element: Element) -> Level:
        """One w:lvl."""
        restart = element.find(f"{W}lvlRestart")
        return Level(
            start=number(child_value(element, "start")) or 0,
            format=format_of(element),
            pattern=child_value(element, "lvlText")[:LONGEST_PATTERN],
            restart=None if restart is None else number(value_of(restart)),
            all_decimal=is_on(element.find(f"{W}isLgl")),
            style=child_value(element, "pStyle"),
            properties=self.reader.paragraph(element.find(f"{W}pPr")),
        )

    def own_list(self, element: Element, key: str, levels: tuple[Level, ...]) -> NumberedList:
        """A w:num with what it overrides."""
        own, starts = list(levels), []
        for override in element.iterchildren(f"{W}lvlOverride"):
            depth = depth_of(override)
            replaced = override.find(f"{W}lvl")
            if replaced is not None:
                own[depth] = self.level(replaced)
            start = number(child_value(override, "startOverride"))
            if start is not None:
                starts.append((depth, start))
        return NumberedList(key, tuple(own), tuple(starts))

    def properties(self, identifier: int | None, depth: int) -> Properties:
        """What a level says about the layout of its paragraphs."""
        found = self.lists.get(identifier) if identifier else None
        return found.levels[within(depth)].properties if found else {}

    def depth_of_style(self, identifier: int, style: str) -> int:
        """The level that names a paragraph style as its own."""
        found = self.lists.get(identifier)
        levels = found.levels if found else ()
        return next((depth for depth, level in enumerate(levels) if level.style == style), 0)

    def print_next(self, identifier: int | None, depth: int) -> str:
        """Count one paragraph and print its number; empty where the list is none."""
        found = self.lists.get(identifier) if identifier else None
        if found is None or identifier is None:
            return ""
        depth = within(depth)
        counts = self.counters.setdefault(found.counters, {})
        if identifier not in self.begun:
            self.begun.add(identifier)
            counts.update({level: start - 1 for level, start in found.starts})
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        restart_below(counts, depth, found.levels)
        return printed(found.levels, depth, counts)


def restart_below(counts: dict[int, int], depth: int, levels: tuple[Level, ...]) -> None:
    """A number makes the deeper levels start again, unless they wait for a higher one."""
    for deeper in [level for level in counts if level > depth]:
        restart = levels[deeper].restart
        if restart is None or (restart and depth < restart):
            del counts[deeper]


def printed(levels: tuple[Level, ...], depth: int, counts: dict[int, int]) -> str:
    """The pattern of a level with the counts of all levels filled in."""
    level = levels[depth]
    if level.format == "none" or not level.pattern:
        return "" if level.format == "none" else level.pattern

    def fill(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        count = counts.get(place, levels[place].start)
        return print_count(count, "decimal" if level.all_decimal else levels[place].format)

    return level.pattern if level.format == "bullet" else PLACE.sub(fill, level.pattern)


def format_of(element: Element) -> str:
    """The number format; newer files wrap the rarer ones in AlternateContent."""
    formats = [value_of(one) for one in element.iter(f"{W}numFmt")]
    plain = [one for one in formats if one != "custom"]
    return plain[0] if plain else "decimal"


def depth_of(element: Element) -> int:
    """The level that an element is about, from 0."""
    return within(number(element.get(f"{W}ilvl")) or 0)


def within(depth: int) -> int:
    """A level that exists."""
    return min(max(depth, 0), LEVELS - 1)
