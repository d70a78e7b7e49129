"""去除: page numbers that stand alone, and heads and feet that are repeated from page to page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.importers.cleaning.lexicon import find_form, lexicon, starts_with
from generator.importers.cleaning.rows import Row, standing
from generator.recognition.forms import BODY_NAME, DATE

FEWEST_PAGES = 3
"""So many pages must have the same head before it is taken for a running one."""
LINES_AT_EDGE = 2
"""So many lines from the top and the bottom of a page can be its head and foot."""
LONGEST_HEAD = 60
PLAIN_NUMBER = re.compile(r"\d+(?:/\d+)?")


def remove_page_numbers(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Lines that are a page number and nothing else; a figure alone needs its place as evidence."""
    left = standing(rows)
    for at, row in enumerate(left):
        if row.in_table:
            continue
        form = find_form(lexicon().page_numbers, row.folded)
        if form is None and stands_between_pages(left, at):
            form = find_form(lexicon().page_numbers_at_edges, row.folded)
        if form:
            yield row, f"页码：{form.reason}"


def stands_between_pages(rows: Sequence[Row], at: int) -> bool:
    """Whether a line stands where page numbers stand: at the edge of a page, or within a sentence."""
    row = rows[at]
    above = rows[at - 1] if at else None
    below = rows[at + 1] if at + 1 < len(rows) else None
    if row.line.page is not None:
        return any(near is None or near.line.page != row.line.page for near in (above, below))
    if above is None or below is None:
        return not PLAIN_NUMBER.fullmatch(row.folded)
    return is_cut_short(above) and not below.in_table


def is_cut_short(row: Row) -> bool:
    """Whether a line of running text stops within a sentence."""
    return row.running and bool(re.search(r"[^。；：？！;:?!…”’》）)]$", row.line.text.rstrip()))


def remove_running_heads(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Lines that stand at the edge of page after page; the first stays, for it may be the title.

    Dates, names of bodies and 附件 are never running heads: enclosed documents have them page after page.
    """
    places: dict[str, list[Row]] = defaultdict(list)
    for row in edges(rows):
        if can_be_head(row):
            places[row.folded].append(row)
    for same in places.values():
        if len(same) >= FEWEST_PAGES and follow_each_other(same):
            yield from ((row, "页眉页脚：各页重复") for row in same[1:])


def can_be_head(row: Row) -> bool:
    """Whether a line is short, no sentence, and begins no part of a document."""
    text = row.folded
    if row.in_table or len(text) > LONGEST_HEAD or row.running:
        return False
    return not (starts_with(lexicon().openers, text) or BODY_NAME.fullmatch(text) or DATE.search(text))


def follow_each_other(rows: Sequence[Row]) -> bool:
    """Whether lines stand on one page after the other, where a file knows its pages."""
    pages = [row.line.page for row in rows if row.line.page is not None]
    return all(later == earlier + 1 for earlier, later in pairwise(pages))


def edges(rows: Sequence[Row]) -> list[Row]:
    """The lines at the top and the bottom of pages: by page, else beside page numbers."""
    if any(row.line.page is not None for row in rows):
        return page_edges(standing(rows))
    return list(beside_numbers(rows))


def page_edges(rows: Sequence[Row]) -> list[Row]:
    """The first and the last lines of each page, each once."""
    pages: dict[int | None, list[Row]] = defaultdict(list)
    for row in rows:
        pages[row.line.page].append(row)
    picked = []
    for lines in pages.values():
        below = lines[max(LINES_AT_EDGE, len(lines) - LINES_AT_EDGE) :]
        picked += lines[:LINES_AT_EDGE] + below
    return picked


def beside_numbers(rows: Sequence[Row]) -> Iterator[Row]:
    """The lines right above and below the page numbers that were found."""
    taken: set[int] = set()
    for above, below in pairwise(rows):
        for number, near in ((above, below), (below, above)):
            free = not near.removed and near.line.number not in taken
            if number.removed.startswith("页码") and free:
                taken.add(near.line.number)
                yield near
