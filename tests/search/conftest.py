"""The index of the shipped library, and small libraries with an index of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.library import Library, load_library
from generator.search import build_index
from tests.search.samples import MakeIndex


@pytest.fixture(scope="session")
def shipped(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the shipped library."""
    directory = tmp_path_factory.mktemp("shipped") / "index"
    build_index(library, directory)
    return directory


@pytest.fixture
def index_of(make_library: Callable[[Mapping[str, str]], Path]) -> MakeIndex:
    """Write records, index them, and get the folder of the index."""

    def make(files: Mapping[str, str]) -> Path:
        root = make_library(files)
        library, problems = load_library(root)
        assert [problem.as_text() for problem in problems] == []
        build_index(library, root / "build" / "index")
        return root / "build" / "index"

    return make
