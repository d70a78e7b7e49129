"""An attachment by what it holds: tables (survey, statistics, list) or a case in its sections."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from generator.document import Attachment, Block, Blocks, OfficialDocument, Table
from generator.importers.drafts import Draft
from generator.importers.records.attached.cases import case_draft, case_form
from generator.importers.records.attached.lines import Line, line_of_block, lines_of_table
from generator.importers.records.attached.rosters import roster_draft
from generator.importers.records.attached.statistics import read_shape, statistics_draft
from generator.importers.records.attached.surveys import read_survey, survey_drafts
from generator.importers.records.attached.tabled import Tabled, is_foot, read_tabled
from generator.importers.records.context import Context


def drafts_of_attachment(attachment: Attachment, context: Context) -> tuple[Draft, ...]:
    """The records of one attachment, the one that is printed in its place first.

    Args:
        attachment: its blocks as recognised; a whole document is the caller's, it gives no drafts.
        context: what is known of the document that bears it.

    Returns:
        案例, 统计表, 名单, or 调查填报 with its 调查表; none for a text that is neither table nor case.
    """
    content = attachment.content
    if isinstance(content, OfficialDocument):
        return ()
    part = part_of(attachment, context)
    if mostly_tables(content):
        return tuple(drafts_of_tables(attachment.title, content, context, part))
    form = case_form(context.library, attachment.title, content)
    if not form:
        return ()
    return (
        case_draft(attachment.title, content, form, context, part),
        *tables_within(content, context, part),
    )


def part_of(attachment: Attachment, context: Context) -> str:
    """Where the attachment stands in the original: 附件2."""
    number = attachment.number if attachment.number is not None else context.position
    return f"附件{number}" if attachment.number is not None or context.position > 1 else "附件"


def mostly_tables(content: Blocks) -> bool:
    """Whether the tables say more than the text around them, and no sentences lead up to them and go on.

    A table between sentences is part of a text, however short they are.
    """
    tables = [block for block in content if isinstance(block, Table)]
    if tables and all(map(has_sentence, around_tables(content))):
        return False
    words = sum(len(cell) for table in tables for line in lines_of_table(table) for cell in line.cells)
    around = sum(len(block.text) for block in content if not isinstance(block, Table))
    return words > around


def around_tables(content: Blocks) -> tuple[Blocks, Blocks]:
    """The blocks above the first table and those below the last one."""
    places = [place for place, block in enumerate(content) if isinstance(block, Table)]
    return content[: places[0]], content[places[-1] + 1 :]


def has_sentence(blocks: Blocks) -> bool:
    """Whether a block is a whole sentence and no note to a table."""
    lines = (line for block in blocks for line in lines_of(block))
    return any(line.text.endswith("。") and not is_foot(line) for line in lines)


def drafts_of_tables(title: str, content: Blocks, context: Context, part: str) -> Iterator[Draft]:
    """The records of the tables in their order; words between two tables go with the one below them."""
    groups = table_groups(content)
    for position, lines in enumerate(groups):
        yield from table_drafts(read_tabled(title if position == 0 else "", lines), context, part)


def tables_within(content: Blocks, context: Context, part: str) -> Iterator[Draft]:
    """The records of the tables that stand in a story; its paragraphs are the story's."""
    for block in content:
        if isinstance(block, Table):
            yield from table_drafts(read_tabled("", lines_of(block)), context, part)


def table_groups(content: Blocks) -> list[list[Line]]:
    """The lines of each table with those above it; notes and signatures go with the table above them.

    A table right behind another one of as many columns goes on with it over a page break.
    """
    groups: list[list[Line]] = [[]]
    waiting: list[Line] = []
    above: Table | None = None
    for before, block in pairwise((None, *content)):
        if not isinstance(block, Table):
            waiting += lines_of(block) if block is not None else ()
            continue
        goes_on = before is above and above is not None and len(above.widths) == len(block.widths)
        if above is not None and not goes_on:
            feet = tuple(takewhile(is_foot, waiting))
            groups[-1] += feet
            groups.append([])
            waiting = waiting[len(feet) :]
        groups[-1] += (*waiting, *lines_of(block))
        waiting, above = [], block
    groups[-1] += waiting
    return groups


def lines_of(block: Block) -> Iterator[Line]:
    """The lines of a block; those of a table follow its title and note."""
    if not isinstance(block, Table):
        yield line_of_block(block)
        return
    yield from (Line((text,)) for text in (block.title, block.note) if text)
    yield from (line for line in lines_of_table(block) if line.words)


def table_drafts(read: Tabled, context: Context, part: str) -> tuple[Draft, ...]:
    """The records of one table: a survey, else statistics, else a list."""
    if not read.lines:
        for words in (*read.above, *read.notes):
            context.keep(0, words)
        return ()
    if read.label and read.label not in part:
        part = f"{part} {read.label}".strip()
    survey = read_survey(read.lines)
    if survey is not None:
        return survey_drafts(read, survey, context, part)
    shape = read_shape(read.lines)
    return (statistics_draft(read, shape, context, part) if shape else roster_draft(read, context, part),)
