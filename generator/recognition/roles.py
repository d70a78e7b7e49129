"""What a paragraph is in a 公文: the parts of GB/T 9704-2012 clause 7, recognised by style or by text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.document import DocumentFormat
from generator.recognition.facts import DocumentFacts, ParagraphFacts


class Role(StrEnum):
    """The part that a paragraph plays."""

    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    SIGNERS = "签发人"
    """A line with further signers only; the line of the 发文字号 may hold one too."""
    RED_RULE = "版头分隔线"
    TITLE = "标题"
    ADDRESSEES = "主送机关"
    LEVEL_1 = "一级标题"
    LEVEL_2 = "二级标题"
    LEVEL_3 = "三级标题"
    LEVEL_4 = "四级标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    ISSUER = "发文机关署名"
    DATE = "成文日期"
    OFFICIAL = "签发人职务"
    NOTE = "附注"
    ATTENDANCE = "出席人员"
    ATTACHMENT_LABEL = "附件标识"
    ATTACHMENT_TITLE = "附件标题"
    DISCLOSURE = "信息公开选项"
    COPIES_TO = "抄送机关"
    PRINTING = "印发机关和印发日期"
    IMPRINT_OTHER = "版记其他要素"
    PAGE_NUMBER = "页码"
    TABLE_TEXT = "表格文字"
    BLANK = "空行"
    FRONT_MATTER = "封面目录"
    OTHER = "其他"


class HeadingKind(StrEnum):
    """How a number of the levels 一、 （一） 1. （1） stands at the head of a paragraph."""

    ALONE = "独行"
    """A heading on a line of its own: the paragraph has the role of its level."""
    RUN_IN = "接排"
    """A heading that runs into its paragraph and ends in 。: the paragraph is 正文."""
    ITEM = "条目"
    """No heading: the number counts a paragraph of 正文."""


@dataclass(frozen=True, slots=True)
class HeadingFacts:
    """A number of one of the four levels, in whatever spelling, and the heading behind it."""

    paragraph: int
    """Number of the paragraph."""
    level: int
    value: int
    """What it counts: 3 for （三）."""
    label: str
    """As printed, right or wrong: “一、”, “(一)”, “1、”."""
    end: int
    """Where in the paragraph's text the heading ends; for an item, where its number ends."""
    kind: HeadingKind
    automatic: bool = False
    """Whether Word makes the number; it is then not part of the text."""


@dataclass(frozen=True, slots=True)
class Part:
    """One whole 公文 within the file: the file itself, or a document that it encloses."""

    format: DocumentFormat
    genre: str
    """The 文种 that its title ends with; empty where it cannot be told."""
    first: int
    last: int
    """Numbers of its first and last paragraph."""
    enclosed: bool = False


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file whose paragraphs have been told apart."""

    facts: DocumentFacts
    roles: tuple[Role, ...]
    """One for each paragraph, in the same order."""
    parts: tuple[Part, ...]
    """Empty where the file is no 公文 at all (a collection, a list)."""
    by_style: bool
    """Whether styles of the contract told the roles; else the text did, which is less certain."""
    headings: tuple[HeadingFacts, ...] = ()
    """The numbered headings and paragraphs of all parts, run-in ones included, in order."""

    def role(self, number: int) -> Role:
        """The role of the paragraph of that number."""
        return self.roles[number - 1]

    def of(self, *roles: Role, part: Part | None = None) -> tuple[ParagraphFacts, ...]:
        """The paragraphs in one of the roles, of the whole file or of one part of it.

        What belongs to a document that the part encloses is not the part's own and is left out.
        """
        numbers = self.own_numbers(part) if part else range(1, len(self.roles) + 1)
        return tuple(self.facts.paragraph(number) for number in numbers if self.role(number) in roles)

    def own_numbers(self, part: Part) -> Iterator[int]:
        """Numbers of the paragraphs of a part, without those of the documents enclosed in it."""
        number = part.first
        for inner in (one for one in self.parts if one is not part and part.first < one.first <= part.last):
            yield from range(number, inner.first)
            number = max(number, inner.last + 1)
        yield from range(number, part.last + 1)

    def headings_of(self, part: Part) -> tuple[HeadingFacts, ...]:
        """The numbered headings and paragraphs of a part, without those of documents enclosed in it."""
        own = set(self.own_numbers(part))
        return tuple(heading for heading in self.headings if heading.paragraph in own)
