"""`gongwen check` on Word documents, as a drafter uses it in any folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.build import inspecting
from generator.cli import main
from generator.inspection import inspect
from generator.inspection.inspecting import recognised_file
from generator.recognition.roles import Recognised
from generator.standard import LocalCustom, PageNumber
from generator.word import TemplateKind, kind_for, standard_template, write_document
from tests.inspection.packages import docx, p
from tests.inspection.typed import typed_notice
from tests.word import samples, samples_formats

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD_97 = OLE + "WordDocument".encode("utf-16-le").ljust(64, b"\0") + b"\x1a\0"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no library, as the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "某通知.docx").write_bytes(typed_notice())
    document = samples.report()
    written = write_document(document, standard_template(kind_for(document.format)))
    (tmp_path / "报告.docx").write_bytes(written)
    return tmp_path


@pytest.fixture
def notice(folder: Path) -> Path:
    return folder / "某通知.docx"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_document_is_inspected_in_any_folder(folder: Path) -> None:
    result = run("check", "某通知.docx")
    assert result.exit_code == 1
    assert result.output.startswith("某通知.docx：文件式，通知")
    assert "可用 --fix 改" in result.output
    assert names(folder) == ["报告.docx", "某通知.docx"]


@pytest.mark.usefixtures("folder")
def test_a_document_that_keeps_the_standard_ends_with_0() -> None:
    result = run("check", "报告.docx")
    assert result.exit_code == 0
    assert "不符 0" in result.output
    assert run("check", "报告.docx", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("旧.doc", WORD_97, "是旧版 .doc 文件"),
        ("改名.docx", WORD_97, "是旧版 .doc 文件"),
        ("稿.wps", OLE, "是 WPS 文字的 .wps 文件"),
        ("空.docx", b"", "是空文件"),
        ("文字.DOCX", "只是文字".encode(), "不是 Word 文件"),
        ("断.docx", docx(p("通知"))[:200], "不完整或已损坏"),
        ("网页.doc", b"<html><body></body></html>", "网页"),
    ],
)
@pytest.mark.parametrize("fix", [[], ["--fix"]])
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_inspected(
    folder: Path, name: str, content: bytes, said: str, fix: list[str]
) -> None:
    (folder / name).write_bytes(content)
    result = run("check", name, "报告.docx", *fix)
    assert result.exit_code == 1
    assert said in result.output
    assert "报告.docx：文件式，报告" in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_there_is_told() -> None:
    result = run("check", "没有.docx")
    assert result.exit_code == 1
    assert "没有这个文件" in result.output


def test_the_note_that_word_keeps_beside_an_open_file_is_passed_by(folder: Path) -> None:
    (folder / "~$报告.docx").write_bytes(b"\x05owner")
    assert run("check", "~$报告.docx", "报告.docx").exit_code == 0


# --- forms -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
def test_json_has_files_and_problems() -> None:
    data = json.loads(run("check", "某通知.docx", "没有.docx", "--format", "json").stdout)
    assert list(data) == ["files", "problems"]
    assert [file["file"] for file in data["files"]] == ["某通知.docx"]
    assert [problem["code"] for problem in data["problems"]] == ["DOCX001"]


@pytest.mark.usefixtures("folder")
def test_html_goes_to_the_output_or_into_a_file(folder: Path) -> None:
    shown = run("check", "报告.docx", "--format", "html")
    assert shown.output.startswith("<!DOCTYPE html>")
    written = run("check", "某通知.docx", "报告.docx", "--report", "结果.html")
    page = (folder / "结果.html").read_text(encoding="utf-8")
    assert written.output.startswith("某通知.docx：")
    assert page.count("<article>") == 2


def test_a_report_never_overwrites_a_document(notice: Path) -> None:
    before = notice.read_bytes()
    result = run("check", "报告.docx", "--report", "某通知.docx")
    assert result.exit_code == 2
    assert notice.read_bytes() == before


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_report_that_cannot_be_written_is_told_beside_all_findings(folder: Path, form: str) -> None:
    result = run("check", "某通知.docx", "报告.docx", "--fix", "--report", "没有/结果.html", "--format", form)
    assert result.exit_code == 1
    assert "没有/结果.html”写不进：没有这个位置。" in result.output
    assert "某通知-改.docx" in result.stdout
    assert "报告.docx" in result.stdout
    assert "发文字号的写法" in result.stdout
    assert "没有完成" not in result.output
    assert "没有改动" not in result.output
    assert "某通知-改.docx" in names(folder)


def test_a_file_at_which_the_program_fails_does_not_stop_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "怪.docx").write_bytes(typed_notice())

    def stumble(content: bytes, name: str) -> Recognised:
        if name == "怪.docx":
            raise IndexError("tuple index out of range")
        return recognised_file(content, name)

    monkeypatch.setattr(inspecting, "recognised_file", stumble)
    result = run("check", "怪.docx", "报告.docx")
    assert result.exit_code == 1
    assert "“怪.docx”没有核对成：程序出错（IndexError）" in result.output
    assert "报告.docx：文件式，报告" in result.output


def test_a_file_that_is_no_official_document_fails_only_where_all_is_to_count(folder: Path) -> None:
    (folder / "名单.docx").write_bytes(docx(p("张某某") + p("李某某")))
    result = run("check", "名单.docx")
    assert result.output.startswith("名单.docx：认不出是公文，只核对版面，结果供参考\n")
    assert "纸张" in result.output.split("【不符")[1]
    assert result.exit_code == 0
    assert run("check", "名单.docx", "--strict").exit_code == 1
    assert "认不出是公文，只核对版面，结果供参考" in run("check", "名单.docx", "--format", "html").output


# --- mending ---------------------------------------------------------------------------------------


def test_fix_writes_a_copy_and_leaves_the_original(notice: Path) -> None:
    before = notice.read_bytes()
    result = run("check", "某通知.docx", "--fix")
    assert result.exit_code == 1
    assert "存为 某通知-改.docx；原文件没有动" in result.output
    assert notice.read_bytes() == before
    copy = inspect(notice.with_name("某通知-改.docx"))
    assert len(copy.findings) < len(inspect(notice).findings)


def test_a_second_fix_takes_another_name_and_the_copy_needs_none(folder: Path) -> None:
    run("check", "某通知.docx", "--fix")
    run("check", "某通知.docx", "--fix")
    result = run("check", "某通知-改.docx", "--fix")
    assert "没有程序能改的地方，没有另存" in result.output
    assert names(folder) == ["报告.docx", "某通知-改.docx", "某通知-改2.docx", "某通知.docx"]
    assert (folder / "某通知-改.docx").read_bytes() == (folder / "某通知-改2.docx").read_bytes()


def test_fix_of_a_faultless_file_writes_nothing(folder: Path) -> None:
    result = run("check", "报告.docx", "--fix")
    assert result.exit_code == 0
    assert "没有程序能改的地方，没有另存" in result.output
    assert names(folder) == ["报告.docx", "某通知.docx"]


def test_a_copy_that_cannot_be_written_is_told_beside_the_report(
    notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: Any = Path.open

    def refuse(file: Path, *words: Any, **others: Any) -> Any:
        if "-改" in file.name:
            raise PermissionError(13, "Permission denied")
        return opened(file, *words, **others)

    monkeypatch.setattr(Path, "open", refuse)
    result = run("check", notice.name, "--fix")
    assert result.exit_code == 1
    assert "某通知-改.docx”写不进" in result.output
    assert "某通知.docx：文件式，通知" in result.output


# --- library ---------------------------------------------------------------------------------------


def test_the_customs_of_the_library_turn_departures_into_customs(folder: Path) -> None:
    custom = LocalCustom().model_copy(update={"page_number": PageNumber.CENTRED})
    document = samples.report()
    (folder / "居中.docx").write_bytes(
        write_document(document, standard_template(TemplateKind.DOCUMENT, custom))
    )
    assert run("check", "居中.docx").exit_code == 1
    (folder / "templates").mkdir()
    (folder / "templates" / "文件.yaml").write_text("页码位置: 居中\n", encoding="utf-8")
    result = run("check", "居中.docx")
    assert result.exit_code == 0
    assert "本单位习惯 " in result.output
    (folder / "templates" / "文件.yaml").write_text("页码位置: 上面\n", encoding="utf-8")
    faulty = run("check", "报告.docx")
    assert faulty.exit_code == 1
    assert "报告.docx：文件式" in faulty.output


def test_each_format_has_the_customs_of_its_own_template(folder: Path) -> None:
    custom = LocalCustom().model_copy(update={"page_number": PageNumber.CENTRED})
    for name, document in (("函", samples_formats.letter()), ("报告", samples.report())):
        template = standard_template(kind_for(document.format), custom)
        (folder / f"{name}.docx").write_bytes(write_document(document, template))
    templates = folder / "templates"
    templates.mkdir()
    (templates / "信函.yaml").write_text("页码位置: 居中\n", encoding="utf-8")
    assert run("check", "函.docx").exit_code == 0
    assert "页码的左右位置" in run("check", "报告.docx").output.split("【不符")[1]
    (templates / "信函.yaml").rename(templates / "本单位.yaml")
    assert run("check", "函.docx", "报告.docx").exit_code == 0
    (templates / "信函.yaml").write_text("页码位置: 外侧\n", encoding="utf-8")
    assert run("check", "函.docx").exit_code == 1


def test_a_faulty_file_of_customs_is_told_once(folder: Path) -> None:
    letter = samples_formats.letter()
    (folder / "函.docx").write_bytes(write_document(letter, standard_template(TemplateKind.LETTER)))
    (folder / "templates").mkdir()
    (folder / "templates" / "本单位.yaml").write_text("页码位置: 上面\n", encoding="utf-8")
    result = run("check", "函.docx", "报告.docx")
    assert result.exit_code == 1
    assert result.output.count("本单位.yaml:1") == 1


def test_records_and_documents_are_checked_in_one_run(
    make_library: Callable[[Mapping[str, str]], Path], folder: Path
) -> None:
    root = make_library({"policies/坏.md": "---\n类别: 政策\n编号: 坏\n标题： 某通知\n---\n"})
    result = run("--root", root, "check", root / "policies", folder / "报告.docx")
    assert result.exit_code == 1
    assert "报告：" not in result.output
    assert "policies/坏.md:4" in result.output
    assert "不符 0" in result.output
    data = json.loads(run("--root", root, "check", root, folder / "报告.docx", "--format", "json").stdout)
    assert len(data["files"]) == 1
    assert data["problems"][0]["path"] == "policies/坏.md"


def test_templates_of_the_library_stay_under_their_contract(copy_of_shipped: Path) -> None:
    template = copy_of_shipped / "templates" / "文件.docx"
    result = run("--root", copy_of_shipped, "check", template)
    assert "认出各部分" not in result.output
    elsewhere = copy_of_shipped / "文件.docx"
    elsewhere.write_bytes(template.read_bytes())
    assert "认出各部分" in run("--root", copy_of_shipped, "check", elsewhere).output
