"""Everything is made in a temporary place and moved into place whole; what people edited stays.

A build that fails half-way leaves the outputs of the last one as they were.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.manifest import Manifest, Output, sha256_of
from generator.problems import Level, LibraryError, Place, Problem

WORKSHOP = ".生成中"
RETIRED = ".旧"


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """A fresh temporary folder inside the output folder, on the same disk; removed in the end."""
    folder = out / WORKSHOP
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
    message = f"“{place.name}”换不上新的：{error.strerror}"
    hint = "关闭打开着它的窗口（WPS、浏览器、资源管理器），再运行一次"
    return Problem(Level.ERROR, "OUT001", message, Place(place.as_posix()), hint)


def place_file(
    made: Path, home: Path, path: str, last: Manifest, records: tuple[str, ...]
) -> tuple[Output, Output | None]:
    """Move one file into place, beside whatever a person has edited.

    Args:
        made: the finished file in the workshop.
        home: the output folder.
        path: where the file belongs below it, with / between folders.
        last: what was written before.
        records: the records that it came from.

    Returns:
        The output, and the edited file that was left alone for its sake, if any.
    """
    digest = sha256_of(made)
    free = free_path(home, path, last, digest)
    output = Output(free, digest, records)
    (home / free).parent.mkdir(parents=True, exist_ok=True)
    try:
        made.replace(home / free)
    except OSError as error:
        raise LibraryError([in_use(home / free, error)]) from error
    return output, None if free == path else last.made(path) or Output(path, "")


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


def remove_stale(out: Path, last: Manifest, current: Manifest) -> None:
    """Remove Word files of the last build that are made no more, unless a person edited them."""
    for path, output in last.outputs.items():
        stale = path.startswith("word/") and path not in current.outputs and path not in current.kept
        if stale and not is_edited(out / path, output):
            (out / path).unlink(missing_ok=True)
