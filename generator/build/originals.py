"""Which files an import reads, and which folder of the library takes their records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.importers import IMPORTED
from generator.problems import Level, LibraryError, Place, Problem

SUFFIXES = (".docx", ".txt", ".html", ".htm", ".pdf", ".xlsx")
"""What is taken from a folder; a file that is named is read whatever it is called."""
WILD = "*?["
ROOMS = ("policies", "cases")
REFERENCE = "reference"
"""The shelf of the code tables, which holds no texts."""


def originals_in(files: Iterable[Path]) -> tuple[tuple[Path, ...], list[Problem]]:
    """The files behind names, folders and patterns, each once, and what led to nothing."""
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for file in files:
        several = list(expanded(file))
        found.update(dict.fromkeys(several))
        if not several:
            problems.append(nothing_at(file))
    return tuple(found), problems


def expanded(file: Path) -> Iterator[Path]:
    """A file, the originals in a folder, or those that a pattern fits."""
    if file.is_dir():
        yield from (inner for inner in sorted(file.rglob("*")) if is_original(inner))
    elif file.exists():
        yield file
    elif any(sign in file.name for sign in WILD) and file.parent.is_dir():
        yield from (inner for inner in sorted(file.parent.glob(file.name)) if is_original(inner))


def is_original(file: Path) -> bool:
    """Whether a file in a folder is one that can be imported; lock files (~$…) are none."""
    return file.is_file() and file.suffix.lower() in SUFFIXES and not file.name.startswith(("~$", "."))


def nothing_at(file: Path) -> Problem:
    """A name that leads to no original."""
    message = f"“{file}”里没有可导入的文件" if file.is_dir() else f"没有“{file}”这个文件"
    hint = "核对路径；能导入的是 .docx、.txt、.html、.pdf、.xlsx"
    return Problem(Level.ERROR, "IMP030", message, Place(file.as_posix()), hint)


def shelf_of(root: Path, into: Path | None) -> str:
    """The folder below policies/ and cases/ that takes the records: “henan” for policies/henan.

    Raises:
        LibraryError: it is no folder below one of the two, or that of the code tables.
    """
    if into is None:
        return IMPORTED
    place, home = (root / into).resolve(), root.resolve()
    room, *steps = place.relative_to(home).parts or ("",) if place.is_relative_to(home) else ("",)
    if room not in ROOMS or not steps or steps[0] == REFERENCE or steps[0].startswith("."):
        message = f"“{into}”不能放导入的记录"
        hint = (
            "写 policies 或 cases 下面的文件夹（policies/reference 除外），如 --into policies/henan；"
            "政策放 policies/henan，案例、统计表等放 cases/henan"
        )
        raise LibraryError([Problem(Level.ERROR, "IMP032", message, Place(into.as_posix()), hint)])
    return "/".join(steps)


def elsewhere(into: Path | None, root: Path, path: str) -> bool:
    """Whether a record stands elsewhere than in the folder that was asked for."""
    return into is not None and not (root / path).resolve().is_relative_to((root / into).resolve())
