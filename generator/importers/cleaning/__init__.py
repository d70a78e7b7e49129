"""Cleaning: what is no text of the document is removed, broken lines are joined, slips of typing corrected.

Nothing is done without an entry in the log, and every entry can be undone: the entries are found from the
original alone, one kind of cleaning to a module, and then done, but for those that were undone.  The words
that cleaning knows are data: `cleaning_words.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.importers.cleaned import Cleaned
from generator.importers.cleaning.accounting import account
from generator.importers.cleaning.applying import Writer
from generator.importers.cleaning.correcting import correct_rows
from generator.importers.cleaning.headlines import keep_headline, remove_above_headline
from generator.importers.cleaning.joining import find_joins
from generator.importers.cleaning.markdown import remove_comments
from generator.importers.cleaning.pages import remove_page_numbers, remove_running_heads
from generator.importers.cleaning.rows import Row, standing
from generator.importers.cleaning.shells import (
    remove_advertisements,
    remove_around,
    remove_journal,
    remove_shell,
    remove_web,
)
from generator.importers.original import Original

__all__ = ["account", "clean"]

Removing = Callable[[Sequence[Row]], Iterator[tuple[Row, str]]]
"""Names the rows that one kind of cleaning removes, each with the reason."""
REMOVING: tuple[Removing, ...] = (
    remove_shell,
    remove_comments,
    remove_page_numbers,
    remove_running_heads,
    remove_web,
    remove_advertisements,
    remove_around,
    remove_journal,
    remove_above_headline,
)


def clean(original: Original, undone: frozenset[str] = frozenset()) -> Cleaned:
    """Clean an original.

    Args:
        original: The file as it came.
        undone: Ids of entries of the log that are left as they were; unknown ones are ignored.

    Returns:
        The lines as they will be read, and the log in the order of the original.  Reasons that begin with
        网页信息 mark what a web page says of itself (来源, 时间 …), 刊物信息 what a journal does.  A line
        that was joined over a line that is back through `undone` is parted, and its entry says so.
    """
    rows = [Row(line) for line in original.lines]
    for remove in REMOVING:
        if remove is remove_above_headline:
            keep_headline(rows)
        for row, reason in tuple(remove(rows)):
            row.removed = row.removed or reason
    correct_rows(standing(rows))
    joins = tuple(find_joins(rows, original.kind, original.facts))
    return Writer(undone).written(rows, joins)
