"""Lists cut into pages: the address of a page never depends on how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.pages.markup import escape, tag
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

T = TypeVar("T")
PER_PAGE = 100
NOTHING_HERE = "这里还没有内容。"
NO_RECORDS = "库里还没有记录：先运行 gongwen new case 写一份案例，再运行 gongwen build。"
NEAR = 2
"""How many page numbers stand on either side of the one that is open."""


def paged(  # noqa: PLR0913 (what a list is made of, each given once)
    shelf: Shelf,
    path_of: Callable[[int], str],
    title: str,
    items: Sequence[T],
    write: Callable[[Sheet, Sequence[T]], None],
    *,
    parents: Sequence[tuple[str, str]] = (),
    lead: Callable[[Sheet], None] | None = None,
    different: int | None = None,
    unit: str = "条",
) -> Iterator[Page]:
    """The pages of a list.

    Args:
        shelf: the library's public view.
        path_of: the path of the page of a number, counted from 1.
        title: what is listed.
        items: everything listed.
        write: adds some of the items to a page.
        parents: pages above the list (path, words), the highest first.
        lead: adds to every page what stands above the items.
        different: how many things are listed where one may stand at several places; else that of the items.
        unit: what is counted: 条 for records, 个机关 and the like for what leads to them.

    Yields:
        One page for every `PER_PAGE` items, and one page for an empty list.
    """
    count = max(1, -(-len(items) // PER_PAGE))
    for number in range(1, count + 1):
        sheet = Sheet(shelf, path_of(number), title if number == 1 else f"{title}（第{number}页）")
        add_parents(sheet, parents)
        sheet.heading(1, title, "")
        total = len(items) if different is None else different
        sheet.note(told_total(total, unit, number, count), "subtitle")
        if lead:
            lead(sheet)
        write(sheet, items[(number - 1) * PER_PAGE : number * PER_PAGE])
        add_pager(sheet, path_of, number, count)
        yield sheet.page()


def told_total(total: int, unit: str, number: int, count: int) -> str:
    """How much a list holds, and which of its pages this is."""
    if not total:
        return NOTHING_HERE
    return f"共 {total} {unit}" + (f"，第 {number} 页，共 {count} 页" if count > 1 else "")


def add_parents(sheet: Sheet, parents: Sequence[tuple[str, str]]) -> None:
    """The way up from a page."""
    if parents:
        steps = " › ".join(sheet.link(path, words) for path, words in parents)
        sheet.add(tag("p", steps, class_="parents"))


def add_pager(sheet: Sheet, path_of: Callable[[int], str], number: int, count: int) -> None:
    """Links to the neighbouring pages, the first and the last."""
    if count == 1:
        return
    near = range(max(1, number - NEAR), min(count, number + NEAR) + 1)
    shown = sorted({1, *near, count})
    links = [page_link(sheet, path_of, other, number) for other in shown]
    before = sheet.link(path_of(number - 1), "上一页") if number > 1 else ""
    following = sheet.link(path_of(number + 1), "下一页") if number < count else ""
    steps = "\n".join(step for step in (before, *links, following) if step)
    sheet.add(f'<nav class="pager" aria-label="{escape("分页")}">\n{steps}\n</nav>')


def page_link(sheet: Sheet, path_of: Callable[[int], str], other: int, number: int) -> str:
    """A page number; the open one is no link."""
    return (
        f'<strong aria-current="page">{other}</strong>'
        if other == number
        else sheet.link(path_of(other), str(other))
    )
