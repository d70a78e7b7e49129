"""Lines onto pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which part of a document a line belongs to."""

    HEAD = "版头"
    TITLE = "标题"
    ADDRESSEES = "主送机关"
    BODY = "正文"
    CLOSING = "落款"
    """附件说明, 署名 and 成文日期."""
    NOTE = "附注"
    ATTACHMENT = "附件"
    IMPRINT = "版记"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or what is as high as several and never parted, in twips.

    Attributes:
        height: With the room that belongs to it.
        part: Where it belongs.
        words: What it says, as far as that is known.
        held: Whether it stays on the page of the next line.
        new_page: Whether it begins a page.
        turned: Whether it stands on a page that lies sideways.
    """

    height: int
    part: Part
    words: str = ""
    held: bool = False
    new_page: bool = False
    turned: bool = False


Page = tuple[Line, ...]


def paginate(lines: Iterable[Line], upright: int, turned: int) -> tuple[Page, ...]:
    """Lines page by page; lines that hold together stay on one page if there is one large enough.

    Args:
        lines: In reading order.
        upright: How high an upright page is.
        turned: How high one is that lies sideways.
    """
    pages: list[list[Line]] = [[]]
    used = 0
    for unit in units(lines):
        room = turned if unit[0].turned else upright
        height = sum(line.height for line in unit)
        if pages[-1] and (begins_page(unit[0], pages[-1][-1]) or used + height > room >= height):
            pages.append([])
            used = 0
        for line in unit:
            if pages[-1] and used + line.height > room:
                pages.append([])
                used = 0
            pages[-1].append(line)
            used += line.height
    return tuple(tuple(page) for page in pages)


def units(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines that hold together."""
    unit: list[Line] = []
    for line in lines:
        if unit and (line.new_page or line.turned != unit[-1].turned):
            yield unit
            unit = []
        unit.append(line)
        if not line.held:
            yield unit
            unit = []
    if unit:
        yield unit


def begins_page(line: Line, before: Line) -> bool:
    """Whether a line begins a page whatever the room."""
    return line.new_page or line.turned != before.turned
