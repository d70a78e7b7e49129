"""Where outputs go: the names of the output folders, and whose they are."""

from __future__ import annotations

from pathlib import Path

from generator.build.manifest import read_manifest
from generator.library import FOLDERS
from generator.models.schema import is_schema
from generator.problems import Level, LibraryError, Place, Problem

BUILD = "build"
WORD, SITE, PAGES, INDEX, SCHEMA = "word", "site", "pages", "index", "schema"
DOCX, PDF = ".docx", ".pdf"
REPLACED = (PAGES, SITE, INDEX, SCHEMA)
"""Output folders that are replaced whole; word/ is not, for people edit what is in it."""
SOURCES = (*FOLDERS, "templates", "site", "generator", "tests")


def refuse_foreign(root: Path, out: Path) -> None:
    """Outputs never go among the sources, nor over folders that an earlier build did not make.

    Raises:
        LibraryError: the output folder is, or holds, what is not ours.
    """
    problems = [*among_sources(root, out), *foreign_folders(out)]
    if problems:
        raise LibraryError(problems)


def among_sources(root: Path, out: Path) -> list[Problem]:
    """The library itself, or a folder of its sources, was named as the output folder."""
    place, home = out.resolve(), root.resolve()
    inside = any(place.is_relative_to(home / name) for name in SOURCES if (home / name).is_dir())
    if place != home and not inside:
        return []
    message = f"输出文件夹“{out}”是资料库自己的文件夹，会盖掉原来的内容"
    return [Problem(Level.ERROR, "OUT002", message, Place(out.as_posix()), "换一个文件夹，例如 build")]


def foreign_folders(out: Path) -> list[Problem]:
    """Folders that would be replaced whole and that the manifest of the last build does not know."""
    made = {path.split("/")[0] for path in read_manifest(out).outputs}
    foreign = [name for name in REPLACED if name not in made and holds_foreign(out / name)]
    hint = "换一个输出文件夹；确认里面的东西不要了，就先删去它"
    return [
        Problem(
            Level.ERROR, "OUT002", f"“{name}”里有不是本程序生成的内容", Place((out / name).as_posix()), hint
        )
        for name in foreign
    ]


def holds_foreign(folder: Path) -> bool:
    """Whether there is anything in a folder but the schemas that `gongwen schema` writes before any build."""
    return folder.is_dir() and not all(folder.name == SCHEMA and is_schema(file) for file in folder.iterdir())
