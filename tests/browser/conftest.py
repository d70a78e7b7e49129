"""A browser, and the site of the shipped library opened from a folder and from a plain web server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.browser.reading import Reader

NAMED = os.environ.get("CHROMIUM")
"""Another browser than the machine's own, such as one of five years ago."""
CHROMIUM = (
    NAMED or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


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


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The whole site of the shipped library, as one command builds it."""
    return built / "site"


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


@pytest.fixture
def reader(browser: Any, address: str) -> Iterator[Reader]:
    """A page of a wide window that remembers faults and outside requests."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Reader(page, address)
    page.close()
