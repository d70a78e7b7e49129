"""The sheet that lies on top of an index: its format, its files with their sums, the names it knows.

An index that is missing, of another format, or damaged is told apart before Whoosh opens a file.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.problems import Level, LibraryError, Place, Problem

SHEET = "index.json"
FORMAT = 1
HINT = "重新运行 gongwen build"


@dataclass(frozen=True, slots=True)
class Seal:
    """What the sheet says."""

    format: int
    codes: tuple[str, ...]
    """The 机关代字 known to the library, folded."""
    synonyms: tuple[tuple[str, str], ...]
    """Aliases of the code tables with the names that they stand for, folded."""
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file."""


def seal_index(directory: Path, codes: tuple[str, ...], synonyms: tuple[tuple[str, str], ...]) -> None:
    """Write the sheet for the files that lie in a folder."""
    files = {file.name: digest(file) for file in sorted(directory.iterdir()) if file.name != SHEET}
    text = json.dumps(asdict(Seal(FORMAT, codes, synonyms, files)), ensure_ascii=False, indent=1)
    (directory / SHEET).write_text(text + "\n", encoding="utf-8", newline="\n")


def check_seal(directory: Path) -> Seal:
    """Read the sheet and compare the files with it.

    Raises:
        LibraryError: there is no index, it is of another format, or it is damaged.
    """
    try:
        facts = json.loads((directory / SHEET).read_text(encoding="utf-8"))
        if facts["format"] != FORMAT:
            raise unusable(directory, "IDX002", "检索索引是另一个版本的程序建的")
        whole = all(digest(directory / name) == value for name, value in facts["files"].items())
        seal = Seal(FORMAT, tuple(facts["codes"]), tuple(map(tuple, facts["synonyms"])), facts["files"])
    except (FileNotFoundError, NotADirectoryError):
        raise missing(directory) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise damaged(directory) from None
    if not whole:
        raise damaged(directory)
    return seal


def digest(file: Path) -> str:
    """SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def missing(directory: Path) -> LibraryError:
    """No index, or a part of it is gone."""
    if (directory / SHEET).is_file():
        return damaged(directory)
    return unusable(directory, "IDX001", "还没有检索索引", "先运行 gongwen build")


def damaged(directory: Path) -> LibraryError:
    """An index that cannot be trusted."""
    return unusable(directory, "IDX003", "检索索引已损坏")


def unusable(directory: Path, code: str, message: str, hint: str = HINT) -> LibraryError:
    """The one message that a user sees."""
    return LibraryError([Problem(Level.ERROR, code, message, Place(str(directory)), hint)])
