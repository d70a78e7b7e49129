"""The facts of a case as a small classic script: the page that compares cases asks for a few of them.

A page opened from a folder may not fetch files, but it may add scripts; each one hands its case over by
calling `gongwenCase`.
"""

from __future__ import annotations

from generator.compose.address import address_of
from generator.models.case import Case
from generator.pages.address import html_path
from generator.pages.case_table.facts import compared_facts
from generator.pages.sheet import Page
from generator.pages.shelf import Shelf
from generator.webfiles import script_json

HAND_OVER = "gongwenCase"


def case_script(shelf: Shelf, case: Case) -> Page:
    """The facts of a case beside its page: cases/濮阳-数字城管-2016.js."""
    address = address_of(case)
    data = {
        "key": address.rpartition("/")[2],
        "name": case.title,
        "page": html_path(f"{address}.md"),
        "rows": [[name, list(lines)] for name, lines in compared_facts(shelf, case)],
    }
    return Page(f"{address}.js", case.title, f"{HAND_OVER}({script_json(data)});\n", (case.id,))
