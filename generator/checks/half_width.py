"""MARK003: half-width marks between Chinese characters (GB/T 15834-2011 writes them full-width)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.document import Block, Bound, Heading, Inlines, Paragraph, Table, Text
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.problems import Level, Place, Problem

BASIS = "GB/T 15834-2011：中文文字里的标点用全角"
FULL = {",": "，", "(": "（", ")": "）", ":": "：", ";": "；", "?": "？"}
HAN = r"\u4e00-\u9fff》〉”’）〕"
HALF = re.compile(rf"(?<=[{HAN}])\s?[,():;?]|[,():;?](?=\s?[\u4e00-\u9fff《〈“‘（])")
"""A mark that touches Chinese words; between figures (3:2, 1,234) and Latin words it is left alone."""
FOREIGN = re.compile(
    r"(?<![A-Za-z])[A-Za-z][A-Za-z0-9+.\-]{0,15}://[!-~]+|(?<![!-~])[!-~]{1,64}@[!-~]+|<[^<>]{0,300}>"
    r"|!?\[[^\]\[]{0,300}\]\([^)(]{0,300}\)|(?<=[!-~])\s?\([!-~]{0,300}\)"
)
"""Addresses on the net, tags, links and brackets in Latin words keep their own marks."""
OPENING_MARK = re.compile(r"^\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)")
"""A typed level, of which the check of levels speaks."""
AROUND = 6


def check_half_width(library: Library, trees: Trees) -> Iterator[Problem]:
    """Titles, 主送 and 抄送 of documents, and what the bureau itself wrote."""
    for document in library.every(IssuedDocument):
        written = {"标题": (document.title or "",), "主送": document.addressees, "抄送": document.copies_to}
        for key, texts in written.items():
            for text in texts:
                yield from half_width_marks(text, library.place(document.id, key))
    for record_id, blocks in own_bodies(library, trees):
        for block in blocks:
            place = block.origin or library.place(record_id)
            for inlines in texts_of(block):
                yield from half_width_marks(typed_words(inlines), place)


def texts_of(block: Block) -> Iterator[Inlines]:
    """The words of a heading, a paragraph, each cell."""
    match block:
        case Heading():
            yield block.inlines
        case Paragraph():
            yield (*block.lead.inlines, *block.inlines) if block.lead else block.inlines
        case Table():
            for row in (*block.head, *block.rows):
                yield from (cell.inlines for cell in row.cells)


def typed_words(inlines: Inlines) -> str:
    """The words that were typed; those that come from a record are not ours to mend here."""
    return "".join(inline.text if isinstance(inline, Text) else blank(inline) for inline in inlines)


def blank(inline: Bound) -> str:
    """As many blanks as there are letters."""
    return " " * len(inline.text)


def half_width_marks(text: str, place: Place) -> Iterator[Problem]:
    """One word for all such marks of a text."""
    shown = OPENING_MARK.sub(blank_out, FOREIGN.sub(blank_out, text))
    found = list(HALF.finditer(shown))
    if not found:
        return
    marks = list(dict.fromkeys(match[0].strip() for match in found))
    start, end = found[0].start(), found[0].end()
    near = text[max(start - AROUND, 0) : end + AROUND]
    told = f"，等 {len(found)} 处" if len(found) > 1 else ""
    message = f"“{near}”里的“{found[0][0].strip()}”是半角标点{told}"
    changes = "、".join(f"“{mark}”改为“{FULL[mark]}”" for mark in marks)
    yield Problem(Level.HINT, "MARK003", message, place, f"{changes}（中文用全角标点）", BASIS)


def blank_out(match: re.Match[str]) -> str:
    """As many blanks as were matched, so that places stay."""
    return " " * len(match[0])
