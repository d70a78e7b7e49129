"""Numbering, once and before any pen: headings get their labels, every block its stable id.

Ids follow the numbers (`s3-4` for 三（四）, `a10` for 第十条), so that a link, a search hit and
the Word document name a provision alike, and adding a text elsewhere moves none of them.  Where a
text repeats a number, the second provision of that number is `s3r2`, the third `s3r3`.

A text that somebody else issued and that stands here in full is `as_printed`: its numbers stay as they
are, in whatever spelling, and no heading gets one that it does not have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.compose.columns import fitted
from generator.document import (
    Align,
    Block,
    Blocks,
    Cell,
    Heading,
    Inlines,
    Paragraph,
    Row,
    Table,
    plain,
    words,
)
from generator.hanzi.numerals import (
    ARTICLE_LEVEL,
    CHAPTER_LEVEL,
    LARGEST,
    NUMERAL,
    HeadingLabel,
    make_label,
    split_label,
    split_printed_label,
)
from generator.problems import Place
from generator.source import BodyBlock, BodyKind

RUN_IN_END = "。"
"""A heading that ends in a full stop runs into the paragraph after it."""
FIRST_STOP = re.compile(r".+?。(?=\s*[^\s。”’）)》〉])")
"""The first sentence of a text that goes on."""
OPENING = "引言"
DEEPEST = 4
"""Levels of headings (GB/T 9704-2012 clause 7.3.3)."""
CHAPTER = re.compile(f"第{NUMERAL}[编章节]")

Bind = Callable[[str, Place], Inlines]


class FaultKind(StrEnum):
    """What can be wrong with the number that a heading bears."""

    MISFIT = "misfit"
    REPEATED = "repeated"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class HeadingFault:
    """A heading whose number is not what its place in the text asks for."""

    kind: FaultKind
    line: int
    message: str
    hint: str


@dataclass(slots=True)
class Numbering:
    """Where the outline stands while the blocks pass by."""

    as_printed: bool = False
    """Whether the numbers are those of an issued text, kept as they are."""
    counts: list[int] = field(default_factory=lambda: [0] * DEEPEST)
    articles: int = 0
    """The last 第N条; articles count through the whole text, whatever headings stand between."""
    inserted: int = 0
    """The last 之N of that article."""
    path: tuple[tuple[str, str], ...] = ()
    """(id, label) of the open headings."""
    chapters: tuple[tuple[str, str], ...] = ()
    """The open 编, 章 and 节: articles stand in them and do not close them."""
    paragraphs: int = 0
    unnumbered: int = 0
    times: Counter[str] = field(default_factory=Counter)
    """How often an id was asked for."""
    faults: list[HeadingFault] = field(default_factory=list)

    @property
    def section_id(self) -> str:
        """The id of the innermost open heading."""
        return self.path[-1][0] if self.path else "s0"

    def open_heading(self, item: BodyBlock) -> Heading:
        """Number a heading; its inlines are its words without the label, not yet bound."""
        level = min(item.level, DEEPEST)
        label, bare = self.label_of(item, level)
        self.paragraphs = 0
        self.count(level, label)
        parents = self.parents(level, label)
        heading_id = self.unique(id_below(parents, label)) if label.value else self.unnumbered_id(parents)
        self.path = (*parents, (heading_id, label.printed))
        if label.level == CHAPTER_LEVEL:
            self.chapters = self.path
        return Heading(heading_id, level, label.printed, words(bare))

    def count(self, level: int, label: HeadingLabel) -> None:
        """Go on counting from a heading's number; a heading without one counts nothing."""
        if label.level == ARTICLE_LEVEL:
            self.articles, self.inserted = label.value, label.inserted
        elif label.value:
            self.counts[level - 1] = label.value
        self.counts[level:] = [0] * (DEEPEST - level)

    def label_of(self, item: BodyBlock, level: int) -> tuple[HeadingLabel, str]:
        """The label that a heading bears, else the next one, and the words behind it."""
        if self.as_printed:
            return label_as_printed(item.text)
        written, bare = split_label(item.text)
        if written is not None and written.level in (level, ARTICLE_LEVEL):
            self.compare(written, level, item)
            return written, bare
        label = self.next_label(level, item.line)
        if item.level > DEEPEST:
            self.tell(FaultKind.MISFIT, item.line, f"标题写到第 {item.level} 层，公文只有四层", "减少“#”")
        elif written is not None or CHAPTER.match(item.text):
            shown = item.text[:12]
            message = f"“{shown}”的序号不是第 {level} 层标题的，会印成“{label.printed}{shown}”"
            self.tell(FaultKind.MISFIT, item.line, message, "改“#”的个数，或删去序号，由程序编排")
        return label, item.text

    def compare(self, written: HeadingLabel, level: int, item: BodyBlock) -> None:
        """Note a number that does not follow the last one."""
        article = written.level == ARTICLE_LEVEL
        last = (self.articles, self.inserted) if article else (self.counts[level - 1], 0)
        here = (written.value, written.inserted)
        beside = written.inserted and written.value == last[0]
        following = (last[0], last[1] + 1) if beside else (last[0] + 1, 0)
        if here == following:
            return
        kind = FaultKind.REPEATED if here <= last else FaultKind.SKIPPED
        said = "与前面重复或倒退" if kind is FaultKind.REPEATED else "前面缺了序号"
        expected = make_label(written.level, *following).strip() if following[0] <= LARGEST else "结束"
        message = f"标题“{item.text[:12]}”的序号{said}，按顺序应为“{expected}”"
        self.tell(kind, item.line, message, "改正序号，或删去序号，由程序编排")

    def next_label(self, level: int, line: int) -> HeadingLabel:
        """The number that follows the last one of this level; beyond the last numeral there is none."""
        value = self.counts[level - 1] + 1
        if value <= LARGEST:
            return HeadingLabel(level, value, make_label(level, value))
        self.tell(FaultKind.MISFIT, line, f"同一层标题超过 {LARGEST} 个，编不出序号", "分成几份文件")
        return HeadingLabel(level, value, "")

    def tell(self, kind: FaultKind, line: int, message: str, hint: str) -> None:
        """Note a fault."""
        self.faults.append(HeadingFault(kind, line, message, hint))

    def parents(self, level: int, label: HeadingLabel) -> tuple[tuple[str, str], ...]:
        """The open headings that stay open; an article number counts through the whole text."""
        if label.level == ARTICLE_LEVEL:
            return ()
        return (self.chapters if label.level == CHAPTER_LEVEL else self.path)[: level - 1]

    def unnumbered_id(self, parents: tuple[tuple[str, str], ...]) -> str:
        """The id of a heading of an issued text that bears no number: `h1`, `s3-h2`."""
        self.unnumbered += 1
        return "-".join((*(parent[0] for parent in parents[-1:]), f"h{self.unnumbered}"))

    def unique(self, wanted: str) -> str:
        """The id itself the first time, then with r2, r3, …: a number that is repeated stays linkable."""
        self.times[wanted] += 1
        times = self.times[wanted]
        return wanted if times == 1 else f"{wanted}r{times}"

    def next_paragraph(self) -> str:
        """The id of the next paragraph under the open heading."""
        self.paragraphs += 1
        return f"{self.section_id}-p{self.paragraphs}"


def id_below(parents: tuple[tuple[str, str], ...], label: HeadingLabel) -> str:
    """`s1`, `s1-2`, …, `a10` for an article, `a2z1` for 第二条之一, `c2-1` for a chapter and its section."""
    if label.level == ARTICLE_LEVEL:
        return f"a{label.value}" + (f"z{label.inserted}" if label.inserted else "")
    if parents:
        return f"{parents[-1][0]}-{label.value}"
    return f"{'c' if label.level == CHAPTER_LEVEL else 's'}{label.value}"


def label_as_printed(text: str) -> tuple[HeadingLabel, str]:
    """The number of a heading of an issued text, or an empty one; an article's begins the text after it."""
    label, bare = split_printed_label(text)
    if label is None:
        return HeadingLabel(DEEPEST, 0, ""), bare
    if label.level == ARTICLE_LEVEL and not bare:
        return replace(label, printed=make_label(ARTICLE_LEVEL, label.value, label.inserted)), bare
    return label, bare


def number_blocks(body: tuple[BodyBlock, ...], path: str, bind: Bind, *, as_printed: bool = False) -> Blocks:
    """Turn the body of a Markdown record into numbered blocks; no id stands twice.

    Args:
        body: the blocks as read.
        path: the file, for the places of the blocks.
        bind: replaces {{ … }} in a text by figures.
        as_printed: whether the text is an issued one, whose numbers stay as they are.
    """
    numbering = Numbering(as_printed)
    items = (part for item in body for part in split_sentences(item))
    blocks = [make_block(item, Place(path, item.line), numbering, bind) for item in items]
    return tuple(join_run_ins(blocks))


def split_sentences(item: BodyBlock) -> tuple[BodyBlock, ...]:
    """A heading that goes on behind its first sentence: that sentence is the heading, the rest its text."""
    stop = FIRST_STOP.match(item.text) if item.kind is BodyKind.HEADING else None
    label = split_label(item.text)[0]
    if stop is None or (label is not None and label.level == ARTICLE_LEVEL):
        return (item,)
    rest = BodyBlock(BodyKind.PARAGRAPH, item.line, item.text[stop.end() :].strip())
    return replace(item, text=stop[0]), rest


def heading_faults(body: tuple[BodyBlock, ...]) -> tuple[HeadingFault, ...]:
    """What is wrong with the numbers of a body's headings, in the order of the text."""
    numbering = Numbering()
    for item in body:
        if item.kind is BodyKind.HEADING:
            numbering.open_heading(item)
    return tuple(numbering.faults)


def make_block(item: BodyBlock, place: Place, numbering: Numbering, bind: Bind) -> Block:
    """One block, numbered."""
    if item.kind is BodyKind.HEADING:
        heading = numbering.open_heading(item)
        return replace(heading, inlines=bind(plain(heading.inlines), place), origin=place)
    block_id = numbering.next_paragraph()
    if item.kind is BodyKind.TABLE:
        return table_from(block_id, item.rows, place, bind)
    return Paragraph(block_id, bind(item.text, place), None, place)


def table_from(block_id: str, rows: tuple[tuple[str, ...], ...], place: Place, bind: Bind) -> Table:
    """A table written in Markdown: equal columns, the first row its head."""
    made = [Row(tuple(Cell(bind(text, place), Align.CENTER) for text in row)) for row in rows]
    return fitted(Table(block_id, (1,) * len(rows[0]), tuple(made[:1]), tuple(made[1:]), origin=place))


def join_run_ins(blocks: list[Block]) -> Iterator[Block]:
    """Join a heading that ends in “。”, or an article's number alone, with the paragraph after it."""
    waiting: Heading | None = None
    for block in blocks:
        if waiting is not None:
            joined = isinstance(block, Paragraph)
            yield replace(block, lead=waiting) if isinstance(block, Paragraph) else waiting
            waiting = None
            if joined:
                continue
        if isinstance(block, Heading) and runs_in(block):
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting


def runs_in(heading: Heading) -> bool:
    """Whether a heading begins the paragraph after it."""
    text = plain(heading.inlines)
    return text.endswith(RUN_IN_END) or (not text and heading.id.startswith("a"))


def headings_of(blocks: Blocks) -> Iterator[Heading]:
    """The headings of a text in order, those that run in included."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Paragraph) and block.lead:
            yield block.lead


def anchors_of(blocks: Blocks) -> dict[str, str]:
    """The names that staff give to provisions (三（四）, 第十条) → block ids; the first of a name counts."""
    anchors: dict[str, str] = {}
    first = next((block for block in blocks if isinstance(block, Paragraph) and not block.lead), None)
    if first is not None:
        anchors[OPENING] = anchors["正文"] = first.id
    open_labels: list[str] = []
    for heading in headings_of(blocks):
        label = heading.label.strip("、\u3000 .．") or plain(heading.inlines)
        article = heading.id.startswith("a")
        open_labels = [label] if article else [*open_labels[: heading.level - 1], label]
        anchors.setdefault("".join(open_labels), heading.id)
    return anchors
