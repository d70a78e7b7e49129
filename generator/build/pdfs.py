"""A PDF for each Word file, where LibreOffice is there; what was made before and still holds serves again."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.manifest import Manifest, sha256_of
from generator.build.places import DOCX, PDF
from generator.build.staging import Staged, StagedPdf, is_edited
from generator.machine import Lookup, Office, convert, find_office, installed_fonts, look_up, replacements
from generator.problems import Level, Place, Problem
from generator.standard import gbt9704


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run left: the output folder, the folder of the Word files in it, its manifest."""

    home: Path
    folder: str
    manifest: Manifest

    def pdf_of(self, word: Staged, made_from: str) -> Path | None:
        """The PDF that still shows this Word file, unless a person changed it."""
        path = f"{self.folder}{word.file.name.removesuffix(DOCX)}{PDF}"
        output, file = self.manifest.outputs.get(path), self.home / path
        holds = output is not None and output.made_from == made_from
        return file if holds and file.is_file() and not is_edited(file, output) else None


def stage_pdfs(
    words: Mapping[str, Staged], folder: Path, earlier: Earlier, report: Callable[[int, int], None]
) -> tuple[dict[str, Staged], tuple[Problem, ...]]:
    """Make the PDFs in the workshop.

    Args:
        words: the finished Word files by 编号.
        folder: where the PDFs are made.
        earlier: what the last run left.
        report: told how many Word files are done, and of how many.

    Returns:
        The Word files with their PDFs, and which fonts stand in for which, or why a PDF is missing.
    """
    office, place = find_office(), Place((earlier.home / earlier.folder).as_posix())
    if office is None:
        return dict(words), (no_office(place),)
    folder.mkdir(parents=True, exist_ok=True)
    found = look_up(gbt9704(), installed_fonts())
    fonts = replacements(found)
    staged = {name: with_earlier(word, earlier, folder, office, fonts) for name, word in words.items()}
    due = [word.file for word in staged.values() if word.pdf and not word.pdf.file.is_file()]
    done = len(staged) - len(due)
    conversion = convert(office, fonts, due, folder, lambda count: report(done + count, len(staged)))
    failed = [name for name, word in staged.items() if word.file in conversion.failed]
    staged |= {name: words[name] for name in failed}
    return staged, (*(unmade(name, place) for name in failed), *substituted(found, place))


def with_earlier(
    word: Staged, earlier: Earlier, folder: Path, office: Office, fonts: Mapping[str, str]
) -> Staged:
    """A Word file with the place of its PDF; it is filled already where an earlier one still holds."""
    made_from = hash_of(sha256_of(word.file), office.version, fonts)
    pdf = folder / f"{word.file.name.removesuffix(DOCX)}{PDF}"
    if old := earlier.pdf_of(word, made_from):
        shutil.copyfile(old, pdf)
    return replace(word, pdf=StagedPdf(pdf, made_from))


def hash_of(word: str, version: str, fonts: Mapping[str, str]) -> str:
    """What a PDF follows from: the hash of its Word file, the LibreOffice, the table of fonts."""
    return hashlib.sha256(json.dumps([word, version, sorted(fonts.items())]).encode()).hexdigest()


# --- what is told ---------------------------------------------------------------------------------


def no_office(place: Place) -> Problem:
    """There is no LibreOffice."""
    hint = "安装 LibreOffice 后再运行；gongwen doctor 会说本机有什么、缺什么"
    return Problem(Level.WARNING, "PDF001", "没有找到 LibreOffice，未生成 PDF", place, hint)


def unmade(record_id: str, place: Place) -> Problem:
    """LibreOffice made nothing of a Word file."""
    message = f"“{record_id}”没有生成 PDF：LibreOffice 没有转出来，或超过了时限"
    hint = "用 LibreOffice 打开这份 Word 文件看看；Word 文件本身已经写好"
    return Problem(Level.WARNING, "PDF002", message, place, hint)


def substituted(found: tuple[Lookup, ...], place: Place) -> Iterator[Problem]:
    """Which font the PDFs show for which, in one sentence, and the kinds that none stands in for."""
    pairs = [f"{look.wanted}用 {look.shown}" for look in found if look.font and not look.is_wanted]
    if pairs:
        message = f"本机没有标准要的字体，PDF 里拟用同类字体代替：{'、'.join(pairs)}"
        hint = "PDF 供看版面；Word 文件里写的仍是标准的字体。怎样装字体，看 gongwen doctor"
        yield Problem(Level.HINT, "PDF003", message, place, hint)
    lacking = [look.wanted for look in found if look.font is None]
    if lacking:
        message = f"本机没有{'、'.join(lacking)}，也没有同类字体，PDF 里会是别的种类"
        yield Problem(Level.WARNING, "PDF004", message, place, "装哪种字体，看 gongwen doctor")
