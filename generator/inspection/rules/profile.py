"""The two ways to bring 天头 37 mm into Word: margins of 37 mm, or those of GB/T 33476.2.

Word's margin ends at the first line box, the standard's 天头 at the characters: GB/T 33476 takes the
difference off the margins and has the full 行.  Both hold 22 lines; a mixture of them holds 21.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.recognition.facts import DocumentFacts, SectionFacts
from generator.standard import LocalCustom, Standard, gbt9704
from generator.standard.custom import Layout

NEAR = 34
"""Twips (0.6 mm) by which a margin may miss that of a profile; a quarter of what lies between the two."""
OF_LAYOUT = ("天头", "地脚", "正文行距")
"""The values of the standard that a profile decides."""
NEAR_LINE = 5
"""Twips by which a line pitch may miss its 行; half of what lies between the two."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Upper and lower margin and one 行, in twips."""

    name: str
    standard: Standard
    """The values in which it is written down."""
    top: int
    bottom: int
    line: int
    usual: bool = True
    """Whether it is that of GB/T 9704 itself."""

    def height(self, paper: int) -> int:
        """Room for lines on a page."""
        return paper - self.top - self.bottom


@cache
def profiles() -> tuple[Profile, Profile]:
    """That of the standard, then that of GB/T 33476.2."""
    return made("GB/T 9704 版面", Layout.G37), made("GB/T 33476 版面", Layout.GB33476)


def made(name: str, layout: Layout) -> Profile:
    """The profile that a layout of `gbt9704.yaml` is."""
    standard = gbt9704(LocalCustom().model_copy(update={"layout": layout}))
    margins = standard.margins
    return Profile(
        name, standard, margins["top"], margins["bottom"], int(standard.line), layout is Layout.G37
    )


def profile_of(facts: DocumentFacts, pitch: int | None, layout: Layout) -> Profile:
    """The profile that a file follows; where it follows neither, that of the layout the office has chosen."""
    own, other = profiles() if layout is Layout.G37 else reversed(profiles())
    section = next((one for one in facts.sections if not is_sideways(one)), None)
    if section is None:
        return own
    return other if follows(section, pitch, other) else own


def follows(section: SectionFacts, pitch: int | None, profile: Profile) -> bool:
    """Whether at least two of upper margin, lower margin and line pitch are those of a profile."""
    signs = (
        abs(section.top - profile.top) <= NEAR,
        abs(section.bottom - profile.bottom) <= NEAR,
        pitch is not None and abs(pitch - profile.line) <= NEAR_LINE,
    )
    return sum(signs) >= 2


def is_sideways(section: SectionFacts) -> bool:
    """Whether the paper lies on its side."""
    return section.landscape or section.width > section.height
