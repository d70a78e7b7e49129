"""The gallery's Word files: valid, and with every font, grid and indent that WPS and LibreOffice need."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.gallery.catalogue import samples
from tests.gallery.river import Gallery
from tests.word.reading import W, Written
from tests.word.test_markup import CHARS, CHINESE, fonts_of

IDS = [sample.id for sample in samples()]


@pytest.fixture(scope="session")
def files(gallery: Gallery) -> dict[str, Written]:
    return {sample: Written(content) for sample, content in gallery.files.items()}


@pytest.mark.parametrize("sample", IDS)
def test_every_chinese_run_names_a_chinese_font(sample: str, files: dict[str, Written]) -> None:
    file = files[sample]
    for paragraph in file.root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for run in paragraph.iterchildren(f"{W}r"):
            text = "".join(element.text or "" for element in run.iterchildren(f"{W}t"))
            if CHINESE.search(text):
                fonts = fonts_of(file, run, style)
                assert fonts["eastAsia"] == fonts["ascii"] == fonts["hAnsi"] != "Times New Roman", text


@pytest.mark.parametrize("sample", IDS)
def test_no_part_names_a_theme_font(sample: str, files: dict[str, Written]) -> None:
    parts = files[sample].parts
    assert [part for part, content in parts.items() if b"Theme=" in content or "theme" in part] == []


@pytest.mark.parametrize("sample", IDS)
def test_every_table_has_a_grid_that_its_cells_fill(sample: str, files: dict[str, Written]) -> None:
    for table in files[sample].root.iter(f"{W}tbl"):
        width = sum(int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol"))
        assert width == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) > 0
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        for row in table.iterchildren(f"{W}tr"):
            cells = [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iterchildren(f"{W}tc")]
            assert sum(cells) == width


@pytest.mark.parametrize("sample", IDS)
def test_every_indent_in_characters_has_its_twips_beside_it(sample: str, files: dict[str, Written]) -> None:
    parts = [part for part in files[sample].parts if part.startswith("word/") and part.endswith(".xml")]
    for part in parts:
        for indent in etree.fromstring(files[sample].parts[part]).iter(f"{W}ind"):
            for chars in CHARS:
                if indent.get(f"{W}{chars}") is not None:
                    assert indent.get(f"{W}{chars.removesuffix('Chars')}") is not None, part


@pytest.mark.parametrize("sample", IDS)
def test_a_sample_is_valid(sample: str, gallery: Gallery, tmp_path: Path) -> None:
    pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    from tests.word.test_validity import complaints  # noqa: PLC0415 (it skips its importer where it cannot run)

    assert complaints(gallery.files[sample], tmp_path) == []
