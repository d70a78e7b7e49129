"""What is wrong, where, and what to do: the one form of every message.

A problem carries its place (file, line, column) so that an editor can jump to it,
and a hint so that the reader knows the next step.  Nothing is logged on the way:
values and their problems travel together and are shown once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How sure and how grave: an 错误 stops, a 警告 needs a decision, a 提示 may be a false alarm."""

    ERROR = "错误"
    WARNING = "警告"
    HINT = "提示"


WITH_LINES = (".yaml", ".yml", ".md", ".json", ".YAML", ".YML", ".MD")
"""Files in which an editor can jump to a line."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; line and column count from 1, the path is relative to the library."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """With line and column where the file has lines; a Word file or a folder has none."""
        return f"{self.path}:{self.line}:{self.column}" if self.path.endswith(WITH_LINES) else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One message for the reader: a level, a stable code, a sentence, a hint, and the rule behind it."""

    level: Level
    code: str
    message: str
    place: Place
    hint: str = ""
    basis: str = ""

    def as_text(self) -> str:
        """The two or three lines that a terminal shows."""
        lines = [f"{self.place}: {self.level} {self.code} {self.message}"]
        if self.hint:
            lines.append(f"  建议：{self.hint}")
        if self.basis:
            lines.append(f"  依据：{self.basis}")
        return "\n".join(lines)

    def as_json(self) -> dict[str, str | int]:
        """The same facts under the fixed keys that other programs read."""
        return {
            "level": self.level.value,
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "basis": self.basis,
        }


class LibraryError(Exception):
    """Work cannot go on; the problems say why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(problem.as_text() for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by place, so that a reader walks each file once from top to bottom."""
    return tuple(sorted(problems, key=lambda problem: (problem.place, problem.code, problem.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an 错误."""
    return any(problem.level is Level.ERROR for problem in problems)


IO_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (PermissionError, "没有读写权限，或它正被别的程序打开"),
    (FileNotFoundError, "没有这个位置"),
    (FileExistsError, "已经有同名的文件"),
    (NotADirectoryError, "上级不是文件夹"),
    (IsADirectoryError, "它是文件夹"),
)


def io_reason(error: OSError) -> str:
    """Why a file or folder cannot be read or written, in Chinese whatever the system speaks."""
    return next(
        (words for kind, words in IO_REASONS if isinstance(error, kind)), "读写失败（磁盘是否已满？）"
    )
