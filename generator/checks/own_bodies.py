"""What the bureau itself wrote, apart from the sources that its documents carry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose import Trees
from generator.document import Block, Blocks
from generator.library import Library


def own_bodies(library: Library, trees: Trees) -> Iterator[tuple[str, Blocks]]:
    """What the bureau itself wrote, by 编号: bodies of documents and prefaces of collections.

    A body that comes from the 底本 stands in another file and is left out: it is a source.
    """
    bodies = {record_id: tree.body for record_id, tree in trees.documents.items()}
    prefaces = {record_id: tree.preface for record_id, tree in trees.collections.items()}
    for record_id, blocks in {**bodies, **prefaces}.items():
        path = library.source(record_id).path
        yield record_id, tuple(block for block in blocks if stands_in(block, path))


def stands_in(block: Block, path: str) -> bool:
    """Whether a block was written in the file at `path`."""
    return block.origin is not None and block.origin.path == path
