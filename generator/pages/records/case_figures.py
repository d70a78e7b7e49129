"""The figures of a case: each figure of the text leads to its row, each row to its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.compose.evidence import evidence_of
from generator.document import Block, Bound, Inline, Inlines, Paragraph
from generator.models.case import Case, Practice
from generator.models.record import Measure
from generator.pages.case_table.elements import stands_in
from generator.pages.markup import anchor_tag, escape, tag
from generator.pages.sheet import Sheet

TITLE = "主要数据"
OTHERS = "正文引用的其他记录"
MEASURES = "数据."
MOST_OTHERS = 20
NO_QUOTE = "没有摘引文，来源见页末"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the table: its anchor, the path by which texts bind it, and what it says."""

    anchor: str
    path: str
    name: str
    value: str
    about: str
    quote: str
    note: str


@dataclass
class StorySheet(Sheet):
    """A sheet on which the figures of the record's own lead to their rows."""

    rows: dict[str, str] = field(default_factory=dict)
    """The anchor of each row by the path of its figure."""

    def inlines(self, inlines: Inlines) -> str:
        """Words and traced figures; a figure of the record itself is a link to its row."""
        return "".join(self.own_figure(item) or super(StorySheet, self).inlines((item,)) for item in inlines)

    def own_figure(self, item: Inline) -> str:
        """A figure that stands in the table of this page, as a link to its row; nothing for all else."""
        if not isinstance(item, Bound) or item.record not in self.records or item.path not in self.rows:
            return ""
        anchor = f"#{self.rows[item.path]}"
        return anchor_tag(anchor, escape(item.text), class_="bound", title="看这个数的出处")


# --- rows -------------------------------------------------------------------------------------


def figure_rows(measures: Iterable[Measure]) -> tuple[FigureRow, ...]:
    """A row for every figure, those of parts and series below their head."""
    return tuple(
        row
        for number, measure in enumerate(measures, start=1)
        for row in measure_rows(measure, f"figure-{number}", "", "", "")
    )


def measure_rows(measure: Measure, anchor: str, path: str, above: str, quote: str) -> Iterator[FigureRow]:
    """The row of a measure, then those of its series and its parts; `quote` is that of the measure above."""
    path = f"{path}.{measure.name}".lstrip(".")
    own = measure.quote or (quote if stands_in(measure.value, quote) else "")
    value = measure.value.text if measure.value else ""
    remarks = (measure.period.words if measure.period else "", measure.scope or "", "、".join(measure.items))
    about = "；".join(remark for remark in remarks if remark)
    yield FigureRow(anchor, path, above + measure.name, value, about, own, measure.note or "")
    quote = measure.quote or quote
    for number, point in enumerate(measure.series, start=1):
        place = f"{anchor}-s{number}", f"{path}.{point.period.text}", above + measure.name
        told = quote if stands_in(point.value, quote) else ""
        yield FigureRow(*place, point.value.text, point.period.words, told, "")
    for number, part in enumerate(measure.parts, start=1):
        yield from measure_rows(part, f"{anchor}-{number}", path, f"{above}其中：", quote)


def anchors_of(rows: Iterable[FigureRow]) -> dict[str, str]:
    """The anchor of each row by the paths that lead to its figure, with 数据 in front or without."""
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(row.path, row.anchor)
        found.setdefault(MEASURES + row.path, row.anchor)
    return found


# --- on the page ------------------------------------------------------------------------------


def add_figures(sheet: Sheet, record: Case | Practice, story: Iterable[Block]) -> None:
    """The record's own figures as a table, then those that its text takes from other records."""
    rows = figure_rows(record.measures)
    if rows:
        sheet.heading(2, TITLE, "c-data-title")
        if len(record.origins) == 1:
            origin = record.origins[0]
            where = f"{origin.title}，{origin.part}" if origin.part else origin.title
            sheet.note(f"原文一栏摘自：{where}。")
        sheet.grid(("指标", "数值", "期间或口径", "原文这样写"), map(row_cells, rows), "c-data")
    others = other_figures(sheet, story)
    if others:
        sheet.heading(3 if rows else 2, OTHERS, "other-figures")
        sheet.grid(("正文写的", "取自", "原文或来源"), others[:MOST_OTHERS], "other-figures-table")
        if len(others) > MOST_OTHERS:
            sheet.note(f"另有 {len(others) - MOST_OTHERS} 个，点正文里的数看出处。")


def row_cells(row: FigureRow) -> tuple[str, ...]:
    """A row: the figure has the anchor; the sentence of the source stands beside it."""
    name = tag("span", escape(row.name), id=row.anchor)
    value = tag("strong", escape(row.value)) if row.value else ""
    lacking = tag("span", escape(NO_QUOTE), class_="lacking") if row.value else ""
    note = tag("span", escape(row.note), class_="about") if row.note else ""
    return name, value, escape(row.about), (escape(row.quote) or lacking) + note


def other_figures(sheet: Sheet, story: Iterable[Block]) -> list[tuple[str, ...]]:
    """Figures that the text takes from other records, each with that record and its sentence."""
    found: dict[tuple[str, str], str] = {}
    for block in story:
        for item in block.inlines if isinstance(block, Paragraph) else ():
            if isinstance(item, Bound) and item.record and item.record not in sheet.records:
                found.setdefault((item.record, item.path), item.text)
    return [row for (record, path), told in found.items() for row in other_row(sheet, record, path, told)]


def other_row(sheet: Sheet, record_id: str, path: str, words: str) -> Iterator[tuple[str, ...]]:
    """A figure of another record: the record, the place in it, the sentence; titles and numbers are none."""
    entry = sheet.shelf.library.entries.get(record_id)
    evidence = evidence_of(sheet.shelf.library, record_id, path)
    if entry is None or evidence is None or not any(letter.isdigit() for letter in words):
        return
    place = tag("span", escape(path.replace(".", " › ")), class_="about") if path else ""
    link = sheet.record_link(entry.record)
    yield tag("strong", escape(words)), link + place, escape(evidence.quote or "、".join(evidence.sources))
