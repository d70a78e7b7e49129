"""Where records lean on a text that is no longer in force, and whether they did so after it had ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.chain.citing import Cited, citations_in
from generator.chain.effect import Effect, effect_in_the_end
from generator.compose import Trees
from generator.compose.effective import original_of
from generator.duties.handing_on import issued_on
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.fields import YesNo
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy, RelationType, Status
from generator.models.reference import RuleTable
from generator.problems import Place

RESTING = (
    *(RelationType.BASIS, RelationType.IMPLEMENTS, RelationType.FORWARDS),
    *(RelationType.ISSUES, RelationType.SUPPLEMENTS),
)
"""Relations of a text that rests on another; one that cites, amends or repeals another does not."""
SPOKEN_OF = ("废止", "失效", "停止执行", "停止施行", "修订", "原《", "修改", "取代", "代替")
"""Words of a sentence that speaks of the end of a text instead of leaning on it."""


class Use(StrEnum):
    """How the time of a record stands to the end of the text that it leans on."""

    AFTER = "废止之后"
    ACROSS = "跨过废止之日"
    BEFORE = "废止之前"
    UNKNOWN = "时间不详"


@dataclass(frozen=True, slots=True)
class Span:
    """When a record is in use: an end that is not known is open, `now` means that it is being drafted."""

    start: date | None
    end: date | None
    now: bool = False

    def against(self, end: date | None) -> Use:
        """How it stands to the day from which a text no longer holds."""
        if self.now:
            return Use.AFTER
        if end is None or (self.start is None and self.end is None):
            return Use.UNKNOWN
        if self.start is not None and self.start >= end:
            return Use.AFTER
        return Use.ACROSS if self.end is None or self.end >= end else Use.BEFORE


@dataclass(frozen=True, slots=True)
class Leaning:
    """A record that leans on a text which was repealed or amended.

    Attributes:
        by: the 编号 of the record; of a rule, that of the rule.
        target: the 编号 of the text.
        place: where it does so.
        effect: what became of the text.
        use: whether it does so after the change.
        kind: what leans: 案例, 公文, 政策, 制度参数 and so on.
    """

    by: str
    target: str
    place: Place
    effect: Effect
    use: Use
    kind: str


@dataclass(frozen=True, slots=True)
class Leaner:
    """What leans: its 编号, when it is in use, and its 类别."""

    id: str
    span: Span
    kind: str


class Changed:
    """The texts of a library that were repealed or amended, as far as it knows."""

    def __init__(self, library: Library) -> None:
        effects = ((policy.id, effect_in_the_end(library, policy)) for policy in library.every(Policy))
        self.effects = {
            record_id: effect
            for record_id, effect in effects
            if effect.ended or (effect.status is Status.AMENDED and effect.replaced_by)
        }

    def leaning(self, leaner: Leaner, target: str, place: Place) -> Iterator[Leaning]:
        """A record that leans on one of these texts, unless it did so before the change; none otherwise."""
        effect = self.effects.get(target)
        if effect is not None and leaner.id not in effect.replaced_by:
            use = leaner.span.against(effect.since)
            if use in (Use.AFTER, Use.ACROSS):
                yield Leaning(leaner.id, target, place, effect, use, leaner.kind)


def find_leanings(library: Library, trees: Trees) -> Iterator[Leaning]:
    """Every case, practice, rule, policy and document that leans on a text after its end."""
    changed = Changed(library)
    if not changed.effects:
        return
    yield from told_leanings(library, changed)
    yield from rule_leanings(library, changed)
    yield from relation_leanings(library, changed)
    yield from worded_leanings(library, trees, changed)


def told_leanings(library: Library, changed: Changed) -> Iterator[Leaning]:
    """依据 of cases, 制度 of practices."""
    for case in library.every(Case):
        leaner = Leaner(case.id, Span(case.period.earliest, case.period.latest), case.kind)
        for position, grounds in enumerate(case.grounds):
            place = library.place(case.id, "依据", position, "政策")
            yield from changed.leaning(leaner, grounds.policy or "", place)
    for practice in library.every(Practice):
        leaner = Leaner(practice.id, Span(practice.period.earliest, practice.period.latest), practice.kind)
        for position, state in enumerate(practice.policies):
            place = library.place(practice.id, "制度", position, "政策")
            yield from changed.leaning(leaner, state.policy, place)


def rule_leanings(library: Library, changed: Changed) -> Iterator[Leaning]:
    """依据 of rules that are in use."""
    for table in library.every(RuleTable):
        for position, rule in enumerate(table.rules):
            if rule.in_force is YesNo.NO or isinstance(rule.basis, str):
                continue
            start = rule.effective_on if isinstance(rule.effective_on, date) else None
            place = library.place(table.id, "规则", position, "依据")
            leaner = Leaner(rule.id, Span(start, rule.expires_on), "制度参数")
            yield from changed.leaning(leaner, rule.basis.policy, place)


def relation_leanings(library: Library, changed: Changed) -> Iterator[Leaning]:
    """Relations of policies and documents that rest on another text."""
    for record in library.every(IssuingFacts):
        leaner = Leaner(record.id, span_of(library, record), record.kind)
        for position, relation in enumerate(record.relations):
            if relation.type in RESTING:
                place = library.place(record.id, "关系", position, "目标")
                yield from changed.leaning(leaner, relation.target, place)


def worded_leanings(library: Library, trees: Trees, changed: Changed) -> Iterator[Leaning]:
    """Citations in what the bureau itself wrote; a relation that says the same is enough."""
    for record_id, tree in trees.documents.items():
        document = library.find(record_id, IssuedDocument)
        if document is None:
            continue
        related = {relation.target for relation in document.relations if relation.type in RESTING}
        own = (
            block
            for block in tree.body
            if block.origin and block.origin.path == library.source(record_id).path
        )
        leaner = Leaner(record_id, span_of(library, document), document.kind)
        for cited in leaned_on(citations_in(library, record_id, own)):
            target = cited.resolution.record or ""
            if target not in related:
                yield from changed.leaning(leaner, target, cited.place)


def leaned_on(cited: Iterable[Cited]) -> Iterator[Cited]:
    """Citations beyond doubt in sentences that do not speak of the end of a text."""
    for entry in cited:
        if entry.resolution.certain and not any(word in sentence_of(entry) for word in SPOKEN_OF):
            yield entry


def sentence_of(cited: Cited) -> str:
    """The sentence that a citation stands in."""
    before = cited.text[: cited.citation.start].rpartition("。")[2]
    return before + cited.text[cited.citation.start :].partition("。")[0]


def span_of(library: Library, record: IssuingFacts) -> Span:
    """When a text was issued; a document without a date is being drafted, a policy in force goes on."""
    original = original_of(library, record)
    day = issued_on(record) or (issued_on(original) if original else None)
    if isinstance(record, IssuedDocument):
        return Span(day, day, now=day is None)
    goes_on = isinstance(record, Policy) and record.status is Status.IN_FORCE
    return Span(day, None if goes_on else day)
