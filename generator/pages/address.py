"""Where each page lives: stable file names, and links from page to page that work from file://."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from generator.compose.address import address_of, file_stem, has_page
from generator.models.record import Record
from generator.models.reference import Region

HOME, SEARCH = "index.md", "search.md"
PLAIN_NAME = re.compile(r"[A-Za-z0-9\u4e00-\u9fff]+(?:-[A-Za-z0-9\u4e00-\u9fff]+)*")
LONGEST_NAME = 60


def file_name(name: str) -> str:
    """A file name for words such as a field or a body, or for a code.

    Plain words stay as they are.  Others lose what a file name or an address may not hold and get
    eight digits of their hash, so that two of them never share a name, on Windows either, where
    capitals make no difference.
    """
    if not PLAIN_NAME.fullmatch(name) or len(name) > LONGEST_NAME or name != name.casefold():
        kept = re.sub(r"[^A-Za-z0-9\u4e00-\u9fff]+", "-", name).strip("-")[: LONGEST_NAME - 10]
        return f"{kept}--{sha256(name.encode()).hexdigest()[:8]}"
    return file_stem(name)


def record_path(record: Record) -> str | None:
    """The page of a record; None for kinds that have none of their own."""
    return f"{address_of(record)}.md" if has_page(record) else None


def region_path(region: Region | str) -> str:
    """The page of a region, by its code where it has one."""
    name = region if isinstance(region, str) else region.code
    return f"regions/{file_name(name)}.md"


def relative(source: str, target: str, anchor: str = "") -> str:
    """The address of one page as seen from another, as an attribute needs it."""
    path = way(source, target)
    if path.endswith(".md"):
        path = path.removesuffix(".md") + ".html"
    return quoted(path) + (f"#{quote(anchor)}" if anchor else "")


def way(source: str, target: str) -> str:
    """The relative path from the folder of one page to another page, both below the site's root.

    Half of all time that links take went into `posixpath.relpath`, which asks for the working folder;
    paths of pages are written without `.` and `..` and need no more than their common beginning.
    """
    *here, _ = source.split("/")
    there = target.split("/")
    common = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        common += 1
    return "../" * (len(here) - common) + "/".join(there[common:])


@lru_cache(maxsize=4_096)
def quoted(path: str) -> str:
    """A path as an attribute needs it; the same few hundred stand on page after page."""
    return quote(path, safe="/")


def html_path(path: str) -> str:
    """The address of a page from the site's root, as a browser types it."""
    return relative(HOME, path)
