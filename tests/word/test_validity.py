"""Every written file is valid WordprocessingML by the rules of the Open XML SDK."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ooxml.package import pack
from generator.word import TemplateKind, make_template
from tests.word import samples_formats
from tests.word.reading import Written

audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")

THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
"""Left out on purpose: theme fonts win over the fonts that styles name, and Word needs no theme."""


def complaints(content: bytes, folder: Path) -> list[str]:
    file = folder / "written.docx"
    file.write_bytes(content)
    errors = audit.OpenXmlValidator().validate(file).errors
    return [str(error.description) for error in errors if THEME not in str(error.description)]


SAMPLES = ["report", "chain", "sealed", "plain", "crowded", "collection", *samples_formats.every()]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_written_file_is_valid(name: str, written: dict[str, Written], tmp_path: Path) -> None:
    assert complaints(written[name].content, tmp_path) == []


@pytest.mark.parametrize("kind", list(TemplateKind))
def test_a_template_is_valid(kind: TemplateKind, tmp_path: Path) -> None:
    assert complaints(make_template(kind), tmp_path) == []


def test_the_validator_does_find_faults(written: dict[str, Written], tmp_path: Path) -> None:
    parts = dict(written["plain"].parts)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body><w:wrong/>")
    assert complaints(pack(parts), tmp_path) != []
