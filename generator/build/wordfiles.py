"""Word files from trees: which template each takes, and which records each came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.build.composing import Trees
from generator.document import Block, Bound, Collection, OfficialDocument, blocks_of, enclosed, inlines_of
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.problems import Level, LibraryError, Place, Problem
from generator.word import (
    TemplateKind,
    WordTemplate,
    load_template,
    standard_template,
    write_article,
    write_collection,
    write_document,
)

T = TypeVar("T")
FOLDER = "templates"


@dataclass(slots=True)
class Templates:
    """The templates of a library, each read once; the standard's own stands in for a missing one."""

    root: Path
    loaded: dict[str, WordTemplate] = field(default_factory=dict)

    def of(self, kind: TemplateKind, name: str | None = None) -> WordTemplate:
        """The template of a kind, or the one a document names.

        Raises:
            LibraryError: a named template is not there, or a template breaks the contract.
        """
        chosen = name or f"{kind.value}.docx"
        if chosen not in self.loaded:
            self.loaded[chosen] = self.load(kind, chosen, named=name is not None)
        return self.loaded[chosen]

    def load(self, kind: TemplateKind, name: str, *, named: bool) -> WordTemplate:
        """Read a template from templates/."""
        file = self.root / FOLDER / name
        if file.is_file():
            return load_template(file)
        if named:
            hint = "核对“模板”里的文件名，或去掉这一项，用标准模板"
            message, place = f"templates 里没有“{name}”", Place(f"{FOLDER}/{name}")
            raise LibraryError([Problem(Level.ERROR, "TMPL001", message, place, hint)])
        return standard_template(kind)


@dataclass(frozen=True, slots=True)
class WordFile:
    """One Word file: the 编号 of its record, its bytes, and the 编号 of all records it came from."""

    id: str
    content: bytes
    records: tuple[str, ...]


def named_templates(library: Library) -> dict[str, str]:
    """The template that a document asks for, by the 编号 of the document."""
    return {record.id: record.template for record in library.every(IssuedDocument) if record.template}


def template_problems(root: Path) -> tuple[Problem, ...]:
    """What is wrong with the templates of a library."""
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.docx")):
        try:
            load_template(file)
        except LibraryError as error:
            problems += error.problems
    return tuple(problems)


def word_files(trees: Trees, templates: Templates, chosen: Mapping[str, str]) -> Iterator[WordFile]:
    """The Word files of everything that was composed without fault, one by one.

    Args:
        trees: documents, collections and cases.
        templates: the library's templates.
        chosen: the template that a document asks for, by 编号.

    Raises:
        LibraryError: a tree or a template that the pen refuses.
    """
    for record_id, document in sound(trees, trees.documents):
        content = write_document(document, templates.of(TemplateKind.DOCUMENT, chosen.get(record_id)))
        yield WordFile(record_id, content, records_of_document(document))
    for record_id, collection in sound(trees, trees.collections):
        content = write_collection(collection, templates.of(TemplateKind.COLLECTION))
        yield WordFile(record_id, content, records_of_collection(collection))
    for record_id, article in sound(trees, trees.articles):
        content = write_article(article, templates.of(TemplateKind.COLLECTION))
        yield WordFile(record_id, content, (record_id,))


def sound(trees: Trees, shelf: Mapping[str, T]) -> Iterator[tuple[str, T]]:
    """The trees whose figures are all filled in."""
    return ((record_id, tree) for record_id, tree in shelf.items() if record_id not in trees.faulty)


def records_of_document(document: OfficialDocument) -> tuple[str, ...]:
    """The document, what it encloses and attaches, and the records that its figures come from."""
    found = [document.id]
    for inner in enclosed(document):
        found += [inner.id, *(attachment.record for attachment in inner.attachments)]
        found += records_bound_in(blocks_of(inner))
    return tuple(sorted({record for record in found if record}))


def records_of_collection(collection: Collection) -> tuple[str, ...]:
    """The collection, its cases, and the records that the figures of its preface come from."""
    articles = [article.id for chapter in collection.chapters for article in chapter.articles]
    found = [collection.id, *articles, *records_bound_in(collection.preface)]
    return tuple(sorted({record for record in found if record}))


def records_bound_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The 编号 behind the figures of some blocks."""
    return (item.record for block in blocks for item in inlines_of(block) if isinstance(item, Bound))
