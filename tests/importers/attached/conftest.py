"""Attachments built by hand, and those of the real documents where they lie beside the repository."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.document import Align, Attachment, Block, Cell, Heading, Paragraph, Row, Table, words
from generator.importers.drafts import Draft
from generator.importers.records.context import Context
from generator.importers.records.names import TakenNames
from generator.library import Library
from generator.models import KINDS
from generator.models.record import Record
from generator.problems import Place

ROOT = Path(__file__).parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
NO_SEEDS = "五份真实文件（../shared/seeds）不在这台机器上"


@pytest.fixture
def context(library: Library) -> Callable[..., Context]:
    """The surroundings of an attachment; a report of 濮阳市财政局 unless told otherwise."""

    def make(**keys: Any) -> Context:
        usual: dict[str, Any] = {
            "region": "河南省濮阳市",
            "issuers": ("濮阳市财政局",),
            "holder": "某报告",
            "holder_title": "关于开展情况的报告",
            "day": date(2017, 6, 9),
        }
        names = TakenNames(library.entries)
        return Context(library, "原件.docx", {"名称": "濮阳市财政局 报告"}, names, **{**usual, **keys})

    return make


def heading(text: str, label: str = "", level: int = 1) -> Heading:
    """A heading."""
    return Heading("h", level, label, words(text), Place("原件", 1))


def paragraph(text: str) -> Paragraph:
    """A paragraph."""
    return Paragraph("p", words(text), None, Place("原件", 1))


def table(*rows: Sequence[str | Cell], head: int = 1) -> Table:
    """A table from rows of words or cells."""
    made = tuple(
        Row(tuple(cell if isinstance(cell, Cell) else Cell(words(cell)) for cell in row)) for row in rows
    )
    width = max(sum(cell.columns for cell in row.cells) for row in made)
    return Table("t", (1,) * width, made[:head], made[head:])


def wide(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """A merged cell."""
    return Cell(words(text), Align.CENTER, columns, rows)


def attached(title: str, *blocks: Block, number: int | None = 1) -> Attachment:
    """An attachment."""
    return Attachment("a", number, title, blocks)


def record_of(draft: Draft) -> Record:
    """The record that a draft becomes; a draft that is none raises."""
    return KINDS[draft.kind].model_validate(draft.data)


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a draft, the names of columns included."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    else:
        yield str(value)


def told(drafts: Sequence[Draft]) -> str:
    """All that some drafts say, without spaces."""
    return re.sub(r"\s+", "", "\n".join(text for draft in drafts for text in texts_in(draft.data)))


def doubted(draft: Draft) -> set[str]:
    """The fields that are 待确认."""
    return {entry["字段"] for entry in draft.data.get("待确认", ())}
