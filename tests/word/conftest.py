"""Templates, written samples and their rendered pages, made once for all tests of the Word pen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.word import (
    TemplateKind,
    WordTemplate,
    kind_for,
    standard_template,
    write_collection,
    write_document,
)
from tests import rendering
from tests.word import samples, samples_formats
from tests.word.reading import Written

GOLDEN = Path(__file__).parent / "golden"
RENEW = "RENEW_GOLDEN"
"""Set to 1, this variable makes the tests write the golden files anew."""


@pytest.fixture(scope="session")
def template() -> WordTemplate:
    return standard_template(TemplateKind.DOCUMENT)


@pytest.fixture(scope="session")
def collection_template() -> WordTemplate:
    return standard_template(TemplateKind.COLLECTION)


@pytest.fixture(scope="session")
def written(template: WordTemplate, collection_template: WordTemplate) -> dict[str, Written]:
    """Every sample as a .docx."""
    documents = {
        "report": samples.report(),
        "chain": samples.chain(),
        "sealed": samples.sealed(),
        "plain": samples.plain_text(),
        "crowded": samples.crowded(),
    }
    files = {name: write_document(document, template) for name, document in documents.items()}
    for name, document in samples_formats.every().items():
        files[name] = write_document(document, standard_template(kind_for(document.format)))
    files["collection"] = write_collection(samples.collection(), collection_template)
    return {name: Written(content) for name, content in files.items()}


@pytest.fixture(scope="session")
def rendered(written: dict[str, Written]) -> dict[str, tuple[rendering.Page, ...]]:
    """The pages of every sample as LibreOffice lays them out."""
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    return rendering.render({name: file.content for name, file in written.items()})


@pytest.fixture(scope="session")
def golden() -> GoldenFolder:
    return GoldenFolder()


class GoldenFolder:
    """Compares with the files under `golden/`, or writes them where RENEW_GOLDEN=1 asks for it."""

    def check(self, name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get(RENEW) == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text, f"differs from {path}; {RENEW}=1 renews it"
