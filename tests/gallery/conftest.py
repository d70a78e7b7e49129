"""The gallery, made and laid out once for all its tests."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests import rendering
from tests.gallery.river import Gallery, lay_out, open_library, print_gallery
from tests.rendering import Page


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """Every sample as a Word file."""
    return print_gallery(open_library(tmp_path_factory.mktemp("gallery")))


@pytest.fixture(scope="session")
def pages(gallery: Gallery, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Page, ...]]:
    """The pages of every sample, laid out in one run of LibreOffice."""
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    printed = lay_out(gallery.files, tmp_path_factory.mktemp("printed"))
    return {sample: rendering.read_pages(file) for sample, file in printed.items()}
