"""The files with every closing and their rendered pages, made once."""

from __future__ import annotations

import pytest

from tests import rendering
from tests.rendering import Page
from tests.word.closing.samples import EVEN, documents, even_documents, unsigned_documents, write


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    written = {name: write(document) for name, document in documents().items()}
    written |= {name: write(document) for name, document in unsigned_documents().items()}
    return written | {f"even{name}": write(one, EVEN) for name, one in even_documents().items()}


@pytest.fixture(scope="session")
def pages(files: dict[str, bytes]) -> dict[str, tuple[Page, ...]]:
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    return rendering.render(files)
