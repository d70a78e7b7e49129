"""PDFs beside the Word files: made once, never over a person's, gone when they show an older Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import BuildResult, build, pdfs, write
from generator.build.manifest import read_manifest
from generator.cli import main
from generator.machine import Conversion, Office
from generator.machine.fonts import Font, Fonts
from generator.problems import Level

DATED = date(2022, 12, 31)
CASE = "濮阳-数字城管-2016"
OTHER = "瓯海-三百工程-2015"


class Printer:
    """Stands for LibreOffice: a PDF is the hash of its Word file; it remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.refuses: str = ""

    def convert(
        self,
        _office: Office,
        _fonts: Mapping[str, str],
        files: Sequence[Path],
        into: Path,
        _report: Callable[[int], None],
    ) -> Conversion:
        result = Conversion()
        for file in files:
            self.asked.append(file.stem)
            if file.stem == self.refuses:
                result.failed.append(file)
                continue
            result.made[file] = into / f"{file.stem}.pdf"
            result.made[file].write_bytes(b"%PDF-1.6 of " + file.read_bytes())
        return result


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Printer:
    made = Printer()
    monkeypatch.setattr(pdfs, "convert", made.convert)
    monkeypatch.setattr(pdfs, "find_office", lambda: Office(Path("soffice"), "24.2"))
    return made


def write_cases(root: Path, *, pdf: bool = True) -> BuildResult:
    return write(root, (CASE, OTHER), None, pdf=pdf)


def change(root: Path) -> None:
    """Change one of the two cases."""
    file = root / "cases" / "projects" / f"{CASE}.yaml"
    text = file.read_text(encoding="utf-8")
    assert "数字化城市管理" in text
    file.write_text(text.replace("数字化城市管理", "数字化的城市管理", 1), encoding="utf-8")


def words(root: Path) -> list[str]:
    return sorted(file.name for file in (root / "build" / "word").iterdir())


def test_each_word_file_has_its_pdf_in_place_and_in_the_manifest(
    copy_of_shipped: Path, printer: Printer
) -> None:
    result = write_cases(copy_of_shipped)
    assert words(copy_of_shipped) == [f"{CASE}.docx", f"{CASE}.pdf", f"{OTHER}.docx", f"{OTHER}.pdf"]
    output = read_manifest(copy_of_shipped / "build").outputs[f"word/{CASE}.pdf"]
    assert output.records == (CASE,)
    assert len(output.made_from) == 64
    assert printer.asked == [CASE, OTHER]
    assert result.left_out == ()


@pytest.mark.usefixtures("printer")
def test_fonts_that_stand_in_are_told_kind_by_kind(
    copy_of_shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = Fonts((Font(("FandolFang", "FandolFang R"), "FandolFang R"),))
    monkeypatch.setattr(pdfs, "installed_fonts", lambda: installed)
    told = {problem.code: problem for problem in write_cases(copy_of_shipped).problems}
    assert told["PDF003"].level is Level.HINT
    assert told["PDF003"].message.endswith("代替：仿宋_GB2312用 FandolFang")
    assert told["PDF004"].level is Level.WARNING
    assert "本机没有方正小标宋简体、楷体_GB2312、黑体、宋体、Times New Roman" in told["PDF004"].message


def test_only_changed_word_files_are_converted_again(copy_of_shipped: Path, printer: Printer) -> None:
    write_cases(copy_of_shipped)
    change(copy_of_shipped)
    write_cases(copy_of_shipped)
    assert printer.asked == [CASE, OTHER, CASE]
    assert (copy_of_shipped / "build" / "word" / f"{OTHER}.pdf").is_file()


def test_another_libreoffice_makes_all_anew(
    copy_of_shipped: Path, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(copy_of_shipped)
    monkeypatch.setattr(pdfs, "find_office", lambda: Office(Path("soffice"), "25.8"))
    write_cases(copy_of_shipped)
    assert len(printer.asked) == 4


def test_a_pdf_that_a_person_changed_stays_and_the_new_one_stands_beside_it(
    copy_of_shipped: Path, printer: Printer
) -> None:
    write_cases(copy_of_shipped)
    (copy_of_shipped / "build" / "word" / f"{CASE}.pdf").write_bytes(b"%PDF signed")
    result = write_cases(copy_of_shipped)
    assert (copy_of_shipped / "build" / "word" / f"{CASE}.pdf").read_bytes() == b"%PDF signed"
    assert f"{CASE}-新.pdf" in words(copy_of_shipped)
    assert printer.asked[2:] == [CASE]
    assert "OUT003" in [problem.code for problem in result.problems]


@pytest.mark.usefixtures("printer")
def test_a_pdf_goes_where_its_word_file_goes(copy_of_shipped: Path) -> None:
    write_cases(copy_of_shipped)
    (copy_of_shipped / "build" / "word" / f"{CASE}.docx").write_bytes(b"edited")
    write_cases(copy_of_shipped)
    assert words(copy_of_shipped)[:3] == [f"{CASE}-新.docx", f"{CASE}-新.pdf", f"{CASE}.docx"]


@pytest.mark.usefixtures("printer")
def test_a_pdf_that_shows_an_older_word_file_is_removed_unless_a_person_changed_it(
    copy_of_shipped: Path,
) -> None:
    write_cases(copy_of_shipped)
    write_cases(copy_of_shipped, pdf=False)
    assert f"{CASE}.pdf" in words(copy_of_shipped)
    change(copy_of_shipped)
    write_cases(copy_of_shipped, pdf=False)
    assert words(copy_of_shipped) == [f"{CASE}.docx", f"{OTHER}.docx", f"{OTHER}.pdf"]
    assert f"word/{CASE}.pdf" not in read_manifest(copy_of_shipped / "build").outputs


@pytest.mark.usefixtures("printer")
def test_a_changed_pdf_of_an_older_word_file_stays(copy_of_shipped: Path) -> None:
    write_cases(copy_of_shipped)
    (copy_of_shipped / "build" / "word" / f"{CASE}.pdf").write_bytes(b"%PDF signed")
    change(copy_of_shipped)
    write_cases(copy_of_shipped, pdf=False)
    assert (copy_of_shipped / "build" / "word" / f"{CASE}.pdf").read_bytes() == b"%PDF signed"


def test_a_file_that_libreoffice_refuses_is_named_and_the_others_have_their_pdf(
    copy_of_shipped: Path, printer: Printer
) -> None:
    printer.refuses = CASE
    result = write_cases(copy_of_shipped)
    assert words(copy_of_shipped) == [f"{CASE}.docx", f"{OTHER}.docx", f"{OTHER}.pdf"]
    (problem,) = [problem for problem in result.problems if problem.code == "PDF002"]
    assert CASE in problem.message


def test_without_libreoffice_the_word_files_are_made_all_the_same(
    copy_of_shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdfs, "find_office", lambda: None)
    result = CliRunner().invoke(main, ["--root", str(copy_of_shipped), "write", CASE, "--pdf"])
    assert result.exit_code == 0
    assert "警告 PDF001 没有找到 LibreOffice，未生成 PDF" in result.output
    assert words(copy_of_shipped) == [f"{CASE}.docx"]


def test_a_build_prints_everything_and_offers_no_pdf_on_the_site(
    copy_of_shipped: Path, printer: Printer
) -> None:
    result = build(copy_of_shipped, copy_of_shipped / "build", DATED, pdf=True)
    outputs = result.manifest.outputs
    printed = [path for path in outputs if path.endswith(".pdf")]
    assert len(printed) == len(printer.asked) > 10
    assert all(path.startswith("word/") for path in printed)
    shown = CliRunner().invoke(main, ["--root", str(copy_of_shipped), "build", "--date", "2022-12-31"])
    assert "PDF 文件" in shown.output
    assert len(printer.asked) == len(printed)
