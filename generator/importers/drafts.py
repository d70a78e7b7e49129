"""A record to be: its folder, its keys in the order in which a person reads them, and its body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that an import proposes.

    `data` maps Chinese keys to text, lists and groups, all scalars as text, 类别 and 编号 first; `body` is
    Markdown, empty for records that are YAML alone.  `folder` is below the library (“policies/imported”).
    `replaces` says that the full text takes the place of a stub that an earlier import made.
    """

    id: str
    kind: str
    folder: str
    data: dict[str, Any]
    body: str = ""
    replaces: bool = False
