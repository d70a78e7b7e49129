"""Words of the tree as page text; a figure that was bound shows where it was read from."""

from __future__ import annotations

from generator.document import Bound, Inlines
from generator.pages.address import relative
from generator.pages.markup import anchor_tag, escape_lines, tag
from generator.pages.shelf import Shelf


def inline_text(inlines: Inlines, shelf: Shelf, path: str, own: tuple[str, ...]) -> str:
    """A run of inlines as page text.

    Args:
        inlines: the run.
        shelf: where records have their pages.
        path: the page that the words stand on, for its links.
        own: the records of that page, which need no link to themselves.
    """
    return "".join(
        bound_text(item, shelf, path, own) if isinstance(item, Bound) else escape_lines(item.text)
        for item in inlines
    )


def bound_text(item: Bound, shelf: Shelf, path: str, own: tuple[str, ...]) -> str:
    """A figure with its source: a link to the record's page, or a note where it is this page's own."""
    words = escape_lines(item.text)
    entry = shelf.library.entries.get(item.record)
    if entry is None:
        return tag("span", words, class_="bound", title="由入册记录计算")
    source = f"取自“{shelf.title_of(entry.record)}”：{item.path.replace('.', ' › ')}"
    target = shelf.page_of(item.record)
    if target is None or item.record in own:
        return tag("span", words, class_="bound", title=source)
    return anchor_tag(relative(path, target), words, class_="bound", title=source)
