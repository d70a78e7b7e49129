"""The pages and the site, with the Word files that it offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.build.aside import Aside
from generator.build.manifest import Manifest
from generator.build.outputs import Outputs, Report
from generator.build.places import PAGES, SITE
from generator.build.staging import Staged, stage_words
from generator.build.unrendered import telling_faults
from generator.build.wordfiles import Templates, word_files
from generator.compose import Trees, composed_each
from generator.library import Library
from generator.open_data import write_sitemap
from generator.pages import (
    EarlierSite,
    Site,
    WrittenPage,
    audience_of,
    render_site,
    site_name_of,
    write_pages,
)

DOWNLOADS = "downloads"
"""In the workshop: Word files that differ from those in word/ because the site shows less."""


def make_pages(
    public: Library, trees: Trees, places: Outputs, words: Mapping[str, Staged], report: Report
) -> tuple[WrittenPage, ...]:
    """Write the pages, with the Word files that they offer; what was composed for print is given up."""
    downloads = downloads_of(public, trees, places, words)
    trees.give_up()
    return write_pages(
        public,
        places.made / PAGES,
        dated=places.dated,
        audience=audience_of(places.root),
        downloads=downloads,
        progress=lambda done, total: report("写网页", done, total),
    )


def make_site(aside: Aside, places: Outputs, last: Manifest, report: Report) -> Site:
    """Turn the pages into the site; what is made beside it is made while other processes render.

    Returns:
        What came of it; the paths of its pages begin at the output folder.

    Raises:
        LibraryError: the renderer gave up, a template of the library failed, or the disk is full.
    """
    report("生成站点", 0, 1)
    with telling_faults(places):
        site = render_site(
            places.root,
            places.made / PAGES,
            places.made / SITE,
            dated=places.dated,
            earlier=earlier_site(places.out, last),
            meanwhile=lambda: aside.make(last, report),
            progress=lambda done, total: report("生成站点", done, total),
        )
    write_sitemap(places.made / SITE, dated=places.dated, site_url=site_name_of(places.root).url)
    return replace(site, made_from={f"{SITE}/{path}": key for path, key in site.made_from.items()})


def earlier_site(out: Path, last: Manifest) -> EarlierSite:
    """The site of the last build, and what its pages were made from."""
    found = {
        path.removeprefix(f"{SITE}/"): output
        for path, output in last.outputs.items()
        if path.startswith(f"{SITE}/") and output.made_from
    }
    made_from = {path: output.made_from for path, output in found.items()}
    return EarlierSite(out / SITE, made_from, {path: output.sha256 for path, output in found.items()})


def downloads_of(
    public: Library, trees: Trees, places: Outputs, words: Mapping[str, Staged]
) -> dict[str, Path]:
    """The Word files for the site: composed from what may be published, without personal data.

    Most records say the same to everybody; their file in word/ serves again.  A policy has none there: it
    is written for the site alone, where its text is held.  What was composed is given up record by record.
    """
    folder, templates = places.made / DOWNLOADS, Templates(places.root)
    found: dict[str, Path] = {}
    for shown in composed_each(public, audience_of(places.root)):
        every = replace(shown, documents={**shown.documents, **shown.policies})
        ((name, tree),) = every.printed.items()
        if name in words and trees.printed_tree(name) == tree:
            found[name] = words[name].file
        else:
            made = stage_words(word_files(public, every, templates), folder)
            found |= {record_id: word.file for record_id, word in made.items()}
    return found
