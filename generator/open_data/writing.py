"""Writing the data files into a finished site."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from generator.compose import Audience, Composer
from generator.library import Library, Progress
from generator.open_data.feed import FEED, SITEMAP, feed_text, site_pages, sitemap_files
from generator.open_data.records import Datum, data_of, summary_of, whole_of
from generator.open_data.schemas import data_schema
from generator.webfiles import write_text

DATA = "data"
PER_INDEX = 500
"""Records in one file of the index."""


def write_data(  # noqa: PLR0913 (each decides something of its own)
    public: Library,
    out: Path,
    *,
    dated: date,
    site_name: str,
    site_url: str = "",
    audience: Audience = Audience.SITE,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Write data/**.json and feed.xml.

    Args:
        public: the public view of the library (`pages.public_view`); nothing else may be written.
        out: the folder of the site.
        dated: the day of the data.
        site_name: what the site is called.
        site_url: where the site stands, ending in a slash, or nothing (`pages.site_name_of`).
        audience: SITE leaves personal data out.
        progress: told how many records are done, and of how many.

    Returns:
        The paths of what was written, below `out`, in the order of writing.
    """
    composer = Composer(public, audience=audience)
    written = []
    for path, content in every_file(composer, dated, progress):
        write_text(out / path, json_text(content))
        written.append(path)
    write_text(out / FEED, feed_text(composer, dated, site_name, site_url))
    return (*written, FEED)


def write_sitemap(site: Path, *, dated: date, site_url: str = "") -> tuple[str, ...]:
    """Write the sitemap of a finished site, and remove every other one.

    Args:
        site: the folder of the site, all of whose pages are listed.
        dated: the day of the data.
        site_url: where the site stands, ending in a slash; without it there is no sitemap.

    Returns:
        The paths of what was written, below `site`.
    """
    files = dict(sitemap_files(site_pages(site), dated, site_url))
    for path, text in files.items():
        write_text(site / path, text)
    for file in (*site.glob("sitemap*.xml"), site / f"{SITEMAP}.gz"):
        if file.name not in files:
            file.unlink(missing_ok=True)
    return tuple(files)


def every_file(
    composer: Composer, dated: date, progress: Progress | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records, the index of them, and the schemas of the kinds that there are."""
    data = tuple(data_of(composer))
    for number, datum in enumerate(data, start=1):
        yield datum.file, whole_of(composer, datum, dated)
        if progress:
            progress(number, len(data))
    yield from index_files(composer, data, dated)
    for kind in dict.fromkeys(datum.record.kind for datum in data):
        yield f"{DATA}/schema/{kind}.json", data_schema(kind, composer.audience)


def index_files(
    composer: Composer, data: tuple[Datum, ...], dated: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A small root that counts and points at the first page; every page points at the next."""
    pages = max(1, -(-len(data) // PER_INDEX))
    counts = Counter(datum.record.kind for datum in data)
    yield (
        f"{DATA}/index.json",
        {
            "dated": dated.isoformat(),
            "records": len(data),
            "kinds": dict(sorted(counts.items())),
            "pages": pages,
            "first": index_path(1),
            "schemas": {kind: f"{DATA}/schema/{kind}.json" for kind in sorted(counts)},
        },
    )
    remaining = iter(data)
    for number in range(1, pages + 1):
        records = [summary_of(composer, datum, dated) for datum in islice(remaining, PER_INDEX)]
        following = {"next": index_path(number + 1)} if number < pages else {}
        yield index_path(number), {"page": number, "pages": pages, **following, "records": records}


def index_path(number: int) -> str:
    """One page of the index of all records."""
    return f"{DATA}/records/{number}.json"


def json_text(content: dict[str, Any]) -> str:
    """A file that people can read too; the same content gives the same bytes."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
