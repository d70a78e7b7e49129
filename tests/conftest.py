"""What every test may ask for: the shipped library, and small libraries of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from hypothesis import settings

from generator.library import Library, load_library
from generator.problems import Level

ROOT = Path(__file__).parents[1]

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
"""An example may take as long as a busy machine needs: no test is about time."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The shipped library."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The records of the shipped library, all of which can be read."""
    loaded, problems = load_library(ROOT)
    assert [problem.as_text() for problem in problems] == []
    return loaded


@pytest.fixture
def make_library(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Write a library of one's own from paths and texts, and get its folder."""

    def make(files: Mapping[str, str]) -> Path:
        for path, text in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return make


@pytest.fixture
def copy_of_shipped(tmp_path: Path) -> Path:
    """A copy of the shipped records that a test may change."""
    for folder in ("cases", "policies", "documents", "templates", "site"):
        copytree(ROOT / folder, tmp_path / folder)
    copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


DATED = date(2022, 12, 31)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of the shipped library, built once."""
    from generator.build import build  # noqa: PLC0415

    out = tmp_path_factory.mktemp("built")
    result = build(ROOT, out, DATED)
    assert [problem.as_text() for problem in result.problems if problem.level is Level.ERROR] == []
    return out
