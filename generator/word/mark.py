"""发文机关标志 (clause 7.2.4): one name, or those of several bodies stacked with 文件 beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document import DocumentFormat, JointMark
from generator.standard.lengths import TWIPS_PER_POINT, round_half_up
from generator.word.unwritable import UnwritableError

if TYPE_CHECKING:
    from generator.document import OfficialDocument
    from generator.standard import MarkStep, Standard
    from generator.word.pen import Pen


def mark_of(document: OfficialDocument) -> str | JointMark:
    """The mark that is printed: on a letter of several bodies that of the lead body alone (clause 10.1)."""
    mark = document.masthead.mark
    if isinstance(mark, JointMark) and document.format is DocumentFormat.LETTER:
        return mark.bodies[0] if mark.bodies else ""
    return mark


def title_of(document: OfficialDocument) -> tuple[str, ...]:
    """The title as it is printed, in its lines.

    An order has none (clause 10.2), and minutes not what their mark says already (10.3).
    """
    in_mark = document.format is DocumentFormat.MINUTES and document.title == str(document.masthead.mark)
    if document.format is DocumentFormat.ORDER or in_mark or not document.title:
        return ()
    return document.title_lines or (document.title,)


def names_of(mark: str | JointMark) -> tuple[str, ...]:
    """The names that stand below each other; a single one has with it what stands beside a stack."""
    return mark.bodies if isinstance(mark, JointMark) and len(mark.bodies) > 1 else (str(mark),)


def beside_of(mark: str | JointMark) -> str:
    """What stands beside a stack of names, if anything."""
    return mark.beside if isinstance(mark, JointMark) and len(mark.bodies) > 1 else ""


def characters_of(mark: str | JointMark) -> int:
    """How many characters a mark is wide: of a stack the longest name, one 字, and what stands beside it."""
    beside = beside_of(mark)
    return max(len(name) for name in names_of(mark)) + (len(beside) + 1 if beside else 0)


def mark_step(standard: Standard, mark: str | JointMark) -> MarkStep | None:
    """The step by which a mark is narrowed and made smaller; None if it fits on no page."""
    bodies, characters = len(names_of(mark)), characters_of(mark)
    fitting = (step for step in standard.data.mark_steps if (step.bodies > 1) == (bodies > 1))
    return next((step for step in fitting if step.bodies >= bodies and step.characters >= characters), None)


def mark_height(standard: Standard, mark: str | JointMark) -> int:
    """From the upper edge of a mark's first to the lower edge of its last line, in twips.

    0 where it fits on no page.
    """
    step, lines = mark_step(standard, mark), len(names_of(mark))
    if step is None:
        return 0
    return lines * part_of(standard, step, "标志行高倍数") + (lines - 1) * part_of(
        standard, step, "联合标志行间"
    )


def size_of(standard: Standard, step: MarkStep) -> int:
    """The size of the characters of a step in twips."""
    return int(standard.points(step.size) * TWIPS_PER_POINT)


def part_of(standard: Standard, step: MarkStep, ratio: str) -> int:
    """A named share of the size of the characters of a step, in twips."""
    return round_half_up(standard.quantity(ratio).value * size_of(standard, step))


@dataclass(frozen=True, slots=True)
class MarkWriter:
    """Writes a mark as a line, or as a table of two columns without borders."""

    pen: Pen
    mark: str | JointMark

    @property
    def step(self) -> MarkStep:
        """The step of the mark.

        Raises:
            UnwritableError: It fits on no page.
        """
        step = mark_step(self.pen.standard, self.mark)
        if step is None:
            raise UnwritableError(str(self.mark))
        return step

    def part(self, ratio: str) -> int:
        """A named share of the size of its characters, in twips."""
        return part_of(self.pen.standard, self.step, ratio)

    @property
    def height(self) -> int:
        """From the upper edge of its first to the lower edge of its last line, in twips."""
        return mark_height(self.pen.standard, self.mark)

    @property
    def below_ink(self) -> int:
        """What its last line leaves below the lower edge of the characters, in twips."""
        return self.part("标志行高倍数") - self.part("标志字下边")

    def xml(self, above: int) -> str:
        """The mark in the flow of the text.

        Args:
            above: Twips between the paragraph before and a stack; a line has its room in its style.
        """
        if len(names_of(self.mark)) == 1:
            return self.pen.paragraph(self.step.style, self.pen.runs.words(str(self.mark)))
        return (spacer(self.pen, above) if above else "") + self.stack()

    def stack(self) -> str:
        """The names spread to one width, 文件 once at their right and centred against them.

        The table is as wide as the 版心; indents at both sides keep the whole in its middle.
        """
        character = size_of(self.pen.standard, self.step) * self.step.percent // 100
        names, beside = names_of(self.mark), beside_of(self.mark)
        room = self.pen.standard.text_width
        wide = max(len(name) for name in names) * character + character // 4
        side = max(0, room - wide - (len(beside) + 1 if beside else 0) * character) // 2
        left = side + wide if beside else room
        lines = [self.name_line(name, side, 0 if beside else side, index) for index, name in enumerate(names)]
        cells = self.cell(left, "".join(lines))
        if beside:
            cells += self.cell(room - left, self.name_line(beside, character, side - character // 8, 0))
        grid = f'<w:gridCol w:w="{left}"/>' + (f'<w:gridCol w:w="{room - left}"/>' if beside else "")
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblInd w:w="0" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        )

    def name_line(self, name: str, left: int, right: int, index: int) -> str:
        """One name, spread between its indents; every name but the first has room above it."""
        above = self.part("联合标志行间") if index else 0
        layout = f'<w:spacing w:before="{above}"/><w:ind w:left="{left}" w:right="{max(0, right)}"/>'
        spread = '<w:jc w:val="distribute"/>'
        return self.pen.paragraph(self.step.style, self.pen.runs.words(name), layout + spread)

    def cell(self, width: int, content: str) -> str:
        """One cell, its content centred from top to bottom."""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{content}</w:tc>"
        )


def spacer(pen: Pen, height: int, runs: str = "", properties: str = "") -> str:
    """An empty paragraph of an exact height in twips; boxes may be anchored in it."""
    line = f'<w:spacing w:line="{height}" w:lineRule="exact"/>'
    return pen.paragraph("版头位置", runs, properties + line)
