"""The official document as a tree: what is said, in which order, and nothing about its looks.

Every pen (Word, pages, search) reads this tree and none of them changes it.  The tree knows
no file, no Word and no HTML.  Names of parts follow GB/T 9704-2012 clause 7 and article 9 of
《党政机关公文处理工作条例》.

The tree is recursive: an attachment may be blocks of text or a whole `OfficialDocument`
with its own 版头 and 版记 (a forwarding notice encloses what it forwards).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.problems import Place

# --- words inside a paragraph -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Bound:
    """Words computed from a record: what is printed, and the path it was read from."""

    text: str
    record: str
    path: str


Inline = Text | Bound
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """The words of a run of inlines, joined."""
    return "".join(inline.text for inline in inlines)


def words(text: str) -> Inlines:
    """A run of inlines from plain words; an empty string gives an empty run."""
    return (Text(text),) if text else ()


# --- blocks ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4 (clause 7.3.3); `label` is its number as printed, e.g. “（一）”."""

    id: str
    level: int
    label: str
    inlines: Inlines
    origin: Place | None = None

    @property
    def text(self) -> str:
        """Number and words as printed."""
        return self.label + plain(self.inlines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `lead` is a heading that runs into it and ends in “。”."""

    id: str
    inlines: Inlines
    lead: Heading | None = None
    origin: Place | None = None

    @property
    def text(self) -> str:
        """All words as printed, the lead included."""
        return (self.lead.text if self.lead else "") + plain(self.inlines)


class Align(StrEnum):
    """Where the words of a table cell stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    SPREAD = "spread"
    """Spread over the width of the column, as two-character county names are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a span counts the columns or rows it covers, itself included."""

    inlines: Inlines
    align: Align = Align.LEFT
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """The words of the cell."""
        return plain(self.inlines)


class RowKind(StrEnum):
    """What a table row is for."""

    DATA = "data"
    SECTION = "section"
    """One cell over the full width that names the rows below it."""
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.DATA


@dataclass(frozen=True, slots=True)
class Table:
    """A table: shares of the width per column, head rows (repeated on each page), and rows.

    `widths` are relative shares; a pen scales them to the width it has.
    A cell that spans rows appears once; the rows below it leave its columns out.
    """

    id: str
    widths: tuple[int, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    title: str = ""
    note: str = ""
    origin: Place | None = None
    sideways: bool = False
    """Whether the table lies on pages of its own that are turned (clause 8)."""


Block = Heading | Paragraph | Table
Blocks = tuple[Block, ...]


# --- the official document ------------------------------------------------------------------


class DocumentFormat(StrEnum):
    """Which of the layouts of GB/T 9704-2012 a document takes (clauses 7 and 10)."""

    ORDINARY = "文件式"
    LETTER = "信函式"
    ORDER = "命令式"
    MINUTES = "纪要式"


@dataclass(frozen=True, slots=True)
class JointMark:
    """发文机关标志 of several bodies (clause 7.2.4): stacked, the lead body first."""

    bodies: tuple[str, ...]
    beside: str = "文件"
    """What stands once at the right of the stack, centred against it; may be empty."""

    def __str__(self) -> str:
        """The mark in one line."""
        return "、".join(self.bodies) + self.beside


@dataclass(frozen=True, slots=True)
class Masthead:
    """版头 (clause 7.2).  `mark` is the red 发文机关标志; `signers` only on upward documents.

    `number` is the 发文字号, of an order the 令号 (“第5号”), of minutes their number, or empty.
    `secrecy` is 密级和保密期限 in one (“机密★1年”).
    """

    mark: str | JointMark
    number: str
    signers: tuple[str, ...] = ()
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""


class SignatureMode(StrEnum):
    """How a document is signed (clause 7.3.5)."""

    SEAL = "加盖印章"
    NO_SEAL = "不加盖印章"
    STAMP = "签名章"


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期 (clauses 7.3.5.1 to 7.3.5.4); a part that is not known stays empty.

    `officials` are the 职务 of those whose 签名章 is stamped, in the order of `issuers` (7.3.5.3).
    """

    issuers: tuple[str, ...]
    date: date | None
    mode: SignatureMode = SignatureMode.NO_SEAL
    officials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who took part in a meeting (clause 10.3): `label` is 出席, 请假 or 列席."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (clause 7.4)."""

    printer: str = ""
    printed_on: date | None = None
    copies_to: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    """主送 moved here when too many for the first page (clause 7.4.2)."""
    others: tuple[str, ...] = ()
    """Further elements, such as “共印5份”, under a thin rule of their own (clause 7.4.3)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件 (clauses 7.3.4 and 7.3.7): `number` is None where there is only one.

    `title` is printed in the 附件说明 and, for blocks, again on the attachment's first page;
    `label` is the line above it there (“附件1”).
    """

    id: str
    number: int | None
    title: str
    content: Blocks | OfficialDocument
    origin: Place | None = None
    record: str = ""
    """The 编号 of the record that is attached, so that it can be traced and linked."""
    title_lines: tuple[str, ...] = ()
    """The title as it breaks on the attachment's first page; empty for one line."""

    @property
    def label(self) -> str:
        """“附件” with its number, without a colon (clause 7.3.7)."""
        return "附件" if self.number is None else f"附件{self.number}"


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A whole 公文: 版头, 主体 and 版记."""

    id: str
    genre: str
    format: DocumentFormat
    masthead: Masthead
    title: str
    title_lines: tuple[str, ...]
    addressees: str
    body: Blocks
    attachments: tuple[Attachment, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    """Only in minutes."""
    signature: Signature | None = None
    note: str = ""
    """附注, printed in full-width brackets below the date (clause 7.3.6)."""
    disclosure: str = ""
    """信息公开选项, printed above the 版记 (local custom, not in the standard)."""
    imprint: Imprint | None = None
    origin: Place | None = None


# --- records told as articles, and collections of them --------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One record told on pages of its own: facts as a table, then its story."""

    id: str
    title: str
    subtitle: str
    facts: Table | None
    body: Blocks
    origin: Place | None = None
    title_lines: tuple[str, ...] = ()
    """The title as it breaks in print; empty for one line."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A group of articles under one title."""

    id: str
    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """A closing part of a collection: a summary table, an index."""

    id: str
    title: str
    body: Blocks


@dataclass(frozen=True, slots=True)
class Collection:
    """典型案例汇编: cover, preface, contents (made by the pen), chapters, appendices."""

    id: str
    title: str
    publisher: str
    published: str
    preface: Blocks
    chapters: tuple[Chapter, ...]
    appendices: tuple[Appendix, ...] = field(default=())
    origin: Place | None = None


# --- walking the tree ------------------------------------------------------------------------


def enclosed(document: OfficialDocument) -> Iterator[OfficialDocument]:
    """The document itself, then each whole document enclosed in it, outermost first."""
    yield document
    for attachment in document.attachments:
        if isinstance(attachment.content, OfficialDocument):
            yield from enclosed(attachment.content)


def blocks_of(document: OfficialDocument) -> Iterator[Block]:
    """The blocks of the document and of its own attachments; enclosed documents are left out."""
    yield from document.body
    for attachment in document.attachments:
        if not isinstance(attachment.content, OfficialDocument):
            yield from attachment.content


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block in reading order; labels of headings are not inlines."""
    match block:
        case Heading():
            yield from block.inlines
        case Paragraph():
            yield from block.lead.inlines if block.lead else ()
            yield from block.inlines
        case Table():
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from cell.inlines
