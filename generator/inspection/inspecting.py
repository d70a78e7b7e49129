"""One file inspected: its facts, what its paragraphs are, and each clause judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from generator.inspection.findings import Finding, Verdict
from generator.inspection.rules import judge
from generator.recognition import recognise
from generator.recognition.reading import read_facts
from generator.recognition.roles import Part, Recognised
from generator.standard import LocalCustom, Strength, gbt9704

NO_DOCUMENT = "不是公文"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the inspection of one file has found.

    Attributes:
        name: How messages call the file.
        recognised: The file with its paragraphs told apart.
        findings: Every clause judged, in the order in which a document is read.
    """

    name: str
    recognised: Recognised
    findings: tuple[Finding, ...]

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings with one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict is verdict)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many findings have each verdict, in the order of the verdicts."""
        found = Counter(finding.verdict for finding in self.findings)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def outermost(self) -> Part | None:
        """The document that the file is; None where it is no 公文."""
        return self.recognised.parts[0] if self.recognised.parts else None

    @property
    def format(self) -> str:
        """文件式, 信函式, 命令式 or 纪要式; 不是公文 where it is none."""
        return self.outermost.format.value if self.outermost else NO_DOCUMENT

    @property
    def genre(self) -> str:
        """The 文种; empty where it cannot be told."""
        return self.outermost.genre if self.outermost else ""

    def fails(self, *, strict: bool = False) -> bool:
        """Whether a clause that the standard prescribes is broken; with `strict`, any clause.

        The standard prescribes nothing to a file that is no 公文: it fails only with `strict`.
        """
        if not self.outermost and not strict:
            return False
        return any(strict or finding.strength is Strength.REQUIRED for finding in self.of(Verdict.BROKEN))


def inspect(source: Path | bytes, custom: LocalCustom | None = None, name: str = "") -> Inspection:
    """Hold any Word document against GB/T 9704-2012.

    Args:
        source: The file, or its bytes.
        custom: What the office does in its own way; the usual choices if left out.
        name: How messages call it; the file's own name if left out.

    Raises:
        LibraryError: One problem, DOCX001 to DOCX012, that says what the file is and what to do.
    """
    return judged(recognised_file(source, name), custom)


def recognised_file(source: Path | bytes, name: str = "") -> Recognised:
    """Read a Word document and tell its paragraphs apart; for who needs its format to know the custom.

    Raises:
        LibraryError: As for `inspect`.
    """
    return recognise(read_facts(source, name))


def judged(recognised: Recognised, custom: LocalCustom | None = None) -> Inspection:
    """Hold a file that was recognised against the standard, under the custom of an office."""
    return Inspection(recognised.facts.name, recognised, judge(recognised, gbt9704(custom)))
