"""Lists under headings: paged like any other, with the way to each heading at the top."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.pages.address import file_name
from generator.pages.listing.groups import search_link
from generator.pages.listing.paging import PER_PAGE, paged
from generator.pages.markup import count_tag, escape, tag
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section(Generic[T]):
    """A heading, what stands under it, and the same as the search page takes it, if it can."""

    words: str
    items: Sequence[T]
    chosen: tuple[tuple[str, str], ...] = ()

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"in-{file_name(self.words.casefold())}"


def sectioned(  # noqa: PLR0913 (what a list is made of, each given once)
    shelf: Shelf,
    path_of: Callable[[int], str],
    title: str,
    sections: Sequence[Section[T]],
    write: Callable[[Sheet, Sequence[T]], None],
    *,
    parents: Sequence[tuple[str, str]] = (),
    note: str = "",
    unit: str = "条",
) -> Iterator[Page]:
    """The pages of a list under headings; a section that goes on over a page gets its heading again.

    Args:
        shelf: the library's public view.
        path_of: the path of the page of a number, counted from 1.
        title: what is listed.
        sections: the headings, few enough for one line of links, with what stands under each.
        write: adds some of the items of one section to a page.
        parents: pages above the list (path, words), the highest first.
        note: a sentence about the list; none if empty.
        unit: what is counted.
    """
    items = [(section, item) for section in sections for item in section.items]

    def lead(sheet: Sheet) -> None:
        if note:
            sheet.note(note)
        add_way_to_sections(sheet, path_of, sections)

    return paged(
        shelf,
        path_of,
        title,
        items,
        lambda sheet, some: add_sections(sheet, some, write),
        parents=parents,
        lead=lead,
        different=len({id(item) for _, item in items}),
        unit=unit,
    )


def add_way_to_sections(sheet: Sheet, path_of: Callable[[int], str], sections: Sequence[Section[T]]) -> None:
    """A link to the heading of each section, on whatever page it begins."""
    links, before = [], 0
    for section in sections:
        page = path_of(before // PER_PAGE + 1)
        links.append(f"{sheet.link(page, section.words, section.anchor)} {count_tag(len(section.items))}")
        before += len(section.items)
    sheet.items(links, "groups")


def add_sections(
    sheet: Sheet, some: Sequence[tuple[Section[T], T]], write: Callable[[Sheet, Sequence[T]], None]
) -> None:
    """What of the sections stands on one page."""
    for _, members in groupby(some, key=lambda member: id(member[0])):
        found = list(members)
        section = found[0][0]
        sheet.add(f"## {escape(section.words)} {{: #{section.anchor} .in-list }}")
        if section.chosen:
            sheet.add(tag("p", search_link(sheet, "在检索页里接着筛选", section.chosen), class_="ways"))
        write(sheet, [item for _, item in found])
