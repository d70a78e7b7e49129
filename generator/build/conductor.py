"""The river from records to outputs, in the order in which a reader would do it by hand.

A record that cannot be read stops the build before anything is written: a library with a hole
is worse than yesterday's.  A check that finds an 错误 does not stop it, but is told, and the
command ends with 1; a document that cannot be printed as it is, is left out and named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.build.classified import refuse_classified
from generator.build.making import PRINTED, make_outputs
from generator.build.manifest import Manifest, Output, read_manifest, write_manifest
from generator.build.outputs import Outputs, Report
from generator.build.pdfs import Earlier, stage_pdfs
from generator.build.places import BUILD, DOCX, WORD, refuse_foreign
from generator.build.staging import WORKSHOP, place_words, remove_outdated_pdfs, stage_words, workshop
from generator.build.wordfiles import Templates, check_templates, outdated_together, word_files
from generator.checks import check_library
from generator.compose import compose_all, compose_chosen
from generator.library import SUFFIXES, Library, load_library, missing_folders
from generator.problems import Level, LibraryError, Place, Problem, has_errors, in_order


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What was found and made; `left_out` are the 编号 that could not be printed as they are."""

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


def step(report: Report, name: str) -> Callable[[int, int], None]:
    """A report for one step."""
    return lambda done, total: report(name, done, total)


def load(root: Path, report: Report) -> tuple[Library, tuple[Problem, ...]]:
    """Read the library.

    Raises:
        LibraryError: a record could not be read.
    """
    library, problems = load_library(root, step(report, "读取记录"))
    if has_errors(problems):
        raise LibraryError(problems)
    return library, problems


# --- check ------------------------------------------------------------------------------------


def check(
    root: Path, paths: tuple[Path, ...] = (), report: Report = silent, today: date | None = None
) -> tuple[Problem, ...]:
    """Problems of records, documents and templates, those of reading included; writes nothing.

    Args:
        root: the library folder.
        paths: files or folders to be told about; everything if none are named.
        report: told of progress.
        today: the day by which drafts are judged; the latest day of the library if None.

    Raises:
        LibraryError: a path is not there, or is no part of the library.
    """
    refuse_strange(root, paths)
    if missing := missing_folders(root):
        return missing
    library, reading = load_library(root, step(report, "读取记录"))
    if not library.entries:
        return concerning(root, paths, reading, reading)
    trees = compose_all(library, step(report, "排文"))
    refuse_classified(library, trees, root)
    report("核对", 0, 1)
    for _ in word_files(library, trees, Templates(root)):
        """Written and thrown away: the pen itself says what it cannot print."""
    found = in_order({*reading, *check_library(library, trees, today), *check_templates(root)})
    report("核对", 1, 1)
    return concerning(root, paths, found, reading)


def refuse_strange(root: Path, paths: tuple[Path, ...]) -> None:
    """A path outside the library, or of a file that is no record, would be silently without problems.

    Raises:
        LibraryError: there is one.
    """
    problems = []
    for path in paths:
        if not path.exists():
            problems.append(
                Problem(Level.ERROR, "LIB001", f"没有“{path}”", Place(path.as_posix()), "检查路径")
            )
        elif path.is_dir() and missing_folders(root):
            message, hint = f"“{path}”里没有 Word 文件，这里也不是资料库", "核对路径；资料库用 --root 指明"
            problems.append(Problem(Level.ERROR, "LIB008", message, Place(path.as_posix()), hint))
        elif path.is_file() and path.suffix.lower() not in (*SUFFIXES, DOCX):
            problems.append(no_record(path))
        elif not path.resolve().is_relative_to(root.resolve()):
            hint = "只能核对资料库里的记录和模板；用 --root 指明资料库"
            message = f"“{path}”不在资料库里"
            problems.append(Problem(Level.ERROR, "LIB004", message, Place(path.as_posix()), hint))
    if problems:
        raise LibraryError(problems)


def no_record(path: Path) -> Problem:
    """A file of another kind: a spreadsheet, a picture."""
    message = f"“{path}”不是 Word 文件，也不是记录"
    hint = "能核对 .docx 文件和资料库里的 .yaml、.md 记录；表格里要核对的，另存或复制成 .docx"
    return Problem(Level.ERROR, "LIB007", message, Place(path.as_posix()), hint)


def concerning(
    root: Path, paths: tuple[Path, ...], problems: tuple[Problem, ...], reading: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """The problems of some files and folders, and one line on other records that cannot be read.

    That line is a 提示: whether a check of some files passes is settled by these files alone.
    """
    if not paths:
        return problems
    wanted = [path.resolve() for path in paths]

    def is_wanted(problem: Problem) -> bool:
        file = (root / problem.place.path).resolve()
        return any(file.is_relative_to(path) for path in wanted)

    unread = {one.place.path for one in reading if one.level is Level.ERROR and not is_wanted(one)}
    return (*filter(is_wanted, problems), *other_unread(root, len(unread)))


def other_unread(root: Path, count: int) -> Iterator[Problem]:
    """One line on records that cannot be read and that nobody asked about."""
    if count:
        message = f"另有 {count} 个文件读不出来，牵涉它们的没有核对"
        yield Problem(Level.HINT, "LIB006", message, Place(root.as_posix()), "运行 gongwen check 看全部")


# --- write ------------------------------------------------------------------------------------


def write(
    root: Path, ids: tuple[str, ...], out: Path | None, report: Report = silent, *, pdf: bool = False
) -> BuildResult:
    """Write the Word files of some records only.

    Args:
        root: the library folder.
        ids: 编号 of documents, collections, cases, practices or policies.
        out: a folder for the Word files, which then has a manifest of its own; build/word if None.
        report: told of progress.
        pdf: whether each gets a PDF beside it.

    Raises:
        LibraryError: a record cannot be read or is not there.
    """
    library, problems = load(root, report)
    trees = compose_chosen(library, ids)
    refuse_classified(library, trees, root)
    trees = replace(trees, documents={**trees.documents, **trees.policies})
    home, folder = (out, "") if out else (root / BUILD, f"{WORD}/")
    last = read_manifest(home)
    with workshop(home / WORKSHOP) as made:
        contents = word_files(library, trees, Templates(root))
        words = stage_words(contents, made, lambda done: report("写 Word", done, len(ids)))
        unprinted: tuple[Problem, ...] = ()
        if pdf:
            earlier = Earlier(home, folder, last)
            words, unprinted = stage_pdfs(words, made / PRINTED, earlier, step(report, "写 PDF"))
        placed = place_words(words, home, folder, last)
    outdated = remove_outdated_pdfs(home, last, placed)
    write_manifest(last.without(outdated).with_words(placed), home)
    found = in_order({*problems, *trees.problems, *unprinted, *placed.problems, *outdated_together(root)})
    return BuildResult(found, Manifest(last.dated, placed.outputs, placed.kept), tuple(sorted(trees.faulty)))


# --- build ------------------------------------------------------------------------------------


def build(root: Path, out: Path, dated: date, report: Report = silent, *, pdf: bool = False) -> BuildResult:
    """Check everything and write Word files, site, index and manifest.

    Args:
        root: the library folder.
        out: the output folder.
        dated: the day that the outputs bear; the same day and records give the same bytes.
        report: told of progress.
        pdf: whether each Word file gets a PDF beside it.

    Raises:
        LibraryError: a record cannot be read, or the output folder holds what is not ours.
    """
    refuse_foreign(root, out)
    library, reading = load(root, report)
    trees = compose_all(library, step(report, "排文"))
    refuse_classified(library, trees, root)
    report("核对", 0, 1)
    found = {*reading, *check_library(library, trees, dated), *outdated_together(root)}
    report("核对", 1, 1)
    composed, printed = set(trees.problems), frozenset(trees.printed)
    manifest, making = make_outputs(library, trees, Outputs(root, out, dated, pdf), report)
    write_manifest(manifest, out)
    refused = set(trees.problems) - composed
    return BuildResult(in_order({*found, *making, *refused}), manifest, tuple(sorted(trees.faulty & printed)))
