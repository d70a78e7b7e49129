"""TABL001 figures, TABL002 heads that break inside cells, for a table has too many columns for its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose import Trees
from generator.compose.columns import figures_break, heads_break
from generator.document import Table, blocks_of, enclosed
from generator.library import Library
from generator.problems import Level, Place, Problem


def check_wide_tables(library: Library, trees: Trees) -> Iterator[Problem]:
    """The tables in the text and in the attachments of every document."""
    for record_id, tree in trees.documents.items():
        for document in enclosed(tree):
            for block in blocks_of(document):
                if isinstance(block, Table):
                    yield from too_wide(block, block.origin or library.place(record_id))


def too_wide(table: Table, place: Place) -> Iterator[Problem]:
    """What the page cannot hold, and what to do: turn the table, or make two of it."""
    across = "横排" if table.sideways else "竖排"
    count = f"表格有 {len(table.widths)} 列，{across}的版心排不下"
    split = "分成几张表，每张少几列"
    turn = "" if table.sideways else "作为附件写“横排: 是”，或"
    if figures_break(table):
        yield Problem(Level.WARNING, "TABL001", f"{count}，数字会在格里断成两行", place, turn + split)
    elif heads_break(table):
        yield Problem(Level.HINT, "TABL002", f"{count}，表头会一字一行", place, turn + split)
