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
from generator.standard.overlay import COMMON, overlay_of
from generator.word import (
    TemplateKind,
    WordTemplate,
    is_as_made,
    kind_for,
    load_template,
    make_template,
    standard_template,
    template_problems,
    write_article,
    write_collection,
    write_document,
)

FOLDER = "templates"
TEMPLATE_SUFFIX = ".docx"
FOREIGN_SUFFIXES = (".doc", ".docm", ".dot", ".dotx", ".dotm", ".wps", ".wpt", ".odt", ".ott", ".rtf", ".ofd")
COMMON_STEM = Path(COMMON).stem


@dataclass(slots=True)
class Templates:
    """The templates of a library, each read once; the standard's own stands in for a missing one."""

    root: Path
    loaded: dict[str, WordTemplate] = field(default_factory=dict)

    def of(self, kind: TemplateKind, name: str | None = None) -> WordTemplate:
        """The template of a kind, or the one a document names.

        Raises:
            LibraryError: a named template is not there, a template breaks the contract, or the file with
                the customs of the office is faulty.
        """
        chosen = name or f"{kind.value}.docx"
        if chosen not in self.loaded:
            self.loaded[chosen] = self.load(kind, chosen, named=name is not None)
        return self.loaded[chosen]

    def load(self, kind: TemplateKind, name: str, *, named: bool) -> WordTemplate:
        """Read a template from templates/."""
        file = self.root / FOLDER / name
        if file.is_file():
            return load_template(file, f"{FOLDER}/{name}")
        if named:
            hint = "核对“模板”里的文件名，或去掉这一项，用标准模板"
            message, place = f"templates 里没有“{name}”", Place(f"{FOLDER}/{name}")
            raise LibraryError([Problem(Level.ERROR, "TMPL001", message, place, hint)])
        return standard_template(kind, overlay_of(file).custom)


@dataclass(frozen=True, slots=True)
class WordFile:
    """One Word file: the 编号 of its record, its bytes, and the 编号 of all records it came from."""

    id: str
    content: bytes
    records: tuple[str, ...]


def check_templates(root: Path) -> tuple[Problem, ...]:
    """What is to be said of the templates of a library and of the files that state the office's customs.

    Word's lock files (~$…) are no templates.
    """
    files = [file for file in sorted((root / FOLDER).glob("*"), key=Path.as_posix) if is_ours(file)]
    problems: list[Problem] = [*foreign_files(files), *overlays_alone(files)]
    outdated = tuple(map(told_outdated, outdated_templates(root)))
    for file in templates_among(root, files):
        name = f"{FOLDER}/{file.name}"
        try:
            found = template_problems(file, name)
        except LibraryError as error:
            found = error.problems
        same = name in {problem.place.path for problem in outdated}
        problems += [problem for problem in found if not same or problem.place.path != name]
    return tuple(dict.fromkeys((*problems, *outdated)))


def outdated_templates(root: Path) -> tuple[str, ...]:
    """Names of templates made before the customs of the office were changed, and never touched by anybody.

    They give documents in the old way, and everything that departs in them has this one cause.
    """
    named = ((f"{kind}{TEMPLATE_SUFFIX}", kind) for kind in TemplateKind)
    return tuple(name for name, kind in named if is_outdated(root / FOLDER / name, kind))


def is_outdated(file: Path, kind: TemplateKind) -> bool:
    """Whether a template is as we made it, under other customs than those that hold now."""
    try:
        content, custom = file.read_bytes(), overlay_of(file).custom
    except (OSError, LibraryError):
        return False
    return content != make_template(kind, custom) and is_as_made(content, kind)


def told_outdated(*names: str) -> Problem:
    """What is told of such templates, at the first of them."""
    message = f"“{'、'.join(names)}”是照改动前的习惯做的，印出来还是旧样子"
    hint = f"运行 gongwen new template，没有人改过的模板就照 {COMMON} 重做"
    return Problem(Level.WARNING, "TMPL012", message, Place(f"{FOLDER}/{names[0]}"), hint)


def outdated_together(root: Path) -> tuple[Problem, ...]:
    """All such templates in one message, for those who build."""
    names = outdated_templates(root)
    return (told_outdated(*names),) if names else ()


def templates_among(root: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """The templates in the folder, and those that the standard stands in for: its customs count too."""
    standing_in = (root / FOLDER / f"{kind}{TEMPLATE_SUFFIX}" for kind in TemplateKind)
    return tuple(dict.fromkeys((*(file for file in files if file.suffix == TEMPLATE_SUFFIX), *standing_in)))


def is_ours(file: Path) -> bool:
    """Whether somebody put the file there: no lock file of Word, nothing hidden."""
    return file.is_file() and not file.name.startswith(("~$", "."))


def foreign_files(files: Iterable[Path]) -> Iterator[Problem]:
    """Files of other writing programs, which nobody would miss until a document came out wrong."""
    for file in files:
        if file.suffix.lower() in FOREIGN_SUFFIXES:
            message = f"“{file.name}”不是 .docx，不会当模板用"
            hint = "用 Word 或 WPS 打开，另存为 .docx，不带宏、不设密码"
            yield Problem(Level.WARNING, "TMPL002", message, Place(f"{FOLDER}/{file.name}"), hint)


def overlays_alone(files: Iterable[Path]) -> Iterator[Problem]:
    """Files of customs that no template takes up, most likely for a slip in their names."""
    stems = {file.stem for file in files if file.suffix == TEMPLATE_SUFFIX} | {COMMON_STEM, *TemplateKind}
    for file in files:
        if file.suffix in (".yaml", ".yml") and (file.stem not in stems or file.suffix == ".yml"):
            message = f"“{file.name}”没有对应的模板，里面的习惯不起作用"
            hint = f"取与模板相同的名（文件.docx 旁边是 文件.yaml），或并入 {COMMON}"
            yield Problem(Level.WARNING, "TMPL003", message, Place(f"{FOLDER}/{file.name}"), hint)


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
            template = templates.of(kind_for(tree.format), record.template if record else None)
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
