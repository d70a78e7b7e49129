"""What a test reads of the figures of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from generator.library import Library, load_library
from generator.pages.public import public_view
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf

DATED = date(2022, 12, 31)
TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Figure:
    """A figure of a page: its caption, what is drawn, what it says it counts, its table, its links."""

    anchor: str
    caption: str
    drawn: list[str]
    scope: str
    rows: list[list[str]]
    links: list[str]


def plain(html: str) -> str:
    """The words of page text."""
    return unescape(TAGS.sub("", html)).strip()


def shelf_of(library: Library) -> Shelf:
    """The public view of a library, as pages see it."""
    return Shelf(public_view(library), DATED)


def shelf_at(root: Path) -> Shelf:
    """The public view of a library of a test's own, all of which can be read."""
    library, problems = load_library(root)
    assert [problem.as_text() for problem in problems] == []
    return shelf_of(library)


def sheet_of(shelf: Shelf) -> Sheet:
    """A page to write on."""
    return Sheet(shelf, "browse/figures/index.md", "图表")


def figures(text: str) -> list[Figure]:
    """The figures in page text."""
    return [
        figure_in(*match)
        for match in re.findall(r'<figure class="figure"( id="[^"]+")?>(.*?)</figure>', text, re.DOTALL)
    ]


def figure_in(anchor: str, html: str) -> Figure:
    """One figure."""
    table = html[html.index("<table") :] if "<table" in html else ""
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    return Figure(
        anchor=anchor.removeprefix(' id="').removesuffix('"'),
        caption=plain("".join(re.findall(r"<figcaption>(.*?)</figcaption>", html))),
        drawn=[unescape(words) for words in re.findall(r"<text[^>]*>([^<]*)</text>", html)],
        scope=plain("".join(re.findall(r'<p class="scope">(.*?)</p>', html, re.DOTALL))),
        rows=[
            [plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows
        ],
        links=re.findall(r'href="([^"]+)"', table),
    )
