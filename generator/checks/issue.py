"""One document that the bureau issues, as the checks of its 文种 look at it: record, tree, own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.own_bodies import own_bodies
from generator.compose import Audience, Trees
from generator.compose.effective import original_of
from generator.compose.facts import Facts, facts_of
from generator.document import Block, Blocks, Heading, OfficialDocument, Paragraph, Table, inlines_of
from generator.hanzi.bodies import split_bodies
from generator.library import Library
from generator.models.issued import Direction, IssuedDocument
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Issue:
    """A document, its tree, the facts that hold, and the blocks that were written for it."""

    library: Library
    document: IssuedDocument
    tree: OfficialDocument
    facts: Facts
    body: Blocks

    def place(self, *path: str | int) -> Place:
        """Where a value of the document stands; a key that was left out points at the head."""
        return self.library.place(self.document.id, *path)

    @property
    def upward(self) -> bool:
        """Whether it goes up."""
        return self.document.direction is Direction.UP

    @property
    def addressees(self) -> tuple[str, ...]:
        """主送 one by one."""
        return tuple(name for line in self.facts.addressees for name in split_bodies(line))

    @property
    def copies(self) -> tuple[str, ...]:
        """抄送 one by one."""
        return tuple(name for line in self.facts.copies_to for name in split_bodies(line))

    @property
    def closing(self) -> tuple[str, Place]:
        """The last words of the text, and where they stand."""
        last = next((block for block in reversed(self.body) if not isinstance(block, Table)), None)
        if not isinstance(last, Heading | Paragraph):
            return "", self.place()
        return last.text, last.origin or self.place()


def issues(library: Library, trees: Trees) -> Iterator[Issue]:
    """Every document that was composed."""
    bodies = dict(own_bodies(library, trees))
    for document in library.every(IssuedDocument):
        tree = trees.documents.get(document.id)
        if tree is not None:
            facts = facts_of(document, original_of(library, document), Audience.PRINT)
            yield Issue(library, document, tree, facts, bodies[document.id])


def words_of(block: Block) -> str:
    """The words of a block, labels of headings aside."""
    return "".join(inline.text for inline in inlines_of(block))
