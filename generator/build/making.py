"""Making everything in the workshop, then putting it into place.

The Word files go first: they are the ones that people hold open.  What cannot be put into place
is told and keeps its old version, and the manifest always says what truly stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.manifest import Manifest, Output, read_manifest, sha256_of
from generator.build.pdfs import Earlier, stage_pdfs
from generator.build.places import INDEX, PAGES, REPLACED, SCHEMA, SITE, WORD
from generator.build.staging import (
    WORKSHOP,
    Staged,
    place_words,
    remove_outdated_pdfs,
    remove_stale,
    replace_folder,
    stage_words,
    workshop,
)
from generator.build.wordfiles import Templates, word_files
from generator.compose import Trees, compose_all
from generator.library import Library
from generator.models.schema import write_schemas
from generator.pages import WrittenPage, audience_of, build_site, public_view, write_pages
from generator.problems import LibraryError, Problem
from generator.search import build_index

Report = Callable[[str, int, int], None]
"""Told the step's name, how much is done, and of how much."""
DOWNLOADS = "downloads"
"""In the workshop: Word files that differ from those in word/ because the site shows less."""
PRINTED = "pdf"
"""In the workshop: the PDFs of the Word files in word/."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where things are read and put, the day that they bear, and whether Word files get a PDF beside them."""

    root: Path
    out: Path
    dated: date
    pdf: bool = False

    @property
    def made(self) -> Path:
        """The temporary folder in which everything is made first."""
        return self.out / WORKSHOP


def make_outputs(
    library: Library, trees: Trees, places: Outputs, report: Report
) -> tuple[Manifest, tuple[Problem, ...]]:
    """Make everything, put it into place, and say what stands there and what went wrong.

    Args:
        library: all records.
        trees: what was composed of them for print; takes what the pens refuse.
        places: where to read and to put.
        report: told of progress.

    Raises:
        LibraryError: the site cannot be made; nothing has been put into place then.
    """
    with workshop(places.made):
        contents = word_files(library, trees, Templates(places.root))
        words = stage_words(
            contents, places.made / WORD, lambda done: report("写 Word", done, len(trees.printed))
        )
        printed, unprinted = print_words(words, places, report) if places.pdf else (words, ())
        public = public_view(library)
        pages, warnings = make_site(public, trees, places, words, report)
        build_index(public, places.made / INDEX, progress=lambda done, total: report("建立索引", done, total))
        write_schemas(places.made / SCHEMA)
        report("清点", 0, 1)
        manifest, failures = put_in_place(library, printed, pages, places)
        report("清点", 1, 1)
    return manifest, (*unprinted, *warnings, *failures)


def print_words(
    words: Mapping[str, Staged], places: Outputs, report: Report
) -> tuple[Mapping[str, Staged], tuple[Problem, ...]]:
    """Make a PDF of each Word file in the workshop."""
    earlier = Earlier(places.out, f"{WORD}/", read_manifest(places.out))
    return stage_pdfs(
        words, places.made / PRINTED, earlier, lambda done, total: report("写 PDF", done, total)
    )


def put_in_place(
    library: Library, words: Mapping[str, Staged], pages: tuple[WrittenPage, ...], places: Outputs
) -> tuple[Manifest, tuple[Problem, ...]]:
    """Move the finished outputs to where they belong."""
    out, last = places.out, read_manifest(places.out)
    placed = place_words(words, out, f"{WORD}/", last)
    last = last.without(remove_outdated_pdfs(out, last, placed))
    folders, failures = place_folders(places.made, out, last, {page.path: page.records for page in pages})
    current = Manifest(places.dated.isoformat(), {**placed.outputs, **folders}, placed.kept)
    stayed = remove_stale(out, last, current, lambda record_id: record_id in library)
    outputs = {**current.outputs, **stayed}
    return Manifest(current.dated, outputs, current.kept), (*placed.problems, *failures)


def place_folders(
    made: Path, out: Path, last: Manifest, records: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, Output], list[Problem]]:
    """Put each folder where the old one was; one that is in use keeps its old content."""
    outputs: dict[str, Output] = {}
    failures: list[Problem] = []
    for name in REPLACED:
        found = {output.path: output for output in folder_outputs(made, name, records)}
        try:
            replace_folder(made / name, out / name)
        except LibraryError as error:
            failures += error.problems
            found = {path: output for path, output in last.outputs.items() if path.startswith(f"{name}/")}
        outputs |= found
    return outputs, failures


def folder_outputs(made: Path, name: str, records: Mapping[str, tuple[str, ...]]) -> Iterator[Output]:
    """Every file of a folder that is replaced whole, with the records of those that are pages."""
    for file in sorted((made / name).rglob("*"), key=Path.as_posix):
        if file.is_file():
            path = file.relative_to(made / name).as_posix()
            source = f"{path.removesuffix('.html')}.md" if name == SITE else path
            yield Output(f"{name}/{path}", sha256_of(file), records.get(source, records.get(path, ())))


# --- the site -----------------------------------------------------------------------------------


def make_site(
    public: Library, trees: Trees, places: Outputs, words: Mapping[str, Staged], report: Report
) -> tuple[tuple[WrittenPage, ...], tuple[Problem, ...]]:
    """Write the pages and turn them into the site, with the Word files that it offers."""
    pages = write_pages(
        public,
        places.made / PAGES,
        dated=places.dated,
        audience=audience_of(places.root),
        downloads=downloads_of(public, trees, places, words),
        progress=lambda done, total: report("写网页", done, total),
    )
    report("生成站点", 0, 1)
    warnings = build_site(places.root, places.made / PAGES, places.made / SITE, dated=places.dated)
    report("生成站点", 1, 1)
    return pages, warnings


def downloads_of(
    public: Library, trees: Trees, places: Outputs, words: Mapping[str, Staged]
) -> dict[str, Path]:
    """The Word files for the site: composed from what may be published, without personal data.

    Most records say the same to everybody; their file in word/ serves again.
    """
    shown = compose_all(public, audience=audience_of(places.root))
    printed = trees.printed
    equal = (name for name, tree in shown.printed.items() if name in words and printed[name] == tree)
    same = {name: words[name].file for name in equal}
    others = stage_words(
        word_files(public, shown.without(same), Templates(places.root)), places.made / DOWNLOADS
    )
    return {**same, **{name: word.file for name, word in others.items()}}
