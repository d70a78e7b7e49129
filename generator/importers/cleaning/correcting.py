"""All corrections of a line, in the order in which they take precedence where they touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.importers.cleaning.characters import (
    correct_dashes,
    correct_figures,
    correct_list_debris,
    correct_number_brackets,
    correct_strays,
    drop_end_mark,
    drop_invisible,
)
from generator.importers.cleaning.headlines import FROM_HEAD, drop_head_name
from generator.importers.cleaning.markdown import drop_heading_signs
from generator.importers.cleaning.marks import correct_brackets, correct_quotes, correct_stops
from generator.importers.cleaning.rows import Change, Kind, Row, apply_changes, spans_of
from generator.importers.cleaning.spaces import (
    close_after_stops,
    close_beside_figures,
    close_beside_marks,
    close_in_titles,
    close_spread_words,
)

Step = Callable[[str], Iterator[Change]]
"""Finds what one kind of correction changes in a line or a cell."""
STEPS: tuple[tuple[Kind, tuple[Step, ...]], ...] = (
    (Kind("刊物信息：文末符号", removes=True), (drop_end_mark,)),
    (Kind(FROM_HEAD, removes=True), (drop_head_name,)),
    (Kind("Markdown 标题符号", removes=True), (drop_heading_signs,)),
    (Kind("不可见字符"), (drop_invisible,)),
    (Kind("发文字号用六角括号"), (correct_number_brackets,)),
    (Kind("全角的数字和字母改为半角"), (correct_figures,)),
    (Kind("年份之间的连接号误作“一”"), (correct_dashes,)),
    (Kind("列表符号的残留"), (correct_list_debris,)),
    (Kind("汉字之间误识的外文词"), (correct_strays,)),
    (Kind("半角标点改为全角"), (correct_brackets, correct_quotes, correct_stops)),
    (
        Kind("排印空格"),
        (close_in_titles, close_beside_marks, close_after_stops, close_beside_figures, close_spread_words),
    ),
)
NOT_IN_CELLS = frozenset({close_after_stops, drop_heading_signs})


def correct_rows(rows: Sequence[Row]) -> None:
    """Find the corrections of every row; `tidy` then has the words with all of them made."""
    for row in rows:
        row.changes = find_changes(row)
        every = sorted((change for changes in row.changes.values() for change in changes), key=place)
        row.tidy = apply_changes(row.line.text, every).strip()


def find_changes(row: Row) -> dict[Kind, tuple[Change, ...]]:
    """The changes of a row by kind; none overlaps another."""
    text, taken = row.line.text, bytearray(len(row.line.text) + 1)
    found: dict[Kind, tuple[Change, ...]] = {}
    for kind, steps in STEPS:
        proposed = [
            Change(start + change.start, start + change.end, change.after)
            for start, end in spans_of(row.line)
            for step in steps
            if not (row.in_table and step in NOT_IN_CELLS)
            for change in step(text[start:end])
        ]
        kept = tuple(take_free(sorted(proposed, key=place), taken))
        if kept:
            found[kind] = kept
    return found


def take_free(changes: Iterable[Change], taken: bytearray) -> Iterator[Change]:
    """The changes whose place no other change has taken before."""
    for change in changes:
        if not any(taken[change.start : change.end]):
            taken[change.start : change.end] = b"\1" * (change.end - change.start)
            yield change


def place(change: Change) -> tuple[int, int]:
    """Where a change stands."""
    return change.start, change.end
