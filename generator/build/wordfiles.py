"""Word files from trees: which template each takes, and which records each came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.compose.trees import Tree, Trees
from generator.document import (
    Article,
    Block,
    Bound,
    Collection,
    OfficialDocument,
    blocks_of,
    enclosed,
    inlines_of,
)
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


def template_problems(root: Path) -> tuple[Problem, ...]:
    """What is wrong with the templates of a library; Word's lock files (~$…) are none."""
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.docx"), key=Path.as_posix):
        if not file.name.startswith(("~$", ".")):
            try:
                load_template(file)
            except LibraryError as error:
                problems += error.problems
    return tuple(problems)


def word_files(library: Library, trees: Trees, templates: Templates) -> Iterator[WordFile]:
    """The Word files of everything that can be printed, one by one.

    What the pen or a template refuses is told to `trees`, and the others are written all the same.

    Args:
        library: where documents say which template they want.
        trees: what was composed.
        templates: the library's templates.
    """
    for record_id, tree in trees.printed.items():
        if record_id in trees.faulty:
            continue
        try:
            yield word_file(library, record_id, tree, templates)
        except LibraryError as error:
            trees.tell(record_id, error.problems)


def word_file(library: Library, record_id: str, tree: Tree, templates: Templates) -> WordFile:
    """One Word file.

    Raises:
        LibraryError: the pen or the template refuses.
    """
    match tree:
        case OfficialDocument():
            record = library.find(record_id, IssuedDocument)
            template = templates.of(TemplateKind.DOCUMENT, record.template if record else None)
            return WordFile(record_id, write_document(tree, template), records_of_document(tree))
        case Collection():
            template = templates.of(TemplateKind.COLLECTION)
            return WordFile(record_id, write_collection(tree, template), records_of_collection(tree))
        case Article():
            content = write_article(tree, templates.of(TemplateKind.COLLECTION))
            return WordFile(record_id, content, (record_id,))


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
