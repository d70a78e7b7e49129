"""Making everything in the workshop, then putting it into place.

The Word files go first: they are the ones that people hold open.  What cannot be put into place
is told and keeps its old version, and the manifest always says what truly stands there.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.build.aside import Aside
from generator.build.folders import Sources, place_folders, settle_folders
from generator.build.manifest import Manifest, read_manifest
from generator.build.outputs import Outputs, Report
from generator.build.pdfs import Earlier, stage_pdfs
from generator.build.places import SCHEMA, WORD
from generator.build.sites import make_pages, make_site
from generator.build.staging import (
    Staged,
    place_words,
    remove_outdated_pdfs,
    remove_stale,
    stage_words,
    workshop,
)
from generator.build.wordfiles import Templates, word_files
from generator.compose import Trees
from generator.library import Library
from generator.models.schema import write_schemas
from generator.pages import public_view
from generator.problems import Problem

PRINTED = "pdf"
"""In the workshop: the PDFs of the Word files in word/."""


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
    last = read_manifest(places.out)
    with workshop(places.made):
        contents, total = word_files(library, trees, Templates(places.root)), len(trees.printed)
        words = stage_words(contents, places.made / WORD, lambda done: report("写 Word", done, total))
        printed, unprinted = print_words(words, places, report) if places.pdf else (words, ())
        public = public_view(library)
        pages = make_pages(public, trees, places, words, report)
        aside = Aside(library, public, places)
        site = make_site(aside, places, last, report)
        write_schemas(places.made / SCHEMA)
        report("清点", 0, 1)
        sources = Sources(
            {page.path: page.records for page in pages}, {**site.made_from, **aside.made_from()}
        )
        manifest, failures = put_in_place(library, printed, sources, places)
        report("清点", 1, 1)
    return manifest, (*unprinted, *site.problems, *failures)


def print_words(
    words: Mapping[str, Staged], places: Outputs, report: Report
) -> tuple[Mapping[str, Staged], tuple[Problem, ...]]:
    """Make a PDF of each Word file in the workshop."""
    earlier = Earlier(places.out, f"{WORD}/", read_manifest(places.out))
    return stage_pdfs(
        words, places.made / PRINTED, earlier, lambda done, total: report("写 PDF", done, total)
    )


def put_in_place(
    library: Library, words: Mapping[str, Staged], sources: Sources, places: Outputs
) -> tuple[Manifest, tuple[Problem, ...]]:
    """Move the finished outputs to where they belong."""
    out, last = places.out, read_manifest(places.out)
    settled = settle_folders(places.made, out, last, sources)
    placed = place_words(words, out, f"{WORD}/", last)
    last = last.without(remove_outdated_pdfs(out, last, placed))
    folders, failures = place_folders(places.made, out, last, settled)
    current = Manifest(places.dated.isoformat(), {**placed.outputs, **folders}, placed.kept)
    stayed = remove_stale(out, last, current, lambda record_id: record_id in library)
    outputs = {**current.outputs, **stayed}
    return Manifest(current.dated, outputs, current.kept), (*placed.problems, *failures)
