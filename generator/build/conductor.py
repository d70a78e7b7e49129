"""The river from records to outputs, in the order in which a reader would do it by hand.

A record that cannot be read stops the build before anything is written: a library with a hole
is worse than yesterday's.  A check that finds an 错误 does not stop it, but is told, and the
command ends with 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.build.composing import Trees, compose_all, compose_chosen
from generator.build.manifest import Manifest, Output, read_manifest, sha256_of, write_manifest
from generator.build.staging import place_file, remove_stale, replace_folder, workshop
from generator.build.wordfiles import Templates, WordFile, named_templates, template_problems, word_files
from generator.checks import Composed, check_library
from generator.library import Library, load_library
from generator.models.schema import write_schemas
from generator.pages import WrittenPage, audience_of, build_site, public_view, write_pages
from generator.problems import Level, LibraryError, Place, Problem, has_errors, in_order
from generator.search import build_index

Report = Callable[[str, int, int], None]
"""Told the step's name, how much is done, and of how much."""
BUILD = "build"
WORD, SITE, PAGES, INDEX, SCHEMA = "word", "site", "pages", "index", "schema"
DOWNLOADS = "downloads"
"""In the workshop: Word files that differ from those in word/ because the site shows less."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What was found and made; `left_out` are the 编号 whose figures could not be filled in."""

    problems: tuple[Problem, ...]
    manifest: Manifest = field(default_factory=Manifest)
    left_out: tuple[str, ...] = ()

    def under(self, folder: str) -> tuple[Output, ...]:
        """The outputs of one folder."""
        return tuple(
            output for path, output in self.manifest.outputs.items() if path.startswith(f"{folder}/")
        )


def silent(_step: str, _done: int, _total: int) -> None:
    """A report that nobody reads."""


def ignore(*_: int) -> None:
    """Progress that nobody follows."""


def load(root: Path, report: Report) -> tuple[Library, tuple[Problem, ...]]:
    """Read the library.

    Raises:
        LibraryError: a record could not be read.
    """
    library, problems = load_library(root, step(report, "读取记录"))
    if has_errors(problems):
        raise LibraryError(problems)
    return library, problems


def step(report: Report, name: str) -> Callable[[int, int], None]:
    """A report for one step."""
    return lambda done, total: report(name, done, total)


def check(root: Path, paths: tuple[Path, ...] = (), report: Report = silent) -> tuple[Problem, ...]:
    """Problems of records, documents and templates, those of reading included; writes nothing.

    Args:
        root: the library folder.
        paths: files or folders to be told about; everything if none are named.
        report: told of progress.

    Raises:
        LibraryError: a path is not there, or is no part of the library.
    """
    refuse_strange(root, paths)
    return concerning(root, paths, everything(root, report))


def refuse_strange(root: Path, paths: tuple[Path, ...]) -> None:
    """A path outside the library would be silently without problems."""
    problems = []
    for path in paths:
        if not path.exists():
            problems.append(Problem(Level.ERROR, "LIB001", f"没有“{path}”", Place(str(path)), "检查路径"))
        elif not path.resolve().is_relative_to(root.resolve()):
            hint = "只能核对资料库里的记录和模板；用 --root 指明资料库"
            problems.append(Problem(Level.ERROR, "LIB004", f"“{path}”不在资料库里", Place(str(path)), hint))
    if problems:
        raise LibraryError(problems)


def concerning(root: Path, paths: tuple[Path, ...], problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems of some files and folders."""
    if not paths:
        return problems
    wanted = [path.resolve() for path in paths]
    places = ((problem, (root / problem.place.path).resolve()) for problem in problems)
    return tuple(problem for problem, file in places if any(file.is_relative_to(path) for path in wanted))


def everything(root: Path, report: Report) -> tuple[Problem, ...]:
    """Every problem of a library."""
    library, problems = load_library(root, step(report, "读取记录"))
    if not library.entries:
        return problems
    trees = compose_all(library, step(report, "排文"))
    report("核对", 0, 1)
    found = in_order({*problems, *checked(library, trees), *template_problems(root)})
    report("核对", 1, 1)
    return found


def checked(library: Library, trees: Trees) -> tuple[Problem, ...]:
    """What the checkers find in the records and in what was composed from them."""
    problems = tuple(trees.problems)
    composed = Composed(trees.documents, trees.collections, trees.articles, trees.policies, problems)
    return check_library(library, composed)


def write(root: Path, ids: tuple[str, ...], out: Path | None, report: Report = silent) -> BuildResult:
    """Write the Word files of some records only.

    Args:
        root: the library folder.
        ids: 编号 of documents, collections, cases, practices or policies.
        out: a folder for the Word files, which then has a manifest of its own; build/word if None.
        report: told of progress.

    Raises:
        LibraryError: a record cannot be read or is not there, or a file cannot be written.
    """
    library, problems = load(root, report)
    trees = compose_chosen(library, ids)
    printed = replace(trees, documents={**trees.documents, **trees.policies})
    home, folder = (out, "") if out else (root / BUILD, f"{WORD}/")
    last = read_manifest(home)
    with workshop(home) as made:
        contents = word_files(printed, Templates(root), named_templates(library))
        words = stage_words(contents, made, lambda done: report("写 Word", done, len(ids)))
        placed, kept = place_words(words, home, folder, last)
    written = {output.path: output for output in placed}
    left = {output.path: output for output in kept}
    write_manifest(Manifest(last.dated, {**last.outputs, **written}, {**last.kept, **left}), home)
    found = in_order({*problems, *trees.problems})
    return BuildResult(found, Manifest(last.dated, written, left), tuple(sorted(trees.faulty)))


def build(root: Path, out: Path, dated: date, report: Report = silent) -> BuildResult:
    """Check everything and write Word files, site, index and manifest.

    Args:
        root: the library folder.
        out: the output folder.
        dated: the day that the outputs bear; the same day and records give the same bytes.
        report: told of progress.

    Raises:
        LibraryError: a record cannot be read, or an output cannot be put into place.
    """
    library, reading = load(root, report)
    trees = compose_all(library, step(report, "排文"))
    report("核对", 0, 1)
    problems = in_order({*reading, *checked(library, trees)})
    report("核对", 1, 1)
    with workshop(out) as made:
        manifest, warnings = make_outputs(library, trees, Outputs(root, out, made, dated), report)
    write_manifest(manifest, out)
    return BuildResult(in_order((*problems, *warnings)), manifest, tuple(sorted(trees.faulty)))


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where things are read, made and put, and the day that they bear."""

    root: Path
    out: Path
    made: Path
    dated: date


def make_outputs(
    library: Library, trees: Trees, places: Outputs, report: Report
) -> tuple[Manifest, tuple[Problem, ...]]:
    """Make everything in the workshop, then put it into place whole; with what the site's renderer said."""
    made, out = places.made, places.out
    contents = word_files(trees, Templates(places.root), named_templates(library))
    words = stage_words(contents, made / WORD, lambda done: report("写 Word", done, trees.count))
    pages, warnings = make_site(library, trees, places, words, report)
    build_index(public_view(library), made / INDEX, progress=step(report, "建立索引"))
    write_schemas(made / SCHEMA)
    report("清点", 0, 1)
    last = read_manifest(out)
    folders = tuple(folder_outputs(made, {page.path: page.records for page in pages}))
    for name in (PAGES, SITE, INDEX, SCHEMA):
        replace_folder(made / name, out / name)
    placed, kept = place_words(words, out, f"{WORD}/", last)
    outputs = {output.path: output for output in (*placed, *folders)}
    manifest = Manifest(places.dated.isoformat(), outputs, {output.path: output for output in kept})
    remove_stale(out, last, manifest)
    report("清点", 1, 1)
    return manifest, warnings


@dataclass(frozen=True, slots=True)
class Staged:
    """A Word file in the workshop."""

    file: Path
    records: tuple[str, ...]


def stage_words(
    files: Iterator[WordFile], folder: Path, report: Callable[[int], None] = ignore
) -> dict[str, Staged]:
    """Write Word files into the workshop one at a time, by 编号."""
    folder.mkdir(parents=True, exist_ok=True)
    staged: dict[str, Staged] = {}
    for word in files:
        file = folder / f"{word.id}.docx"
        file.write_bytes(word.content)
        staged[word.id] = Staged(file, word.records)
        report(len(staged))
    return staged


def place_words(
    words: Mapping[str, Staged], home: Path, folder: str, last: Manifest
) -> tuple[list[Output], list[Output]]:
    """Move the Word files into place: what was written, and edited files that were left alone."""
    placed, kept = [], []
    for word in words.values():
        output, edited = place_file(word.file, home, f"{folder}{word.file.name}", last, word.records)
        placed.append(output)
        kept += [edited] if edited else []
    return placed, kept


def make_site(
    library: Library, trees: Trees, places: Outputs, words: Mapping[str, Staged], report: Report
) -> tuple[tuple[WrittenPage, ...], tuple[Problem, ...]]:
    """Write the pages and turn them into the site, with the Word files that it offers."""
    pages = write_pages(
        library,
        places.made / PAGES,
        dated=places.dated,
        audience=audience_of(places.root),
        downloads=downloads_of(library, trees, places, words),
        progress=step(report, "写网页"),
    )
    report("生成站点", 0, 1)
    warnings = build_site(places.root, places.made / PAGES, places.made / SITE, dated=places.dated)
    report("生成站点", 1, 1)
    return pages, warnings


def downloads_of(
    library: Library, trees: Trees, places: Outputs, words: Mapping[str, Staged]
) -> dict[str, Path]:
    """The Word files for the site: composed from what may be published, without personal data.

    Most records say the same to everybody; their file in word/ serves again.
    """
    public = compose_all(public_view(library), ignore, audience_of(places.root))
    same = {name: words[name].file for name in words if public.tree(name) == trees.tree(name)}
    others = public.without(same)
    staged = stage_words(
        word_files(others, Templates(places.root), named_templates(library)), places.made / DOWNLOADS
    )
    return {**same, **{name: word.file for name, word in staged.items()}}


def folder_outputs(made: Path, records: Mapping[str, tuple[str, ...]]) -> Iterator[Output]:
    """Every file of the folders that are replaced whole, with the records of those that are pages."""
    for name in (PAGES, SITE, INDEX, SCHEMA):
        for file in sorted((made / name).rglob("*")):
            if file.is_file():
                path = file.relative_to(made / name).as_posix()
                source = f"{path.removesuffix('.html')}.md" if name == SITE else path
                yield Output(f"{name}/{path}", sha256_of(file), records.get(source, records.get(path, ())))
