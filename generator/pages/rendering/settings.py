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
from generator.pages.shipped import CONFIG, site_home

PROGRAMS = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "markupsafe")
COPIED = (".css", ".js", ".woff", ".woff2")
"""Files of the theme that are copied as they are; pages name them and do not hold them."""
DAY_MARKS = (b"build_date", b"update_date")
"""What a theme says that prints the time of building."""


def settings_key(root: Path, settings: Any, dated: date) -> str:
    """One sum of all that pages depend on beside their own words.

    Args:
        root: the library folder.
        settings: as the renderer has read them.
        dated: the day of the build, which counts only where the theme prints it.
    """
    config = (site_home(root) / CONFIG).read_bytes()
    theme = tuple(theme_files(settings))
    day = dated.isoformat() if any(mark in text for _, text in theme for mark in DAY_MARKS) else ""
    key = sha256(repr((config, theme, day, programs(PROGRAMS), own_code())).encode())
    return key.hexdigest()


def theme_files(settings: Any) -> Iterator[tuple[str, bytes]]:
    """The library's own part of the theme, but for what is only copied."""
    folder = Path(settings.theme.custom_dir or "")
    if not settings.theme.custom_dir:
        return
    for file in sorted(folder.rglob("*"), key=Path.as_posix):
        if file.is_file() and file.suffix not in COPIED:
            yield file.relative_to(folder).as_posix(), file.read_bytes()


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
    """A sum of this program: another version may write the same words in another way."""
    home = Path(generator.__file__).parent
    texts = ((file.relative_to(home).as_posix(), file.read_bytes()) for file in sorted(home.rglob("*.py")))
    return sha256(repr([*texts]).encode()).hexdigest()
