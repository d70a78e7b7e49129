"""The gallery's Word files, made once for all tests of trees."""

from __future__ import annotations

import pytest

from tests.gallery.river import Gallery, open_library, print_gallery


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """Every sample as a Word file, with the tree that it was made of."""
    return print_gallery(open_library(tmp_path_factory.mktemp("recovered")))
