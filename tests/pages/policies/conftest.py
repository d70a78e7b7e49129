"""Pages of a small library of policies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.library import load_library
from generator.pages import write_pages

DAY = date(2022, 12, 31)


@pytest.fixture
def written(make_library: Callable[[Mapping[str, str]], Path]) -> Callable[[Mapping[str, str]], Path]:
    """Write the pages of a library, and get their folder."""

    def write(files: Mapping[str, str]) -> Path:
        library, problems = load_library(make_library(files))
        assert [problem.as_text() for problem in problems] == []
        write_pages(library, library.root / "pages", dated=DAY)
        return library.root / "pages"

    return write
