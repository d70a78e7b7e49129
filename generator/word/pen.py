"""What a writer of one document carries along: style ids, the run writer, counters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.standard import Standard, gbt9704
from generator.word.bookmarks import Bookmarks
from generator.word.text import RunWriter

if TYPE_CHECKING:
    from collections.abc import Mapping

KEEP_NEXT = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
FIRST_DRAWING = 1000


@dataclass(slots=True)
class Pen:
    """Style ids by display name, and numbers that must not repeat within one file."""

    styles: Mapping[str, str]
    standard: Standard = field(default_factory=gbt9704)
    drawings: int = FIRST_DRAWING
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    pitch: str = ""
    """Set where lines are drawn together so that the closing shares a page with text (clause 7.3.5.5)."""
    runs: RunWriter = field(init=False)
    text_runs: RunWriter = field(init=False)
    """Writes the paragraphs of the body, set looser where the closing needs that."""

    def __post_init__(self) -> None:
        self.runs = self.text_runs = RunWriter(self.styles, self.bookmarks, self.standard.bold_words)

    def set_text(self, pitch: int = 0, tracking: int = 0) -> None:
        """Set the text with another pitch, and its paragraphs with more tracking, both in twips.

        0 is the usual, which the styles have.
        """
        self.pitch = f'<w:spacing w:line="{pitch}" w:lineRule="exact"/>' if pitch else ""
        self.text_runs = self.runs
        if tracking:
            spacing = f'<w:spacing w:val="{self.standard.twips("字距") + tracking}"/>'
            self.text_runs = RunWriter(self.styles, self.bookmarks, self.standard.bold_words, spacing)

    def paragraph(self, style: str, runs: str, properties: str = "") -> str:
        """A paragraph in a named style; `properties` holds structure only, in the schema's order."""
        return f"{self.opening(style, properties)}{runs}</w:p>"

    def opening(self, style: str, properties: str = "") -> str:
        """A paragraph up to its runs."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{properties}</w:pPr>'

    def line(self, style: str, runs: str, before: str = "", after: str = "") -> str:
        """A paragraph of the body's pitch, between the properties that the schema puts around it."""
        return self.paragraph(style, runs, before + self.pitch + after)

    def blank(self, lines: int, properties: str = "") -> str:
        """Empty lines of the body's pitch."""
        return self.paragraph("空行", "", properties + self.pitch) * lines

    def next_drawing(self) -> int:
        """A number for a drawing."""
        self.drawings += 1
        return self.drawings
