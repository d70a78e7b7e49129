"""A site that cannot be made is told in one message, and the outputs of the last build stay as they were."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from generator.build import build
from generator.build.aside import Aside
from generator.build.manifest import sha256_of
from generator.cli import main
from generator.problems import LibraryError, Place, Problem
from tests.conftest import DATED, ROOT
from tests.pages.samples import many_cases

Make = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def library(make_library: Make) -> Path:
    """A library of three cases with a site of its own; of an earlier build it has one page."""
    root = make_library({**many_cases(3), "build/site/index.html": "上一次", "build/word/旧.docx": "上一次"})
    copytree(ROOT / "site", root / "site")
    copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    outputs = '{"path": "site/index.html", "sha256": "0"}'
    manifest = f'{{"date": "2020-01-01", "outputs": [{outputs}], "kept": []}}'
    (root / "build" / "manifest.json").write_text(manifest, encoding="utf-8")
    return root


def fault_of(root: Path) -> Problem:
    """The one problem that a build ends with; nothing of it stands in the output folder."""
    before = outputs_of(root)
    with pytest.raises(LibraryError) as caught:
        build(root, root / "build", DATED)
    assert outputs_of(root) == before
    (problem,) = caught.value.problems
    return problem


def outputs_of(root: Path) -> dict[str, str]:
    """Every file in the output folder, hidden ones too."""
    files = (file for file in (root / "build").rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): sha256_of(file) for file in files}


def add_to_theme(root: Path, words: str) -> int:
    """Put words into the library's own template, above the footer of every page; returns their line."""
    file = root / "site" / "theme" / "main.html"
    above, footer, below = file.read_text(encoding="utf-8").partition("{% block footer %}")
    assert footer
    file.write_text(f"{above}{footer}\n{words}{below}", encoding="utf-8", newline="\n")
    return above.count("\n") + 2


def test_a_broken_template_is_told_with_its_file_and_line(library: Path) -> None:
    line = add_to_theme(library, "{% if %}")
    problem = fault_of(library)
    assert (problem.code, problem.place) == ("SITE001", Place("site/theme/main.html"))
    assert f"模板“main.html”第 {line} 行出错（TemplateSyntaxError: " in problem.message
    assert problem.hint


def test_a_template_that_fails_at_a_page_is_told_with_the_page(library: Path) -> None:
    line = add_to_theme(library, "{{ 1 / (0 if page else 1) }}")
    message = fault_of(library).message
    assert ".md”时，模板" in message
    assert f"第 {line} 行出错（ZeroDivisionError: " in message


def test_a_part_that_a_template_does_not_find_is_no_full_disk(library: Path) -> None:
    add_to_theme(library, "{% include '没有.html' %}")
    message = fault_of(library).message
    assert "TemplateNotFound" in message
    assert "磁盘" not in message


def test_a_full_disk_is_told_with_what_to_do(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_content: bytes, path: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    monkeypatch.setattr("mkdocs.utils.write_file", no_room)
    problem = fault_of(library)
    assert "磁盘是否已满" in problem.message
    assert "腾出磁盘空间" in problem.hint


def test_a_disk_that_is_full_in_the_end_leaves_the_word_files_too(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "没有空间")

    monkeypatch.setattr("generator.build.making.settle_folders", no_room)
    before = outputs_of(library)
    with pytest.raises(OSError, match="没有空间"):
        build(library, library / "build", DATED)
    assert outputs_of(library) == before


def test_what_no_template_said_is_told_in_its_own_words(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: object, _text: str) -> str:
        raise KeyError("某项")

    monkeypatch.setattr("markdown.Markdown.convert", fail)
    problem = fault_of(library)
    assert problem.place == Place("mkdocs.yml")
    assert "KeyError: '某项'" in problem.message


def test_a_fault_of_the_program_itself_is_not_taken_for_one_of_the_theme(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("自己的")

    monkeypatch.setattr(Aside, "make", fail)
    with pytest.raises(KeyError, match="自己的"):
        build(library, library / "build", DATED)


def test_the_command_ends_with_one_and_without_a_traceback(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_to_theme(library, "{% if %}")
    with pytest.raises(SystemExit) as left:
        main(["--root", str(library), "--quiet", "build"])
    assert left.value.code == 1
    said = capsys.readouterr().err
    assert said.count("站点没有建成") == 1
    assert "Traceback" not in said
