"""The parts of a document as lines, each as high as the pen sets it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.document import DocumentFormat, Heading, OfficialDocument, Paragraph, Table
from generator.standard.lengths import TWIPS_PER_POINT, round_half_up
from generator.word.closing.notes import LABEL, NumberColumn, bracketed, is_closed, number_text
from generator.word.closing.signature import signature_height, signed
from generator.word.grid import lay_out, scale
from generator.word.mark import mark_of, mark_step, names_of, title_of
from generator.word.measure import Measure, border_room, style_measure
from generator.word.paging.flow import Line, Part
from generator.word.sideways import sideways_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Attachment, Block, Blocks, Row
    from generator.standard import Standard
    from generator.word.grid import Placed

LINES_HELD = 2
"""Lines of text that stand above the closing on its page, where that is possible."""


@dataclass(frozen=True)
class Ruler:
    """What lines are measured with, in twips.

    Attributes:
        standard: Sizes, indents and the page.
        pitch: From line to line, from the text to 附注.
        tracking: What every character of a paragraph of the body has beyond the usual.
        breaks: Where the lines of a text begin: the same whatever the pitch.
    """

    standard: Standard
    pitch: int
    tracking: int = 0
    breaks: dict[tuple[str, int, int, int], list[int]] = field(default_factory=dict)

    def at(self, pitch: int, tracking: int = 0) -> Ruler:
        """A ruler of another pitch and tracking."""
        return Ruler(self.standard, pitch, tracking, self.breaks)

    @cached_property
    def character(self) -> int:
        """The width of a 3号 character with its tracking."""
        standard = self.standard
        return int(standard.points("三号") * TWIPS_PER_POINT) + standard.twips("字距")

    def measure(self, first: int = 0, others: int = 0, tracking: int = 0) -> Measure:
        """The lines of the body with those indents, looser by so much tracking."""
        room = self.standard.text_width
        return Measure(self.character + tracking, room - first, room - others, self.border, tracking)

    @cached_property
    def border(self) -> int:
        """What each border of Chinese and figures adds."""
        return border_room(self.standard)

    def lines(self, text: str, part: Part, measure: Measure) -> list[Line]:
        """A text of the body's size in its lines."""
        key = text, measure.first, measure.others, measure.tracking
        if key not in self.breaks:
            self.breaks[key] = measure.starts(text)
        starts = self.breaks[key]
        ends = [*starts[1:], len(text)]
        return [Line(self.pitch, part, text[a:b]) for a, b in zip(starts, ends, strict=True)]

    @property
    def upright(self) -> int:
        """How high the text of an upright page is."""
        return sideways_width(self.standard)

    @property
    def turned(self) -> int:
        """How high the text of a page is that lies sideways."""
        return self.standard.text_width


def ruler_of(standard: Standard) -> Ruler:
    """A ruler with the usual pitch."""
    return Ruler(standard, int(standard.line))


# --- 版头, 标题, 主送机关 -----------------------------------------------------------------------


def opening_lines(ruler: Ruler, document: OfficialDocument) -> Iterator[Line]:
    """What stands above the text; its pitch, 主送机关 included, is always the usual one."""
    standard = ruler.standard
    yield Line(head_height(standard, document), Part.HEAD)
    if title := title_of(document):
        for words in title:
            yield Line(standard.twips("标题行距"), Part.TITLE, words, held=True)
        yield Line(int(standard.line) * standard.count("标题下空"), Part.TITLE)
    if document.addressees:
        usual = ruler.at(int(standard.line))
        yield from usual.lines(document.addressees, Part.ADDRESSEES, usual.measure())


def head_height(standard: Standard, document: OfficialDocument) -> int:
    """From the upper edge of the 版心 to the first line of the title, in twips (clauses 7.2 and 10)."""
    line, top = int(standard.line), standard.margins["top"]
    rule = standard.twips("红线行高") + standard.twips("红线粗")
    mark = mark_height(standard, document)
    if document.format is DocumentFormat.LETTER:
        below = sum(standard.twips(name) for name in ("信函双线距标志", "信函双线厚", "信函要素距双线"))
        corners = max(1, corner_count(document))
        return (
            standard.twips("信函标志上边")
            + mark
            + below
            - top
            + (corners + standard.count("标题上空")) * line
        )
    if document.format is DocumentFormat.ORDER:
        blank = standard.count("文号上空") + 1 + standard.count("令号下空")
        return standard.twips("命令标志上边") - top + mark + blank * line
    blank = standard.count("文号上空") + signer_lines(standard, document) + standard.count("标题上空")
    above = standard.count("角标行数") * line + standard.twips("标志段前")
    return above + mark + blank * line + rule


def mark_height(standard: Standard, document: OfficialDocument) -> int:
    """The height of the 发文机关标志; nothing for one that fits on no page and is refused."""
    mark = mark_of(document)
    step = mark_step(standard, mark)
    if step is None:
        return 0
    size = standard.points(step.size) * TWIPS_PER_POINT
    bodies = len(names_of(mark))
    lines = bodies * standard.quantity("标志行高倍数").value
    gaps = (bodies - 1) * standard.quantity("联合标志行间").value
    return round_half_up(size * (lines + gaps))


def corner_count(document: OfficialDocument) -> int:
    """How many of 份号, 密级 and 紧急程度 there are."""
    head = document.masthead
    return sum(bool(words) for words in (head.copy_number, head.secrecy, head.urgency))


def signer_lines(standard: Standard, document: OfficialDocument) -> int:
    """Lines of 发文字号 and 签发人 together."""
    return max(1, -(-len(document.masthead.signers) // standard.count("每行签发人")))


# --- 正文 --------------------------------------------------------------------------------------


def body_lines(ruler: Ruler, blocks: Blocks, part: Part = Part.BODY) -> Iterator[Line]:
    """The lines of blocks."""
    for block in blocks:
        yield from lines_of(ruler, block, part)


def held_body(ruler: Ruler, document: OfficialDocument, *, at_risk: bool) -> list[Line]:
    """The lines of the body, the last of them held to a closing that follows."""
    lines = list(body_lines(ruler, document.body))
    if not is_closed(document) or not lines:
        return lines
    count = held_blocks(ruler.standard, document.body, at_risk=at_risk)
    most = sum(1 for _ in body_lines(ruler, document.body[len(document.body) - count :]))
    start = len(lines) - min(LINES_HELD, most)
    return lines[:start] + [replace(line, held=True) for line in lines[start:]]


def held_blocks(standard: Standard, blocks: Blocks, *, at_risk: bool) -> int:
    """How many blocks at the end hold together, so that two lines of text stand above the closing.

    Text that is not a heading stays behind for the first page, which shall show some (clause 7.3.3).

    Args:
        standard: For the lines that a block takes.
        blocks: The body.
        at_risk: Whether the closing might stand alone.  Only then is a long paragraph held, if it is
            the last: LibreOffice moves as a whole what is held and leaves the page before half empty.
    """
    lines = count = 0
    for block in reversed(blocks):
        if not any(not isinstance(one, Heading) for one in blocks[: len(blocks) - count - 1]):
            break
        more = LINES_HELD if isinstance(block, Table) else block_lines(standard, block)
        if (isinstance(block, Table) or more > LINES_HELD) and (count or not at_risk):
            break
        lines, count = lines + more, count + 1
        if lines >= LINES_HELD:
            break
    return count


def lines_of(ruler: Ruler, block: Block, part: Part) -> Iterator[Line]:
    """The lines of one block."""
    match block:
        case Table():
            yield from table_lines(ruler, block, part)
        case Heading():
            for line in text_lines(ruler, block, part):
                yield replace(line, held=True)
        case Paragraph():
            yield from text_lines(ruler, block, part)


def text_lines(ruler: Ruler, block: Heading | Paragraph, part: Part) -> list[Line]:
    """The lines of a heading or a paragraph, which alone is set looser."""
    tracking = 0 if isinstance(block, Heading) else ruler.tracking
    return ruler.lines(block.text, part, ruler.measure(ruler.standard.twips("段首空"), 0, tracking))


def block_lines(standard: Standard, block: Heading | Paragraph) -> int:
    """How many lines a heading or a paragraph takes."""
    return len(text_lines(ruler_of(standard), block, Part.BODY))


def table_lines(ruler: Ruler, table: Table, part: Part) -> Iterator[Line]:
    """A table with its title and note; each row is as high as its fullest cell."""
    standard, turned = ruler.standard, table.sideways
    if table.title:
        above = standard.twips_of(standard.style("表格标题").before)
        yield Line(ruler.pitch + above, part, table.title, held=True, turned=turned)
    row = standard.twips("表格行高")
    if table.note:
        after = standard.twips_of(standard.style("表格说明").after)
        yield Line(row + after, part, table.note, held=True, turned=turned)
    width = sideways_width(standard) if turned else standard.text_width
    widths = scale(table.widths, width)
    for rows, held in ((table.head, True), (table.rows, False)):
        for one, placed in zip(rows, lay_out(rows, len(widths)), strict=True):
            yield Line(row_height(ruler, placed, widths), part, first_words(one), held=held, turned=turned)
    if not turned:
        yield Line(standard.twips_of(standard.style("表格之后").after), part)


def first_words(row: Row) -> str:
    """The words of the first cell of a row."""
    return row.cells[0].text if row.cells else ""


def row_height(ruler: Ruler, placed: list[Placed], widths: tuple[int, ...]) -> int:
    """The height of a row: its fullest cell, the room above and below the words, the rule."""
    standard = ruler.standard
    style = standard.style("表格文字")
    sides = 2 * standard.twips_of(standard.style("公文表格").cell_sides)
    character = int(standard.character(style.size))
    most = 1
    for piece in placed:
        if piece.first and piece.cell.rows == 1:
            inside = sum(widths[piece.column : piece.column + piece.columns]) - sides
            measure = Measure(character, inside, inside, border_room(standard, style.size))
            most = max(most, sum(measure.count(text) for text in piece.cell.text.split("\n")))
    rule = standard.twips_of(standard.style("公文表格").inside_horizontal)
    room = standard.twips_of(style.before) + standard.twips_of(style.after)
    return most * standard.twips("表格行高") + room + rule


# --- 附件说明, 署名, 成文日期, 附注 --------------------------------------------------------------


def closing_lines(ruler: Ruler, document: OfficialDocument) -> Iterator[Line]:
    """附件说明 and the signature with its room: all hold together, and to what follows them."""
    if document.attachments:
        follows = signed(document.signature) or bool(document.note)
        yield Line(ruler.pitch * ruler.standard.count("附件说明上空"), Part.CLOSING, held=True)
        names = list(attachment_names(ruler, document.attachments))
        yield from (replace(line, held=follows or line is not names[-1]) for line in names)
    yield from attendance_lines(ruler, document)
    height = signature_height(ruler.standard, document.signature, ruler.pitch, noted=bool(document.note))
    if height:
        yield Line(height, Part.CLOSING, held=bool(document.note))


def attachment_names(ruler: Ruler, attachments: tuple[Attachment, ...]) -> Iterator[Line]:
    """The lines of the 附件说明."""
    numbers = NumberColumn(ruler.standard, attachments)
    for index, one in enumerate(attachments):
        starts = numbers.label_at if index == 0 else numbers.number_at(one)
        text = (LABEL if index == 0 else "") + number_text(one) + one.title
        yield from ruler.lines(text, Part.CLOSING, ruler.measure(starts, numbers.left))


def attendance_lines(ruler: Ruler, document: OfficialDocument) -> Iterator[Line]:
    """出席, 请假 and 列席 of minutes."""
    if document.attendance:
        yield Line(ruler.pitch * ruler.standard.count("出席上空"), Part.BODY)
    measure = style_measure(ruler.standard, "出席人员")
    for one in document.attendance:
        yield from ruler.lines(f"{one.label}：{'、'.join(one.names)}", Part.BODY, measure)


def note_lines(ruler: Ruler, document: OfficialDocument) -> list[Line]:
    """附注."""
    if not document.note:
        return []
    indent = ruler.standard.twips("段首空")
    return ruler.lines(bracketed(document.note), Part.NOTE, ruler.measure(first=indent))
