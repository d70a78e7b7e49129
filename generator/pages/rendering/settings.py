"""What a finished page depends on beside its own words: settings, theme, programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import generator
from generator.pages.rendering.frame import named_in
from generator.pages.shipped import CONFIG, site_home

PROGRAMS = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "markupsafe")
CACHE = "__pycache__"
READS_PAGES_ALONE = frozenset(
    (
        *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta"),
        *("nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
    )
)
"""Extensions of Markdown whose output follows from the page and the settings; others may read any file."""
CODE = "!!python/"
"""In settings: a program of the library's own."""
DAY_MARKS = (b"build_date", b"update_date")
"""What a theme says that prints the time of building."""


def is_repeatable(root: Path, settings: Any) -> bool:
    """Whether a page follows from its words and from `settings_key`, so that an earlier one serves again."""
    text = (site_home(root) / CONFIG).read_text(encoding="utf-8")
    return READS_PAGES_ALONE.issuperset(settings.markdown_extensions) and CODE not in text


def settings_key(root: Path, settings: Any, dated: date, pages: Path) -> str:
    """One sum of all that pages depend on beside their own words.

    Args:
        root: the library folder.
        settings: as the renderer has read them.
        dated: the day of the build, which counts only where the theme prints it.
        pages: the folder of the pages, some of which give the navigation its words.
    """
    config = (site_home(root) / CONFIG).read_bytes()
    theme = tuple(theme_files(settings))
    day = dated.isoformat() if any(mark in text for _, text in theme for mark in DAY_MARKS) else ""
    words = tuple(navigation_words(settings.nav, pages))
    key = sha256(repr((config, theme, day, words, programs(PROGRAMS), own_code())).encode())
    return key.hexdigest()


def theme_files(settings: Any) -> Iterator[tuple[str, bytes]]:
    """The library's own part of the theme; what is only copied too, for pages name its version."""
    folder = Path(settings.theme.custom_dir or "")
    if not settings.theme.custom_dir:
        return
    for file in sorted(folder.rglob("*"), key=Path.as_posix):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def navigation_words(nav: Any, pages: Path) -> Iterator[tuple[str, str]]:
    """What every page shows of the pages in the navigation.

    That is what stands at their head (a theme may show an icon or a status); the title too where the
    navigation leaves it to the page, which may write it in several ways: then all of it counts.
    """
    from mkdocs.utils.meta import get_data  # noqa: PLC0415 (most commands never build a site)

    for path, is_titled in named_in(nav):
        file = pages / path
        if file.is_file():
            text = file.read_text(encoding="utf-8-sig")
            yield path, repr(sorted(get_data(text)[1].items())) if is_titled else text


def programs(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The versions of some programs."""
    return tuple((name, installed(name)) for name in names)


def installed(name: str) -> str:
    """The version of a package; empty where it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@cache
def own_code() -> str:
    """A sum of this program, with its words and tables: another version may write the same in another way."""
    return sum_of(Path(generator.__file__).parent)


def sum_of(folder: Path) -> str:
    """A sum of every file in a folder and below it, but for what Python keeps there for itself."""
    files = (file for file in folder.rglob("*") if file.is_file() and CACHE not in file.parts)
    texts = sorted((file.relative_to(folder).as_posix(), file.read_bytes()) for file in files)
    return sha256(repr(texts).encode()).hexdigest()
