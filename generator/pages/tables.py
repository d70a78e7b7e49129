"""Tables of the tree as HTML, for Markdown tables cannot span columns or rows."""

from __future__ import annotations

from collections.abc import Callable

from generator.document import Align, Cell, Inlines, Row, RowKind, Table
from generator.pages.markup import escape

Write = Callable[[Inlines], str]
FEW_COLUMNS = 3
"""A table of so few columns fits a narrow screen by itself."""


def html_table(table: Table, anchor: str, write: Write) -> str:
    """A table with its title, spans and sections, every word escaped by `write`."""
    caption = f"<caption>{escape(table.title)}</caption>\n" if table.title else ""
    head = "".join(html_row(row, "th", write) for row in table.head)
    body = "".join(html_row(row, "td", write) for row in table.rows)
    top = f"<thead>\n{head}</thead>\n" if head else ""
    html = f'<table class="data" id="{anchor}">\n{caption}{top}<tbody>\n{body}</tbody>\n</table>'
    note = f'\n\n<p class="table-note">{escape(table.note)}</p>' if table.note else ""
    return scrollable(html, len(table.widths), table.title or "表格") + note


def scrollable(html: str, columns: int, label: str) -> str:
    """A table that scrolls sideways on a narrow screen, by keyboard too, if it has many columns."""
    if columns <= FEW_COLUMNS:
        return html
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(label)}">\n{html}\n</div>'


def html_row(row: Row, element: str, write: Write) -> str:
    """A row; a section row and the totals look their part."""
    kind = "" if row.kind is RowKind.DATA else f' class="{row.kind.value}"'
    name = "th" if row.kind is RowKind.SECTION else element
    return f"<tr{kind}>{''.join(html_cell(cell, name, write) for cell in row.cells)}</tr>\n"


def html_cell(cell: Cell, element: str, write: Write) -> str:
    """A cell with its spans and its place; a head cell says what it heads."""
    counts = (("colspan", cell.columns), ("rowspan", cell.rows))
    spans = "".join(f' {name}="{count}"' for name, count in counts if count > 1)
    scope = f' scope="{"colgroup" if cell.columns > 1 else "col"}"' if element == "th" else ""
    align = "" if cell.align is Align.LEFT else f' class="{cell.align.value}"'
    return f"<{element}{spans}{scope}{align}>{write(cell.inlines)}</{element}>"
