"""Bodies of recovered texts as Markdown, and their provisions by the names that staff give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compose.outline import OPENING, RUN_IN_END, anchors_of, number_blocks
from generator.document import Attendance, Block, Blocks, Cell, Heading, Paragraph, Row, Table, words
from generator.hanzi.numerals import ARTICLE_LEVEL, split_printed_label
from generator.source.front_matter import BodyBlock, BodyKind, read_body
from generator.source.writing import body_text

WHOLE = "正文"


def body_of(blocks: Iterable[Block]) -> str:
    """The Markdown of a text, its headings and numbers as printed."""
    return body_text(item for block in blocks for item in body_blocks(block))


def body_blocks(block: Block) -> Iterator[BodyBlock]:
    """A block as the blocks of a Markdown body."""
    match block:
        case Heading():
            yield from heading_blocks(block)
        case Paragraph(lead=Heading() as lead) if ends_as_run_in(lead):
            yield BodyBlock(BodyKind.HEADING, 0, lead.text, lead.level)
            yield paragraph(replace(block, lead=None).text)
        case Paragraph():
            yield paragraph(block.text)
        case Table():
            yield from table_blocks(block)


def paragraph(text: str) -> BodyBlock:
    """A paragraph of a body."""
    return BodyBlock(BodyKind.PARAGRAPH, 0, text)


def ends_as_run_in(heading: Heading) -> bool:
    """Whether reading will join the heading with the paragraph after it."""
    return heading.text.endswith(RUN_IN_END) or is_article(heading)


def is_article(heading: Heading) -> bool:
    """Whether a heading is the number of an article alone: 第七条."""
    label, bare = split_printed_label(heading.text.strip())
    return label is not None and label.level == ARTICLE_LEVEL and not bare


def heading_blocks(heading: Heading) -> Iterator[BodyBlock]:
    """A heading; an article whose words stand on its line becomes its number and a paragraph."""
    label, bare = split_printed_label(heading.text.strip())
    if label is not None and label.level == ARTICLE_LEVEL:
        yield BodyBlock(BodyKind.HEADING, 0, label.printed.strip(), heading.level)
        if bare.strip():
            yield paragraph(bare)
    else:
        yield BodyBlock(BodyKind.HEADING, 0, heading.text, heading.level)


def table_blocks(table: Table) -> Iterator[BodyBlock]:
    """A table between its title and its note."""
    if table.title:
        yield paragraph(table.title)
    yield BodyBlock(BodyKind.TABLE, 0, rows=tuple(grid_of((*table.head, *table.rows))))
    if table.note:
        yield paragraph(table.note)


def grid_of(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    """Rows of equal columns: what a merged cell covers is empty."""
    covered: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        for cell in row.cells:
            skip_covered(line, covered)
            for at in range(len(line), len(line) + cell.columns):
                covered[at] = cell.rows - 1
            line += [cell.text, *[""] * (cell.columns - 1)]
        skip_covered(line, covered)
        yield tuple(line)


def skip_covered(line: list[str], covered: dict[int, int]) -> None:
    """Leave the columns empty that a cell of an earlier row reaches down to."""
    while covered.get(len(line), 0) > 0:
        covered[len(line)] -= 1
        line.append("")


def attendance_blocks(attendance: Iterable[Attendance]) -> Blocks:
    """与会人员 of minutes as paragraphs: a policy has no keys for them."""
    lines = (f"{group.label}：{'、'.join(group.names)}" for group in attendance)
    return tuple(Paragraph("", words(line)) for line in lines)


# --- reading what was written -------------------------------------------------------------------


def composed(body: str) -> Blocks:
    """The blocks that composing makes of a full text."""
    return number_blocks(read_body(body, 1), "", lambda text, _: words(text), as_printed=True)


def provisions(blocks: Blocks) -> Iterator[tuple[str, Block]]:
    """Each block with the name of the provision that it stands in: 三（四）, 第十条, 引言, 正文."""
    names = {block_id: name for name, block_id in reversed(anchors_of(blocks).items())}
    headed = any(isinstance(block, Heading) or has_lead(block) for block in blocks)
    name = OPENING if headed else WHOLE
    for block in blocks:
        heading = block if isinstance(block, Heading) else getattr(block, "lead", None)
        if isinstance(heading, Heading):
            name = names.get(heading.id, name)
        yield name, block


def has_lead(block: Block) -> bool:
    """Whether a paragraph begins with a run-in heading."""
    return isinstance(block, Paragraph) and block.lead is not None


def text_of(block: Block) -> str:
    """The words of a block, the cells of a table apart by spaces."""
    if isinstance(block, Table):
        return " ".join(cell.text for cell in cells_of(block))
    return block.text


def cells_of(table: Table) -> Iterator[Cell]:
    """Every cell of a table."""
    for row in (*table.head, *table.rows):
        yield from row.cells
