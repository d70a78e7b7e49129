"""Headings of texts: OUTL001 a number out of place, OUTL002 a heading that is printed as a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.outline import FaultKind, HeadingFault, heading_faults
from generator.library import Library
from generator.models.policy import Policy, TextState
from generator.models.record import Record
from generator.problems import Level, Place, Problem
from generator.source import BodyBlock, BodyKind

BASIS = "GB/T 9704-2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注"
MARK = re.compile(r"^[#＃]+|(?<=[。！？])[#＃]+(?=\S)")


def check_outlines(library: Library) -> Iterator[Problem]:
    """The body of every record that has one; a text that others issued stands as they printed it."""
    for entry in library.entries.values():
        if isinstance(entry.record, Policy) and entry.record.text_state is TextState.FULL:
            continue
        for fault in heading_faults(entry.source.body):
            level = level_of(fault, entry.record)
            if level:
                place = Place(entry.source.path, fault.line)
                yield Problem(level, "OUTL001", fault.message, place, fault.hint, BASIS)
        for block in entry.source.body:
            yield from printed_mark(block, Place(entry.source.path, block.line))


def level_of(fault: HeadingFault, record: Record) -> Level | None:
    """A source is kept as it counts, and a digest rightly leaves numbers out."""
    if fault.kind is FaultKind.MISFIT or not isinstance(record, Policy):
        return Level.WARNING
    if fault.kind is FaultKind.SKIPPED and record.text_state is TextState.DIGEST:
        return None
    return Level.HINT


def printed_mark(block: BodyBlock, place: Place) -> Iterator[Problem]:
    """A paragraph that was meant as a heading: its # would be printed."""
    match = MARK.search(block.text) if block.kind is BodyKind.PARAGRAPH else None
    if match:
        message = f"“{block.text[match.start() :][:12]}”不是标题，“{match[0]}”会照样印出"
        hint = "标题另起一行顶格写，用半角“#”，后面加一个半角空格，如“# 总体情况”"
        yield Problem(Level.WARNING, "OUTL002", message, place, hint)
