"""PDFs of Word files through LibreOffice: in batches, in a profile of its own, within a time limit.

LibreOffice stamps each PDF with the time and with random numbers, and takes no wish in this
(SOURCE_DATE_EPOCH changes nothing).  `steady` removes them, so that the same Word file, fonts and
LibreOffice give the same bytes; a LibreOffice that packs these entries away is left as it is.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.machine.processes import run_within
from generator.machine.profile import write_profile
from generator.machine.programs import Office

BATCH = 20
"""Files a run: 0.2 s each then, where a file alone takes a second."""
STARTING, A_FILE = 60.0, 20.0
"""Seconds that a run may take to start, and for each file."""
MOST_BARREN = 2
"""Runs in succession without a single PDF, after which LibreOffice itself is held to be broken."""
OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck")
LOCALE = {"LC_ALL": "C.UTF-8"}
"""Fonts go by their English names then, whatever the language of the user."""
STAMPS = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:[^)]*\)|/DocChecksum ?/[0-9A-F]{32}")
IDENTITY = re.compile(rb"(/ID ?\[\s*<)([0-9A-F]{32})(>\s*<)([0-9A-F]{32})(>)")


@dataclass(slots=True)
class Conversion:
    """The PDFs by their Word files, and the Word files that LibreOffice could not turn into one."""

    made: dict[Path, Path] = field(default_factory=dict)
    failed: list[Path] = field(default_factory=list)


def convert(
    office: Office,
    fonts: Mapping[str, str],
    files: Sequence[Path],
    into: Path,
    report: Callable[[int], None] | None = None,
) -> Conversion:
    """Turn Word files into PDFs of the same names.

    A run goes through its files in order; where it stops early, the first file without a PDF is
    the one that stopped it: it is left out, and the rest goes on.

    Args:
        office: LibreOffice.
        fonts: the font to show by the name of the one that is missing.
        files: the Word files, all with different names.
        into: a folder for the PDFs, on the disk of the outputs.
        report: told after each run how many files are done with.
    """
    result = Conversion()
    waiting, barren = list(files), 0
    while waiting and barren < MOST_BARREN:
        batch, made = waiting[:BATCH], len(result.made)
        run_batch(office, fonts, batch, into)
        result.made |= {file: pdf for file in batch if is_whole(pdf := pdf_of(file, into))}
        barren = 0 if len(result.made) > made else barren + 1
        unmade = [file for file in batch if file not in result.made]
        result.failed += unmade[:1]
        waiting = unmade[1:] + waiting[BATCH:]
        if report:
            report(len(result.made) + len(result.failed))
    result.failed += waiting
    for pdf in result.made.values():
        pdf.write_bytes(steady(pdf.read_bytes()))
    return result


def run_batch(office: Office, fonts: Mapping[str, str], batch: Sequence[Path], into: Path) -> None:
    """One run of LibreOffice, which knows of no other run and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="gongwen-", ignore_cleanup_errors=True) as name:
        profile = Path(name).resolve() / "profile"
        write_profile(profile, fonts)
        own = f"-env:UserInstallation={profile.as_uri()}"
        target = ("--convert-to", "pdf", "--outdir", str(into.resolve()))
        sources = [str(file.resolve()) for file in batch]
        limit = STARTING + A_FILE * len(batch)
        run_within([str(office.program), own, *OPTIONS, *target, *sources], limit, LOCALE)


def pdf_of(file: Path, into: Path) -> Path:
    """Where the PDF of a Word file lies."""
    return into / f"{file.stem}.pdf"


def is_whole(pdf: Path) -> bool:
    """Whether a PDF is there and was written to its end."""
    if not pdf.is_file():
        return False
    content = pdf.read_bytes()
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


def steady(content: bytes) -> bytes:
    """A PDF without the time and with an identity that follows from its content; no byte moves."""
    timeless = STAMPS.sub(lambda stamp: b" " * len(stamp[0]), content)
    bare = IDENTITY.sub(rb"\1\3\5", timeless)
    identity = hashlib.sha256(bare).hexdigest()[:32].upper().encode()
    return IDENTITY.sub(rb"\g<1>" + identity + rb"\g<3>" + identity + rb"\g<5>", timeless)
