"""A page being written: its lines and its links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.document import Heading, Inlines, Paragraph, Table
from generator.models.record import Record
from generator.pages.address import relative
from generator.pages.inlines import inline_text
from generator.pages.markup import anchor_tag, escape, front_matter, tag
from generator.pages.shelf import Shelf
from generator.pages.tables import html_table, scrollable


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its path below the pages folder, its Markdown, its records."""

    path: str
    title: str
    text: str
    records: tuple[str, ...] = ()


CHAPTER = re.compile(r"(?:^|-)c\d")
"""What the ids of 编, 章 and 节 hold."""


def is_article(heading: Heading) -> bool:
    """Whether a heading is the number of an article (第十条), which counts through the whole text."""
    return heading.id.rpartition("-")[2].startswith("a")


@dataclass
class Sheet:
    """Collects the blocks of one page."""

    shelf: Shelf
    path: str
    title: str
    records: tuple[str, ...] = ()
    blocks: list[str] = field(default_factory=list)
    names: Mapping[str, str] = field(default_factory=dict)
    """What a citation calls each provision (第十条), by its id; the copy button takes it from there."""
    chapter: int = 0
    """The level of the open 编, 章 or 节: articles stand below it in the outline."""
    section: str = ""
    """The last heading, which also names the table below it for those who only hear the page."""

    def page(self) -> Page:
        """The page as it is written to its file; every block stands apart from the next."""
        head = front_matter(self.title)
        body = "\n\n".join(block for block in self.blocks if block)
        return Page(self.path, self.title, f"{head}\n{body}\n", self.records)

    # --- links ------------------------------------------------------------------------------

    def link(self, target: str, words: str, anchor: str = "", class_: str = "") -> str:
        """A link to another page of the site."""
        return anchor_tag(relative(self.path, target, anchor), escape(words), class_=class_)

    def record_link(self, record: Record, words: str = "", anchor: str = "") -> str:
        """A link to the page of a record; the words alone for kinds without a page."""
        target = self.shelf.page_of(record.id)
        shown = words or self.shelf.title_of(record)
        return self.link(target, shown, anchor) if target else escape(shown)

    # --- blocks -----------------------------------------------------------------------------

    def add(self, block: str) -> None:
        """A block of page text that is finished."""
        self.blocks.append(block)

    def heading(self, level: int, words: str, anchor: str, class_: str = "") -> None:
        """A heading with its stable id; level 1 is the title of the page."""
        mark = f" {self.marks(anchor, class_)}" if anchor else ""
        self.section = words
        self.add(f"{'#' * level} {escape(words)}{mark}")

    def marks(self, anchor: str, class_: str = "") -> str:
        """Id, class and the name in citations of a block of page text."""
        name = self.names.get(anchor, "")
        cited = f' data-cite="{escape(name)}"' if name else ""
        return f"{{: #{anchor}{f' .{class_}' if class_ else ''}{cited} }}"

    def note(self, words: str, class_: str = "note") -> None:
        """A sentence of our own about the page."""
        self.add(tag("p", escape(words), class_=class_))

    def items(self, items: Iterable[str], class_: str = "plain") -> None:
        """A list of finished items; an empty one adds nothing."""
        written = "".join(f"<li>{item}</li>\n" for item in items)
        if written:
            self.add(f'<ul class="{class_}">\n{written}</ul>')

    def facts(self, rows: Iterable[tuple[str, str]], anchor: str = "facts") -> None:
        """Names and finished values as a table; empty values are left out."""
        written = "".join(
            f'<tr><th scope="row">{escape(name)}</th><td>{value}</td></tr>\n' for name, value in rows if value
        )
        if written:
            self.add(f'<table class="facts" id="{anchor}">\n<tbody>\n{written}</tbody>\n</table>')

    def grid(self, head: tuple[str, ...], rows: Iterable[tuple[str, ...]], anchor: str) -> None:
        """A table of finished cells with one head row; no rows add nothing."""
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
        if body:
            top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
            parts = f"<thead><tr>{top}</tr></thead>\n<tbody>\n{body}</tbody>"
            table = f'<table class="data" id="{anchor}">\n{parts}\n</table>'
            self.add(scrollable(table, len(head), self.section or self.title))

    # --- blocks of the tree -----------------------------------------------------------------

    def tree_heading(self, block: Heading, prefix: str = "", below: int = 1, class_: str = "") -> None:
        """A heading of the text, so many levels below the title of the page."""
        level = block.level
        if CHAPTER.search(block.id):
            self.chapter = level
        elif is_article(block):
            level = max(level, self.chapter + 1)
        self.heading(min(level + below, 6), block.text, prefix + block.id, class_)

    def tree_paragraph(self, block: Paragraph, prefix: str = "", below: int = 1, after: str = "") -> None:
        """A paragraph with its id; a heading that runs into it stands before it on the same line.

        Args:
            block: the paragraph.
            prefix: what its id begins with on this page.
            below: levels between the title of the page and the highest heading of the text.
            after: finished words of the page itself behind it.
        """
        if block.lead:
            self.tree_heading(block.lead, prefix, below, "lead")
        self.add(f"{self.inlines(block.inlines)}{after}\n{self.marks(prefix + block.id, 'text')}")

    def tree_table(self, block: Table, prefix: str = "") -> None:
        """A table of the text."""
        self.add(html_table(block, prefix + block.id, self.inlines))

    def inlines(self, inlines: Inlines) -> str:
        """Words and traced figures."""
        return inline_text(inlines, self.shelf, self.path, self.records)
