"""LibreOffice, Word and WPS are found where their installers put them, on each system."""

from __future__ import annotations

import platform
import shutil
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.machine import find_office, programs
from generator.machine.processes import output_of
from generator.machine.programs import APP_PATHS, default_browser, find_word_processors


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "output_of", lambda *_: "LibreOffice 24.2.1.2 420(Build:2)")


def test_windows_finds_libreoffice_in_program_files_and_takes_the_program_that_waits(
    tmp_path: Path, windows: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "LibreOffice" / "program"
    folder.mkdir(parents=True)
    (folder / "soffice.exe").touch()
    windows({})
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    office = find_office()
    assert office is not None
    assert (office.program.name, office.version) == ("soffice.exe", "24.2.1.2")
    (folder / "soffice.com").touch()
    office = find_office()
    assert office is not None
    assert office.program.name == "soffice.com"


def test_windows_finds_libreoffice_through_the_registry(
    tmp_path: Path, windows: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "D 盘" / "soffice.exe"
    program.parent.mkdir()
    program.touch()
    windows({rf"{APP_PATHS}\soffice.exe": {"": f'"{program}"'}})
    monkeypatch.delenv("ProgramFiles", raising=False)
    office = find_office()
    assert office is not None
    assert office.program == program


def test_there_may_be_no_libreoffice(
    windows: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows({})
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.delenv("ProgramFiles(x86)", raising=False)
    assert find_office() is None


def test_windows_tells_of_word_and_wps(windows: Callable[..., None]) -> None:
    windows({rf"{APP_PATHS}\Winword.exe": {"": "W.EXE"}}, {rf"{APP_PATHS}\wps.exe": {"": '"wps.exe"'}})
    assert find_word_processors() == (("Word", "W.EXE"), ("WPS 文字", "wps.exe"))


def test_other_systems_without_a_registry_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert find_word_processors() == ()
    assert find_office() is None


def test_a_machine_without_a_browser_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", refuse)
    assert default_browser() == ""


def test_a_program_that_fails_or_is_not_there_says_nothing() -> None:
    assert output_of("没有这个程序") == ""
    assert output_of("python3", "-c", "raise SystemExit(3)") == ""
