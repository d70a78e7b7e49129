"""What a tree holds that Word would lose, spoil or that this pen cannot write yet: said before writing.

Nothing of a tree is dropped in silence: either it is printed or it is refused here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from generator.document import (
    Cell,
    Heading,
    OfficialDocument,
    Table,
    blocks_of,
    enclosed,
)
from generator.ooxml.xml import UNPRINTABLE
from generator.problems import Level, Place, Problem
from generator.standard import gbt9704
from generator.word.blocks import HEADING_STYLES
from generator.word.grid import ShapeError, lay_out
from generator.word.mark import characters_of, mark_of, mark_step, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Article, Blocks, Collection, JointMark


def document_faults(document: OfficialDocument) -> list[Problem]:
    """Everything that keeps a document from being written, enclosed documents included."""
    faults = list(text_faults(document, place_of(document)))
    for one in enclosed(document):
        faults += unsupported(one)
        for block in blocks_of(one):
            faults += block_faults(block, place_of(one))
    return faults


def collection_faults(collection: Collection) -> list[Problem]:
    """Everything that keeps a collection from being written."""
    place = place_of(collection)
    faults = list(text_faults(collection, place))
    blocks = [*collection.preface, *(block for one in collection.appendices for block in one.body)]
    for chapter in collection.chapters:
        blocks += [block for article in chapter.articles for block in blocks_in(article)]
    return faults + [fault for block in blocks for fault in block_faults(block, place)]


def article_faults(article: Article) -> list[Problem]:
    """Everything that keeps a single article from being written."""
    place = place_of(article)
    faults = list(text_faults(article, place))
    return faults + [fault for block in blocks_in(article) for fault in block_faults(block, place)]


def blocks_in(article: Article) -> Blocks:
    """The blocks of an article, its facts first."""
    return (article.facts, *article.body) if article.facts else article.body


def place_of(part: object, default: Place | None = None) -> Place:
    """Where a part was read from, or at least its id."""
    origin = getattr(part, "origin", None)
    return origin or default or Place(str(getattr(part, "id", "")))


def text_faults(part: object, place: Place, *, breaks: bool = False) -> Iterator[Problem]:
    """Unprintable characters anywhere below `part`; a line feed is allowed in table cells only."""
    if isinstance(part, str):
        yield from character_faults(part.replace("\n", "") if breaks else part, place)
    elif isinstance(part, tuple):
        for item in part:
            yield from text_faults(item, place, breaks=breaks)
    elif is_dataclass(part) and not isinstance(part, Place):
        place, breaks = place_of(part, place), breaks or isinstance(part, Cell)
        for item in (item for item in fields(part) if item.name != "id"):
            yield from text_faults(getattr(part, item.name), place, breaks=breaks)


def character_faults(text: str, place: Place) -> Iterator[Problem]:
    """One problem for a text with an unprintable character."""
    match = UNPRINTABLE.search(text)
    if match is not None:
        around = UNPRINTABLE.sub("□", text[max(0, match.start() - 8) : match.start() + 8])
        message = f"文字里有不能印出的字符 U+{ord(match[0]):04X}：“{around}”。"
        yield Problem(Level.ERROR, "WORD010", message, place, hint="删去这个字符；要换行就另起一段")


def unsupported(document: OfficialDocument) -> Iterator[Problem]:
    """Marks that are too long for the page."""
    place = place_of(document)
    yield from mark_faults(mark_of(document), place)


def mark_faults(mark: str | JointMark, place: Place) -> Iterator[Problem]:
    """A mark that no step makes small enough: too long a name, or too many of them."""
    standard = gbt9704()
    if mark_step(standard, mark) is not None:
        return
    names = names_of(mark)
    steps = [step for step in standard.data.mark_steps if (step.bodies > 1) == (len(names) > 1)]
    longest, bodies = (max(getattr(step, name) for step in steps) for name in ("characters", "bodies"))
    message = f"发文机关标志有 {characters_of(mark)} 字，版心排不下（最多 {longest} 字）。"
    if len(names) > bodies:
        message = f"发文机关标志有 {len(names)} 个机关，版心排不下（最多 {bodies} 个）。"
    hint = "改用规范化简称" if len(names) <= bodies else "只用主办机关的标志"
    yield Problem(Level.ERROR, "WORD012", message, place, hint=hint, basis="GB/T 9704-2012 7.2.4")


def block_faults(block: object, place: Place) -> Iterator[Problem]:
    """Headings deeper than the standard knows, tables whose cells do not fill their grid."""
    place = place_of(block, place)
    if isinstance(block, Heading) and block.level not in HEADING_STYLES:
        message = f"标题只有四级，“{block.text}”是第 {block.level} 级。"
        yield Problem(Level.ERROR, "WORD013", message, place, basis="GB/T 9704-2012 7.3.3")
    if isinstance(block, Table):
        yield from table_faults(block, place)


def table_faults(table: Table, place: Place) -> Iterator[Problem]:
    """A table whose rows and spans do not fit together."""
    try:
        for rows in (table.head, table.rows):
            lay_out(rows, len(table.widths))
    except ShapeError as error:
        message = f"表格“{table.title or table.id}”排不成：{error}。"
        yield Problem(Level.ERROR, "WORD014", message, place, hint="核对各行的格数和跨行、跨列数")
