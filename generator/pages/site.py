"""The settings of the site, and what its renderer says: Material for MkDocs, without plugins or hooks."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from generator.compose import Audience
from generator.pages.shipped import CONFIG, SOURCES, site_home
from generator.problems import Level, LibraryError, Place, Problem

EPOCH = "SOURCE_DATE_EPOCH"
PERSONAL, OPEN = "显示个人信息", "公开资料库"
NEVER_WRITTEN = "build"
"""Settings are only valid with an output folder beside the sources, even when they are only read."""


def site_config(root: Path, **changes: str) -> Any:
    """The settings in mkdocs.yml, with folders of this build."""
    from mkdocs.config import load_config  # noqa: PLC0415

    return load_config(config_file=str(site_home(root) / CONFIG), **changes)


def audience_of(root: Path) -> Audience:
    """Whether the site shows personal data: mkdocs.yml, extra, 显示个人信息: 是.

    Raises:
        LibraryError: mkdocs.yml cannot be used.
    """
    return Audience.PRINT if extra_of(root).get(PERSONAL) in (True, "是") else Audience.SITE


def is_public(root: Path) -> bool:
    """Whether the library is open to everybody, so that nothing classified may lie in it.

    mkdocs.yml, extra, 公开资料库: 否 says that it is not; without the setting it is.

    Raises:
        LibraryError: mkdocs.yml cannot be used.
    """
    return extra_of(root).get(OPEN, True) not in (False, "否")


def extra_of(root: Path) -> Mapping[str, Any]:
    """Our own settings in mkdocs.yml; those of the library count even where its site looks as ours does.

    Raises:
        LibraryError: mkdocs.yml cannot be used.
    """
    home, own = site_home(root), root / CONFIG
    with Warnings().listening():
        if own.is_file() and home != root.resolve():
            return extra_alone(own)
        settings = site_config(root, docs_dir=str(home / SOURCES), site_dir=str(home / NEVER_WRITTEN))
    return dict(settings.extra)


def extra_alone(file: Path) -> Mapping[str, Any]:
    """The key extra of a mkdocs.yml of which nothing else is used."""
    extra = settings_alone(file).get("extra")
    return extra if isinstance(extra, dict) else {}


def settings_alone(file: Path) -> Mapping[str, Any]:
    """The keys of a mkdocs.yml as they stand, without what they lead to."""
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415

    with file.open("rb") as content:
        settings = yaml_load(content)
    return settings if isinstance(settings, dict) else {}


@dataclass(frozen=True, slots=True)
class SiteName:
    """What the site is called, and where it stands (ending in a slash); no address where none is set."""

    name: str
    url: str


def site_name_of(root: Path) -> SiteName:
    """site_name and site_url of the library's own mkdocs.yml, else of the one that comes with the tool."""
    own = root / CONFIG
    settings = settings_alone(own if own.is_file() else site_home(root) / CONFIG)
    name, url = (str(settings.get(key) or "").strip() for key in ("site_name", "site_url"))
    return SiteName(name, f"{url.rstrip('/')}/" if url.startswith(("http://", "https://")) else "")


def site_problem(level: Level, message: str) -> Problem:
    """A word of the renderer as a problem."""
    return Problem(level, "SITE001", message, Place(CONFIG), "检查 mkdocs.yml 和 site 文件夹")


class Warnings(logging.Handler):
    """Gathers what the renderer warns about instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(record.getMessage())

    def reasons(self, error: Exception) -> tuple[Problem, ...]:
        """Why there is no site: what the renderer said before it gave up, else its last words."""
        said = self.messages or [str(error)]
        return tuple(site_problem(Level.ERROR, f"站点没有建成：{message}") for message in said)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen to the renderer, and to nobody else, for a while.

        Raises:
            LibraryError: it gave up, with what it said before.
        """
        from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

        logger = logging.getLogger("mkdocs")
        propagate, logger.propagate = logger.propagate, False
        logger.addHandler(self)
        try:
            yield
        except MkDocsException as error:
            raise LibraryError(self.reasons(error)) from error
        finally:
            logger.removeHandler(self)
            logger.propagate = propagate


@contextmanager
def fixed_time(dated: date) -> Iterator[None]:
    """Let the renderer take a day for the time of building (sitemap, dates of pages)."""
    before = os.environ.get(EPOCH)
    moment = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    os.environ[EPOCH] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[EPOCH]
        else:
            os.environ[EPOCH] = before
