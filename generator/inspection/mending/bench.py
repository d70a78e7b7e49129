"""The file on the bench: what the inspection sees of it, and the elements behind what it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.findings import Spot, Verdict, spot_of
from generator.inspection.mending.mapping import MappingReader
from generator.inspection.mending.words import Piece, PlacedWords, common_ends, cut_at, exchange
from generator.inspection.rules.rule import Rule, Sight
from generator.inspection.rules.sheet import Sheet
from generator.recognition import recognise
from generator.recognition.facts import ParagraphFacts
from generator.recognition.reading.markup import W, child_value
from generator.recognition.reading.runs import Fields
from generator.recognition.roles import Role
from generator.standard import Standard

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.inspection.mending.package import EditablePackage


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was changed.

    Attributes:
        code: The rule that asked for it.
        subject: What was changed, in the words of the standard.
        spot: Where.
        before: What the file had.
        after: What it has now.
    """

    code: str
    subject: str
    spot: Spot
    before: str
    after: str


SLOTS = ("{{", "{%")
"""Signs of a template, whose words are no words yet."""


class Bench:
    """A file as it lies there at the beginning of a round of mending.

    Facts are those of the beginning; elements change under the hands of the menders.
    """

    def __init__(self, package: EditablePackage, standard: Standard) -> None:
        self.package = package
        self.reader = MappingReader(package)
        self.sheet = Sheet(recognise(self.reader.facts()), standard)
        self.standard = standard
        self.styles: dict[int, str] = {}
        """The styles of paragraphs by their numbers; no mender gives a paragraph another."""
        self.moved: set[int] = set()
        """Paragraphs whose text has another length now: places in it are no longer those of the facts."""

    def element(self, paragraph: ParagraphFacts) -> Element:
        """The w:p of a paragraph."""
        return self.reader.mapped.origins[paragraph.number].element

    def role(self, paragraph: ParagraphFacts) -> Role:
        """What a paragraph is."""
        return self.sheet.recognised.role(paragraph.number)

    def style(self, paragraph: ParagraphFacts) -> str:
        """The id of the style of a paragraph."""
        if paragraph.number not in self.styles:
            named = child_value(self.element(paragraph).find(f"{W}pPr"), "pStyle")
            self.styles[paragraph.number] = self.reader.sheet.chosen("paragraph", named)
        return self.styles[paragraph.number]

    def pieces(self, paragraph: ParagraphFacts) -> list[Piece]:
        """The words of a paragraph as they stand now, each with its run."""
        origin = self.reader.mapped.origins[paragraph.number]
        sheet, style = self.reader.sheet, self.style(paragraph)
        fields = deepcopy(origin.fields) if origin.fields.open else Fields()
        words = PlacedWords(sheet, style, origin.table_style, fields)
        words.read(origin.element)
        return words.placed

    def runs(self, paragraph: ParagraphFacts, start: int, end: int) -> list[Piece]:
        """The pieces within a span of the text, their runs cut so that nothing else stands in them."""
        pieces = self.pieces(paragraph)
        for place in (start, end):
            if cut_at(pieces, place):
                pieces = self.pieces(paragraph)
        return [piece for piece in pieces if start <= piece.start and piece.end <= end]

    def put(self, paragraph: ParagraphFacts, start: int, end: int, new: str) -> bool:
        """Put other words into a span of the text of a paragraph; whether that could be done."""
        if paragraph.number in self.moved or any(sign in paragraph.text for sign in SLOTS):
            return False
        old = paragraph.text[start:end]
        head, tail = common_ends(old, new)
        done = exchange(self.pieces(paragraph), start + head, end - tail, new[head : len(new) - tail])
        if done and len(old) != len(new):
            self.moved.add(paragraph.number)
        return done


Mender = Callable[[Bench, Rule], Iterator[Change]]
Edit = Callable[[Bench, ParagraphFacts], str]
"""Changes a paragraph; says what it has now."""


def wrong(bench: Bench, rule: Rule, *verdicts: Verdict) -> Iterator[Sight]:
    """Every spot at which the rule is broken, without the limit that a report has."""
    sights = (rule.mild(bench.sheet, sight) for sight in rule.check(bench.sheet))
    return (sight for sight in sights if sight.verdict in (verdicts or (Verdict.BROKEN,)))


def each(edit: Edit) -> Mender:
    """A mender that edits each paragraph at which its rule is broken."""

    def mend(bench: Bench, rule: Rule) -> Iterator[Change]:
        for sight in [*wrong(bench, rule)]:
            if sight.paragraph is not None:
                yield from edited(bench, rule, sight.paragraph, sight.measured, edit)

    return mend


def edited(bench: Bench, rule: Rule, paragraph: ParagraphFacts, before: str, edit: Edit) -> Iterator[Change]:
    """Edit a paragraph, and tell it where that changed something."""
    element = bench.element(paragraph)
    old = etree.tostring(element)
    after = edit(bench, paragraph)
    if etree.tostring(element) != old:
        yield Change(rule.code, rule.subject, spot_of(paragraph), before, after)
