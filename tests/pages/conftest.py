"""The site of the shipped library, and a browser to read it with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.library import Library
from generator.pages import WrittenPage, build_site, write_pages

DATED = date(2022, 12, 31)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def made(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[WrittenPage, ...]]:
    """The pages of the shipped library, with what was said to be written; one Word file is offered."""
    out = tmp_path_factory.mktemp("made")
    word = out / "某.docx"
    word.write_bytes(b"PK word")
    written = write_pages(library, out / "pages", dated=DATED, downloads={"濮阳-数字城管-2016": word})
    return out / "pages", written


@pytest.fixture(scope="session")
def site(root: Path, made: tuple[Path, tuple[WrittenPage, ...]]) -> Path:
    """The site of the shipped library, built without a word of complaint."""
    pages, _ = made
    out = pages.parent / "site"
    problems = build_site(root, pages, out, dated=DATED)
    assert [problem.as_text() for problem in problems] == []
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="没有 playwright")
    if CHROMIUM is None:
        pytest.skip("没有 Chromium")
    with playwright.sync_playwright() as engine:
        opened = engine.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


class QuietHandler(SimpleHTTPRequestHandler):
    """A plain static server that keeps its log to itself."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site on a plain web server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """Where the site is opened from: a folder, or a web server."""
    return site.as_uri() if request.param == "file" else served
