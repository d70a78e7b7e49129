"""A tree as passages in reading order: which part of the document each is, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.document import (
    Article,
    Attachment,
    Block,
    Blocks,
    Imprint,
    OfficialDocument,
    Signature,
    Table,
)
from generator.hanzi.calendar import print_day
from generator.problems import Place

SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）》」]*|[^。！？]+")
CLAUSE = re.compile(r"[^，；、：｜]*[，；、：｜]|[^，；、：｜]+")
LONGEST = 300
"""Characters: comparing two sentences costs the square of their length."""
SPACES = re.compile(r"\s+")
CELL_GAP = "｜"
"""Between the cells of a row: a row is one passage."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, one row of a table, or one element of 版头 and 版记."""

    part: str
    """Where in the document it stands: 标题, 主送机关, 正文, 附件1 …"""
    text: str
    origin: Place | None = None
    """The line of the record; of a file that was read, the number of the paragraph.  Elements of 版头 and
    版记 have none: their part says where they stand."""

    @property
    def tight(self) -> str:
        """Its words without spaces, which typesetting changes."""
        return SPACES.sub("", self.text)


def sentences_of(tree: OfficialDocument | Article, within: str = "") -> tuple[Sentence, ...]:
    """Everything that a tree prints, sentence by sentence.

    Args:
        tree: a document or an article.
        within: what an enclosed document is called, in front of its parts.
    """
    passages = article_passages(tree) if isinstance(tree, Article) else document_passages(tree, within)
    return tuple(
        Sentence(part, words, origin)
        for part, text, origin in passages
        for words in cut(part, text)
        if words.strip()
    )


Passage = tuple[str, str, Place | None]


def cut(part: str, text: str) -> Iterator[str]:
    """The sentences of running text; a row of a table stays whole, and what is very long goes by clauses."""
    whole = CELL_GAP in text or part.endswith("标题")
    for sentence in (text,) if whole else (match[0] for match in SENTENCE.finditer(text)):
        yield from clauses(sentence) if len(sentence) > LONGEST else (sentence,)


def clauses(sentence: str) -> Iterator[str]:
    """The clauses of a sentence that is too long to be held against others letter by letter."""
    for match in CLAUSE.finditer(sentence):
        yield from (match[0][start : start + LONGEST] for start in range(0, len(match[0]), LONGEST))


def article_passages(article: Article) -> Iterator[Passage]:
    """An article from its title on; the table of facts is ours and stands in no source."""
    yield "标题", article.title, article.origin
    yield "副题", article.subtitle, article.origin
    if article.facts:
        yield from block_passages("基本情况", (article.facts,))
    yield from block_passages("正文", article.body)


def document_passages(document: OfficialDocument, within: str) -> Iterator[Passage]:
    """A 公文 in the order of GB/T 9704-2012 clause 7."""
    head = document.masthead
    elements = (
        ("份号", head.copy_number),
        ("密级和保密期限", head.secrecy),
        ("紧急程度", head.urgency),
        ("发文机关标志", str(head.mark)),
        ("发文字号", head.number),
        ("签发人", "、".join(head.signers)),
        ("标题", document.title),
        ("主送机关", document.addressees),
    )
    yield from ((within + part, text, None) for part, text in elements)
    yield from block_passages(f"{within}正文", document.body)
    yield from ((f"{within}附件说明", one.title, one.origin) for one in document.attachments)
    yield from ((f"{within}{part}", text, None) for part, text in closing(document))
    for attachment in document.attachments:
        yield from attachment_passages(attachment, within)
    yield from ((f"{within}{part}", text, None) for part, text in imprint_parts(document.imprint))


def closing(document: OfficialDocument) -> Iterator[tuple[str, str]]:
    """Who attended, 署名 and 成文日期, 附注."""
    for attendance in document.attendance:
        yield attendance.label, "、".join(attendance.names)
    yield from signature_parts(document.signature)
    yield "附注", document.note
    yield "信息公开选项", document.disclosure


def signature_parts(signature: Signature | None) -> Iterator[tuple[str, str]]:
    """署名 and 成文日期."""
    if signature:
        yield "发文机关署名", "、".join(signature.issuers)
        yield "成文日期", print_day(signature.date) if signature.date else ""


def imprint_parts(imprint: Imprint | None) -> Iterator[tuple[str, str]]:
    """版记."""
    if imprint:
        yield "主送机关", "，".join(imprint.addressees)
        yield "抄送机关", "，".join(imprint.copies_to)
        yield "印发机关", imprint.printer
        yield "印发日期", print_day(imprint.printed_on) if imprint.printed_on else ""
        yield from (("版记", other) for other in imprint.others)


def attachment_passages(attachment: Attachment, within: str) -> Iterator[Passage]:
    """An attachment: its own title and text, or the whole document that it is."""
    called = f"{within}{attachment.label}"
    if isinstance(attachment.content, OfficialDocument):
        yield from document_passages(attachment.content, f"{called}·")
    elif attachment.content:
        yield f"{called}标题", attachment.title, attachment.origin
        yield from block_passages(called, attachment.content)


def block_passages(part: str, blocks: Blocks) -> Iterator[Passage]:
    """Headings, paragraphs, and the rows of tables."""
    for block in blocks:
        if isinstance(block, Table):
            yield from ((part, text, block.origin) for text in table_texts(block))
        else:
            yield part, words_of(block), block.origin


def words_of(block: Block) -> str:
    """The words of a heading or paragraph as printed."""
    return "" if isinstance(block, Table) else block.text


def table_texts(table: Table) -> Iterator[str]:
    """Title, rows and note of a table."""
    yield table.title
    for row in (*table.head, *table.rows):
        yield CELL_GAP.join(cell.text.replace("\n", "") for cell in row.cells) + CELL_GAP
    yield table.note
