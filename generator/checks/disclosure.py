"""公开属性: what the site leaves out, and what its words still tell.

DISC001 a text that may be published rests on a record that may not, so the site has to leave parts out,
DISC002 a 信息公开选项 without 版记 above which it could stand, DISC003 a record that may be published
names one that may not in words of its own, which the site prints.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.checks.hidden_names import HiddenNames
from generator.compose import Trees
from generator.document import Article, Block, Bound, OfficialDocument, blocks_of, enclosed, inlines_of
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.reference import BodyTable, RegionTable
from generator.models.wording import WordingTable
from generator.problems import Level, Place, Problem
from generator.source.tree import KeyPath, Value

NOT_PRINTED = frozenset(("类别", "编号", "公开属性", "核验", "备注", "待确认", "签发人", "联系人"))
"""Keys of a record that no page and no file of the site shows in words."""
TABLES_OF_WORDS = (BodyTable, RegionTable, WordingTable)
"""Tables of names and words, which say nothing of any record."""
BINDING = re.compile(r"\{\{.*?\}\}", re.DOTALL)
ORIGIN, BODY = "来源", "正文"
SHOWN = 3
"""So many records are listed by name; of the others the number is told."""


class Mention(NamedTuple):
    """Words that name a hidden record: where, and below which key of the record (正文 for its text)."""

    place: Place
    words: str
    key: str


def check_disclosure(library: Library, trees: Trees) -> Iterator[Problem]:
    """The documents that the bureau issues, policies, cases and practices."""
    texts: dict[str, OfficialDocument | Article] = {**trees.documents, **trees.policies, **trees.articles}
    for record_id, tree in texts.items():
        record = library.entries[record_id].record
        if not record.publishable:
            continue
        closed = sorted(name for name in records_behind(tree) if is_closed(library, name))
        if closed:
            message = f"公开的{record.kind}用到不公开的记录：{'、'.join(closed)}"
            hint = "站点上这些内容会隐去；核对两边的“公开属性”"
            yield Problem(Level.HINT, "DISC001", message, library.place(record_id), hint)


def check_hidden_names(library: Library) -> Iterator[Problem]:
    """Every record that may be published; a hidden record is told once in each, at its first mention.

    A hidden record from which others were taken is told once for all whose 来源 alone names it.
    """
    names = HiddenNames(library)
    taken: dict[str, list[Record]] = defaultdict(list)
    for record in library.every(Record) if names.hidden else ():
        if record.publishable and not isinstance(record, TABLES_OF_WORDS):
            for hidden, mentions in hidden_in(library, record, names).items():
                if all(mention.key == ORIGIN for mention in mentions):
                    taken[hidden].append(record)
                else:
                    yield named_hidden(library, record, hidden, mentions)
    yield from (named_as_origin(library, hidden, records) for hidden, records in taken.items())


def hidden_in(library: Library, record: Record, names: HiddenNames) -> Mapping[str, Sequence[Mention]]:
    """The hidden records that a record names, each with its first mention on every line."""
    found: dict[str, dict[Place, Mention]] = defaultdict(dict)
    for key, place, text in printed_words(library, record, names.hidden):
        for hidden, words in names.named_in(record, text):
            found[hidden].setdefault(place, Mention(place, words, key))
    return {hidden: tuple(mentions.values()) for hidden, mentions in found.items()}


def named_hidden(library: Library, record: Record, hidden: str, mentions: Sequence[Mention]) -> Problem:
    """What the words of a record tell of a hidden one, and on which lines."""
    first, *others = mentions
    told = library.entries[hidden].record
    lines = "、".join(str(other.place.line) for other in others)
    more = f"（还有第 {lines} 行）" if lines else ""
    message = f"公开的{record.kind}写到“{first.words}”{more}，这是不公开的{told.kind}“{hidden}”"
    otherwise = f"把“{hidden}”的“公开属性”改为主动公开、依申请公开"
    if is_kept_as_written(record):
        hint = f"站点照样印出这些话，原文的话不改：{otherwise}；不能公开的，本文也写“公开属性: 不予公开”"
    else:
        hint = f"站点照样印出这些话：改写该句，或{otherwise}"
    return Problem(Level.HINT, "DISC003", message, first.place, hint)


def named_as_origin(library: Library, hidden: str, records: Sequence[Record]) -> Problem:
    """That public records name a hidden one as the document they were taken from."""
    listed = "、".join(record.id for record in records[:SHOWN])
    more = f"等 {len(records)} 条" if len(records) > SHOWN else ""
    told = library.entries[hidden].record
    message = f"这件{told.kind}不公开，公开的记录却以它为来源：{listed}{more}"
    hint = "站点照样印出来源的名称：改写这些记录的“来源”，或把本件的“公开属性”改为主动公开、依申请公开"
    return Problem(Level.HINT, "DISC003", message, library.place(hidden), hint)


def is_kept_as_written(record: Record) -> bool:
    """Whether the words are those of a source, which nobody rewrites: a policy, a story copied as it is."""
    return isinstance(record, Policy) or getattr(record, "verbatim", YesNo.NO) is YesNo.YES


def printed_words(
    library: Library, record: Record, hidden: frozenset[str]
) -> Iterator[tuple[str, Place, str]]:
    """The words of a record that the site prints, bindings left out, each with its key and place."""
    source = library.source(record.id)
    data = {key: value for key, value in source.data.items() if key not in NOT_PRINTED}
    for path, text in words_in(data, (), hidden):
        yield str(path[0]), source.place(path), BINDING.sub("", text)
    for block in source.body:
        cells = (cell for row in block.rows for cell in row)
        place = Place(source.path, block.line)
        yield from ((BODY, place, BINDING.sub("", text)) for text in (block.text, *cells))


def words_in(value: Value, path: KeyPath, hidden: frozenset[str]) -> Iterator[tuple[KeyPath, str]]:
    """The texts below a value; a part that points at a hidden record goes with it, words and all."""
    match value:
        case str():
            if value not in hidden:
                yield path, value
        case list():
            for position, item in enumerate(value):
                yield from words_in(item, (*path, position), hidden)
        case dict():
            pointers = {item for item in value.values() if isinstance(item, str)}
            for key, item in value.items() if not path or hidden.isdisjoint(pointers) else ():
                yield from words_in(item, (*path, key), hidden)


def check_disclosure_line(library: Library, trees: Trees) -> Iterator[Problem]:
    """The 信息公开选项 stands above the 版记; without one it falls behind whatever the last page holds."""
    for document in library.every(IssuedDocument):
        tree = trees.documents.get(document.id)
        if tree is None or not tree.disclosure or tree.imprint is not None or not ends_with_a_text(tree):
            continue
        message = "有信息公开选项，没有版记：它会落在最后所附文件的版记旁边"
        hint = "写上“印发机关”“印发日期”（或“抄送”），本文的版记才排得出"
        yield Problem(Level.WARNING, "DISC002", message, library.place(document.id, "公开属性"), hint)


def ends_with_a_text(tree: OfficialDocument) -> bool:
    """Whether the last attachment is a whole document, which ends its page in a way of its own."""
    return bool(tree.attachments) and isinstance(tree.attachments[-1].content, OfficialDocument)


def records_behind(tree: OfficialDocument | Article) -> set[str]:
    """The 编号 of what a text binds, attaches and encloses."""
    if isinstance(tree, Article):
        facts = (tree.facts,) if tree.facts else ()
        return bound_in((*facts, *tree.body)) - {tree.id}
    found: set[str] = set()
    for inner in enclosed(tree):
        found |= {inner.id, *(attachment.record for attachment in inner.attachments)}
        found |= bound_in(blocks_of(inner))
    return found - {"", tree.id}


def bound_in(blocks: Iterable[Block]) -> set[str]:
    """The 编号 of the records whose figures some blocks print."""
    inlines = (inline for block in blocks for inline in inlines_of(block))
    return {inline.record for inline in inlines if isinstance(inline, Bound)}


def is_closed(library: Library, record_id: str) -> bool:
    """Whether a record is in the library and may not be published."""
    entry = library.entries.get(record_id)
    return entry is not None and not entry.record.publishable
