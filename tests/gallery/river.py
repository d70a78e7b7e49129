"""The gallery's library through the whole river: records, trees, Word files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from generator.build.wordfiles import Templates, word_files
from generator.compose import Trees, compose_all
from generator.library import Library, load_library
from generator.problems import Problem
from generator.standard import LocalCustom, TemplateKind
from generator.standard.overlay import overlay_of
from generator.word import make_template
from tests import rendering
from tests.gallery.catalogue import LIBRARY, samples


@dataclass(frozen=True)
class Gallery:
    """Everything that was made of the records.

    Attributes:
        root: The library with its templates.
        library: Its records.
        trees: What was composed.
        files: Each sample's Word file by 编号.
        problems: What reading and composing said.
    """

    root: Path
    library: Library
    trees: Trees
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    def custom(self, sample: str) -> LocalCustom:
        """The choices under which a sample was printed."""
        record = self.library.entries[sample].record
        name = getattr(record, "template", None)
        return overlay_of(self.root / "templates" / name).custom if name else LocalCustom()


def open_library(folder: Path) -> Path:
    """A copy of the library in which each file of customs has the template that it speaks of."""
    root = folder / "library"
    copytree(LIBRARY, root)
    for overlay in sorted((root / "templates").glob("*.yaml")):
        template = overlay.with_suffix(".docx")
        template.write_bytes(make_template(TemplateKind.DOCUMENT, overlay_of(template).custom))
    return root


def print_gallery(root: Path) -> Gallery:
    """Every sample as a Word file."""
    library, problems = load_library(root)
    trees = compose_all(library)
    written = {file.id: file.content for file in word_files(library, trees, Templates(root))}
    files = {sample.id: written[sample.id] for sample in samples()}
    return Gallery(root, library, trees, files, (*problems, *trees.problems))


def lay_out(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Each file as LibreOffice prints it, all in one run: PDF files in that folder by 编号."""
    names = {sample: f"w{number}" for number, sample in enumerate(files)}
    for sample, name in names.items():
        (folder / f"{name}.docx").write_bytes(files[sample])
    rendering.convert(folder, [f"{name}.docx" for name in names.values()])
    return {sample: folder / f"{name}.pdf" for sample, name in names.items()}
