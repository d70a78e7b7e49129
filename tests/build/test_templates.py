"""The templates folder of a library: what `check` says of it, and what documents are written with."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.wordfiles import Templates, check_templates
from generator.ooxml.package import pack
from generator.problems import Level, LibraryError
from generator.standard import LocalCustom, TemplateKind, gbt9704
from generator.word import make_template
from generator.word.maker import template_parts

CENTRED = LocalCustom.model_validate({"页码位置": "居中"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    return tmp_path / "templates"


def told(folder: Path) -> list[tuple[str, str, str]]:
    return [(one.level.value, one.code, str(one.place)) for one in check_templates(folder.parent)]


def test_the_shipped_templates_are_silent(root: Path) -> None:
    assert check_templates(root) == ()


def test_a_library_without_templates_is_silent(tmp_path: Path) -> None:
    assert check_templates(tmp_path) == ()


def test_customs_without_any_template_shape_the_standard_s_own(folder: Path) -> None:
    (folder / "本单位.yaml").write_text("页码位置: 居中\n", encoding="utf-8")
    assert told(folder) == [("提示", "TMPL010", "templates/本单位.yaml:1:1")]
    template = Templates(folder.parent).of(TemplateKind.DOCUMENT)
    assert template.standard is gbt9704(CENTRED)


def test_customs_of_a_template_reach_the_documents_written_with_it(folder: Path) -> None:
    (folder / "文件.docx").write_bytes(make_template(TemplateKind.DOCUMENT, CENTRED))
    (folder / "文件.yaml").write_text("页码位置: 居中\n", encoding="utf-8")
    templates = Templates(folder.parent)
    assert templates.of(TemplateKind.DOCUMENT).standard is gbt9704(CENTRED)
    assert templates.of(TemplateKind.COLLECTION).standard is gbt9704()


def test_a_faulty_file_of_customs_stops_documents_and_is_told_once(folder: Path) -> None:
    (folder / "本单位.yaml").write_text("页码: 居中\n", encoding="utf-8")
    (folder / "文件.docx").write_bytes(make_template(TemplateKind.DOCUMENT))
    assert told(folder) == [("错误", "REC003", "templates/本单位.yaml:1:1")]
    with pytest.raises(LibraryError, match="不认识的键“页码”"):
        Templates(folder.parent).of(TemplateKind.DOCUMENT)


def test_a_template_that_departs_is_told_under_its_place_in_the_library(folder: Path) -> None:
    parts = template_parts(TemplateKind.DOCUMENT)
    body = parts["word/document.xml"].decode("utf-8").replace('w:top="2098"', 'w:top="1440"')
    (folder / "文件.docx").write_bytes(pack(parts | {"word/document.xml": body.encode("utf-8")}))
    assert told(folder) == [("警告", "TMPL011", "templates/文件.docx")]


@pytest.mark.parametrize("name", ["文件.doc", "文件.docm", "文件.wps", "函.DOTX"])
def test_a_file_that_is_never_taken_as_a_template_is_told(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b"x")
    assert told(folder) == [("警告", "TMPL002", f"templates/{name}")]


@pytest.mark.parametrize("name", ["文年.yaml", "文件.yml"])
def test_customs_that_no_template_takes_up_are_told(name: str, folder: Path) -> None:
    (folder / name).write_text("页码位置: 居中\n", encoding="utf-8")
    assert told(folder) == [("警告", "TMPL003", f"templates/{name}:1:1")]


def test_a_broken_template_is_an_error_and_the_others_are_still_looked_at(folder: Path) -> None:
    (folder / "文件.docx").write_bytes(b"not a zip")
    (folder / "汇编.docx").write_bytes(make_template(TemplateKind.COLLECTION, CENTRED))
    found = check_templates(folder.parent)
    assert [one.code for one in found if one.level is Level.ERROR] == ["WORD001"]
    assert {one.place.path for one in found} == {"templates/文件.docx", "templates/汇编.docx"}
