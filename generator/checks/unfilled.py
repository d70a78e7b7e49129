"""FILL001: what a document of ours still leaves 待补 among the things that are printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import Library
from generator.models.fields import Absent
from generator.models.issued import IssuedDocument
from generator.problems import Level, Problem

NOT_PRINTED = frozenset({"来源", "核验", "勘误", "备注", "关系", "公开属性"})
"""Keys of notes for ourselves."""


def check_unfilled(library: Library) -> Iterator[Problem]:
    """One 提示 for each document, at the first gap."""
    for document in library.every(IssuedDocument):
        gaps = unfilled(library, document.id)
        if gaps:
            names = "、".join(dict.fromkeys(name for name, _ in gaps))
            place = library.place(document.id, *gaps[0][1])
            message = f"还有待补：{names}"
            yield Problem(
                Level.HINT, "FILL001", message, place, "补齐再印发；文号、日期和姓名处现在印出来是空的"
            )


def unfilled(library: Library, record_id: str) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
    """Every value that is 待补: how people call it (联系人电话), and its path in the file."""
    data = library.source(record_id).data
    found = ((key, path) for key, value in data.items() for path in gaps_in(value, (key,)))
    return tuple((called(path), path) for key, path in found if key not in NOT_PRINTED)


def gaps_in(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The paths below a value at which 待补 stands."""
    if isinstance(value, str) and value.strip() == Absent.TO_FILL:
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from gaps_in(item, (*path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from gaps_in(item, (*path, position))


def called(path: tuple[str | int, ...]) -> str:
    """“联系人的电话”: the keys of a path without the numbers of items."""
    return "的".join(step for step in path if isinstance(step, str))
