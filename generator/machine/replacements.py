"""For each kind of type: which font of the standard is there, and which one a PDF shows in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.machine.fonts import Font, Fonts
from generator.machine.stand_ins import stand_in_table
from generator.standard import Face, Standard


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found for one kind of type.

    Attributes:
        kind: 仿宋, 楷体, …
        wanted: the name that our Word files write.
        alternative: the name that they give for a missing one; empty if none.
        missing: all names of the kind that are not installed.
        font: the font that shows the kind on this machine; None if there is none of the kind.
        shown: its name; of its several names the one that the standard or the table calls it by.
    """

    kind: str
    wanted: str
    alternative: str
    missing: tuple[str, ...]
    font: Font | None
    shown: str

    @property
    def is_wanted(self) -> bool:
        """Whether the wanted font itself is installed."""
        return self.wanted not in self.missing


def look_up(standard: Standard, fonts: Fonts) -> tuple[Lookup, ...]:
    """Every kind of type of the standard, in its order."""
    return tuple(look_up_face(kind, face, fonts) for kind, face in standard.data.faces.items())


def look_up_face(kind: str, face: Face, fonts: Fonts) -> Lookup:
    """One kind: the first installed of its usual names, else of its stand-ins."""
    stand_in = stand_in_table().faces.get(kind)
    missing = tuple(name for name in face.names if fonts.find(name) is None)
    candidates = (*face.names, *(stand_in.names if stand_in else ()))
    shown = next((name for name in candidates if fonts.find(name)), "")
    alternative = face.names[1] if len(face.names) > 1 else ""
    return Lookup(kind, face.names[0], alternative, missing, fonts.find(shown), shown)


def replacements(found: Iterable[Lookup]) -> Mapping[str, str]:
    """What LibreOffice is told: each missing name, and the font to show instead, by LibreOffice's name."""
    return {name: look.font.office_name for look in found if look.font for name in look.missing}
