"""Facts written by hand, for tests of the inspection: no .docx needed.

    facts = build(
        "发文机关标志│濮阳市财政局文件",
        "上行文发文字号│濮财综〔2017〕8号\t签发人：{签发人姓名│樊相奇}",
        "版头分隔线│",
        "公文标题│濮阳市政府购买服务\n开展情况的报告",
        "公文正文│{二级标题字│（一）市直单位积极实践。}编制分部门指导性目录。",
        table(("服务类别", "金额"), ("技术性服务", "91")),
        box("信息公开选项│信息公开选项：主动公开", table(("抄送机关│抄送：市审计局。",), style="版记表格")),
        section(landscape=True),
        "公文正文│横排的一页。",
    )

Left of │ stands a style of the contract (公文正文 where there is none); its font, size, colour, alignment,
indents, pitch and rules are those of `gbt9704.yaml`, so that a document built here keeps the standard.
A tab is a tab, a line break a manual one, {文字样式│…} a piece in a character style.
Sections are A4 upright, with page numbers in their footers.

Damage it afterwards: `with_paragraph(facts, 12, alignment="left")`, `with_runs(facts, 12, size=Decimal(15))`,
`with_text(facts, 12, "…")`, `with_section(facts, 0, top=1440)`.
`without_styles(facts)` keeps the looks and forgets the styles; `flattened(facts)` forgets the looks too,
but for the page breaks.  A style that the contract does not know (普通│…) looks like 公文默认.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from generator.recognition.facts import (
    BoxFacts,
    CellFacts,
    DocumentFacts,
    ParagraphFacts,
    RuleFacts,
    RunFacts,
    SectionFacts,
    TableFacts,
    Where,
)
from generator.standard import Alignment, MarkStep, StyleRule, gbt9704

STANDARD = gbt9704()
ALIGNMENTS = {Alignment.LEFT: "left", Alignment.CENTER: "center", Alignment.RIGHT: "right"}
PIECES = re.compile(r"\{(?P<style>[^│{}]+)│(?P<text>[^{}]*)\}|(?P<plain>[^{}]+|[{}])")
FLAT: dict[str, Any] = {
    "chinese_font": "宋体",
    "latin_font": "宋体",
    "size": Decimal("10.5"),
    "colour": "000000",
}


# --- what a document is built of ---------------------------------------------------------------


@dataclass(frozen=True)
class table:  # noqa: N801 (reads as a word in the list of paragraphs)
    """A table: rows of cells, each cell one paragraph (“样式│文字”, or 表格文字)."""

    rows: tuple[tuple[str, ...], ...]
    style: str

    def __init__(self, *rows: tuple[str, ...], style: str = "公文表格") -> None:
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "style", style)


@dataclass(frozen=True)
class box:  # noqa: N801
    """A text box with paragraphs and tables, anchored in the paragraph before it."""

    content: tuple[str | table, ...]

    def __init__(self, *content: str | table) -> None:
        object.__setattr__(self, "content", content)


@dataclass(frozen=True)
class section:  # noqa: N801
    """A new section from here on; `changes` are fields of `SectionFacts`."""

    changes: dict[str, Any]

    def __init__(self, **changes: Any) -> None:
        object.__setattr__(self, "changes", changes)


Piece = str | table | box | section


def build(*pieces: Piece, name: str = "样品.docx", **page: Any) -> DocumentFacts:
    """The facts of a document of these pieces; `page` are fields of the first section."""
    return Builder(name).build((section(**page), *pieces))


# --- damage ------------------------------------------------------------------------------------


def with_paragraph(facts: DocumentFacts, number: int, **changes: Any) -> DocumentFacts:
    """The document with fields of one paragraph changed."""
    return each_paragraph(facts, lambda one: replace(one, **changes) if one.number == number else one)


def with_runs(facts: DocumentFacts, number: int, **changes: Any) -> DocumentFacts:
    """The document with fields of every run of one paragraph changed."""
    runs = tuple(replace(run, **changes) for run in facts.paragraph(number).runs)
    return with_paragraph(facts, number, runs=runs)


def with_text(facts: DocumentFacts, number: int, text: str) -> DocumentFacts:
    """The document with the words of one paragraph changed; they look like its first run."""
    first = facts.paragraph(number).runs[0]
    return with_paragraph(facts, number, runs=(replace(first, text=text),), line_breaks=())


def with_section(facts: DocumentFacts, index: int, **changes: Any) -> DocumentFacts:
    """The document with fields of one section changed."""
    sections = list(facts.sections)
    sections[index] = replace(sections[index], **changes)
    return replace(facts, sections=tuple(sections))


def without_styles(facts: DocumentFacts) -> DocumentFacts:
    """The same looks, all in a style without a name of ours."""
    return each_paragraph(facts, lambda one: replace(one, style="", outline=None))


def flattened(facts: DocumentFacts) -> DocumentFacts:
    """The same words in one font and size, black, at the left: what a pasted text looks like."""
    return each_paragraph(facts, flat)


def flat(one: ParagraphFacts) -> ParagraphFacts:
    """A paragraph without any look of its own."""
    bare = ParagraphFacts(one.number, one.where, one.section, ())
    kept: dict[str, Any] = {
        "line_breaks": one.line_breaks,
        "page_break_before": one.page_break_before,
        "table": one.table,
        "box": one.box,
        "numbering": one.numbering,
        "picture": one.picture,
    }
    runs = tuple(replace(RunFacts(run.text, None, None, None, field=run.field), **FLAT) for run in one.runs)
    return replace(bare, runs=runs, **kept)


def each_paragraph(facts: DocumentFacts, change: Callable[[ParagraphFacts], ParagraphFacts]) -> DocumentFacts:
    """The document with every paragraph changed."""
    return replace(facts, paragraphs=tuple(map(change, facts.paragraphs)))


# --- how it is built ---------------------------------------------------------------------------


@dataclass
class Builder:
    """Counts paragraphs, tables, boxes and sections as they come."""

    name: str
    paragraphs: list[ParagraphFacts] = field(default_factory=list)
    tables: list[TableFacts] = field(default_factory=list)
    boxes: list[BoxFacts] = field(default_factory=list)
    sections: list[SectionFacts] = field(default_factory=list)

    def build(self, pieces: Iterable[Piece]) -> DocumentFacts:
        for piece in pieces:
            self.add(piece)
        self.sections = [replace(one, footers=self.footers(at)) for at, one in enumerate(self.sections)]
        return DocumentFacts(
            self.name,
            tuple(self.paragraphs),
            tuple(self.tables),
            tuple(self.boxes),
            tuple(self.sections),
            even_and_odd=True,
            theme_fonts=False,
        )

    def add(self, piece: Piece) -> None:
        match piece:
            case section():
                self.sections.append(replace(upright(), **piece.changes))
            case table():
                self.add_table(piece, Where.TABLE)
            case box():
                self.add_box(piece)
            case str():
                self.add_paragraph(piece)

    def add_box(self, piece: box) -> None:
        width = STANDARD.text_width
        anchor = self.paragraphs[-1].number if self.paragraphs else 1
        self.boxes.append(BoxFacts(None, None, width, None, from_page=True, anchor=anchor))
        index = len(self.boxes) - 1
        for one in piece.content:
            if isinstance(one, table):
                self.add_table(one, Where.BOX, box=index)
            else:
                self.add_paragraph(one, Where.BOX, box=index)

    def add_table(self, piece: table, where: Where, box: int | None = None) -> None:
        index = len(self.tables)
        columns = max(map(len, piece.rows), default=1)
        grid = (STANDARD.text_width // columns,) * columns
        outside = drawn(piece.style, "rules_outside") or drawn(piece.style, "box")
        between = drawn(piece.style, "inside_horizontal")
        facts = TableFacts(
            where, len(self.sections) - 1, grid, (), 0, top=outside, bottom=outside, between=between
        )
        self.tables.append(facts)
        rows = [
            tuple(CellFacts((self.add_paragraph(cell, where, index, box),), grid[0]) for cell in row)
            for row in piece.rows
        ]
        self.tables[index] = replace(facts, rows=tuple(rows))

    def add_paragraph(
        self, spec: str, where: Where = Where.BODY, table: int | None = None, box: int | None = None
    ) -> int:
        """A paragraph; gives its number."""
        named = "│" in spec.split("{", maxsplit=1)[0]
        left, text = spec.split("│", maxsplit=1) if named else ("", spec)
        style = left or ("公文正文" if table is None else "表格文字")
        number = len(self.paragraphs) + 1
        made = styled(number, where, len(self.sections) - 1, style, text)
        self.paragraphs.append(replace(made, table=table, box=box))
        return number

    def footers(self, section: int) -> dict[str, tuple[int, ...]]:
        """Page numbers of one section, as paragraphs at the end of the file."""
        made: dict[str, tuple[int, ...]] = {}
        for kind, style in (("default", "单页页码"), ("even", "双页页码")):
            number = len(self.paragraphs) + 1
            one = styled(number, Where.FOOTER, section, style, "— 1 —")
            look = one.runs[0]
            pieces = (("— ", ""), ("1", "PAGE"), (" —", ""))
            runs = tuple(replace(look, text=text, field=instruction) for text, instruction in pieces)
            self.paragraphs.append(replace(one, runs=runs))
            made[kind] = (number,)
        return made


def upright() -> SectionFacts:
    """A4 upright with the margins of the standard."""
    margins = STANDARD.margins
    return SectionFacts(
        *STANDARD.paper,
        margins["top"],
        margins["bottom"],
        margins["left"],
        margins["right"],
        margins["header"],
        margins["footer"],
        grid_type="lines",
        line_pitch=STANDARD.twips("正文行距"),
    )


def styled(number: int, where: Where, section: int, style: str, text: str) -> ParagraphFacts:
    """A paragraph that looks as its style says."""
    runs = tuple(run_of(style, character, words) for character, words in split(text.replace("\n", "")))
    bare = re.sub(r"\{[^│{}]+│([^{}]*)\}", r"\1", text)
    breaks = tuple(at - index for index, at in enumerate(places(bare, "\n")))
    rule = {
        "left": length(style, "left"),
        "right": length(style, "right"),
        "first_line": length(style, "first_line") - length(style, "hanging"),
        "before": length(style, "before"),
        "after": length(style, "after"),
        "line": pitch_of(style),
        "alignment": ALIGNMENTS.get(inherited(style, "alignment"), "both"),
        "outline": inherited(style, "outline"),
        "keep_next": bool(inherited(style, "keep_next")),
        "page_break_before": bool(inherited(style, "page_break_before")),
        "rule_below": drawn(style, "rule_below", "红"),
    }
    return ParagraphFacts(
        number, where, section, runs, style, line_rule="exact", snap_to_grid=False, line_breaks=breaks, **rule
    )


def places(text: str, character: str) -> Iterator[int]:
    """Where a character stands in a text."""
    return (at for at, one in enumerate(text) if one == character)


def split(text: str) -> Iterator[tuple[str, str]]:
    """Pieces of a text with their character style, “” for none."""
    for match in PIECES.finditer(text):
        yield (match["style"], match["text"]) if match["style"] else ("", match["plain"])


def rules(style: str) -> Iterator[StyleRule]:
    """The style, then the default; a step of the mark is a 发文机关标志."""
    known = STANDARD.styles_by_name
    steps = {step.style for step in STANDARD.data.mark_steps}
    if style in known or style in steps:
        yield known[style if style in known else "发文机关标志"]
    yield known["公文默认"]


def inherited(style: str, name: str) -> Any:
    """A property of the style, or of the default."""
    return next((value for one in rules(style) if (value := getattr(one, name))), None)


def length(style: str, name: str, default: int = 0) -> int:
    """A length of the style in twips."""
    value = inherited(style, name)
    return STANDARD.twips_of(value, inherited(style, "size")) if value and value != "自动" else default


def drawn(style: str, name: str, colour: str = "黑") -> RuleFacts | None:
    """The line that a property of the style draws, if it draws one."""
    weight = Decimal(length(style, name)) / 20
    return RuleFacts("single", weight, STANDARD.colour(colour)) if weight else None


def step_of(style: str) -> MarkStep | None:
    """The step of the mark that the style is."""
    return next((step for step in STANDARD.data.mark_steps if step.style == style), None)


def size_of(style: str) -> Decimal:
    """Its type size in points."""
    step = step_of(style)
    return STANDARD.points(step.size if step else inherited(style, "size"))


def pitch_of(style: str) -> int:
    """Its line pitch in twips; that of a mark follows its size."""
    if style == "发文机关标志" or step_of(style):
        return int(size_of(style) * 20 * STANDARD.quantity("标志行高倍数").value)
    return length(style, "pitch", default=STANDARD.twips("正文行距"))


def run_of(style: str, character: str, text: str) -> RunFacts:
    """Words that look as paragraph and character style say."""
    step = step_of(style)
    face = (character and inherited(character, "face")) or inherited(style, "face")
    return RunFacts(
        text,
        chinese_font=STANDARD.face(face).names[0],
        latin_font=STANDARD.face("西文").names[0],
        size=size_of(style),
        colour=STANDARD.colour(inherited(style, "colour") or "黑"),
        tracking=length(style, "tracking"),
        scale=step.percent if step else 100,
    )
