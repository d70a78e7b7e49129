"""Everything is made in a temporary place and moved into place whole; what people edited stays.

A build that fails half-way leaves the outputs of the last one as they were.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.manifest import Manifest, Output, PlacedWords, sha256_of
from generator.build.places import DOCX, PDF, WORD
from generator.build.wordfiles import WordFile
from generator.compose.address import file_stem
from generator.problems import Level, LibraryError, Place, Problem

WORKSHOP = ".生成中"
RETIRED = ".旧"


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A fresh temporary folder, on the disk of the outputs; removed in the end, whatever happens."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def replace_folder(made: Path, place: Path) -> None:
    """Put a finished folder where the old one was.

    Raises:
        LibraryError: the old one is in use (an open window on Windows holds it).
    """
    retired = place.with_name(place.name + RETIRED)
    shutil.rmtree(retired, ignore_errors=True)
    try:
        if place.exists():
            place.rename(retired)
        made.rename(place)
    except OSError as error:
        if retired.exists() and not place.exists():
            retired.rename(place)
        raise LibraryError([in_use(place, error)]) from error
    shutil.rmtree(retired, ignore_errors=True)


def in_use(place: Path, error: OSError) -> Problem:
    """Why an output could not be put into place."""
    reason = "没有写入权限，或它正被别的程序打开" if isinstance(error, PermissionError) else "写入失败"
    message = f"“{place.name}”换不上新的：{reason}"
    hint = "关闭打开着它的窗口（WPS、Word、浏览器、资源管理器），再运行一次"
    return Problem(Level.ERROR, "OUT001", message, Place(place.as_posix()), hint)


# --- Word files ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StagedPdf:
    """The PDF of a Word file in the workshop, and the hash of what it was made from."""

    file: Path
    made_from: str


@dataclass(frozen=True, slots=True)
class Staged:
    """A Word file in the workshop, the records that it came from, and its PDF where there is one."""

    file: Path
    records: tuple[str, ...]
    pdf: StagedPdf | None = None


def stage_words(
    files: Iterator[WordFile], folder: Path, report: Callable[[int], None] | None = None
) -> dict[str, Staged]:
    """Write Word files into the workshop one at a time, by 编号."""
    folder.mkdir(parents=True, exist_ok=True)
    staged: dict[str, Staged] = {}
    for word in files:
        file = folder / f"{file_stem(word.id)}{DOCX}"
        file.write_bytes(word.content)
        staged[word.id] = Staged(file, word.records)
        if report:
            report(len(staged))
    return staged


def place_words(words: Mapping[str, Staged], home: Path, folder: str, last: Manifest) -> PlacedWords:
    """Move the Word files and their PDFs into place, each beside whatever a person has edited.

    Args:
        words: the finished files.
        home: the output folder.
        folder: where they belong below it: “word/”, or nothing.
        last: what was written before.
    """
    placed = PlacedWords()
    for word in words.values():
        place_word(word, home, f"{folder}{word.file.name}", last, placed)
    return placed


def place_word(word: Staged, home: Path, path: str, last: Manifest, placed: PlacedWords) -> None:
    """Move one Word file into place, and its PDF under the same name beside it."""
    written = place_file(word.file, Output(path, "", word.records), home, last, placed)
    if written and word.pdf:
        beside = f"{written.removesuffix(DOCX)}{PDF}"
        output = Output(beside, "", word.records, word.pdf.made_from)
        place_file(word.pdf.file, output, home, last, placed)


def place_file(file: Path, wanted: Output, home: Path, last: Manifest, placed: PlacedWords) -> str:
    """Move one file into place and note what came of it; one in use keeps its old content.

    Returns:
        The path that it was written to; empty if it could not be written.
    """
    path = wanted.path
    try:
        digest = sha256_of(file)
        free = free_path(home, path, last, digest)
        (home / free).parent.mkdir(parents=True, exist_ok=True)
        if not says(home / free, digest):
            file.replace(home / free)
    except OSError as error:
        placed.problems.append(in_use(home / path, error))
        placed.outputs |= {path: last.outputs[path]} if path in last.outputs else {}
        return ""
    placed.outputs[free] = replace(wanted, path=free, sha256=digest)
    if free != path:
        placed.kept[path] = last.made(path) or Output(path, "")
        message = f"“{path}”有人改过，没有覆盖；新的存为“{free}”"
        hint = "比对两份，留下要的一份；删去改过的那份，下次就写回原名"
        placed.problems.append(Problem(Level.HINT, "OUT003", message, Place((home / path).as_posix()), hint))
    return free


def says(file: Path, digest: str) -> bool:
    """Whether a file is there with these bytes; it is left alone then, its time and all."""
    return file.is_file() and sha256_of(file) == digest


def free_path(home: Path, path: str, last: Manifest, digest: str) -> str:
    """The path itself, or with -新 where a person's version stands there."""
    stem, suffix = path.rsplit(".", 1)
    candidate, number = path, 1
    while is_edited(home / candidate, last.made(candidate), digest):
        candidate = f"{stem}-新{number if number > 1 else ''}.{suffix}"
        number += 1
    return candidate


def is_edited(file: Path, written: Output | None, digest: str = "") -> bool:
    """Whether a file is there that is neither as we left it nor as we would write it now."""
    return file.exists() and sha256_of(file) not in (written.sha256 if written else None, digest)


def remove_stale(
    out: Path, last: Manifest, current: Manifest, is_record: Callable[[str], bool]
) -> dict[str, Output]:
    """Remove Word files whose record is gone; keep those that a person edited.

    Returns:
        Word files of records that are still there and that were not written this time.
    """
    stayed: dict[str, Output] = {}
    for path, output in last.outputs.items():
        if not path.startswith(f"{WORD}/") or path in current.outputs or path in current.kept:
            continue
        if is_record(Path(path).stem.removesuffix("-")):
            stayed |= {path: output} if (out / path).exists() else {}
        elif not is_edited(out / path, output):
            (out / path).unlink(missing_ok=True)
    return stayed


def remove_outdated_pdfs(home: Path, last: Manifest, placed: PlacedWords) -> frozenset[str]:
    """Remove PDFs that no longer show the Word file beside them; one that a person changed stays.

    Returns:
        Their paths, which are no outputs any more.
    """
    outdated = frozenset(
        path for path in last.outputs if path not in placed.outputs and is_outdated_pdf(path, last, placed)
    )
    for path in sorted(outdated):
        if not is_edited(home / path, last.outputs[path]):
            (home / path).unlink(missing_ok=True)
    return outdated


def is_outdated_pdf(path: str, last: Manifest, placed: PlacedWords) -> bool:
    """Whether a PDF of an earlier build stands beside a Word file that was written anew since, or edited."""
    if not path.endswith(PDF):
        return False
    word = f"{path.removesuffix(PDF)}{DOCX}"
    now, before = placed.outputs.get(word), last.outputs.get(word)
    return word in placed.kept or (now is not None and (before is None or now.sha256 != before.sha256))
