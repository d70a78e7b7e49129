"""Record to Word and back: what a document prints comes back as the same record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generator.build.wordfiles import Templates, word_files
from generator.compose import Trees, compose_all
from generator.compose.composer import Composer
from generator.compose.official import compose_policy
from generator.document import OfficialDocument
from generator.importers import import_original
from generator.importers.records.overlay import with_drafts
from generator.library import Library, load_library
from generator.models.policy import Policy
from tests.gallery.river import Gallery, open_library, print_gallery
from tests.importers.printed import differences, printed, recomposed
from tests.importers.shapes import Shape, shapes

ROOT = Path(__file__).parents[2]
NOWHERE = Library(ROOT, {})
LOST: Mapping[str, set[str]] = {
    "三项角标": {"信息公开选项"},
    "份号和密级": {"信息公开选项"},
    "信函两面": {"信息公开选项"},
    "命令": {"发文字号"},
    "联合令": {"发文字号"},
    "纪要": {"发文字号"},
}
"""What a policy does not print as its original: a document with a 密级 becomes 不予公开 and says so; an order
bears its whole 令号; minutes have no 文号, their 期号 stands in 未归入."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """Every sample as a Word file."""
    return print_gallery(open_library(tmp_path_factory.mktemp("gallery")))


def test_every_document_of_the_gallery_comes_back_as_it_was_printed(gallery: Gallery) -> None:
    found = {}
    for name, content in gallery.files.items():
        tree = gallery.trees.documents.get(name)
        if tree is None:
            continue
        imported = import_original(content, NOWHERE, f"{name}.docx")
        lost = differences(printed(tree), printed(recomposed(imported, NOWHERE)))
        if lost:
            found[name] = set(lost)
    assert len(gallery.trees.documents) >= 45
    assert found == LOST


@cache
def shipped() -> tuple[Library, Trees]:
    library, _ = load_library(ROOT)
    trees = compose_all(library)
    worded = {name: tree for name, tree in trees.policies.items() if library.source(name).body}
    return library, replace(trees, documents={**trees.documents, **worded}, collections={}, articles={})


def test_every_shipped_document_and_policy_comes_back_as_it_was_printed() -> None:
    library, trees = shipped()
    entries = {k: v for k, v in library.entries.items() if v.source.path.startswith("policies/reference")}
    tables = Library(ROOT, entries)
    files = list(word_files(library, trees, Templates(ROOT)))
    assert len(files) >= 11
    for file in files:
        imported = import_original(file.content, tables, f"{file.id}.docx")
        assert imported.unplaced == ()
        assert differences(printed(trees.documents[file.id]), printed(recomposed(imported, tables))) == {}


def compose(shape: Shape) -> tuple[Library, OfficialDocument]:
    """The library of a shape, and its document."""
    library = with_drafts(NOWHERE, shape.drafts)
    policy = library.find("正件", Policy)
    assert policy is not None
    return library, compose_policy(Composer(library), policy)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(shapes())
def test_any_text_of_official_shape_survives_word_and_import(shape: Shape) -> None:
    library, tree = compose(shape)
    (file,) = word_files(library, Trees(documents={"正件": tree}), Templates(ROOT))
    imported = import_original(file.content, NOWHERE, "正件.docx")
    assert imported.unplaced == ()
    assert differences(printed(tree), printed(recomposed(imported, NOWHERE))) == {}
    assert imported.records.drafts[0].body == shape.drafts[0].body
    attached = [draft.body for draft in imported.records.drafts[1 : len(shape.drafts)]]
    assert attached == [draft.body for draft in shape.drafts[1:]]
