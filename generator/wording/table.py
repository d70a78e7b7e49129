"""TERM001: the slips of the 用语表, found in one pass over a text whatever the length of the table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.figures.passages import hide_enclosed
from generator.models.fields import YesNo
from generator.models.wording import WILD, Condition, Side, WordingEntry
from generator.problems import Level
from generator.wording.written import Slip, Written, around

CODE = "TERM001"
SENTENCE = re.compile("[。！？\n]")
GAP = "[^，。；：！？\n]{0,12}?"
DIGIT, MARK, HAN = (
    re.compile("[0-9０-９]"),
    re.compile("[，。；：！？、”’）》]"),
    re.compile("[\u4e00-\u9fff]"),
)
CLASSES = {"数字": DIGIT, "标点": MARK}
ENDS = {"句首": Side.BEFORE, "句末": Side.AFTER}
ENDING = re.compile("[。！？；\n]")


@dataclass(frozen=True, slots=True)
class CompiledEntry:
    """An entry with its pattern."""

    entry: WordingEntry
    pattern: re.Pattern[str]


class CompiledTable:
    """Entries by their first character, the longest first: at each place only few of them are tried."""

    def __init__(self, entries: Iterable[WordingEntry]) -> None:
        by_first: dict[str, list[CompiledEntry]] = defaultdict(list)
        for entry in sorted(entries, key=lambda entry: -len(entry.wrong)):
            if entry.active is not YesNo.NO:
                pattern = re.compile(GAP.join(map(re.escape, WILD.split(entry.wrong))))
                by_first[entry.wrong[0]].append(CompiledEntry(entry, pattern))
        self.by_first = dict(by_first)
        firsts = "".join(map(re.escape, sorted(self.by_first)))
        self.beginning = re.compile(f"[{firsts}]" if firsts else "(?!)")

    def find(self, written: Written) -> Iterator[Slip]:
        """The slips of a text; what stands in 《》 or in quotation marks belongs to somebody else."""
        text = hide_enclosed(written.text, "《〈“‘")
        place = 0
        while start := self.beginning.search(text, place):
            found = self.match_at(text, start.start(), written)
            if found is None:
                place = start.start() + 1
                continue
            entry, end = found
            yield slip_of(entry, written.text, start.start(), end)
            place = end

    def match_at(self, text: str, start: int, written: Written) -> tuple[WordingEntry, int] | None:
        """The longest entry that matches at a place with its conditions met, and where it ends."""
        for compiled in self.by_first[text[start]]:
            match = compiled.pattern.match(text, start)
            if match and all(
                meets(condition, text, match.span(), heading=written.heading)
                for condition in compiled.entry.condition
            ):
                return compiled.entry, match.end()
        return None


@lru_cache(maxsize=8)
def compiled_table(entries: tuple[WordingEntry, ...]) -> CompiledTable:
    """A table ready for use; it is made once."""
    return CompiledTable(entries)


def slip_of(entry: WordingEntry, text: str, start: int, end: int) -> Slip:
    """What is said of an entry that was found."""
    words = text[start:end]
    hint = f"宜写“{'”或“'.join(entry.right)}”：{entry.reason}" if entry.right else entry.reason
    message = f"“{around(text, start, end)}”里的“{words}”"
    return Slip(CODE, message, hint, start, entry.basis or "", Level(entry.severity.value))


def meets(condition: Condition, text: str, span: tuple[int, int], *, heading: bool) -> bool:
    """Whether a demand is met by what stands around a match."""
    start, end = span
    match condition.side:
        case Side.HEADING | Side.TEXT:
            return heading is (condition.side is Side.HEADING)
        case Side.WORD:
            return not HAN.match(text[start - 1 : start]) and not HAN.match(text, end)
        case Side.SENTENCE:
            sentence = sentence_around(text, start, end)
            return any(word in sentence for word in condition.words) is not condition.negated
        case Side.BEFORE:
            found = any(stands_before(word, text, start) for word in condition.words)
        case Side.AFTER:
            found = any(stands_after(word, text, end) for word in condition.words)
    return found is not condition.negated


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that a match stands in; an endless one is cut at a few hundred characters."""
    before = max(text.rfind(mark, max(start - 300, 0), start) for mark in "。！？\n")
    after = SENTENCE.search(text, end, end + 300)
    return text[before + 1 if before >= 0 else max(start - 300, 0) : after.start() if after else end + 300]


def stands_before(word: str, text: str, start: int) -> bool:
    """Whether a word, a class of characters or the beginning of a sentence is right before a place."""
    if word in CLASSES:
        return bool(CLASSES[word].match(text[max(start - 1, 0) : start]))
    if ENDS.get(word) is Side.BEFORE:
        lead = text[max(start - 2, 0) : start].strip(" \u3000")
        return not lead or bool(ENDING.match(lead[-1]))
    return text.endswith(word, 0, start)


def stands_after(word: str, text: str, end: int) -> bool:
    """Whether a word, a class of characters or the end of a sentence is right behind a place."""
    rest = text[end : end + 3].lstrip(" \u3000")
    if word in CLASSES:
        return bool(CLASSES[word].match(rest))
    if ENDS.get(word) is Side.AFTER:
        return not rest or bool(ENDING.match(rest))
    return text.startswith(word, end)
