"""Mends what is mechanical, round by round, until nothing more changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.inspection.findings import Finding, Verdict
from generator.inspection.mending.bench import Bench, Change
from generator.inspection.mending.menders import MENDERS
from generator.inspection.mending.package import open_editable, rewrite
from generator.inspection.rules import RULES
from generator.standard import LocalCustom, gbt9704

WANTING = (Verdict.BROKEN, Verdict.LOOK, Verdict.UNKNOWN)
MOST_ROUNDS = 6
"""One thing mended lets another be measured; nothing takes more than three rounds."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A copy in which the mechanical things are mended.

    Attributes:
        content: The bytes of the copy; those of the file itself where nothing was changed.
        changes: What was changed, in the order of the rounds.
    """

    content: bytes
    changes: tuple[Change, ...]


def may_mend(findings: Iterable[Finding]) -> bool:
    """Whether there is a mender for any finding; whether it changes anything, `mend` itself tells."""
    return any(finding.verdict in WANTING and finding.code in MENDERS for finding in findings)


class Mendable:
    """Which findings some changes are made for: a mender may leave a spot to a person."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.places = {(change.code, change.spot.number) for change in changes}
        self.codes = {code for code, _ in self.places}

    def __contains__(self, finding: Finding) -> bool:
        """Whether a change is made at the spot of a finding; one of them may speak of the whole file."""
        if finding.verdict not in WANTING:
            return False
        place = finding.spot.number
        whole = (finding.code in self.codes) if place is None else (finding.code, None) in self.places
        return whole or (finding.code, place) in self.places


def mend(content: bytes, custom: LocalCustom | None = None, name: str = "文档") -> Mended:
    """Mend what a program can mend: what is 不符 by a rule that has a mender, and what the file leaves open.

    Left open are a line pitch or a Chinese font that the file does not name, twips beside indents in 字,
    columns of tables; brackets of cited numbers are mended too, though a person is asked to look at them.

    Args:
        content: The bytes of a Word document.
        custom: What the office does in its own way.
        name: How messages call it.

    Raises:
        LibraryError: It cannot be read (DOCX001 to DOCX012), or a change would spoil it (DOCX013).
    """
    package = open_editable(content, name)
    standard = gbt9704(custom)
    changes: list[Change] = []
    for _ in range(MOST_ROUNDS):
        made = [*one_round(Bench(package, standard))]
        changes += made
        if not made:
            break
    changed = package.changed() if changes else {}
    return Mended(rewrite(content, changed, name) if changed else content, tuple(changes))


def one_round(bench: Bench) -> Iterator[Change]:
    """Every mender once, on the facts as they are at the beginning."""
    rules = {rule.code: rule for rule in RULES}
    for code, mender in MENDERS.items():
        yield from mender(bench, rules[code])
