"""A chart on a page: the picture, what was counted, and its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.charts import Cell, Chart, Table
from generator.pages.markup import escape, tag
from generator.pages.sheet import Sheet
from generator.pages.tables import scrollable

Link = Callable[[str], str]
"""From the key of a row to its finished words, with a link."""
DEEPEST = 4


def figure(
    sheet: Sheet, chart: Chart, *, anchor: str = "", scope: Sequence[str] = (), link: Link | None = None
) -> None:
    """Add a chart to a page, with what it counts and with its table.

    A chart without a picture (fewer than two numbers) stands as its table alone; one without any
    number adds nothing.

    Args:
        sheet: the page.
        chart: made by `generator.charts`.
        anchor: the id of the figure, where it is to be linked to.
        scope: what was counted, from which records, what was left out and why: finished page text,
            sentence by sentence.
        link: makes the first cell of a row a link, from the key of the row.
    """
    if not chart.table.rows:
        return
    caption = tag("figcaption", escape(chart.title))
    told = tag("p", "".join(scope), class_="scope") + "\n" if scope else ""
    table = chart_table(chart.table, chart.title, link)
    shown = f"{chart.svg}\n" if chart.svg else ""
    below = f"<details><summary>{escape('数据表')}</summary>\n{table}\n</details>\n" if shown else ""
    whole = f"{caption}\n{shown or table + chr(10)}{told}{below}"
    name = f' id="{anchor}"' if anchor else ""
    sheet.add(f'<figure class="figure"{name}>\n{whole}</figure>')


def chart_table(table: Table, label: str, link: Link | None = None) -> str:
    """The table of a chart, numbers to the right, bars in the cells that have them."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.head)
    rows = "".join(table_row(row, link) for row in table.rows)
    html = f'<table class="data">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>'
    return scrollable(html, len(table.head), label)


def table_row(row: tuple[Cell, ...], link: Link | None) -> str:
    """A row: its name, its numbers."""
    first, *numbers = row
    words = link(first.key) if link and first.key else escape(first.text)
    depth = f' class="depth-{min(first.depth + 1, DEEPEST)}"' if first.depth else ""
    cells = "".join(number_cell(cell) for cell in numbers)
    return f'<tr><th scope="row"{depth}>{words}</th>{cells}</tr>\n'


def number_cell(cell: Cell) -> str:
    """A number, a bar below it where the table is the chart."""
    kind = ' class="number"' if cell.share is not None or is_number(cell.text) else ""
    return f"<td{kind}>{escape(cell.text)}{cell_bar(cell)}</td>"


def cell_bar(cell: Cell) -> str:
    """The bar of a cell; the number beside it says the same, so that readers need not hear it twice."""
    if not cell.share:
        return ""
    bar = f'<rect width="{float(cell.share):.2f}%" height="100%"/>'
    return f'<svg class="cell-bar" aria-hidden="true" focusable="false">{bar}</svg>'


def is_number(words: str) -> bool:
    """Whether a cell holds a number rather than words."""
    return words.replace(",", "").replace(".", "", 1).isdigit()
