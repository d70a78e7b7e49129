"""The parts of the index: small classic scripts that hand themselves to `gongwenSearch.register`.

Browsers refuse `fetch`, modules and workers under file://, so every part is a script.  A key's hash
names the part that holds it; a part's name is its address, so that no list of parts is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator.site_index.codec import spell
from generator.webfiles import script_json

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

PER_FOLDER = 1_000
"""Parts in one folder."""
NAME = re.compile(r"([a-z]+)(\d+)")

FIRST, REST, PLACES, TEXTS, COLUMNS, NUMBERS, TRADITIONAL = "p", "r", "o", "t", "c", "n", "s"
"""Kinds of parts: beginnings of lists, their rest, places of pairs, texts, facets, 文号, characters."""
TARGET = {FIRST: 1_000, REST: 5_000, PLACES: 5_000, NUMBERS: 2_600}
"""So many bytes lie in a part of this kind on average."""


def address_of_part(name: str) -> str:
    """The file of a part below the folder of the index: p1234 lies in p/1/1234.js."""
    match = NAME.fullmatch(name)
    return f"{match[1]}/{int(match[2]) // PER_FOLDER}/{match[2]}.js" if match else f"{name}.js"


def hash_of(key: str) -> int:
    """FNV-1a over UTF-16 code units, as the script in the page computes it."""
    value = 2166136261
    raw = key.encode("utf-16-le")
    for low, high in zip(raw[::2], raw[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 16777619) & 0xFFFFFFFF
    return value


@dataclass(slots=True)
class Parts:
    """The folder of the index with the parts that were written there."""

    folder: Path
    paths: list[str] = field(default_factory=list)
    digest: Hash = field(default_factory=sha256)
    """Of all of them, so that a browser never mixes the parts of two builds."""
    folders: set[Path] = field(default_factory=set)

    def write(self, name: str, content: object) -> None:
        """Write one part."""
        path, raw = address_of_part(name), script(f'register("{name}",{script_json(content)})')
        file = self.folder / path
        if file.parent not in self.folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(file.parent)
        file.write_bytes(raw)
        self.paths.append(path)
        self.digest.update(raw)

    def write_dealt(self, kind: str, items: Mapping[str, str]) -> int:
        """Write keys with their data as parts of a kind; says how many there are."""
        size = sum(len(key.encode()) + len(data) + 3 for key, data in items.items())
        shards = dealt(items.items(), max(1, round(size / TARGET[kind])))
        for number, shard in enumerate(shards):
            self.write(f"{kind}{number}", "".join(shard))
        return len(shards)


def script(call: str) -> bytes:
    """A script that calls the engine."""
    return f"gongwenSearch.{call};\n".encode()


def dealt(items: Iterable[tuple[str, str]], count: int) -> tuple[list[str], ...]:
    """Keys and their data dealt out by hash, each as one record of text, in the order in which they come."""
    shards: tuple[list[str], ...] = tuple([] for _ in range(count))
    for key, data in items:
        shards[hash_of(key) % count].append(record_of(key, data))
    return shards


def record_of(key: str, data: str) -> str:
    """One entry of a part: the lengths of key and data (in UTF-16 units), then both."""
    length = len(key.encode("utf-16-le")) // 2
    return f"{spell(length)}{key}{spell(len(data))}{data}"
