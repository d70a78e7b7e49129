"""The folders that are replaced whole, in which whatever is the same as before stays the very same file.

A server that copies what is newer, or a person who looks at the dates, then sees what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.manifest import Manifest, Output, sha256_of
from generator.build.places import REPLACED, SITE
from generator.build.staging import replace_folder
from generator.pages.rendering.reuse import link_or_copy
from generator.problems import LibraryError, Problem


@dataclass(frozen=True, slots=True)
class Sources:
    """Where pages come from.

    Attributes:
        records: the records that a page shows, by its path below the folder of the pages.
        made_from: what a file was made from, by its path below the output folder.
    """

    records: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    made_from: Mapping[str, str] = field(default_factory=dict)

    def output(self, name: str, path: str, digest: str) -> Output:
        """A file of a folder, as the manifest states it."""
        page = f"{path.removesuffix('.html')}.md" if name == SITE else path
        records = self.records.get(page, self.records.get(path, ()))
        full = f"{name}/{path}"
        return Output(full, digest, records, self.made_from.get(full, ""))


Folders = Mapping[str, Mapping[str, Output]]
"""The files of each folder by their path below the output folder."""


def settle_folders(made: Path, out: Path, last: Manifest, sources: Sources) -> Folders:
    """Let what is the same as before be the very same file in the new folders too, and sum all up.

    This is the long part, and it may fail on a full disk: nothing has been put into place yet.
    """
    sums = Sums()
    folders: dict[str, dict[str, Output]] = {name: {} for name in REPLACED}
    for name, found in folders.items():
        for path, file in files_in(made / name):
            output = sources.output(name, path, sums.of(file))
            found[output.path] = output
            if same_as_before(out, output, last, sums):
                keep(out / output.path, file)
    return folders


def place_folders(
    made: Path, out: Path, last: Manifest, folders: Folders
) -> tuple[dict[str, Output], list[Problem]]:
    """Put each folder where the old one was, one right after the other.

    Each is moved whole, by two renamings: a page never stands beside half an index.  One that is in use
    keeps its old content.
    """
    outputs: dict[str, Output] = {}
    failures: list[Problem] = []
    for name, found in folders.items():
        try:
            replace_folder(made / name, out / name)
        except LibraryError as error:
            failures += error.problems
            outputs |= {path: output for path, output in last.outputs.items() if path.startswith(f"{name}/")}
        else:
            outputs |= found
    return outputs, failures


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder with its path there, in order."""
    for file in sorted(folder.rglob("*"), key=Path.as_posix):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file


@dataclass(frozen=True, slots=True)
class Sums:
    """The SHA-256 of files; one that stands in several places is read once."""

    known: dict[tuple[int, int], str] = field(default_factory=dict)

    def of(self, file: Path) -> str:
        """The sum of a file."""
        facts = file.stat()
        if facts.st_nlink == 1:
            return sha256_of(file)
        key = facts.st_dev, facts.st_ino
        if key not in self.known:
            self.known[key] = sha256_of(file)
        return self.known[key]


def same_as_before(out: Path, output: Output, last: Manifest, sums: Sums) -> bool:
    """Whether the last build made the same file, and it still stands as it was written."""
    before, old = last.outputs.get(output.path), out / output.path
    if before is None or before.sha256 != output.sha256 or not old.is_file():
        return False
    return sums.of(old) == output.sha256


def keep(old: Path, new: Path) -> None:
    """Let the file of the last build take the place of a new one."""
    if not old.samefile(new):
        new.unlink()
        link_or_copy(old, new)
