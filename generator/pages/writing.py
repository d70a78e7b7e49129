"""Writing the pages: every file once, unchanged ones left alone, those of earlier builds removed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.compose import Audience
from generator.library import Library, Progress
from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.pages.case_table.fields import comparing_pages
from generator.pages.duties import calendar_file, duty_pages
from generator.pages.home import HELP, front_pages
from generator.pages.listing.account import account_pages
from generator.pages.listing.catalogue import catalogue_pages
from generator.pages.listing.names import name_pages
from generator.pages.listing.recent import recent_pages
from generator.pages.overview.pages import overview_pages
from generator.pages.public import public_view
from generator.pages.records.case import case_pages
from generator.pages.records.collection import collection_pages
from generator.pages.records.common import download_path
from generator.pages.records.comparison import comparison_pages
from generator.pages.records.document import document_pages
from generator.pages.records.policy import policy_pages
from generator.pages.records.practice import practice_page
from generator.pages.records.returns import return_page
from generator.pages.reference import reference_pages
from generator.pages.regions import region_pages
from generator.pages.sheet import Page
from generator.pages.shelf import Shelf
from generator.pages.shipped import SOURCES, site_home
from generator.pages.site import site_name_of
from generator.webfiles import write_text

LISTED = ".pages"
"""Names the files of the last build in the folder of the pages, so that no others are ever removed."""
TEXTS = "text"
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


MAKERS: dict[type[Record], Callable[[Shelf, Any], Iterable[Page]]] = {
    Case: case_pages,
    Practice: lambda shelf, record: (practice_page(shelf, record),),
    Policy: policy_pages,
    IssuedDocument: document_pages,
    CollectionRecord: collection_pages,
    SurveyForm: lambda shelf, record: (return_page(shelf, record), *comparison_pages(shelf, record)),
    **dict.fromkeys(
        (Statistics, Roster, SurveyReturn, SurveySummary), lambda shelf, record: (return_page(shelf, record),)
    ),
}


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that was written: its path below the pages folder, and the records that it shows."""

    path: str
    records: tuple[str, ...] = ()


def write_pages(  # noqa: PLR0913 (each decides something of its own)
    library: Library,
    out: Path,
    *,
    dated: date,
    audience: Audience = Audience.SITE,
    downloads: Mapping[str, Path] | None = None,
    progress: Progress | None = None,
) -> tuple[WrittenPage, ...]:
    """Write every page of the site as Markdown.

    Args:
        library: all records; those that are not publishable are left out with every trace of them.
        out: the folder of the pages; files of an earlier build that are no longer made are removed.
        dated: the day of the data, printed on the first page.
        audience: SITE hides personal data; PRINT shows it (see `audience_of`).
        downloads: Word files to offer on the pages of records, by 编号.  They must be composed
            from `public_view(library)` for the same audience, for they are copied as they are.
        progress: told how many record pages are done, and of how many.

    Returns:
        What was written, in the order of writing.
    """
    view = public_view(library)
    offered = {name: file for name, file in (downloads or {}).items() if name in view}
    shelf = Shelf(view, dated, audience, offered, site_name_of(library.root).url)
    written: list[WrittenPage] = []
    texts = site_home(library.root) / SOURCES / TEXTS
    for page in every_page(shelf, texts, progress):
        write_text(out / page.path, page.text)
        written.append(WrittenPage(page.path, page.records))
    for path, text in (calendar_file(shelf),):
        write_text(out / path, text)
        written.append(WrittenPage(path))
    written += copy_downloads(offered, out)
    written += copy_pictures(texts, out)
    remove_others(out, {page.path for page in written})
    return tuple(written)


def every_page(shelf: Shelf, texts: Path, progress: Progress | None) -> Iterator[Page]:
    """All pages, one after the other."""
    yield from front_pages(shelf, texts)
    entries = tuple(shelf.library.entries.values())
    for number, entry in enumerate(entries, start=1):
        yield from record_pages(shelf, entry.record)
        if progress:
            progress(number, len(entries))
    yield from catalogue_pages(shelf)
    yield from name_pages(shelf)
    yield from recent_pages(shelf)
    yield from account_pages(shelf)
    yield from region_pages(shelf)
    yield from overview_pages(shelf)
    yield from reference_pages(shelf)
    yield from duty_pages(shelf)
    yield from comparing_pages(shelf)


def record_pages(shelf: Shelf, record: Record) -> Iterable[Page]:
    """The pages of one record; none for kinds that have none of their own."""
    make = MAKERS.get(type(record))
    return make(shelf, record) if make else ()


# --- files ------------------------------------------------------------------------------------


def copy_downloads(downloads: Mapping[str, Path], out: Path) -> Iterator[WrittenPage]:
    """Copy the Word files, so that the site needs nothing outside itself."""
    for record_id, file in sorted(downloads.items()):
        path = download_path(record_id)
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, out / path)
        yield WrittenPage(path, (record_id,))


def copy_pictures(texts: Path, out: Path) -> Iterator[WrittenPage]:
    """Copy the pictures that stand beside the hand-written pages, in folders or not."""
    for file in sorted(texts.rglob("*"), key=Path.as_posix):
        if file.suffix.lower() in PICTURES and file.is_file():
            path = f"{HELP}/{file.relative_to(texts).as_posix()}"
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, out / path)
            yield WrittenPage(path)


def remove_others(out: Path, kept: set[str]) -> None:
    """Remove files that an earlier build wrote and this one did not, and nothing else."""
    listed = out / LISTED
    earlier = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    for path in earlier:
        file = out / path
        if path not in kept and file.resolve().is_relative_to(out.resolve()):
            file.unlink(missing_ok=True)
            remove_empty(file.parent, out)
    write_text(listed, "\n".join(sorted(kept)) + "\n")


def remove_empty(folder: Path, out: Path) -> None:
    """Remove a folder that is left empty, and those above it."""
    while folder != out and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
