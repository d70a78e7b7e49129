"""Records cut into what a search finds: one unit for the record as a whole, one for each provision.

A provision is a heading with what stands below it, up to 600 characters; a paragraph is never cut,
so that a phrase within it is always found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.compose import Composer, compose_case, compose_practice
from generator.compose.statistics import statistics_table
from generator.compose.surveys import comparison_blocks, comparison_of
from generator.compose.tables import measures_table, roster_table, survey_table
from generator.document import Article, Block, Heading, Paragraph, Table, plain, words
from generator.hanzi.calendar import print_day
from generator.models.case import Case, Practice
from generator.models.fields import Absent
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.provisions.cards import Card
from generator.provisions.texts import text_of

LONGEST = 600
CELL_BREAK = "｜"
"""Between the cells of a table row; folded it parts words, so that no phrase reaches over two cells."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a hit points at: a block's id (empty for the whole record), its lines, the headings above it."""

    anchor: str
    lines: tuple[str, ...]
    path: tuple[str, ...] = ()


def units_of(composer: Composer, record: Record, card: Card) -> Iterator[Unit]:
    """The record as a whole, then its provisions in order, in words that everybody may read."""
    head = Unit("", tuple(dict.fromkeys(line for line in head_lines(composer, record, card) if line)))
    yield head
    yield from cut(own_blocks(composer, record))


# --- the record as a whole ----------------------------------------------------------------------


def head_lines(composer: Composer, record: Record, card: Card) -> Iterator[str]:
    """Title, number, when and by whom with the summary (what a hit shows), other names, fields."""
    yield from (card.title, str(card.number or ""))
    match record:
        case Case():
            yield introduced(composer, record, f"{record.region}，{record.period.text}")
            yield from (*record.aliases, "、".join(record.fields))
        case Practice():
            yield introduced(composer, record, record.region)
            yield "" if isinstance(record.title, Absent) else record.title
        case Policy():
            yield introduced(composer, record, issued(record))
            yield from (*record.aliases, "、".join(record.subjects))
        case IssuedDocument():
            yield issued(record)
        case CollectionRecord():
            yield f"{record.publisher}，{record.published}"


def issued(facts: IssuingFacts) -> str:
    """When a text was signed, else made public, else printed, and by whom."""
    days = (
        (facts.signed_on, ""),
        (facts.published_on if isinstance(facts, Policy) else None, "公布"),
        (facts.printed_on, "印发"),
    )
    known = [print_day(day) + what for day, what in days if isinstance(day, date)]
    return "，".join(filter(None, (*known[:1], "、".join(facts.issuers))))


def introduced(composer: Composer, record: Case | Practice | Policy, about: str) -> str:
    """A summary behind when and where; they alone where there is none."""
    summary = filled(composer, record, record.summary or "")
    return "：".join(filter(None, (about, summary)))


def filled(composer: Composer, record: Record, text: str) -> str:
    """A text of a record with its figures filled in."""
    place = composer.library.place(record.id, "摘要")
    return plain(composer.binding(composer.binder(record), text, place))


# --- provisions ---------------------------------------------------------------------------------


def own_blocks(composer: Composer, record: Record) -> Iterator[Block]:
    """The blocks of a record."""
    match record:
        case Case():
            yield from article_blocks(compose_case(composer, record))
        case Practice():
            yield from article_blocks(compose_practice(composer, record))
        case Policy() | IssuedDocument() | CollectionRecord():
            yield from text_of(composer, record)
        case _:
            yield from return_blocks(composer, record)


def article_blocks(article: Article) -> Iterator[Block]:
    """The facts at a glance, then the story."""
    yield from (article.facts,) if article.facts else ()
    yield from article.body


def return_blocks(composer: Composer, record: Record) -> Iterator[Block]:
    """The table of a 统计表, 名单, 调查填报 or 调查表."""
    origin = composer.library.place(record.id)
    match record:
        case Statistics():
            yield statistics_table(record, "t1", origin)
            if record.measures:
                yield measures_table(record.measures, "t2", "附加指标", origin)
        case Roster():
            yield roster_table(record, "t1", origin)
        case SurveyReturn():
            form = composer.library.find(record.form, SurveyForm)
            yield from (survey_table(form, record, "t1", origin, composer.audience),) if form else ()
        case SurveySummary():
            form = composer.library.find(record.form, SurveyForm)
            if form is not None:
                compared = comparison_of(composer.library, form, record, composer.audience)
                yield from comparison_blocks(compared, "c", origin)
        case SurveyForm():
            yield from (Paragraph("t1", words(item.question), None, origin) for item in record.items)


# --- cutting ------------------------------------------------------------------------------------


@dataclass(slots=True)
class Cutter:
    """Where the cutting stands while the blocks pass by."""

    headings: list[Heading] = field(default_factory=list)
    """The open headings, the highest first."""
    waiting: list[Heading] = field(default_factory=list)
    """Headings below which nothing has stood yet; they open the next unit."""
    lead: str = ""
    """The id of a heading that runs into the next paragraph."""
    anchor: str = ""
    lines: list[str] = field(default_factory=list)

    def open(self, heading: Heading) -> Iterator[Unit]:
        """A heading ends the unit before it."""
        yield from self.close()
        if self.waiting and self.waiting[-1].level >= heading.level:
            yield from self.close_waiting()
        self.headings = [above for above in self.headings if above.level < heading.level] + [heading]
        self.lead = ""

    def wait(self, heading: Heading) -> Iterator[Unit]:
        """A heading with a line of its own."""
        yield from self.open(heading)
        self.waiting.append(heading)

    def run_in(self, heading: Heading) -> Iterator[Unit]:
        """A heading within the paragraph that comes next."""
        yield from self.open(heading)
        self.lead = heading.id

    def add(self, anchor: str, line: str) -> Iterator[Unit]:
        """A line joins the unit, or opens the next one where the unit would grow too long."""
        if self.lines and sum(map(len, self.lines)) + len(line) > LONGEST:
            yield from self.close()
        if not self.lines:
            self.anchor = self.lead or (self.waiting[-1].id if self.waiting else anchor)
            self.lines, self.waiting, self.lead = [heading.text for heading in self.waiting], [], ""
        self.lines.append(line)

    def close(self) -> Iterator[Unit]:
        """The unit as it stands."""
        if self.lines:
            above = (heading.text for heading in self.headings)
            path = tuple(text for text in above if not any(line.startswith(text) for line in self.lines))
            yield Unit(self.anchor, tuple(self.lines), path)
        self.lines = []

    def close_waiting(self) -> Iterator[Unit]:
        """Headings below which nothing stands."""
        if self.waiting:
            yield Unit(self.waiting[-1].id, tuple(heading.text for heading in self.waiting))
        self.waiting = []


def cut(blocks: Iterator[Block]) -> Iterator[Unit]:
    """The provisions of a text in order."""
    cutter = Cutter()
    for block in blocks:
        if isinstance(block, Heading):
            yield from cutter.wait(block)
            continue
        if isinstance(block, Paragraph) and block.lead:
            yield from cutter.run_in(block.lead)
        for line in block_lines(block):
            yield from cutter.add(block.id, line)
    yield from cutter.close()
    yield from cutter.close_waiting()


def block_lines(block: Paragraph | Table) -> Iterator[str]:
    """A paragraph as one line; a table's title, rows and note as one each."""
    if isinstance(block, Paragraph):
        yield block.text
        return
    rows = (CELL_BREAK.join(cell.text for cell in row.cells) for row in (*block.head, *block.rows))
    yield from (line for line in (block.title, *rows, block.note) if line)
