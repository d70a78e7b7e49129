"""The page 版式图鉴 agrees with the gallery: samples, pictures, clauses, measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.library import load_library
from generator.pages import write_pages
from tests.conftest import DATED
from tests.gallery.catalogue import PICTURES, ROOT, SITE_TEXT, samples
from tests.gallery.golden import expected_facts
from tests.gallery.site_page import page_text

PNG = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 2_000_000
UPRIGHT = (579, 819)


@pytest.fixture(scope="module")
def facts() -> Mapping[str, Any]:
    return {sample.id: expected_facts(sample.id) for sample in samples()}


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height as the head of a PNG has them."""
    head = picture.read_bytes()[:24]
    assert head.startswith(PNG), picture.name
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])


def test_the_page_is_made_from_the_facts_of_the_gallery(facts: Mapping[str, Any]) -> None:
    sizes = {sample.id: size_of(PICTURES / f"{sample.id}.png") for sample in samples()}
    assert SITE_TEXT.read_text(encoding="utf-8") == page_text(facts, sizes)


def test_every_sample_has_its_picture_and_no_picture_is_left_over() -> None:
    pictures = sorted(PICTURES.iterdir())
    assert sorted(picture.stem for picture in pictures) == sorted(sample.id for sample in samples())
    assert {picture.suffix for picture in pictures} == {".png"}
    assert sum(picture.stat().st_size for picture in pictures) < MOST_BYTES
    assert {tuple(sorted(size_of(picture))) for picture in pictures} == {UPRIGHT}


def test_every_sample_stands_on_the_page_with_its_elements_and_clauses(facts: Mapping[str, Any]) -> None:
    text = SITE_TEXT.read_text(encoding="utf-8")
    for sample in samples():
        (figure,) = re.findall(rf'<figure id="{sample.id}">.*?</figure>', text)
        assert sample.caption in figure
        assert sample.exempt in figure
        assert f'src="{PICTURES.name}/{sample.id}.png"' in figure
        assert re.search(r'alt="[^"]{12,}"', figure)
        for entry in facts[sample.id]["要素"]:
            assert entry["名"] in figure
            assert entry["条"] in figure


def test_the_telling_page_of_every_sample_exists(facts: Mapping[str, Any]) -> None:
    for sample in samples():
        assert 1 <= sample.page <= facts[sample.id]["页数"]
        assert all(1 <= element.page <= facts[sample.id]["页数"] for element in sample.elements)


def test_the_site_has_the_page_and_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    library, _ = load_library(tmp_path)
    written = {page.path for page in write_pages(library, tmp_path / "pages", dated=DATED)}
    wanted = {f"help/{PICTURES.name}/{sample.id}.png" for sample in samples()}
    assert wanted | {f"help/{SITE_TEXT.name}"} <= written
    assert all((tmp_path / "pages" / path).is_file() for path in wanted)
    assert f"help/{SITE_TEXT.name}" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_picture_beside_a_page_of_ones_own_is_copied_and_goes_with_its_file(tmp_path: Path) -> None:
    texts = tmp_path / "site" / "text"
    (texts / "说明").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: 某市的库\n", encoding="utf-8")
    (texts / "说明.md").write_text("# 说明\n", encoding="utf-8")
    for name in ("一.png", "底稿.psd"):
        (texts / "说明" / name).write_bytes(PNG)
    library, _ = load_library(tmp_path)
    write_pages(library, tmp_path / "pages", dated=DATED)
    copied = tmp_path / "pages" / "help" / "说明" / "一.png"
    assert copied.read_bytes() == PNG
    assert not copied.with_name("底稿.psd").exists()
    (texts / "说明" / "一.png").unlink()
    write_pages(library, tmp_path / "pages", dated=DATED)
    assert not copied.parent.exists()
