"""Which pages every run of the renderer needs, and whether a site can be rendered in several runs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.pages.shipped import CONFIG, site_home

LINK = re.compile(r"\]\(\s*<?([^)\s>#?]+)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>#?]+)", re.MULTILINE)
"""A link or a picture in Markdown; pages made from records have none, for they escape the brackets."""
HELD_ELSEWHERE = re.compile(r"^INHERIT\b|!ENV\b", re.MULTILINE)
"""Settings that stand in another file or in the environment."""


def is_cuttable(root: Path, settings: Any) -> bool:
    """Whether pages can be rendered apart from each other.

    They can where the navigation is written down, and no plugin, hook or template sees all pages.
    """
    seeing_all = (settings.plugins, settings.hooks, settings.extra_templates, settings.use_directory_urls)
    text = (site_home(root) / CONFIG).read_text(encoding="utf-8")
    return bool(settings.nav) and not any(seeing_all) and not HELD_ELSEWHERE.search(text)


def frame_of(settings: Any, pages: Path) -> tuple[str, ...]:
    """The pages of the navigation, those with Markdown links, and the files that these lead to."""
    found = [path for path, _ in named_in(settings.nav) if (pages / path).is_file()]
    for file in sorted(pages.rglob("*.md")):
        path, text = file.relative_to(pages).as_posix(), file.read_text(encoding="utf-8")
        if links := tuple(LINK.findall(text)):
            found += [path, *targets(path, links, pages)]
    return tuple(sorted(dict.fromkeys(found)))


def named_in(nav: Any, *, is_titled: bool = False) -> Iterator[tuple[str, bool]]:
    """The files that a navigation names, and whether it says too what they are called."""
    match nav:
        case str():
            yield nav, is_titled
        case dict():
            for value in nav.values():
                yield from named_in(value, is_titled=True)
        case list():
            for value in nav:
                yield from named_in(value)


def targets(path: str, links: tuple[tuple[str, str], ...], pages: Path) -> Iterator[str]:
    """The files below the folder of the pages that a page links to."""
    for pair in links:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote("".join(pair))))
        if not target.startswith(("/", "..")) and (pages / target).is_file():
            yield target
