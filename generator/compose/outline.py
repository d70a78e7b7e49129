"""Numbering, once and before any pen: headings get their labels, every block its stable id.

Ids follow the numbers (`s3-4` for 三（四）, `a10` for 第十条), so that a link, a search hit and
the Word document name a provision alike, and adding a text elsewhere moves none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from generator.document import Align, Block, Blocks, Cell, Heading, Inlines, Paragraph, Row, Table, plain
from generator.hanzi.numerals import ARTICLE_LEVEL, HeadingLabel, make_label, split_label
from generator.problems import Place
from generator.source import BodyBlock, BodyKind

RUN_IN_END = "。"
"""A heading that ends in a full stop runs into the paragraph after it."""
OPENING = "引言"

Bind = Callable[[str, Place], Inlines]


@dataclass(slots=True)
class Numbering:
    """Where the outline stands while the blocks pass by."""

    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    path: tuple[tuple[str, str], ...] = ()
    """(id, label) of the open headings."""
    paragraphs: int = 0

    @property
    def section_id(self) -> str:
        """The id of the innermost open heading."""
        return self.path[-1][0] if self.path else "s0"

    def open_heading(self, level: int, text: str) -> tuple[str, str, str]:
        """Number a heading: its id, its label, and its words without the label."""
        label, bare = split_label(text)
        if label is None or label.level not in (level, ARTICLE_LEVEL):
            label, bare = self.next_label(level), text
        self.counts[level - 1] = label.value
        self.counts[level:] = [0] * (4 - level)
        self.path = (*self.path[: self.depth(level, label)], (self.id_for(level, label), label.printed))
        self.paragraphs = 0
        return self.section_id, label.printed, bare

    def next_label(self, level: int) -> HeadingLabel:
        """The number that follows the last one of this level."""
        value = self.counts[level - 1] + 1
        return HeadingLabel(level, value, make_label(level, value))

    def depth(self, level: int, label: HeadingLabel) -> int:
        """How many open headings stay open; an article number counts through the whole text."""
        return 0 if label.level == ARTICLE_LEVEL else min(level - 1, len(self.path))

    def id_for(self, level: int, label: HeadingLabel) -> str:
        """`s1`, `s1-2`, … or `a10`."""
        if label.level == ARTICLE_LEVEL:
            return f"a{label.value}"
        parents = self.path[: self.depth(level, label)]
        return f"{parents[-1][0]}-{label.value}" if parents else f"s{label.value}"

    def next_paragraph(self) -> str:
        """The id of the next paragraph under the open heading."""
        self.paragraphs += 1
        return f"{self.section_id}-p{self.paragraphs}"


def number_blocks(body: tuple[BodyBlock, ...], path: str, bind: Bind, start_level: int = 1) -> Blocks:
    """Turn the body of a Markdown record into numbered blocks.

    Args:
        body: the blocks as read.
        path: the file, for the places of the blocks.
        bind: replaces {{ … }} in a text by figures.
        start_level: the heading level that one `#` stands for.
    """
    numbering = Numbering()
    blocks = [make_block(item, Place(path, item.line), numbering, bind, start_level) for item in body]
    return tuple(join_run_ins(blocks))


def make_block(item: BodyBlock, place: Place, numbering: Numbering, bind: Bind, start_level: int) -> Block:
    """One block, numbered."""
    if item.kind is BodyKind.HEADING:
        level = min(item.level + start_level - 1, 4)
        heading_id, label, bare = numbering.open_heading(level, item.text)
        return Heading(heading_id, level, label, bind(bare, place), place)
    block_id = numbering.next_paragraph()
    if item.kind is BodyKind.TABLE:
        return table_from(block_id, item.rows, place, bind)
    return Paragraph(block_id, bind(item.text, place), None, place)


def table_from(block_id: str, rows: tuple[tuple[str, ...], ...], place: Place, bind: Bind) -> Table:
    """A table written in Markdown: equal columns, the first row its head."""
    made = [Row(tuple(Cell(bind(text, place), Align.CENTER) for text in row)) for row in rows]
    return Table(block_id, (1,) * len(rows[0]), tuple(made[:1]), tuple(made[1:]), origin=place)


def join_run_ins(blocks: list[Block]) -> Iterator[Block]:
    """Join a heading that ends in “。” with the paragraph after it."""
    waiting: Heading | None = None
    for block in blocks:
        if waiting is not None:
            joined = isinstance(block, Paragraph)
            yield replace(block, lead=waiting) if isinstance(block, Paragraph) else waiting
            waiting = None
            if joined:
                continue
        if isinstance(block, Heading) and plain(block.inlines).endswith(RUN_IN_END):
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting


def headings_of(blocks: Blocks) -> Iterator[Heading]:
    """The headings of a text in order, those that run in included."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Paragraph) and block.lead:
            yield block.lead


def anchors_of(blocks: Blocks) -> dict[str, str]:
    """The names that staff give to provisions (三（四）, 第十条) → block ids."""
    anchors: dict[str, str] = {}
    first = next((block for block in blocks if isinstance(block, Paragraph) and not block.lead), None)
    if first is not None:
        anchors[OPENING] = anchors["正文"] = first.id
    open_labels: list[str] = []
    for heading in headings_of(blocks):
        label = heading.label.strip("、\u3000 .．")
        article = heading.id.startswith("a")
        open_labels = [label] if article else [*open_labels[: heading.level - 1], label]
        anchors["".join(open_labels)] = heading.id
    return anchors
