"""编号 for new records: safe as file names, unique in the library and within one import."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 60
"""Characters of a 编号 (models.fields.Id)."""
UNSAFE = re.compile(r"[^A-Za-z0-9\u4e00-\u9fff]+")
NAMELESS = "导入文件"
NEW = "-新"
BESIDE = re.compile(rf"{NEW}(?:-\d+)?$")
COUNTER = 3
"""Characters kept free for a number behind it."""


def safe_name(words: str, longest: int = LONGEST) -> str:
    """Words as a 编号: letters, digits, Chinese characters, single hyphens between them.

    Marks go; where one stood between two digits a hyphen keeps them apart (2016-2017).
    """
    kept = re.sub(r"(?<=[A-Za-z0-9])[^A-Za-z0-9\u4e00-\u9fff]+(?=[A-Za-z0-9])", "-", words)
    pieces = (UNSAFE.sub("", piece) for piece in kept.split("-"))
    name = "-".join(piece for piece in pieces if piece)[:longest].strip("-")
    return name or NAMELESS


class TakenNames:
    """The 编号 that are taken; two that differ by capital letters only are one file on Windows."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = {name.casefold() for name in taken}

    def claim(self, words: str) -> str:
        """A free 编号 made from the words: itself, else with 2, 3, … behind it."""
        base, number = safe_name(words), 1
        name = base
        while name.casefold() in self.taken:
            number += 1
            ending = f"-{number}"
            name = base[: LONGEST - len(ending)].rstrip("-") + ending
        self.taken.add(name.casefold())
        return name

    def claim_beside(self, name: str) -> str:
        """A free 编号 for a second record beside one of this name: 鲁财采2022-14号-新, then …-新-2."""
        first = BESIDE.sub("", name) or name
        return self.claim(safe_name(first, LONGEST - len(NEW) - COUNTER) + NEW)
