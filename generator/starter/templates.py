"""Word templates and the file of the office's customs; run again, templates that nobody changed follow it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

from generator.problems import Level, LibraryError, Place, Problem
from generator.standard import TemplateKind, read_data
from generator.standard.overlay import COMMON, overlay_of, overlay_text, read_choices
from generator.starter.placing import TEMPLATES
from generator.word import is_as_made, make_template


class Fate(Enum):
    """What became of a file in templates/."""

    NEW = auto()
    REMADE = auto()
    """Nobody had changed it, and it follows the customs now."""
    CURRENT = auto()
    """It is already as the customs ask."""
    RESTYLED = auto()
    """Somebody changed it; it stays as it is."""


def new_templates(
    root: Path, kinds: Sequence[TemplateKind] = (), choices: Sequence[str] = ()
) -> tuple[tuple[Path, Fate], ...]:
    """Write Word templates made from the standard, and the file for what the office does in its own way.

    The templates are made as the customs of the office ask for.  One that an earlier run made and nobody
    changed is made anew; one that somebody changed stays as it is.

    Args:
        root: the library folder.
        kinds: which templates; all of them if none are named.
        choices: customs of the office, each written 版面=33476.

    Raises:
        LibraryError: a choice says what nobody knows, or the customs stand in a file already.
    """
    folder = root / TEMPLATES
    customs = [(file, Fate.NEW) for file in new_customs(folder, choices)]
    templates = ((folder / f"{kind.value}.docx", kind) for kind in kinds or tuple(TemplateKind))
    return (*customs, *((file, put_template(file, kind)) for file, kind in templates))


def put_template(file: Path, kind: TemplateKind) -> Fate:
    """Write one template, unless somebody has changed the one that is there.

    Raises:
        LibraryError: the file of customs is faulty.
    """
    content = make_template(kind, overlay_of(file).custom)
    if not file.exists():
        file.write_bytes(content)
        return Fate.NEW
    there = file.read_bytes()
    if there == content:
        return Fate.CURRENT
    if not is_as_made(there, kind):
        return Fate.RESTYLED
    file.write_bytes(content)
    return Fate.REMADE


def new_customs(folder: Path, choices: Sequence[str]) -> Iterator[Path]:
    """Write the file of customs, unless there is one.

    Raises:
        LibraryError: there is one, and choices were given that it may not say.
    """
    file, custom = folder / COMMON, read_choices(choices)
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(overlay_text(read_data(), custom), encoding="utf-8", newline="\n")
        yield file
    elif choices:
        message, place = f"“{COMMON}”已经有了，--custom 不会改它", Place(f"{TEMPLATES}/{COMMON}")
        hint = "在这个文件里改，再运行 gongwen new template（不带 --custom），没有人改过的模板就照它重做"
        raise LibraryError([Problem(Level.ERROR, "NEW002", message, place, hint)])
