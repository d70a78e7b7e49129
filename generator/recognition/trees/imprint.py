"""版记 from its lines: 主送 and 抄送, who printed it and when, and what else stands there (clause 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.document import Imprint
from generator.recognition import forms
from generator.recognition.roles import Role
from generator.recognition.trees.closing import day_of
from generator.recognition.trees.pieces import Words

COPIED = re.compile(r"抄\s*送\s*[：:]\s*")
ADDRESSED = re.compile(r"主\s*送\s*[：:]\s*")
GROUP_MARKS = "，,；;"
"""What parts groups of bodies; those of one group, with 、 between, stay together as they are printed."""
OPENING, CLOSING = "（(", "）)"
PRINTED = re.compile(rf"(?P<printer>.*?)(?P<date>{forms.DATE.pattern})(?:印发?|印制)?")


def read_imprint(pieces: Sequence[Words]) -> Imprint | None:
    """The 版记; None where no line of it stands in the file."""
    if not pieces:
        return None
    printer, day, others = read_printing([piece for piece in pieces if piece.role is Role.PRINTING])
    named = named_lines([piece for piece in pieces if piece.role is Role.COPIES_TO])
    addressees, copies = bodies_of(named, ADDRESSED), bodies_of(named, COPIED)
    elsewhere = [line for line in named if not (ADDRESSED.match(line) or COPIED.match(line))]
    further = [piece.text for piece in pieces if piece.role not in {Role.PRINTING, Role.COPIES_TO}]
    return Imprint(printer, day, copies, addressees, (*elsewhere, *further, *others))


def read_printing(pieces: Sequence[Words]) -> tuple[str, date | None, list[str]]:
    """印发机关 and 印发日期, on one line or on two; what is neither is left over as it stands."""
    printer, others = "", []
    day: date | None = None
    for piece in pieces:
        match = PRINTED.fullmatch(piece.tight)
        found = day_of(match["date"]) if match else None
        name = (match["printer"] if match else piece.tight).strip("，、,")
        if (found and day) or (name and printer) or (match and not found):
            others.append(piece.text)
            continue
        printer, day = printer or name, day or found
    return printer, day, others


def named_lines(pieces: Sequence[Words]) -> list[str]:
    """抄送 and the like, each with its label and with the lines that go on with its names."""
    lines: list[str] = []
    for piece in pieces:
        if lines and not forms.MORE_COPIES_TO.fullmatch(piece.tight):
            lines[-1] += piece.text
        else:
            lines.append(piece.text)
    return lines


def bodies_of(lines: Sequence[str], label: re.Pattern[str]) -> tuple[str, ...]:
    """The groups of names in the lines with a label."""
    return tuple(
        name
        for line in lines
        if (match := label.match(line))
        for name in groups_of(line[match.end() :].strip().rstrip("。."))
    )


def groups_of(line: str) -> Iterator[str]:
    """The groups of bodies that a line of 主送 or 抄送 names; a mark within brackets parts nothing."""
    paired = sum(map(line.count, OPENING)) == sum(map(line.count, CLOSING))
    depth = start = 0
    for at, character in enumerate(f"{line}，"):
        depth += paired * ((character in OPENING) - (character in CLOSING))
        if character in GROUP_MARKS and depth <= 0:
            if name := line[start:at].strip():
                yield name
            start = at + 1
