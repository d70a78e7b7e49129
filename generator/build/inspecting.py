"""Word documents of any origin, inspected where they lie: in the library, outside it, without any library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path

from generator.build.places import DOCX
from generator.build.proofreading import proofread
from generator.build.word_citations import CitedLibrary
from generator.document import DocumentFormat
from generator.inspection import inspect
from generator.inspection.inspecting import judged, recognised_file
from generator.inspection.mending import may_mend, mend
from generator.inspection.report import Outcome, as_page
from generator.library import FOLDERS
from generator.problems import Level, LibraryError, Place, Problem, io_reason
from generator.recognition.reading.opening import read_source
from generator.standard import LocalCustom, TemplateKind
from generator.standard.overlay import overlay_of
from generator.word import kind_for

SUFFIXES = (DOCX, ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf")
"""Files that somebody means as a Word document; what cannot be read gets a message."""
TEMPLATES = "templates"
OWNER = "~$"
"""Word's own note beside a file that somebody has open."""
MENDED = "-改"
COPY = re.compile(rf"{MENDED}\d*$")
UNWRITABLE, BROKEN_OFF = "DOCX014", "DOCX015"


@dataclass(frozen=True, slots=True)
class Inspected:
    """The files that were inspected, and what was wrong with those that could not be."""

    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()

    def fails(self, *, strict: bool) -> bool:
        """Whether a file could not be read, or what is left in one breaks what the standard prescribes."""
        broken = any(outcome.latest.fails(strict=strict) for outcome in self.outcomes)
        return broken or any(problem.level is Level.ERROR for problem in self.problems)


def split_paths(root: Path, paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Word documents to inspect, and paths that the library answers for: records, its folders, its templates.

    Any other folder stands for the Word documents that lie in it.
    """
    named = [file for path in paths for file in files_meant(root, path)]
    documents = tuple(path for path in named if is_document(root, path))
    return documents, tuple(path for path in named if path not in documents)


def files_meant(root: Path, path: Path) -> tuple[Path, ...]:
    """The Word documents of a folder that is no part of the library; else the path itself."""
    if not path.is_dir() or is_of_library(root, path):
        return (path,)
    found = (file for file in path.iterdir() if is_document(root, file) and not file.name.startswith(OWNER))
    return tuple(sorted(found, key=Path.as_posix)) or (path,)


def is_of_library(root: Path, folder: Path) -> bool:
    """Whether a folder is the library, or holds its records or templates."""
    parts = [(root / name).resolve() for name in (*FOLDERS, TEMPLATES) if (root / name).is_dir()]
    place = folder.resolve()
    return bool(parts) and (place == root.resolve() or any(place.is_relative_to(part) for part in parts))


def is_document(root: Path, path: Path) -> bool:
    """Whether a path names a Word document that is no template of the library."""
    if path.suffix.lower() not in SUFFIXES or path.is_dir():
        return False
    is_template = path.suffix.lower() == DOCX and path.resolve().parent == (root / TEMPLATES).resolve()
    return not is_template


def inspect_files(
    root: Path, paths: Iterable[Path], report: Callable[[str, int, int], None], *, fix: bool = False
) -> Inspected:
    """Inspect Word documents, one after the other; one that cannot be read does not stop the others.

    Args:
        root: The library whose customs count; it need not be one.
        paths: The files.
        report: Told of progress.
        fix: Whether to write a mended copy beside each.
    """
    files, customs, library = tuple(paths), Customs(root / TEMPLATES), CitedLibrary(root)
    outcomes: list[Outcome] = []
    problems: list[Problem] = []
    for index, file in enumerate(files):
        report("核对 Word 文件", index, len(files))
        outcome, faults = inspect_file(file, customs, library, fix=fix)
        outcomes += [outcome] if outcome else []
        problems += faults
    report("核对 Word 文件", len(files), len(files))
    return Inspected(tuple(outcomes), (*customs.problems, *problems))


@dataclass(slots=True)
class Customs:
    """What the office does in its own way, by the kind of document, as its templates have it."""

    folder: Path
    """The templates of the library."""
    read: dict[TemplateKind, LocalCustom] = field(default_factory=dict)
    problems: dict[Problem, None] = field(default_factory=dict)
    """What is wrong with the files that say so, each once though a file may speak of several kinds."""

    def of(self, document_format: DocumentFormat | None) -> LocalCustom:
        """The custom for a document of that format; what is no 公文 follows the collections."""
        kind = kind_for(document_format) if document_format else TemplateKind.COLLECTION
        if kind not in self.read:
            self.read[kind] = self.load(kind)
        return self.read[kind]

    def load(self, kind: TemplateKind) -> LocalCustom:
        """The choices beside the template of a kind; the usual ones where they are faulty."""
        try:
            return overlay_of(self.folder / f"{kind.value}{DOCX}").custom
        except LibraryError as error:
            self.problems |= dict.fromkeys(error.problems)
            return LocalCustom()


def inspect_file(
    file: Path, customs: Customs, library: CitedLibrary, *, fix: bool
) -> tuple[Outcome | None, list[Problem]]:
    """Inspect a file, and mend a copy of it where that is asked for; what could not be done is told."""
    name, outcome = file.as_posix(), None
    if file.name.startswith(OWNER):
        return None, [owners_note(file)]
    try:
        content = read_source(file, name)
        recognised = recognised_file(content, name)
        custom = customs.of(recognised.parts[0].format if recognised.parts else None)
        outcome = Outcome(judged(recognised, custom))
        finished = mend_file if fix else with_promises
        outcome = finished(file, content, outcome, custom)
        said = [*proofread(recognised, library, name)]
    except LibraryError as error:
        return outcome, [*error.problems]
    except Exception as error:  # noqa: BLE001 whatever goes wrong with one file, the others have their turn
        return outcome, [broken_off(file, error)]
    return outcome, said


def with_promises(_: Path, content: bytes, outcome: Outcome, custom: LocalCustom) -> Outcome:
    """An outcome that knows what mending would change; a file that must not be mended has no changes."""
    if not may_mend(outcome.inspection.findings):
        return outcome
    try:
        return replace(outcome, changes=mend(content, custom, outcome.inspection.name).changes)
    except LibraryError:
        return outcome


def owners_note(file: Path) -> Problem:
    """What Word lays beside an open file is no document."""
    message = f"“{file.as_posix()}”是 Word 打开文件时的临时文件，没有核对"
    hint = f"要核对的是 {file.name.removeprefix(OWNER)} 一类的原文件；关上 Word，临时文件会自己消失"
    return Problem(Level.HINT, "DOCX016", message, Place(file.as_posix()), hint)


def broken_off(file: Path, error: Exception) -> Problem:
    """A file at which the program itself failed."""
    message = f"“{file.as_posix()}”没有核对成：程序出错（{type(error).__name__}）。"
    hint = "用 WPS 或 Word 打开，另存为 .docx 再核对；还不行，请把文件交给维护程序的人"
    return Problem(Level.ERROR, BROKEN_OFF, message, Place(file.as_posix()), hint)


def mend_file(file: Path, content: bytes, outcome: Outcome, custom: LocalCustom) -> Outcome:
    """Write a mended copy where mending changes anything, and inspect the copy.

    Raises:
        LibraryError: A change would spoil the file, or the copy cannot be written.
    """
    name = outcome.inspection.name
    mended = mend(content, custom, name)
    if not mended.changes:
        return Outcome(outcome.inspection, asked=True)
    left = inspect(mended.content, custom, name)
    copy = write_copy(file, mended.content)
    return Outcome(outcome.inspection, copy.as_posix(), mended.changes, left, asked=True)


def write_copy(file: Path, content: bytes) -> Path:
    """Write a mended copy beside a file, under the first name that is free: 通知-改.docx, 通知-改2.docx.

    Raises:
        LibraryError: The folder does not take it.
    """
    stem = COPY.sub("", file.stem)
    names = (f"{stem}{MENDED}{number}{file.suffix}" for number in chain(("",), count(2)))
    copy = next(copy for name in names if not (copy := file.with_name(name)).exists())
    try:
        with copy.open("xb") as target:
            target.write(content)
    except OSError as error:
        hint = "核对有没有写的权限、磁盘满没满；可把文件复制到自己的文件夹再改"
        raise LibraryError([unwritable(copy, error, hint)]) from error
    return copy


def unwritable(file: Path, error: OSError, hint: str) -> Problem:
    """A file that cannot be written."""
    message = f"“{file.as_posix()}”写不进：{io_reason(error)}。"
    return Problem(Level.ERROR, UNWRITABLE, message, Place(file.as_posix()), hint)


def write_report(file: Path, outcomes: Iterable[Outcome], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Write the reports on some files as one page; tells what kept it from being written.

    It raises nothing: the findings are there all the same and are still to be shown.
    """
    try:
        file.write_text(as_page(outcomes, problems), encoding="utf-8", newline="\n")
    except OSError as error:
        return (unwritable(file, error, "换一个文件夹或文件名再写；核对结果仍在屏幕上"),)
    return ()
