"""A browser page that remembers what went wrong."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote


class Reader:
    """A page that remembers what went wrong and what was asked of whom."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        self.strangers: list[str] = []
        page.on(
            "console", lambda message: self.faults.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.note(request.url))

    def note(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.strangers.append(url)

    def open(self, path: str) -> None:
        path, _, query = path.partition("?")
        self.page.goto(f"{self.address}/{quote(path)}" + (f"?{query}" if query else ""))

    def first_hit(self, box: str, words: str) -> str:
        """Type into a search box and wait for the first hit."""
        self.page.fill(box, words)
        hit = self.page.locator(".search-results .hit").first
        hit.wait_for(timeout=10_000)
        self.page.wait_for_timeout(400)
        return str(self.page.locator(".search-results .hit .hit-title").first.inner_text())
