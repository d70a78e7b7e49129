"""Levels of the text that were typed by hand (GB/T 9704-2012 clause 7.3.3).

OUTL003 a paragraph that looks like a heading, OUTL004 typed lines that join into one paragraph,
OUTL005 a heading whose upper level is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.hanzi.numerals import ARTICLE_LEVEL, NUMERAL, split_label
from generator.library import Entry, Library
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.problems import Level, Place, Problem
from generator.source import BodyBlock, BodyKind

BASIS = "GB/T 9704-2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注"
MARKS = (
    (re.compile(rf"{NUMERAL}、(?!{NUMERAL})\s*"), 1),
    (re.compile(rf"[（(]{NUMERAL}[)）]\s*"), 2),
    (re.compile(r"\d{1,2}(?:[.．]|、(?!\d))(?!\d)\s*"), 3),
    (re.compile(r"[（(]\d{1,2}[)）]\s*|[①-⑳]\s*"), 4),
)
"""Typed marks with the level that they stand for; 1.5亿元, 3、4月 and 一、二类 are none."""
BULLET = re.compile(r"[-*+•·●]\s+")
SENTENCE = re.compile(r"[^。！？]*[。！？]?")
UNLIKE_HEADING = re.compile(r"[；;：:，,]$|\{\{")
"""An item of an enumeration and the head of a list end so; a heading binds no figure."""
LONGEST = 24
"""Characters of a heading; a first sentence that is longer is a sentence of the text."""
STOPPED = re.compile(r"[。；：！？;:]$")
DEEPEST = 4


def check_levels(library: Library) -> Iterator[Problem]:
    """The bodies that the bureau itself writes: those of documents and prefaces of collections."""
    for entry in library.entries.values():
        if isinstance(entry.record, IssuedDocument | CollectionRecord):
            for block in entry.source.body:
                yield from typed_levels(block, entry.source.path)
            yield from skipped_levels(entry)


def typed_levels(block: BodyBlock, path: str) -> Iterator[Problem]:
    """What a paragraph typed instead of headings: joined lines, else its own beginning."""
    if block.kind is not BodyKind.PARAGRAPH:
        return
    joined = joined_line(block)
    if joined is not None:
        yield joining(block, joined, path)
        return
    heading = typed_heading(block.text)
    if heading is not None:
        yield looking_like(block.text, *heading, Place(path, block.line))


def level_of_mark(text: str) -> tuple[int, int] | None:
    """The level that a typed mark stands for, and where the words behind it begin."""
    for pattern, level in MARKS:
        if match := pattern.match(text):
            return level, match.end()
    return None


def typed_heading(text: str) -> tuple[int, str, str] | None:
    """Level, heading and what follows it in the paragraph; None for an ordinary sentence."""
    marked = level_of_mark(text)
    if marked is None:
        return None
    level, start = marked
    first = SENTENCE.match(text, start)
    heading = first[0] if first else ""
    rest = text[start + len(heading) :].strip()
    if not heading or len(heading.rstrip("。")) > LONGEST or UNLIKE_HEADING.search(heading):
        return None
    return level, heading, rest


def looking_like(text: str, level: int, heading: str, rest: str, place: Place) -> Problem:
    """It is printed like any paragraph: 黑体 and 楷体 are lost at the first two levels."""
    lost = "黑体" if level == 1 else "楷体"
    looks = f"会照正文印成仿宋，不是{lost}" if level <= 2 else "不算标题，目录和查找里没有它"
    words = heading if rest else heading.rstrip("。")
    after = "，空一行再写后面的文字，印出来仍是一段" if rest else ""
    hint = f"写成“{'#' * level} {words}”{after}；序号由程序编排"
    grave = Level.WARNING if level <= 2 else Level.HINT
    return Problem(grave, "OUTL003", f"“{text[:16]}”像是手写的第 {level} 层标题，{looks}", place, hint, BASIS)


def joined_line(block: BodyBlock) -> int | None:
    """Which line of a paragraph, from 1 on, begins with a mark of its own; a wrapped sentence has none."""
    for number, (above, line) in enumerate(zip(block.lines, block.lines[1:], strict=False), start=1):
        marked, before = level_of_mark(line), level_of_mark(above)
        alike = marked and before and marked[0] == before[0]
        if BULLET.match(line) or alike or (marked and STOPPED.search(above)):
            return number
    return None


def joining(block: BodyBlock, number: int, path: str) -> Problem:
    """Lines without an empty one between them are one paragraph."""
    line = block.lines[number]
    marked = level_of_mark(line)
    message = f"“{line[:16]}”与上一行之间没有空行，会连成一段"
    signs = "#" * (marked[0] if marked else DEEPEST)
    bare = (line[marked[1] :] if marked else BULLET.sub("", line))[:12]
    hint = f"各条之间空一行，各成一段；是标题就写“{signs} {bare}”，序号由程序编排"
    return Problem(Level.WARNING, "OUTL004", message, Place(path, block.line + number), hint)


def skipped_levels(entry: Entry) -> Iterator[Problem]:
    """Headings one level or more below what stands above them."""
    above = 0
    for block in entry.source.body:
        if block.kind is not BodyKind.HEADING or is_article(block.text):
            continue
        if block.level > above + 1 and block.level <= DEEPEST:
            over = f"上面只有第 {above} 层" if above else "上面没有标题"
            message = f"标题“{block.text[:12]}”是第 {block.level} 层，{over}"
            hint = f"改成“{'#' * (above + 1)} {block.text[:12]}”，或补上中间的层次"
            yield Problem(
                Level.WARNING, "OUTL005", message, Place(entry.source.path, block.line), hint, BASIS
            )
        above = block.level


def is_article(text: str) -> bool:
    """Whether a heading is a 第N条, which counts through the whole text at any level."""
    label, _ = split_label(text)
    return label is not None and label.level == ARTICLE_LEVEL
