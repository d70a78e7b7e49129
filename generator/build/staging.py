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
    made: Path, folder: Path, name: str, last: Manifest, records: tuple[str, ...]
) -> tuple[Output, Output | None]:
    """Move one file into a folder of the outputs, beside whatever a person has edited.

    Args:
        made: the finished file in the workshop.
        folder: where it belongs, below the output folder.
        name: its name there.
        last: what the last build wrote.
        records: the records that it came from.

    Returns:
        The output, and the edited file that was left alone for its sake, if any.
    """
    free = free_name(folder, name, last)
    kept = last.made(f"{folder.name}/{name}") if free != name else None
    output = Output(f"{folder.name}/{free}", sha256_of(made), records)
    try:
        made.replace(folder / free)
    except OSError as error:
        raise LibraryError([in_use(folder / free, error)]) from error
    return output, kept or (Output(f"{folder.name}/{name}", "") if free != name else None)


def free_name(folder: Path, name: str, last: Manifest) -> str:
    """The name itself, or with -新 where a person's version stands under it."""
    stem, suffix = Path(name).stem, Path(name).suffix
    candidate, number = name, 1
    while is_edited(folder / candidate, last.made(f"{folder.name}/{candidate}")):
        candidate = f"{stem}-新{number if number > 1 else ''}{suffix}"
        number += 1
    return candidate


def is_edited(file: Path, made: Output | None) -> bool:
    """Whether a file is there that is not as we left it."""
    return file.exists() and (made is None or sha256_of(file) != made.sha256)


def remove_stale(out: Path, last: Manifest, current: Manifest) -> None:
    """Remove Word files of the last build that are made no more, unless a person edited them."""
    for path, output in last.outputs.items():
        stale = path.startswith("word/") and path not in current.outputs and path not in current.kept
        if stale and not is_edited(out / path, output):
            (out / path).unlink(missing_ok=True)
