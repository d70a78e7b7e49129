"""Bindings that do not resolve: what composing met, and braces that nobody filled.

Codes of composing pass through (BIND001, BIND002, REF002, COLL001).  BIND003 is ours: a binding
printed as it was written, because the text around it was never bound.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose import Trees
from generator.compose.binding import STRAY
from generator.document import Article, Block, Collection, blocks_of, inlines_of
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.fields import YesNo
from generator.problems import Level, Place, Problem

TOLD_ELSEWHERE = ("REF001",)
"""Records that are not there: `check_references` and `check_attachments` say it at the reference itself."""


def check_bindings(library: Library, trees: Trees) -> Iterator[Problem]:
    """The problems of composing, each once, and bindings left in the printed text."""
    met = tuple(problem for problem in trees.problems if problem.code not in TOLD_ELSEWHERE)
    yield from dict.fromkeys(met)
    told = {problem.place for problem in met}
    copied = copied_files(library)
    for record_id, blocks in printed_blocks(trees):
        for block in blocks:
            place = block.origin or library.place(record_id)
            if place not in told and place.path not in copied:
                yield from left_open(block, place)


def copied_files(library: Library) -> frozenset[str]:
    """The files of stories that are copied word for word (章节照录): braces in them are the source's own."""
    stories: tuple[Case | Practice, ...] = (*library.every(Case), *library.every(Practice))
    return frozenset(library.source(story.id).path for story in stories if story.verbatim is YesNo.YES)


def printed_blocks(trees: Trees) -> Iterator[tuple[str, Iterator[Block]]]:
    """Everything that is printed, by the record that it is printed for."""
    for record_id, document in trees.documents.items():
        yield record_id, blocks_of(document)
    for record_id, article in trees.articles.items():
        yield record_id, article_blocks(article)
    for record_id, collection in trees.collections.items():
        yield record_id, collection_blocks(collection)


def article_blocks(article: Article) -> Iterator[Block]:
    """The facts and the story."""
    if article.facts:
        yield article.facts
    yield from article.body


def collection_blocks(collection: Collection) -> Iterator[Block]:
    """Preface and appendices; the articles are looked at under their own records."""
    yield from collection.preface
    for appendix in collection.appendices:
        yield from appendix.body


def left_open(block: Block, place: Place) -> Iterator[Problem]:
    """Words of a block that still hold a binding."""
    for inline in inlines_of(block):
        stray = STRAY.search(inline.text)
        if stray:
            shown = inline.text[stray.start() : stray.start() + 24]
            message = f"印出的文字里还有没填的绑定“{shown}…”"
            hint = "绑定只能写在正文、章节和摘要里；核对写法 {{ 路径 }}"
            yield Problem(Level.ERROR, "BIND003", message, place, hint)
            return
