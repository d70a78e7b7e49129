"""manifest.json: each output, its SHA-256, and the records it came from.

The manifest is also the memory by which a file that a person has edited since is recognised.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.problems import Problem

MANIFEST = "manifest.json"
BESIDE = ".新"


@dataclass(frozen=True, slots=True, order=True)
class Output:
    """One file that was made: path relative to the output folder, hash, 编号 of its records.

    `made_from` is for PDFs: a hash of the Word file, the program and the fonts that each was made with.
    """

    path: str
    sha256: str
    records: tuple[str, ...] = ()
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build made on which day, and which files it left alone because a person had edited them."""

    dated: str = ""
    outputs: Mapping[str, Output] = field(default_factory=dict)
    kept: Mapping[str, Output] = field(default_factory=dict)

    def made(self, path: str) -> Output | None:
        """The record of a file as it was last written."""
        return self.outputs.get(path) or self.kept.get(path)

    def with_words(self, placed: PlacedWords) -> Manifest:
        """The same after some Word files were written."""
        return Manifest(self.dated, {**self.outputs, **placed.outputs}, {**self.kept, **placed.kept})

    def without(self, paths: Collection[str]) -> Manifest:
        """The same without some outputs."""
        left = {path: output for path, output in self.outputs.items() if path not in paths}
        return Manifest(self.dated, left, self.kept)


@dataclass(slots=True)
class PlacedWords:
    """What came of putting Word files into place: written, left alone because edited, and problems."""

    outputs: dict[str, Output] = field(default_factory=dict)
    kept: dict[str, Output] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_manifest(out: Path) -> Manifest:
    """The manifest of the last build; without one, or with a damaged one, nothing counts as ours."""
    try:
        data = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(str(data["date"]), by_path(data["outputs"]), by_path(data["kept"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def by_path(items: Iterable[Mapping[str, Any]]) -> dict[str, Output]:
    """Outputs by their path."""
    return {str(item["path"]): read_output(item) for item in items}


def read_output(item: Mapping[str, Any]) -> Output:
    """One output from its fixed keys."""
    records = tuple(map(str, item.get("records", ())))
    return Output(str(item["path"]), str(item["sha256"]), records, str(item.get("made_from", "")))


def write_manifest(manifest: Manifest, out: Path) -> None:
    """Write the manifest as JSON, sorted by path, the same for the same outputs.

    It is written beside the old one, which it then replaces: without a whole manifest the next build would
    take its own outputs for those of somebody else.
    """
    data = {
        "date": manifest.dated,
        "outputs": [as_json(output) for output in sorted(manifest.outputs.values())],
        "kept": [as_json(output) for output in sorted(manifest.kept.values())],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    beside = out / f"{MANIFEST}{BESIDE}"
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(out / MANIFEST)


def as_json(output: Output) -> dict[str, object]:
    """One output under the fixed keys."""
    known: dict[str, object] = {
        "path": output.path,
        "sha256": output.sha256,
        "records": list(output.records),
    }
    return known | ({"made_from": output.made_from} if output.made_from else {})
