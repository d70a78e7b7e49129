"""What a person changed in a Word file: its sentences against those of the record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from generator.document import Article, OfficialDocument
from generator.readback.passages import Sentence, sentences_of

NOWHERE = Sentence("", "")
ALIKE = 0.5
"""Two sentences that share less than this are not one that was changed."""
MOST_PAIRS = 40
"""Where more sentences in a row were replaced, they are paired by their order alone."""


class Change(StrEnum):
    """What became of a sentence."""

    CHANGED = "改"
    ADDED = "增"
    DROPPED = "删"
    MOVED = "移"


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence that differs; `before` stands in the record, `after` in the file."""

    change: Change
    before: Sentence | None
    after: Sentence | None

    @property
    def part(self) -> str:
        """Where in the document it stands."""
        sentence = self.after or self.before
        return sentence.part if sentence else ""


def compare(record: OfficialDocument | Article, file: OfficialDocument | Article) -> tuple[Difference, ...]:
    """The differences between what the record gives and what the file says, in reading order.

    Spaces do not count: typesetting changes them.
    """
    before, after = sentences_of(record), sentences_of(file)
    matcher = SequenceMatcher(None, keys(before), keys(after), autojunk=False)
    found: list[Difference] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            found += paired(before[start:end], after[other_start:other_end])
    return tuple(with_moves(found))


def with_moves(found: Sequence[Difference]) -> Iterator[Difference]:
    """The differences, a sentence that was dropped here and added there told once, where it stands now."""
    dropped: dict[str, list[Sentence]] = defaultdict(list)
    for one in found:
        if one.change is Change.DROPPED and one.before:
            dropped[one.before.tight].append(one.before)
    added = Counter(one.after.tight for one in found if one.change is Change.ADDED and one.after)
    for one in found:
        words = (one.after or one.before or NOWHERE).tight
        if one.change is Change.ADDED and dropped[words]:
            yield Difference(Change.MOVED, dropped[words].pop(0), one.after)
        elif one.change is not Change.DROPPED or not added[words]:
            yield one
        else:
            added[words] -= 1


def keys(sentences: Sequence[Sentence]) -> list[str]:
    """What must be equal: the words, wherever they stand."""
    return [sentence.tight for sentence in sentences]


def paired(before: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[Difference]:
    """Sentences that were replaced by others: each with the one that it became, in order."""
    partners = partners_of(before, after)
    taken = 0
    for position, sentence in enumerate(before):
        partner = partners.get(position)
        if partner is None:
            yield Difference(Change.DROPPED, sentence, None)
            continue
        yield from (Difference(Change.ADDED, None, one) for one in after[taken:partner])
        yield Difference(Change.CHANGED, sentence, after[partner])
        taken = partner + 1
    yield from (Difference(Change.ADDED, None, one) for one in after[taken:])


def partners_of(before: Sequence[Sentence], after: Sequence[Sentence]) -> dict[int, int]:
    """Which of the new sentences each of the old ones became; partners never cross."""
    partners: dict[int, int] = {}
    start = 0
    for position, sentence in enumerate(before):
        reach = after[start : start + MOST_PAIRS]
        likeness = [alike(sentence, other) for other in reach]
        best = max(range(len(reach)), key=likeness.__getitem__, default=-1)
        if best >= 0 and likeness[best] >= ALIKE:
            partners[position] = start + best
            start += best + 1
    return partners


def alike(one: Sentence, other: Sentence) -> float:
    """How alike two sentences are, from 0 to 1; the same element of 版头 or 版记 is always itself."""
    if one.part == other.part and not one.part.endswith("正文") and "附件" not in one.part:
        return 1.0
    matcher = SequenceMatcher(None, one.tight, other.tight, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
