"""Programs on this machine that show or turn what we make: LibreOffice, Word, WPS, the browser."""

from __future__ import annotations

import os
import platform
import re
import shutil
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.machine.processes import output_of
from generator.machine.registry import registry_values

APP_PATHS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"
BROWSER_CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\http\UserChoice"
WORD_PROCESSORS = (
    ("Word", "Winword.exe", "Microsoft Word.app"),
    ("WPS 文字", "wps.exe", "wpsoffice.app"),
)
"""Name for people, program on Windows, application on macOS."""


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice: its program, and what it says of its version (empty where it does not run)."""

    program: Path
    version: str


def find_office() -> Office | None:
    """LibreOffice, from the PATH or from where its installers put it."""
    for program in office_places():
        if program.is_file():
            return Office(program, office_version(program))
    return None


def office_places() -> Iterator[Path]:
    """Where LibreOffice may lie; on Windows the console program, which waits for its end."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield console_program(Path(found))
    if platform.system() == "Windows":
        if path := registry_values(rf"{APP_PATHS}\soffice.exe").get(""):
            yield console_program(Path(path.strip('"')))
        for variable in ("ProgramFiles", "ProgramFiles(x86)"):
            if folder := os.environ.get(variable):
                yield console_program(Path(folder) / "LibreOffice" / "program" / "soffice.exe")
    elif platform.system() == "Darwin":
        yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def console_program(program: Path) -> Path:
    """`soffice.com` beside `soffice.exe`, or the program itself."""
    console = program.with_suffix(".com")
    return console if program.suffix.lower() == ".exe" and console.is_file() else program


def office_version(program: Path) -> str:
    """The number in “LibreOffice 7.4.7.2 …”."""
    said = re.search(r"LibreOffice(?:Dev)?\s+([\d.]+)", output_of(str(program), "--version"))
    return said[1] if said else ""


def find_word_processors() -> tuple[tuple[str, str], ...]:
    """Word and WPS where they are installed: name and place."""
    return tuple(
        (name, place)
        for name, program, application in WORD_PROCESSORS
        if (place := word_processor_place(program, application))
    )


def word_processor_place(program: str, application: str) -> str:
    """Where a word processor lies; empty if nowhere."""
    match platform.system():
        case "Windows":
            return registry_values(rf"{APP_PATHS}\{program}").get("", "").strip('"')
        case "Darwin":
            place = Path("/Applications") / application
            return str(place) if place.exists() else ""
        case _:
            return shutil.which(program.removesuffix(".exe")) or ""


def default_browser() -> str:
    """The name of the browser that opens a page; empty if none is known."""
    if choice := registry_values(BROWSER_CHOICE).get("ProgId"):
        return choice
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return ""
    return str(getattr(browser, "name", "")) or "系统默认浏览器"
