"""What the document checks look at: everything of a library as trees, composed once.

`build` composes for its own purposes and hands the trees over; `gongwen check` lets
`compose_library` make them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.compose import (
    Composer,
    compose_case,
    compose_collection,
    compose_document,
    compose_policy,
    compose_practice,
)
from generator.document import Article, Block, Blocks, Collection, OfficialDocument
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Composed:
    """The trees of a library by 编号, and the problems that composing met.

    Attributes:
        documents: 公文 that the bureau issues.
        collections: 汇编.
        articles: 案例 and 地区实践.
        policies: 政策 of the library, stubs included.
        problems: what composing reported, bindings that do not resolve among it.
    """

    documents: Mapping[str, OfficialDocument] = field(default_factory=dict)
    collections: Mapping[str, Collection] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    policies: Mapping[str, OfficialDocument] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def compose_library(library: Library) -> Composed:
    """Compose every record that makes a tree, for print."""
    composer = Composer(library)
    cases = {case.id: compose_case(composer, case) for case in library.every(Case)}
    practices = {item.id: compose_practice(composer, item) for item in library.every(Practice)}
    return Composed(
        documents={item.id: compose_document(composer, item) for item in library.every(IssuedDocument)},
        collections={item.id: compose_collection(composer, item) for item in library.every(CollectionRecord)},
        articles={**cases, **practices},
        policies={policy.id: compose_policy(composer, policy) for policy in library.every(Policy)},
        problems=tuple(dict.fromkeys(composer.problems)),
    )


def own_bodies(library: Library, composed: Composed) -> Iterator[tuple[str, Blocks]]:
    """What the bureau itself wrote, by 编号: bodies of documents and prefaces of collections.

    A body that comes from the 底本 stands in another file and is left out: it is a source.
    """
    bodies = {record_id: tree.body for record_id, tree in composed.documents.items()}
    prefaces = {record_id: tree.preface for record_id, tree in composed.collections.items()}
    for record_id, blocks in {**bodies, **prefaces}.items():
        path = library.source(record_id).path
        yield record_id, tuple(block for block in blocks if stands_in(block, path))


def stands_in(block: Block, path: str) -> bool:
    """Whether a block was written in the file at `path`."""
    return block.origin is not None and block.origin.path == path
