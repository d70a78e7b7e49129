"""Running heads, running feet and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.importers.reading.pdf.layout import Page, PrintedLine

EDGE = 0.115
"""Share of the height of a page; the text of a page by GB/T 9704 begins and ends further in."""
FEWEST_PAGES = 3
"""A line must come back on so many pages, or on both of two, to be a running one."""
PAGE_NUMBER = re.compile(
    r"[\s·.•—–－―_-]*\d{1,4}[\s·.•—–－―_-]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
DIGITS = re.compile(r"\d+")
HEAD, FOOT = "页眉", "页脚"
Key = tuple[str, str]


def shells_of(pages: Sequence[Page]) -> Iterator[list[str]]:
    """For each page what its lines are taken for; empty for text."""
    found = Counter(key for page in pages for key in {key_of(page, line) for line in page.lines})
    needed = min(FEWEST_PAGES, max(2, len(pages)))
    for page in pages:
        yield [shell_of(page, line, found, needed) for line in page.lines]


def shell_of(page: Page, line: PrintedLine, found: Counter[Key], needed: int) -> str:
    """What a line is taken for."""
    edge, text = key_of(page, line)
    if edge and (found[edge, text] >= needed or PAGE_NUMBER.fullmatch(line.text.strip())):
        return edge
    return ""


def key_of(page: Page, line: PrintedLine) -> Key:
    """The edge at which a line stands, and its words with every number alike; two empty ones for text."""
    edge = edge_of(page, line)
    return (edge, DIGITS.sub("0", "".join(line.text.split()))) if edge else ("", "")


def edge_of(page: Page, line: PrintedLine) -> str:
    """页眉 or 页脚 for a line at the edge of the page."""
    if line.base > page.height * (1 - EDGE):
        return HEAD
    return FOOT if line.base < page.height * EDGE else ""
