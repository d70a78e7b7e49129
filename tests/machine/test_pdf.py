"""Word files become PDFs in batches, whatever LibreOffice does: it may fail, hang, or stop half-way."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from generator.machine import Office, convert, find_office, installed_fonts, look_up, pdf, replacements
from generator.machine.profile import write_profile
from generator.ooxml.xml import read_xml
from generator.standard import gbt9704
from tests.rendering import missing_tools, read_pages


def word_files(folder: Path, *names: str) -> list[Path]:
    files = [folder / f"{name}.docx" for name in names]
    for file in files:
        file.write_bytes(b"word")
    return files


def runs(program: Path) -> list[str]:
    return program.with_name("runs").read_text(encoding="utf-8").split("\n")[:-1]


def test_files_are_converted_in_batches(
    tmp_path: Path, fake_soffice: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "BATCH", 2)
    program, told = fake_soffice(), list[int]()
    files = word_files(tmp_path, "甲", "乙 二", "丙")
    made = convert(Office(program, "24"), {}, files, tmp_path, told.append)
    assert runs(program) == ["甲 乙 二", "丙"]
    assert made.made == {file: file.with_suffix(".pdf") for file in files}
    assert (made.failed, told) == ([], [2, 3])


def test_a_file_that_stops_the_run_is_left_out_and_the_rest_goes_on(
    tmp_path: Path, fake_soffice: Callable[..., Path]
) -> None:
    program = fake_soffice("if file.stem == '坏':\n    sys.exit(81)\nwrite(file)")
    files = word_files(tmp_path, "甲", "坏", "乙", "丙")
    made = convert(Office(program, "24"), {}, files, tmp_path)
    assert runs(program) == ["甲 坏 乙 丙", "乙 丙"]
    assert [file.stem for file in made.failed] == ["坏"]
    assert [file.stem for file in made.made] == ["甲", "乙", "丙"]


def test_a_libreoffice_that_writes_nothing_is_given_up_soon(
    tmp_path: Path, fake_soffice: Callable[..., Path]
) -> None:
    program = fake_soffice("pass")
    files = word_files(tmp_path, *"甲乙丙丁戊")
    assert convert(Office(program, "24"), {}, files, tmp_path).failed == files
    assert len(runs(program)) == 2


def test_half_a_pdf_is_none(tmp_path: Path, fake_soffice: Callable[..., Path]) -> None:
    program = fake_soffice("write(file, '%PDF-1.6 half')")
    files = word_files(tmp_path, "甲")
    assert convert(Office(program, "24"), {}, files, tmp_path).failed == files


def test_a_libreoffice_that_hangs_is_ended_with_what_it_started(
    tmp_path: Path, fake_soffice: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "STARTING", 0.7)
    monkeypatch.setattr(pdf, "A_FILE", 0.0)
    late = tmp_path / "late"
    child = f"import time, pathlib; time.sleep(2); pathlib.Path({str(late)!r}).touch()"
    program = fake_soffice(f"import subprocess\nsubprocess.run([sys.executable, '-c', {child!r}])")
    files = word_files(tmp_path, "甲")
    begun = time.monotonic()
    assert convert(Office(program, "24"), {}, files, tmp_path).failed == files
    assert time.monotonic() - begun < 2
    time.sleep(1.8)
    assert not late.exists()


def test_a_program_that_cannot_be_started_fails_its_files(tmp_path: Path) -> None:
    files = word_files(tmp_path, "甲")
    assert convert(Office(tmp_path / "没有", ""), {}, files, tmp_path).failed == files


def test_nothing_to_convert_starts_nothing(tmp_path: Path, fake_soffice: Callable[..., Path]) -> None:
    program = fake_soffice()
    assert convert(Office(program, "24"), {}, [], tmp_path).made == {}
    assert not program.with_name("runs").exists()


def test_times_and_random_numbers_go_and_no_byte_moves() -> None:
    def printed(second: int, number: str) -> bytes:
        return (
            f"%PDF-1.6\n/CreationDate(D:202611221728{second:02}Z')>>\ntrailer\n/ID [ <{number * 32}>\n"
            f"<{number * 32}> ]\n/DocChecksum /{number * 32}\n>>\nstartxref\n9\n%%EOF\n"
        ).encode()

    first, second = pdf.steady(printed(5, "A")), pdf.steady(printed(48, "7"))
    assert first == second
    assert len(first) == len(printed(5, "A"))
    assert b"2026" not in first
    assert pdf.steady(first) == first
    assert pdf.steady(printed(5, "A").replace(b"PDF-1.6", b"PDF-1.7")) != first


def test_the_profile_is_well_formed_for_any_name_and_forbids_macros(tmp_path: Path) -> None:
    write_profile(tmp_path, {"仿宋<&>": "A & B"})
    root = read_xml((tmp_path / "user" / "registrymodifications.xcu").read_bytes())
    values = [str(value.text) for value in root.iter("value")]
    assert values == ["true", "true", "2", "仿宋<&>", "A & B", "true", "false"]
    assert "DisableMacrosExecution" in str(sorted(prop.values()[0] for prop in root.iter("prop")))


STANDING_IN = ("FandolFang", "LXGWWenKai", "NotoSansCJK", "NotoSerifCJK", "LiberationSerif")


@pytest.mark.render
@pytest.mark.skipif(bool(missing_tools()), reason=f"缺 {missing_tools()}")
@pytest.mark.skipif(sys.platform != "linux", reason="代用字体按 Linux 的名字查")
def test_a_real_pdf_shows_the_declared_fonts_and_is_the_same_twice(tmp_path: Path) -> None:
    office = find_office()
    assert office is not None
    file = tmp_path / "样张.docx"
    write_line_in_each_face(file)
    table = replacements(look_up(gbt9704(), installed_fonts()))
    pdfs = [convert(office, table, [file], tmp_path / name).made[file] for name in ("一", "二")]
    assert pdfs[0].read_bytes() == pdfs[1].read_bytes()
    (page,) = read_pages(pdfs[0])
    assert "公文格式" in page.text
    assert {kind for font in page.fonts for kind in STANDING_IN if font.startswith(kind)} == set(STANDING_IN)
    assert all(font.startswith(STANDING_IN) for font in page.fonts)


def write_line_in_each_face(file: Path) -> None:
    """A document that asks for every font by its wanted name."""
    document = Document()
    for kind, face in gbt9704().data.faces.items():
        run = document.add_paragraph().add_run("Latin 2022" if kind == "西文" else "公文格式")
        fonts = run.font.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), face.names[0])
    document.save(str(file))
