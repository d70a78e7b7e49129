"""What is made of the records beside their pages: the index of the command, that of the site, the open data.

It follows from the records as a whole.  As long as none of them, nor the day, nor a setting, nor a program
has changed, that of the last build serves again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.build.manifest import Manifest, Output, sha256_of
from generator.build.outputs import Outputs, Report
from generator.build.places import INDEX, PAGES
from generator.library import Library
from generator.open_data import DATA, write_data
from generator.open_data.feed import FEED
from generator.pages import audience_of, site_name_of
from generator.pages.rendering.reuse import link_or_copy
from generator.pages.rendering.settings import own_code, programs
from generator.provisions.entries import entries_of
from generator.search import build_index
from generator.site_index import write_index

FOLDERS = (INDEX, f"{PAGES}/{INDEX}", f"{PAGES}/{DATA}")
FILES = (f"{PAGES}/{FEED}",)
PROGRAMS = ("whoosh3", "jieba", "opencc-python-reimplemented", "pypinyin")


@dataclass
class Aside:
    """What is to be made: of all records, of those that everybody may see, and where."""

    library: Library
    public: Library
    places: Outputs

    @cached_property
    def key(self) -> str:
        """What it is made from; hidden records too, for they decide what others may say.

        The records in the order of the library, for units and pages of data are numbered in it.
        """
        records = [(name, entry.source.sha256) for name, entry in self.library.entries.items()]
        root = self.places.root
        settings = (self.places.dated.isoformat(), str(audience_of(root)), repr(site_name_of(root)))
        return sha256(repr((records, settings, own_code(), programs(PROGRAMS))).encode()).hexdigest()

    def make(self, last: Manifest, report: Report) -> None:
        """Make it, or take over what the last build made."""
        if not self.take_over(last):
            self.make_indexes(report)
            self.make_data(report)

    def make_indexes(self, report: Report) -> None:
        """Build both indexes from the same provisions."""
        places = self.places
        entries = tuple(entries_of(self.public, audience_of(places.root), dated=places.dated))
        build_index(
            self.public,
            places.made / INDEX,
            entries=entries,
            progress=lambda done, total: report("建立索引", done, total),
        )
        write_index(entries, places.made / PAGES / INDEX, self.public)

    def make_data(self, report: Report) -> None:
        """Write what the site offers to programs."""
        places, site = self.places, site_name_of(self.places.root)
        write_data(
            self.public,
            places.made / PAGES,
            dated=places.dated,
            site_name=site.name,
            site_url=site.url,
            audience=audience_of(places.root),
            progress=lambda done, total: report("写数据", done, total),
        )

    # --- again --------------------------------------------------------------------------------

    def take_over(self, last: Manifest) -> bool:
        """Take all of the last build if it was made from the same and stands as it was written.

        Returns:
            Whether it serves again.
        """
        out = self.places.out
        parts = [output for path, output in last.outputs.items() if is_part(path)]
        if not parts or not all(part.made_from == self.key and stands(out, part) for part in parts):
            return False
        for part in parts:
            link_or_copy(out / part.path, self.places.made / part.path)
        return True

    def made_from(self) -> dict[str, str]:
        """What each file in the workshop was made from, by its path in the output folder."""
        made = self.places.made
        return {file.relative_to(made).as_posix(): self.key for file in self.files()}

    def files(self) -> Iterator[Path]:
        """The files in the workshop."""
        for folder in FOLDERS:
            yield from (file for file in (self.places.made / folder).rglob("*") if file.is_file())
        yield from (self.places.made / file for file in FILES)


def is_part(path: str) -> bool:
    """Whether an output is one of those made beside the pages."""
    return path in FILES or path.startswith(tuple(f"{folder}/" for folder in FOLDERS))


def stands(out: Path, output: Output) -> bool:
    """Whether an output is there as it was written."""
    file = out / output.path
    return file.is_file() and sha256_of(file) == output.sha256
