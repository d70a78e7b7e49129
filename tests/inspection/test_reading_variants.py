"""Variants of the file format."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from generator.ooxml.package import pack
from generator.recognition.reading import read_facts
from tests.inspection.packages import A4, docx, p, part, parts_of, r, relations
from tests.inspection.packed import DEFAULTS, read, texts

SIZE_IN_POINTS = '<w:sz w:val="16pt"/>'


def test_the_strict_variant_is_read_like_the_transitional_one() -> None:
    body = f"<w:p><w:pPr><w:jc w:val='end'/></w:pPr>{r('甲', SIZE_IN_POINTS)}</w:p><w:sectPr>{A4}</w:sectPr>"
    parts = parts_of(body, {"styles": DEFAULTS})
    strict = {
        name: text.replace(
            b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml"
        ).replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
        for name, text in parts.items()
    }
    assert strict["word/document.xml"] != parts["word/document.xml"]
    (paragraph,) = read_facts(pack(strict)).paragraphs
    assert (paragraph.text, paragraph.alignment, paragraph.runs[0].size) == ("甲", "right", Decimal(16))
    assert paragraph.after == 160


def test_the_document_is_found_by_its_relation_and_without_regard_to_case() -> None:
    parts = parts_of("")
    parts["_rels/.rels"] = relations({"rId1": ("officeDocument", "/word/Document2.xml")})
    parts["word/document2.xml"] = part("document", f"<w:body>{p('甲')}</w:body>")
    del parts["word/document.xml"]
    assert texts(read_facts(pack(parts))) == ["甲"]


def test_names_with_backslashes_are_read() -> None:
    parts = {name.replace("/", "\\"): text for name, text in parts_of(p("甲")).items()}
    assert texts(read_facts(pack(parts))) == ["甲"]


def test_a_file_with_macros_is_read_and_marked() -> None:
    parts = parts_of(p("甲"))
    parts["word/_rels/document.xml.rels"] = relations({"rId1": ("vbaProject", "vbaProject.bin")})
    assert read_facts(pack(parts), "宏.docm").macros
    assert not read(p("甲")).macros


def test_the_name_of_a_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "通知.docx"
    file.write_bytes(docx(p("甲")))
    assert read_facts(file).name == "通知.docx"
    assert read_facts(file, "别名").name == "别名"
