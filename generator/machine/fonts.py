"""Which fonts are installed: fontconfig says so on Linux; elsewhere the font files give their names."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.machine.name_table import family_names
from generator.machine.processes import output_of
from generator.machine.registry import registry_values
from generator.machine.stand_ins import same_fonts

SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
WINDOWS_FONTS = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
WINDOWS_FOLDERS = (("SystemRoot", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts"))
"""Environment variable and folder below it; the first is where the registry's bare file names lie."""
MAC_FOLDERS = ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts")
MAC_ASSETS = "/System/Library/AssetsV2"
LINUX_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True, slots=True)
class Font:
    """A family by all its names, the usual one first, and the one that LibreOffice lists it under."""

    names: tuple[str, ...]
    office_name: str


@dataclass(frozen=True)
class Fonts:
    """The installed families."""

    families: tuple[Font, ...] = ()

    def find(self, name: str) -> Font | None:
        """The family of that name, in whatever language and case, or None if it is not installed."""
        return self.by_name.get(name.casefold())

    @cached_property
    def by_name(self) -> dict[str, Font]:
        """Families by every name, those included that one font bears on other systems."""
        found: dict[str, Font] = {}
        for font in self.families:
            for name in font.names:
                for other in same_fonts(name):
                    found.setdefault(other.casefold(), font)
        return found


def installed_fonts() -> Fonts:
    """The fonts of this machine; none where nothing can be found out."""
    listed = fonts_of_fontconfig() if platform.system() == "Linux" else ()
    return Fonts(listed or fonts_of_files(font_files()))


# --- what fontconfig says ------------------------------------------------------------------------


def fonts_of_fontconfig() -> tuple[Font, ...]:
    """What `fc-list` lists; nothing without it."""
    text = output_of("fc-list", "--format", r"%{family}\t%{familylang}\n")
    return tuple(font for line in sorted(set(text.splitlines())) if (font := read_listed(line)))


def read_listed(line: str) -> Font | None:
    r"""One line “FandolFang,FandolFang R\ten,en”.

    LibreOffice, run in the C locale, calls a family by the last of its English names.
    """
    families, _, languages = line.partition("\t")
    names = tuple(name for name in families.split(",") if name)
    if not names:
        return None
    english = [name for name, language in zip(names, languages.split(","), strict=False) if language == "en"]
    return Font(names, english[-1] if english else names[0])


def shown_by_system(name: str, *, chinese: bool) -> str:
    """The family that fontconfig shows instead of one that is missing; empty where it is not asked."""
    if platform.system() != "Linux":
        return ""
    language = ":lang=zh-cn" if chinese else ""
    return output_of("fc-match", "--format", "%{family[0]}", name.replace("-", r"\-") + language)


# --- what the files say ------------------------------------------------------------------------


def fonts_of_files(files: Iterable[Path]) -> tuple[Font, ...]:
    """The families in font files."""
    named = {names for file in files for names in family_names(file)}
    return tuple(Font(names, names[0]) for names in sorted(named))


def font_files() -> tuple[Path, ...]:
    """The font files of this machine: those in its font folders, and those that the registry names."""
    folders = font_folders()
    found = {file for folder in folders for file in folder.rglob("*")}
    if folders:
        found |= {folders[0] / value for value in registry_values(WINDOWS_FONTS).values()}
    return tuple(sorted(file for file in found if file.suffix.lower() in SUFFIXES))


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts."""
    match platform.system():
        case "Windows":
            places = ((os.environ.get(variable), below) for variable, below in WINDOWS_FOLDERS)
            return tuple(Path(base) / below for base, below in places if base)
        case "Darwin":
            loaded = Path(MAC_ASSETS).glob("com_apple_MobileAsset_Font*")
            return (*(Path(name).expanduser() for name in MAC_FOLDERS), *sorted(loaded))
        case _:
            return tuple(Path(name).expanduser() for name in LINUX_FOLDERS)
