"""`gongwen new template`: templates and the file of customs, never over what is there."""

from __future__ import annotations

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
    assert "下一步：改好后运行 gongwen check templates" in result.output


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
    assert files_of(tmp_path) == ["文件.docx", "文件2.docx", "本单位.yaml", "汇编.docx"]
    assert "原有的 文件.docx 没有动" in result.output
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
