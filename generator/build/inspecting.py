"""Word documents of any origin, inspected where they lie: in the library, outside it, without any library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from generator.build.places import DOCX
from generator.inspection import inspect
from generator.inspection.mending import mend
from generator.inspection.reading.opening import read_source
from generator.inspection.report import Outcome, as_page
from generator.problems import Level, LibraryError, Place, Problem
from generator.standard import LocalCustom
from generator.standard.overlay import overlay_of

SUFFIXES = (DOCX, ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf")
"""Files that somebody means as a Word document; what cannot be read gets a message."""
TEMPLATES = "templates"
OFFICIAL = "文件.docx"
OWNER = "~$"
"""Word's own note beside a file that somebody has open."""
MENDED = "-改"
COPY = re.compile(rf"{MENDED}\d*$")
CODE = "DOCX014"


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
    """Word documents to inspect, and paths that the library answers for: records, folders, its templates."""
    named = [path for path in paths if not path.name.startswith(OWNER)]
    documents = tuple(path for path in named if is_document(root, path))
    return documents, tuple(path for path in named if path not in documents)


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
    files = tuple(paths)
    custom, problems = customs_of(root)
    outcomes = []
    for index, file in enumerate(files):
        report("核对 Word 文件", index, len(files))
        outcome, faults = inspect_file(file, custom, fix=fix)
        outcomes += [outcome] if outcome else []
        problems += faults
    report("核对 Word 文件", len(files), len(files))
    return Inspected(tuple(outcomes), tuple(problems))


def customs_of(root: Path) -> tuple[LocalCustom, list[Problem]]:
    """What the office does in its own way, by the file beside its template; the usual if that is faulty."""
    try:
        return overlay_of(root / TEMPLATES / OFFICIAL).custom, []
    except LibraryError as error:
        return LocalCustom(), [*error.problems]


def inspect_file(file: Path, custom: LocalCustom, *, fix: bool) -> tuple[Outcome | None, list[Problem]]:
    """Inspect a file, and mend a copy of it where that is asked for; what could not be done is told."""
    name, outcome = file.as_posix(), None
    try:
        content = read_source(file, name)
        outcome = Outcome(inspect(content, custom, name))
        if fix:
            outcome = mend_file(file, content, outcome, custom)
    except LibraryError as error:
        return outcome, [*error.problems]
    return outcome, []


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
        raise unwritable(copy, error) from error
    return copy


def unwritable(file: Path, error: OSError) -> LibraryError:
    """A file that cannot be written."""
    message = f"“{file.as_posix()}”写不进：{error.strerror or '写的时候出错'}。"
    hint = "核对有没有写的权限、磁盘满没满；可把文件复制到自己的文件夹再改"
    return LibraryError([Problem(Level.ERROR, CODE, message, Place(file.as_posix()), hint)])


def write_report(file: Path, outcomes: Iterable[Outcome], problems: Iterable[Problem]) -> None:
    """Write the reports on some files as one page.

    Raises:
        LibraryError: The folder does not take it.
    """
    try:
        file.write_text(as_page(outcomes, problems), encoding="utf-8", newline="\n")
    except OSError as error:
        raise unwritable(file, error) from error
