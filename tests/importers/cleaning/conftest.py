"""The gallery's Word files, made once for the tests of cleaning."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.importers.original import Original
from generator.importers.reading import read_original
from tests.gallery.river import open_library, print_gallery


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Original]:
    """Every sample, written as a Word file and read again."""
    files = print_gallery(open_library(tmp_path_factory.mktemp("gallery"))).files
    return {name: read_original(content, f"{name}.docx") for name, content in files.items()}
