"""Composing a whole library: the trees by 编号, each with the problems met on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from generator.compose.audience import Audience
from generator.compose.case import compose_case, compose_practice
from generator.compose.collection import compose_collection
from generator.compose.composer import Composer
from generator.compose.documents import compose_document
from generator.compose.official import compose_policy
from generator.document import Article, Collection, OfficialDocument
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy, TextState
from generator.models.record import Record
from generator.problems import Level, LibraryError, Place, Problem, has_errors

Progress = Callable[[int, int], None]
Tree = OfficialDocument | Collection | Article


@dataclass(slots=True)
class Trees:
    """What was composed for one audience.

    Attributes:
        documents: 公文 that the bureau issues.
        collections: 汇编.
        articles: 案例 and 地区实践.
        policies: 政策 of the library, stubs included.
        problems: what composing met, each once.
        faulty: 编号 of the records that cannot be printed as they are.
        known: the problems once more, to find them by.
    """

    audience: Audience = Audience.PRINT
    documents: dict[str, OfficialDocument] = field(default_factory=dict)
    collections: dict[str, Collection] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    policies: dict[str, OfficialDocument] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    known: set[Problem] = field(default_factory=set, repr=False, compare=False)

    @property
    def printed(self) -> dict[str, Tree]:
        """The trees that become Word files without being asked for: all but the policies."""
        return {**self.documents, **self.collections, **self.articles}

    def printed_tree(self, record_id: str) -> Tree | None:
        """One of the trees that become Word files."""
        shelves: tuple[Mapping[str, Tree], ...] = (self.documents, self.collections, self.articles)
        return next((shelf[record_id] for shelf in shelves if record_id in shelf), None)

    def give_up(self) -> None:
        """Forget what was composed, for its memory; what was told of it stays."""
        for shelf in (self.documents, self.collections, self.articles, self.policies):
            shelf.clear()

    def tell(self, record_id: str, problems: tuple[Problem, ...]) -> None:
        """Note problems of one record; an 错误 keeps it from being printed."""
        self.known.update(self.problems[len(self.known) :])
        self.problems += [problem for problem in dict.fromkeys(problems) if problem not in self.known]
        if has_errors(problems):
            self.faulty.add(record_id)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record that has a tree: how it is composed, and on which shelf it stands."""

    model: type[Record]
    compose: Callable[[Composer, Any], Tree]
    shelf: str


KINDS = (
    Kind(IssuedDocument, compose_document, "documents"),
    Kind(CollectionRecord, compose_collection, "collections"),
    Kind(Case, compose_case, "articles"),
    Kind(Practice, compose_practice, "articles"),
    Kind(Policy, compose_policy, "policies"),
)


def compose_all(
    library: Library, progress: Progress | None = None, audience: Audience = Audience.PRINT
) -> Trees:
    """Everything of the library that makes a tree, for one audience."""
    trees = Trees(audience)
    wanted = [(record, kind) for kind in KINDS for record in library.every(kind.model)]
    for number, (record, kind) in enumerate(wanted, start=1):
        compose_one(library, trees, record, kind)
        if progress:
            progress(number, len(wanted))
    return trees


def composed_each(library: Library, audience: Audience) -> Iterator[Trees]:
    """Every record that a Word file is offered of, each in trees of its own: a policy where its text is held.

    Nothing is kept from one record to the next, however large the library is.
    """
    for kind in KINDS:
        for record in library.every(kind.model):
            if isinstance(record, Policy) and not holds_text(library, record):
                continue
            trees = Trees(audience)
            compose_one(library, trees, record, kind)
            yield trees


def holds_text(library: Library, policy: Policy) -> bool:
    """Whether the library holds more of a policy than its title."""
    return policy.text_state is not TextState.STUB and bool(library.source(policy.id).body)


def compose_chosen(library: Library, ids: tuple[str, ...]) -> Trees:
    """Some records, for print.

    Raises:
        LibraryError: a 编号 is not in the library, or its record is not one that is printed.
    """
    trees = Trees()
    problems = []
    for record_id in ids:
        entry = library.entries.get(record_id)
        kind = next((kind for kind in KINDS if entry and isinstance(entry.record, kind.model)), None)
        if entry is None or kind is None:
            problems.append(not_printable(library, record_id))
        else:
            compose_one(library, trees, entry.record, kind)
    if problems:
        raise LibraryError(problems)
    return trees


def not_printable(library: Library, record_id: str) -> Problem:
    """A 编号 that no Word file can be made from."""
    if record_id in library:
        kind = library.entries[record_id].record.kind
        message, hint = f"“{record_id}”是{kind}，不单独成文", "可写公文、汇编、案例、地区实践、政策的编号"
        return Problem(Level.ERROR, "WRITE001", message, library.place(record_id), hint)
    near = get_close_matches(record_id, library.entries, n=1, cutoff=0.4)
    hint = f"是不是“{near[0]}”？" if near else "核对编号"
    return Problem(Level.ERROR, "WRITE001", f"库里没有“{record_id}”", Place(library.root.as_posix()), hint)


def compose_one(library: Library, trees: Trees, record: Record, kind: Kind) -> None:
    """Compose one record with a composer of its own, so that faults are known by record."""
    composer = Composer(library, trees.audience)
    getattr(trees, kind.shelf)[record.id] = kind.compose(composer, record)
    trees.tell(record.id, tuple(composer.problems))
