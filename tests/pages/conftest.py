"""The pages and the site of the shipped library."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.library import Library
from generator.pages import WrittenPage, build_site, write_pages
from tests.conftest import DATED


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
