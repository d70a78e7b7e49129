"""Whether every character of an original is still there: in the text or in the log.

The account is drawn from the original, the text and the log alone; it trusts nothing that cleaning thinks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.importers.cleaned import Cleaned, CleanLine, LogEntry
from generator.importers.original import Line, Original
from generator.models.imports import Handling

SPACES = re.compile(r"\s+")
SHOWN = 20
"""So many characters of a difference are quoted."""


def account(original: Original, cleaned: Cleaned) -> tuple[str, ...]:
    """What cannot be accounted for.

    Args:
        original: The file as it came.
        cleaned: Its text and the log of what was done.

    Returns:
        One sentence for each difference; empty when every character that is no space stands in the text or
        is explained by an entry (removed whole, joined, or written otherwise), in the order of the original.
    """
    done = [entry for entry in cleaned.log if not entry.undone]
    return (*missing_lines(original, cleaned, done), *differing_lines(original, cleaned, done))


def missing_lines(original: Original, cleaned: Cleaned, done: Sequence[LogEntry]) -> Iterator[str]:
    """Lines that are neither in the text nor removed, or that are there twice, or out of order."""
    kept = [number for line in cleaned.lines for number in line.numbers]
    if any(later <= earlier for earlier, later in pairwise(kept)):
        yield "清洗后的各行不是原件的顺序"
    whole = {entry.line: entry for entry in done if is_removal_of_line(entry)}
    places = Counter(kept)
    for line in original.lines:
        entry = whole.get(line.number)
        times = places[line.number] + bool(entry)
        if times != 1:
            yield f"第 {line.number} 行在正文和清洗记录中共出现 {times} 次，应为 1 次"
        elif entry and squeeze(entry.before) != squeeze(line.text):
            yield f"第 {line.number} 行已去除，记录的原文与原件不同"
    yield from strange_lines(original, places, whole)


def strange_lines(
    original: Original, places: Mapping[int, int], whole: Mapping[int, LogEntry]
) -> Iterator[str]:
    """Lines of the text or the log that the original does not have."""
    known = {line.number for line in original.lines}
    yield from (f"第 {number} 行不在原件里" for number in sorted({*places, *whole} - known))


def is_removal_of_line(entry: LogEntry) -> bool:
    """Whether an entry removed a whole line, not a mark in it."""
    return entry.handling is Handling.REMOVED and entry.id == f"{entry.line}-{Handling.REMOVED}"


def differing_lines(original: Original, cleaned: Cleaned, done: Sequence[LogEntry]) -> Iterator[str]:
    """Lines whose words are not those of the original with the corrections of the log made."""
    by_number = {line.number: line for line in original.lines}
    entries: dict[int, list[LogEntry]] = defaultdict(list)
    for entry in done:
        entries[entry.line].append(entry)
    for line in cleaned.lines:
        parts = [by_number[number] for number in line.numbers if number in by_number]
        own = [entry for part in parts for entry in entries[part.number]]
        yield from check_line(line, parts, own)


def check_line(line: CleanLine, parts: Sequence[Line], entries: Sequence[LogEntry]) -> Iterator[str]:
    """What is wrong with one line of the text."""
    place = f"第 {'、'.join(map(str, line.numbers))} 行"
    joins = sum(entry.handling is Handling.JOINED for entry in entries)
    if joins != len(line.numbers) - 1:
        yield f"{place}由 {len(line.numbers)} 行合成，清洗记录里有 {joins} 次合并"
    before, after = squeeze("".join(part.text for part in parts)), squeeze(line.text)
    swaps = [swap for entry in entries for swap in swaps_of(entry)]
    at = first_unexplained(before, after, Counter(swaps))
    if at is not None:
        yield f"{place}从“{before[at : at + SHOWN]}”起与原件不同，清洗记录没有说明"
    if any(figures(old) != figures(new) for old, new in swaps):
        yield f"{place}的更正改动了数字"
    if line.cells and squeeze("".join(line.cells)) != after:
        yield f"{place}的各格与整行不同"


def swaps_of(entry: LogEntry) -> Iterator[tuple[str, str]]:
    """What an entry says was written otherwise, without the characters beside it."""
    if entry.handling is Handling.JOINED or is_removal_of_line(entry):
        return
    before, after = entry.before.split("\n"), entry.after.split("\n")
    for old, new in zip(before, after + [""] * (len(before) - len(after)), strict=True):
        swap = strip_common(squeeze(old), squeeze(new))
        if swap[0] or swap[1]:
            yield swap


def strip_common(old: str, new: str) -> tuple[str, str]:
    """Two texts without what they begin and end with in common."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    old, new = old[start:], new[start:]
    end = 0
    while end < min(len(old), len(new)) and old[-1 - end] == new[-1 - end]:
        end += 1
    return old[: len(old) - end], new[: len(new) - end]


def first_unexplained(before: str, after: str, swaps: Counter[tuple[str, str]]) -> int | None:
    """Where in the original words the text stops being explained; None where all of it is.

    Equal characters are the same; where they differ, one of the swaps must stand there, each used once.
    """
    lengths = sorted({len(old) for old, _ in swaps}, reverse=True)
    news: dict[str, list[str]] = defaultdict(list)
    for old, new in swaps:
        news[old].append(new)
    here, there = 0, 0
    while here < len(before) or there < len(after):
        if before[here : here + 1] == after[there : there + 1]:
            here, there = here + 1, there + 1
            continue
        olds = (before[here : here + length] for length in lengths)
        fitting = ((old, new) for old in olds for new in news.get(old, ()) if after.startswith(new, there))
        swap = next((swap for swap in fitting if swaps[swap]), None)
        if swap is None:
            return here
        swaps[swap] -= 1
        here, there = here + len(swap[0]), there + len(swap[1])
    return here if any(swaps.values()) else None


def squeeze(text: str) -> str:
    """A text without any spaces."""
    return SPACES.sub("", text)


def figures(text: str) -> tuple[str, ...]:
    """The digits of a text, whatever their width."""
    return tuple(re.findall(r"\d", unicodedata.normalize("NFKC", text)))
