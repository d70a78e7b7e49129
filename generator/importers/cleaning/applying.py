"""Doing what was found, but for what was undone, and writing the log of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.importers.cleaned import Cleaned, CleanLine, LogEntry
from generator.importers.cleaning.joining import Join
from generator.importers.cleaning.rows import Change, Kind, Row, apply_changes, spans_of
from generator.models.imports import Handling

AROUND = 2
"""So many characters on each side show where a change was made."""
FAR = 10
"""Spaces that are no further apart are shown in one."""
AT_SEAM = 8
"""So many characters on each side show which lines were joined."""
BREAK = "\n"
"""Parts the places of one entry, and stands for the end of the line that was joined."""


@dataclass(slots=True)
class Writer:
    """Writes lines and log; what `undone` names is left as it was."""

    undone: Collection[str]
    log: list[LogEntry] = field(default_factory=list)

    def note(self, entry: LogEntry) -> bool:
        """Put an entry on the log; tells whether it is done."""
        self.log.append(entry)
        return not entry.undone

    def written(self, rows: Sequence[Row], joins: Sequence[Join]) -> Cleaned:
        """The text and the log."""
        by_line = {join.below.line.number: join for join in joins}
        groups: list[list[CleanLine]] = []
        for row in rows:
            if row.removed and self.note(self.removal(row)):
                continue
            clean = self.corrected(row)
            join = by_line.get(row.line.number)
            if join and self.note(self.joining(join)):
                groups[-1].append(clean)
            else:
                groups.append([clean])
        return Cleaned(tuple(map(joined, groups)), tuple(self.log))

    def removal(self, row: Row) -> LogEntry:
        """The entry of a line that is removed as a whole."""
        number, key = row.line.number, f"{row.line.number}-{Handling.REMOVED}"
        return LogEntry(key, number, Handling.REMOVED, row.line.text, "", row.removed, key in self.undone)

    def corrected(self, row: Row) -> CleanLine:
        """A line with its corrections, each kind of them one entry."""
        made: list[Change] = []
        for entry, changes in corrections(row, self.undone):
            if self.note(entry):
                made += changes
        made.sort(key=lambda change: (change.start, change.end))
        text = apply_changes(row.line.text, made)
        cells = text.split("\t") if made and row.line.cells else row.line.cells
        return CleanLine(text, (row.line.number,), tuple(cells), row.line.table)

    def joining(self, join: Join) -> LogEntry:
        """The entry of a line that is joined with the one above; what came back between them parts them."""
        number = join.below.line.number
        key = f"{number}-{Handling.JOINED}"
        above, below = join.above.tidy[-AT_SEAM:], join.below.tidy[:AT_SEAM]
        back = any(f"{row.line.number}-{Handling.REMOVED}" in self.undone for row in join.between)
        parted = key in self.undone or back
        return LogEntry(
            key, number, Handling.JOINED, above + BREAK + below, seam(above, below), join.reason, parted
        )


def corrections(row: Row, undone: Collection[str]) -> Iterator[tuple[LogEntry, Sequence[Change]]]:
    """The entries of the corrections of a line, with their changes."""
    if row.removed:
        return
    counts: Mapping[Handling, list[int]] = {Handling.CORRECTED: [], Handling.REMOVED: []}
    number = row.line.number
    for kind, changes in row.changes.items():
        handling = Handling.REMOVED if kind.removes else Handling.CORRECTED
        counts[handling].append(number)
        key = f"{number}-{handling}-{len(counts[handling])}"
        before, after = told(row, kind, changes)
        yield LogEntry(key, number, handling, before, after, reason_of(kind, changes), key in undone), changes


def reason_of(kind: Kind, changes: Sequence[Change]) -> str:
    """The reason, with how many places there are if there is more than one."""
    return kind.reason if len(changes) == 1 else f"{kind.reason}（{len(changes)}处）"


def told(row: Row, kind: Kind, changes: Sequence[Change]) -> tuple[str, str]:
    """Every place as it was and as it is, one to a line, with the characters beside it."""
    text = row.line.text
    if kind.removes:
        return BREAK.join(text[change.start : change.end] for change in changes), ""
    before, after = [], []
    for group in neighbours(text, changes):
        first, last = bounds_of(row, group[0])
        start, end = max(first, group[0].start - AROUND), min(last, group[-1].end + AROUND)
        moved = [Change(change.start - start, change.end - start, change.after) for change in group]
        before.append(text[start:end])
        after.append(apply_changes(text[start:end], moved))
    return BREAK.join(before), BREAK.join(after)


def neighbours(text: str, changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes in groups that are shown as one place: marks side by side, spaces around one figure."""
    group: list[Change] = []
    for change in changes:
        if group and not belongs(text, group[-1], change):
            yield group
            group = []
        group.append(change)
    yield group


def belongs(text: str, earlier: Change, later: Change) -> bool:
    """Whether two changes of one kind are told in one: apart, each would show the other not yet made."""
    spaces = not (text[earlier.start : earlier.end] + text[later.start : later.end]).strip()
    between = text[earlier.end : later.start]
    far = FAR if spaces else AROUND - 1
    return len(between) <= far and "\t" not in between


def bounds_of(row: Row, change: Change) -> tuple[int, int]:
    """Where the line or cell begins and ends that a change stands in."""
    spans = spans_of(row.line)
    return next(((start, end) for start, end in spans if start <= change.start <= change.end <= end))


def joined(group: Sequence[CleanLine]) -> CleanLine:
    """Lines as one."""
    if len(group) == 1:
        return group[0]
    texts = [group[0].text.rstrip(), *(line.text.strip() for line in group[1:-1]), group[-1].text.lstrip()]
    gaps = [gap(above, below) for above, below in pairwise(texts)]
    text = "".join([piece for pair in zip(texts, [*gaps, ""], strict=True) for piece in pair])
    return CleanLine(text, tuple(number for line in group for number in line.numbers))


def seam(above: str, below: str) -> str:
    """Two texts as one."""
    return above + gap(above, below) + below


def gap(above: str, below: str) -> str:
    """What stands between two texts that are joined: a space between Latin words, else nothing."""
    beside = above[-1:] + below[:1]
    return " " if beside.isascii() and beside.isalpha() else ""
