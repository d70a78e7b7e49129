"""`gongwen new template`: templates and the file of customs, never over what is there."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build.wordfiles import check_templates
from generator.cli import main
from generator.problems import Level
from generator.standard import LocalCustom, TemplateKind, gbt9704
from generator.standard.overlay import overlay_of
from generator.word import load_template, make_template

GB33476 = LocalCustom.model_validate({"版面": "33476"})


def new(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "new", *words])


def files_of(root: Path) -> list[str]:
    return sorted(file.name for file in (root / "templates").iterdir())


def test_without_a_name_every_template_is_made_and_nothing_departs(tmp_path: Path) -> None:
    result = new(tmp_path, "template")
    assert result.exit_code == 0
    assert files_of(tmp_path) == sorted(["本单位.yaml", *(f"{kind}.docx" for kind in TemplateKind)])
    assert check_templates(tmp_path) == ()
    assert "改了 本单位.yaml，再运行一次 gongwen new template" in result.output


def test_named_templates_are_made_under_the_customs_that_are_given(tmp_path: Path) -> None:
    assert new(tmp_path, "template", "文件", "--custom", "版面=33476").exit_code == 0
    assert files_of(tmp_path) == ["文件.docx", "本单位.yaml"]
    file = tmp_path / "templates" / "文件.docx"
    assert file.read_bytes() == make_template(TemplateKind.DOCUMENT, GB33476)
    assert load_template(file).standard is gbt9704(GB33476)
    assert {one.level for one in check_templates(tmp_path)} == {Level.HINT}


def test_customs_that_are_there_already_shape_a_new_template(tmp_path: Path) -> None:
    new(tmp_path, "template", "文件", "--custom", "版面=33476")
    result = new(tmp_path, "template", "汇编", "文件")
    assert files_of(tmp_path) == ["文件.docx", "本单位.yaml", "汇编.docx"]
    assert "文件.docx 与现在的习惯一致，没有动" in result.output
    assert overlay_of(tmp_path / "templates" / "汇编.docx").custom == GB33476
    made = (tmp_path / "templates" / "汇编.docx").read_bytes()
    assert made == make_template(TemplateKind.COLLECTION, GB33476)


def test_customs_are_never_written_over(tmp_path: Path) -> None:
    new(tmp_path, "template", "文件", "--custom", "版面=33476")
    before = (tmp_path / "templates" / "本单位.yaml").read_bytes()
    result = new(tmp_path, "template", "文件", "--custom", "版面=37")
    assert result.exit_code == 1
    assert "“本单位.yaml”已经有了" in result.output
    assert (tmp_path / "templates" / "本单位.yaml").read_bytes() == before
    assert files_of(tmp_path) == ["文件.docx", "本单位.yaml"]


def centre_page_numbers(root: Path) -> None:
    file = root / "templates" / "本单位.yaml"
    text = file.read_text(encoding="utf-8")
    assert "\n页码位置: 外侧\n" in text
    file.write_text(text.replace("\n页码位置: 外侧\n", "\n页码位置: 居中\n"), encoding="utf-8")


def written_styles(root: Path) -> str:
    shown = CliRunner().invoke(main, ["--root", str(root), "--quiet", "build", "--date", "2022-12-31"])
    assert shown.exit_code == 0, shown.output
    with zipfile.ZipFile(root / "build" / "word" / "新通知.docx") as document:
        return shown.output + document.read("word/styles.xml").decode("utf-8")


CENTRED = re.compile(r'w:styleId="单页页码">(?:(?!</w:style>).)*<w:jc w:val="center"/>', re.DOTALL)


def test_after_the_customs_are_edited_and_the_templates_made_again_the_output_follows(tmp_path: Path) -> None:
    for words in (("library",), ("notice",), ("template",)):
        new(tmp_path, *words)
    centre_page_numbers(tmp_path)
    before = written_styles(tmp_path)
    assert not CENTRED.search(before)
    assert before.count("TMPL012") == 1
    assert {one.code for one in check_templates(tmp_path)} == {"TMPL010", "TMPL012"}
    assert new(tmp_path, "template").output.count("已照现在的习惯重做") == len(TemplateKind)
    after = written_styles(tmp_path)
    assert CENTRED.search(after)
    assert "TMPL" not in after
    assert {one.code for one in check_templates(tmp_path)} == {"TMPL010"}


def test_a_template_that_somebody_restyled_is_kept_and_the_way_out_is_told(tmp_path: Path) -> None:
    new(tmp_path, "template", "文件")
    file = tmp_path / "templates" / "文件.docx"
    with zipfile.ZipFile(file, "a") as template:
        template.writestr("docProps/app.xml", "<Properties/>")
    restyled = file.read_bytes()
    centre_page_numbers(tmp_path)
    told = new(tmp_path, "template", "文件").output
    assert file.read_bytes() == restyled
    assert files_of(tmp_path) == ["文件.docx", "本单位.yaml"]
    assert (
        "有人改过，没有动；要照现在的习惯重做，先把它移出这个文件夹，再运行 gongwen new template 文件" in told
    )
    assert "TMPL012" not in {one.code for one in check_templates(tmp_path)}


def test_customs_whose_lines_are_all_deleted_are_the_usual_ones(tmp_path: Path) -> None:
    new(tmp_path, "template", "文件", "--custom", "版面=33476")
    (tmp_path / "templates" / "本单位.yaml").write_text("# 都照默认\n\n", encoding="utf-8")
    assert overlay_of(tmp_path / "templates" / "文件.docx").custom == LocalCustom()
    new(tmp_path, "template")
    assert check_templates(tmp_path) == ()


def test_a_fault_in_the_customs_is_told_once(tmp_path: Path) -> None:
    for words in (("library",), ("notice",), ("letter",), ("template",)):
        new(tmp_path, *words)
    (tmp_path / "templates" / "本单位.yaml").write_text("页码位置: 中间\n", encoding="utf-8")
    for verb in (("check",), ("--quiet", "build"), ("check", str(tmp_path / "templates"))):
        shown = CliRunner().invoke(main, ["--root", str(tmp_path), *verb])
        assert shown.output.count("“页码位置”不能写“中间”") == 1


def test_a_choice_that_nobody_knows_writes_nothing(tmp_path: Path) -> None:
    result = new(tmp_path, "template", "文件", "--custom", "板面=33476", "--custom", "版面=36")
    assert result.exit_code == 1
    assert "是不是“版面”？" in result.output
    assert "可写 37、33476" in result.output
    assert not (tmp_path / "templates").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("template", "文建"),
        ("case", "文件"),
        ("notice", "--custom", "版面=37"),
        ("template", "--forward", "x"),
    ],
)
def test_wrong_use_is_told_with_2(words: tuple[str, ...], tmp_path: Path) -> None:
    assert new(tmp_path, *words).exit_code == 2
