"""Tables: fixed grid over the whole 版心, repeated head, spans, section rows, spread names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import Align, RowKind, Table
from generator.word.grid import Placed, lay_out, scale
from generator.word.measure import text_width
from generator.word.sideways import end_sideways, sideways_width
from generator.word.text import text_of

if TYPE_CHECKING:
    from generator.standard import Standard
    from generator.word.pen import Pen

ROW_STYLES = {RowKind.DATA: "表格文字", RowKind.SECTION: "表格分节", RowKind.TOTAL: "表格合计"}
HEAD_STYLE = "表格表头"
JUSTIFIED = {Align.CENTER: "center", Align.RIGHT: "right", Align.SPREAD: "distribute"}
FOOTNOTE = "注"
"""A note that begins with this stands below the table; any other (填报单位, 单位：万元) above it."""


def table_xml(pen: Pen, table: Table, keep: str = "") -> str:
    """Title, note, table, and the small gap after it that Word needs between two tables.

    Args:
        pen: Styles and standard.
        table: One that lies sideways is as wide as the 版心 is high; its pages end after it (clause 8).
        keep: What holds its last row to the text below.
    """
    title = pen.paragraph("表格标题", pen.runs.words(table.title)) if table.title else ""
    note = pen.paragraph("表格说明", pen.runs.words(table.note)) if table.note else ""
    above, below = ("", note) if table.note.startswith(FOOTNOTE) else (note, "")
    after = end_sideways() if table.sideways else pen.paragraph("表格之后", "", keep)
    return f"{title}{above}{grid_xml(pen, table, keep)}{below}{after}"


def grid_xml(pen: Pen, table: Table, keep: str = "") -> str:
    """The table itself: 156 mm wide, or 225 mm sideways, laid out by its grid (WPS reads nothing else)."""
    widths = scale(table.widths, table_width(pen.standard, table))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    writer = TableWriter(pen, table, widths, keep)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{pen.styles["公文表格"]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{writer.rows()}</w:tbl>"
    )


def table_width(standard: Standard, table: Table) -> int:
    """How wide a table is, in twips."""
    return sideways_width(standard) if table.sideways else standard.text_width


class TableWriter:
    """Writes the rows of one table; knows its widths and its spread columns."""

    def __init__(self, pen: Pen, table: Table, widths: tuple[int, ...], keep: str = "") -> None:
        self.pen = pen
        self.runs = pen.runs
        self.keep = keep
        self.table = table
        self.widths = widths
        self.sides = 2 * self.cell_side()
        self.placed = lay_out(table.rows, len(widths))
        self.spread = self.spread_widths()
        self.openings: dict[tuple[object, ...], str] = {}

    def cell_side(self) -> int:
        """Room between the rule and the words at each side of a cell, as the style has it."""
        return self.pen.standard.twips_of(self.pen.standard.style("公文表格").cell_sides)

    def spread_widths(self) -> list[int]:
        """By column the width of the longest spread words: the others are spread to it."""
        character = int(self.pen.standard.character(self.pen.standard.style("表格文字").size))
        spread, widths = Align.SPREAD, [0] * len(self.widths)
        for row in self.placed:
            for cell, column, _ in row:
                if cell.align is spread:
                    widths[column] = max(widths[column], text_width(text_of(cell.inlines), character))
        return widths

    def rows(self) -> str:
        """Head rows, repeated on every page, then the others; no row is split over two pages."""
        head = lay_out(self.table.head, len(self.widths))
        written = [self.row(HEAD_STYLE, row, "<w:tblHeader/>") for row in head]
        last = len(self.placed) - 1
        for number, (row, placed) in enumerate(zip(self.table.rows, self.placed, strict=True)):
            written.append(self.row(ROW_STYLES[row.kind], placed, keep=self.keep if number == last else ""))
        return "".join(written)

    def row(self, style: str, placed: list[Placed], properties: str = "", keep: str = "") -> str:
        """One row in the style of its kind."""
        cells = [self.opening(style, piece, keep) + self.words(piece) + "</w:p></w:tc>" for piece in placed]
        return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(cells)}</w:tr>"

    def words(self, piece: Placed) -> str:
        """The runs of a cell; a continuation from above is empty."""
        return self.runs.lines(piece.cell.inlines) if piece.first else ""

    def opening(self, style: str, piece: Placed, keep: str) -> str:
        """A cell up to its words: the same from row to row, so it is made once."""
        cell, column, first = piece
        key = style, column, first, cell.columns, cell.rows > 1, cell.align.value, keep
        opening = self.openings.get(key)
        if opening is None:
            paragraph = self.pen.opening(style, keep + self.alignment(piece))
            opening = self.openings[key] = f"<w:tc>{self.cell_properties(piece)}{paragraph}"
        return opening

    def cell_properties(self, piece: Placed) -> str:
        """Width, spans, and words in the middle of the height."""
        width = sum(self.widths[piece.column : piece.column + piece.columns])
        span = f'<w:gridSpan w:val="{piece.columns}"/>' if piece.columns > 1 else ""
        merge = ""
        if piece.cell.rows > 1 or not piece.first:
            merge = '<w:vMerge w:val="restart"/>' if piece.first else "<w:vMerge/>"
        return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'

    def alignment(self, piece: Placed) -> str:
        """Where the words stand; left is the style's own way."""
        align = piece.cell.align
        if align is Align.LEFT:
            return ""
        indent = self.spread_indent(piece) if align is Align.SPREAD else ""
        return f'{indent}<w:jc w:val="{JUSTIFIED[align]}"/>'

    def spread_indent(self, piece: Placed) -> str:
        """Equal room left and right, so that short names are spread to the longest of their column."""
        room = self.widths[piece.column] - self.sides - self.spread[piece.column]
        return f'<w:ind w:left="{room // 2}" w:right="{room - room // 2}"/>' if room > 0 else ""
