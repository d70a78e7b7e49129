"""Where the lines of a document fall: an estimate without a layout program, always the same.

It counts lines of 28 字 on pages of 22, breaks them by the rules for marks, keeps together what is
to stay together, and takes tables row by row.  It is good enough to decide what the standard makes
depend on pages: 主送机关 that leave no room for text on the first page (7.3.2), a closing that would
stand on a page without text (7.3.5.5), and the page of the 版记.
"""

from __future__ import annotations

from generator.word.paging.decisions import (
    Closing,
    move_addressees,
    plan_closing,
)
from generator.word.paging.flow import Line, Part, paginate
from generator.word.paging.lines import held_blocks
from generator.word.paging.whole import begins_sideways, estimate_pages, imprint_page

__all__ = [
    "Closing",
    "Line",
    "Part",
    "begins_sideways",
    "estimate_pages",
    "held_blocks",
    "imprint_page",
    "move_addressees",
    "paginate",
    "plan_closing",
]
