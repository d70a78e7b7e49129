"""`gongwen doctor` says what is there, what it means and what to do, on any machine, and never breaks."""

from __future__ import annotations

import json
import shutil
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.machine import Examined, Standing, examination, examine, fonts, packages
from generator.machine.packages import Package, lies_in, read_requirements


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "doctor", *words])


def by_subject(found: tuple[Examined, ...]) -> dict[str, Examined]:
    return {examined.subject: examined for examined in found}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any tool, font or program."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(fonts, "font_files", tuple)
    monkeypatch.setattr(examination, "find_office", lambda: None)
    monkeypatch.setattr(examination, "default_browser", lambda: "")


def test_the_shipped_library_can_be_built_here(root: Path) -> None:
    result = run(root)
    assert result.exit_code == 0, result.output
    for subject in ("Python", "依赖包", "资料库", "模板", "终端编码", "字体·仿宋", "LibreOffice", "浏览器"):
        assert f"  {subject}：" in result.output
    assert "缺  " not in result.output


def test_json_has_the_fixed_keys(root: Path) -> None:
    listed = json.loads(run(root, "--format", "json").output)
    assert {tuple(item) for item in listed} == {("subject", "standing", "finding", "meaning", "advice")}
    assert {item["standing"] for item in listed} <= {"通过", "注意", "缺"}


@pytest.mark.usefixtures("bare")
def test_a_machine_without_any_tool_is_told_of_as_such_and_can_still_build(root: Path) -> None:
    found = by_subject(examine(root))
    assert found["LibreOffice"].standing is Standing.NOTE
    assert "--pdf" in found["LibreOffice"].meaning
    assert found["字体·楷体"].standing is Standing.NOTE
    assert "没有同类字体" in found["字体·楷体"].meaning
    assert found["浏览器"].standing is Standing.NOTE
    assert run(root).exit_code == 0


@pytest.mark.usefixtures("bare")
def test_fonts_that_windows_no_longer_ships_say_what_word_shows_and_how_to_get_them(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = fonts.Fonts((fonts.Font(("仿宋",), "仿宋"), fonts.Font(("SimHei",), "SimHei")))
    monkeypatch.setattr(examination, "installed_fonts", lambda: installed)
    found = by_subject(examine(root))
    assert found["字体·仿宋"].finding == "没有 仿宋_GB2312"
    assert "Word、WPS 按替换名用仿宋显示；PDF 用 仿宋 代替" in found["字体·仿宋"].meaning
    assert "补充字体" in found["字体·仿宋"].advice
    assert "授权" in found["字体·小标宋"].advice
    assert found["字体·黑体"] == Examined("字体·黑体", Standing.FINE, "已装 黑体")


def test_a_folder_that_is_no_library_is_lacking(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "缺  资料库：这里不是资料库" in result.output
    assert "new library" in result.output


def test_an_output_folder_that_cannot_be_written_is_lacking(copy_of_shipped: Path) -> None:
    (copy_of_shipped / "build").touch()
    result = run(copy_of_shipped)
    assert result.exit_code == 1
    assert "缺  输出文件夹" in result.output


def test_a_folder_without_the_right_to_write_is_lacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(examination, "TemporaryFile", refuse)
    assert examination.examine_outputs(tmp_path / "build").standing is Standing.LACKING


def test_an_old_code_page_is_worth_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    class OldTerminal:
        encoding = "gbk"

        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", OldTerminal())
    examined = examination.examine_terminal()
    assert (examined.standing, examined.finding) == (Standing.NOTE, "gbk（终端）")


# --- packages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("installed", "wanted", "fits"),
    [
        ("8.2.0", ">=8.2,<9", True),
        ("8.2", "<9,>=8.2.0", True),
        ("9.0", ">=8.2,<9", False),
        ("8.10.1", ">=8.9", True),
        ("1.6.0.post1", ">=1.6.1,<2", False),
        ("2.0rc1", "<2", False),
        ("1.3", "!=1.3", False),
        ("5", "", True),
    ],
)
def test_a_version_lies_in_a_range_or_not(installed: str, wanted: str, fits: bool) -> None:
    assert lies_in(installed, wanted) is fits


def test_requirements_of_extras_are_left_out() -> None:
    listed = [
        "click<9,>=8.2",
        "pytest>=8.3; extra == 'test'",
        "没有这个[x]>=1",
        'tomli>=1; python_version<"3"',
    ]
    names = [package.name for package in read_requirements(listed)]
    assert names == ["click", "tomli"]


@pytest.mark.parametrize(
    ("listed", "standing", "said"),
    [
        ((), Standing.NOTE, "不是用 pip 安装的"),
        ((Package("click", ">=8", "8.2"),), Standing.FINE, "1 个"),
        ((Package("click", ">=8", "7.0"),), Standing.NOTE, "click 7.0（要 >=8）"),
        ((Package("click", ">=8", ""),), Standing.LACKING, "没有 click"),
    ],
)
def test_packages_are_compared_with_what_we_ask_for(
    monkeypatch: pytest.MonkeyPatch, listed: tuple[Package, ...], standing: Standing, said: str
) -> None:
    monkeypatch.setattr(examination, "packages", lambda: listed)
    examined = examination.examine_packages()
    assert examined.standing is standing
    assert said in examined.finding


def test_a_project_that_is_not_installed_has_no_requirements(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_name: str) -> list[str]:
        raise PackageNotFoundError

    monkeypatch.setattr(packages, "requires", refuse)
    assert packages.packages() == ()
