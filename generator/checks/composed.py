"""What the document checks look at: everything of a library as trees, composed once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose import Trees as Composed
from generator.compose import compose_all as compose_library
from generator.document import Block, Blocks
from generator.library import Library

__all__ = ["Composed", "compose_library", "own_bodies"]


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
