"""What an earlier build made of the same pages serves again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

MARKDOWN, HTML = ".md", ".html"


@dataclass(frozen=True, slots=True)
class EarlierSite:
    """The site of an earlier build.

    Attributes:
        folder: where it stands.
        made_from: what each page was made from, by its path below the folder.
        sums: the SHA-256 of each page as it was written, so that no changed one is taken.
    """

    folder: Path
    made_from: Mapping[str, str] = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)

    def page(self, path: str, made_from: str) -> Path | None:
        """The finished page, if it was made from the same and stands as it was written."""
        file = self.folder / path
        if self.made_from.get(path) != made_from or not file.is_file():
            return None
        return file if sha256(file.read_bytes()).hexdigest() == self.sums.get(path) else None


def markdown_in(pages: Path) -> Iterator[str]:
    """The paths of all pages, in order."""
    return (file.relative_to(pages).as_posix() for file in sorted(pages.rglob(f"*{MARKDOWN}")))


def html_of(path: str) -> str:
    """The path of a page in the site."""
    return path.removesuffix(MARKDOWN) + HTML


def keys_of(pages: Path, settings: str) -> dict[str, str]:
    """What each page of the site is made from: the settings of the renderer, its path and its words."""
    return {html_of(path): key_of(settings, path, (pages / path).read_bytes()) for path in markdown_in(pages)}


def key_of(settings: str, path: str, text: bytes) -> str:
    """What a page is made from, as one sum."""
    return sha256(b"\0".join((settings.encode(), path.encode(), text))).hexdigest()


def keep_earlier(
    made_from: Mapping[str, str], earlier: EarlierSite, out: Path, frame: frozenset[str]
) -> frozenset[str]:
    """Take over the pages of the earlier site that are made from the same; those of the frame are made anew.

    Returns:
        Their paths in the site.
    """
    kept = set()
    for path, key in made_from.items():
        file = None if path in frame else earlier.page(path, key)
        if file:
            link_or_copy(file, out / path)
            kept.add(path)
    return frozenset(kept)


def link_static(pages: Path, out: Path) -> None:
    """Give the site everything that is no page: Word files, index, data, pictures."""
    for folder, _, names in os.walk(pages):
        for name in names:
            file = Path(folder, name)
            if not name.startswith(".") and file.suffix != MARKDOWN:
                link_or_copy(file, out / file.relative_to(pages))


def link_or_copy(file: Path, place: Path) -> None:
    """The same file in another place: by a second name, or as a copy where the disk knows no such names."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, place)
    except OSError:
        shutil.copy2(file, place)
