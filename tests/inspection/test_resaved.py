"""What LibreOffice makes of our documents: opened and saved again, they break no rule either."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.standard import LocalCustom
from tests import rendering
from tests.gallery.river import Gallery, open_library, print_gallery
from tests.inspection.sound import SOUND
from tests.inspection.sound import written as sound
from tests.inspection.test_rules_on_our_own import DOCUMENTS, FORMATS, PLANTED, faults, judged, written
from tests.inspection.unstyled import unstyled


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """Every document of the gallery."""
    return print_gallery(open_library(tmp_path_factory.mktemp("gallery")))


@pytest.fixture(scope="module")
def documents(gallery: Gallery) -> dict[str, bytes]:
    """Every document that the tests have, by names that are told where one fails."""
    ours = {name: written(make()) for name, make in DOCUMENTS.items()}
    ours |= {name: written(document) for name, document in FORMATS.items()}
    return {**ours, **gallery.files}


def told(content: bytes, name: str, gallery: Gallery) -> list[str]:
    """What the inspection says against a document, beside what its words get wrong on purpose."""
    custom = gallery.custom(name) if name in gallery.files else LocalCustom()
    findings = judged(content, custom)
    return faults(tuple(one for one in findings if one.code not in PLANTED.get(name, ())))


def wrong(documents: Mapping[str, bytes], gallery: Gallery) -> dict[str, list[str]]:
    """The documents that break a rule."""
    found = {name: told(content, name, gallery) for name, content in documents.items()}
    return {name: one for name, one in found.items() if one}


def saved_again(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each as LibreOffice saves it; skipped where it is missing."""
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    names = {f"d{number}": name for number, name in enumerate(documents)}
    files = {short: documents[name] for short, name in names.items()}
    return {names[short]: content for short, content in rendering.resave(files).items()}


def through_odt(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each saved as OpenDocument and then as Word again."""
    names = [f"d{number}" for number in range(len(documents))]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, content in zip(names, documents.values(), strict=True):
            (folder / f"{name}.docx").write_bytes(content)
        rendering.convert(folder, [f"{name}.docx" for name in names], "odt", "odt")
        rendering.convert(folder, [f"odt/{name}.odt" for name in names], "docx", "back")
        found = [(folder / "back" / f"{name}.docx").read_bytes() for name in names]
    return dict(zip(documents, found, strict=True))


def test_no_document_of_the_gallery_breaks_a_rule(gallery: Gallery) -> None:
    assert len(gallery.files) >= 24
    assert wrong(gallery.files, gallery) == {}


def test_none_does_so_without_its_styles(documents: dict[str, bytes], gallery: Gallery) -> None:
    assert wrong({name: unstyled(content) for name, content in documents.items()}, gallery) == {}


@pytest.mark.render
def test_none_does_so_after_libreoffice_has_saved_it_again(
    documents: dict[str, bytes], gallery: Gallery
) -> None:
    assert wrong(saved_again(documents), gallery) == {}


@pytest.mark.render
def test_none_does_so_after_it_has_been_an_opendocument_text(gallery: Gallery) -> None:
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    assert wrong(through_odt({name: sound(name) for name in SOUND}), gallery) == {}
