"""The forwarding chain of a text: who passed it on, when, how late, and what each level added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from generator.chain.deadlines import Deadline, deadlines_of
from generator.compose import Audience
from generator.compose.composer import Composer
from generator.compose.documents import compose_document
from generator.compose.effective import forwarded_of, issuers_of, original_of
from generator.compose.facts import facts_of
from generator.compose.official import compose_policy
from generator.document import Blocks, Heading, inlines_of
from generator.hanzi.contacts import find_contact
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import Demand, IssuingFacts, Policy

SET_PHRASE = re.compile(r"(?:现将|现把|兹将|将).*(?:转发|印发|批转)(?:给|于)?(?:你们|你单位|各单位|各部门)")
CLOSINGS = re.compile(
    r"特此(?:通知|转发)|^附件|^请(?:认真)?(?:遵照|贯彻|参照|结合实际)?[^，。]{0,12}(?:执行|落实)$"
)
SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


@dataclass(frozen=True, slots=True)
class Step:
    """One text of a chain.

    Attributes:
        record: its 编号.
        issuers: the bodies that issued it.
        day: when it was signed, else printed; None where neither is known.
        apart: days since the text above; None at the head, or where a day is not known.
        addressees: whom it addresses.
        sentences: its own sentences beyond the set phrase; all are its own at the head, and none is listed.
        demands: its own demands.
        sets: the deadlines that it sets itself.
        deadlines: those of the texts above, for judging by the day of this step.
    """

    record: str
    issuers: tuple[str, ...]
    day: date | None
    apart: int | None
    addressees: tuple[str, ...]
    sentences: tuple[str, ...]
    demands: tuple[Demand, ...]
    sets: tuple[Deadline, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def passed(self) -> tuple[Deadline, ...]:
        """Deadlines from above that had passed when this text went out."""
        return tuple(deadline for deadline in self.deadlines if self.day and deadline.late_on(self.day) > 0)


def chain_to(library: Library, record_id: str) -> tuple[Step, ...]:
    """The chain from the text at its head down to this one; a text that forwards nothing is its own head."""
    records = [*reversed(texts_above(library, record_id))]
    own = library.find(record_id, IssuingFacts)
    steps: list[Step] = []
    for record in (*records, *((own,) if own else ())):
        steps.append(next_step(library, record, steps))
    return tuple(steps)


def chains_below(library: Library, step: Step, above: tuple[Step, ...] = ()) -> Iterator[Step]:
    """The texts that forward a text directly, each as the step after it.

    Args:
        library: the records.
        step: the text.
        above: the steps before it, whose deadlines are still to be met.
    """
    for record in forwarders_of(library, step, above):
        yield next_step(library, record, [*above, step])


def forwarders_of(library: Library, step: Step, above: tuple[Step, ...] = ()) -> Iterator[IssuingFacts]:
    """The texts that forward a text directly, but for those that stand above it in a circle."""
    passed = frozenset(earlier.record for earlier in (*above, step))
    return (record for record in library.chain_down(step.record) if record.id not in passed)


def texts_above(library: Library, record_id: str) -> tuple[Policy, ...]:
    """What a text forwards, the nearest first; a document forwards what its 底本 forwards."""
    own = library.find(record_id, IssuingFacts)
    source = forwarded_of(library, own) if own else None
    nearest = library.find(source, Policy) if source else None
    above = (nearest, *library.chain_up(nearest.id)) if nearest else ()
    return tuple(text for text in above if text.id != record_id)


def next_step(library: Library, record: IssuingFacts, above: list[Step]) -> Step:
    """A text as the step after those above it."""
    facts = facts_of(record, original_of(library, record), Audience.PRINT)
    day = next((day for day in (facts.signed_on, facts.printed_on) if isinstance(day, date)), None)
    last = next((step.day for step in reversed(above) if step.day), None)
    apart = (day - last).days if day and last and day >= last else None
    own = words_of(library, record)
    deadlines = tuple(deadline for step in above for deadline in step.sets)
    return Step(
        record=record.id,
        issuers=issuers_of(library, record),
        day=day,
        apart=apart,
        addressees=facts.addressees,
        sentences=own.sentences if above else (),
        demands=own_demands(record) if above else (),
        sets=own.deadlines,
        deadlines=deadlines,
    )


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the words of one text say: its sentences beyond the set phrase, and the deadlines it sets."""

    sentences: tuple[str, ...]
    deadlines: tuple[Deadline, ...]


READ: WeakKeyDictionary[Library, dict[str, OwnWords]] = WeakKeyDictionary()
"""The texts of a library that were read before: every notice below a head asks for it again."""


def words_of(library: Library, record: IssuingFacts) -> OwnWords:
    """Sentences and deadlines of a text, composed once."""
    known = READ.setdefault(library, {})
    if record.id not in known:
        body = body_of(library, record)
        known[record.id] = OwnWords(tuple(own_sentences(body)), deadlines_of(library, record.id, body))
    return known[record.id]


def own_demands(record: IssuingFacts) -> tuple[Demand, ...]:
    """The demands of a notice, but for the one that every notice makes: to carry out what it forwards."""
    demands = record.demands if isinstance(record, Policy) else ()
    return tuple(demand for demand in demands if not re.search("执行|落实", demand.what) or demand.until)


def own_sentences(body: Blocks) -> Iterator[str]:
    """The sentences of a notice beyond the set phrase with which it passes a text on, contacts left out."""
    for block in body:
        if not isinstance(block, Heading):
            yield from own_words("".join(inline.text for inline in inlines_of(block)))


def own_words(text: str) -> Iterator[str]:
    """What a paragraph says beyond the set phrase, contacts left out; of its sentence, what follows."""
    for match in SENTENCE.finditer(text):
        phrase = SET_PHRASE.search(match[0])
        words = match[0][phrase.end() if phrase else 0 :].strip("，, \u3000")
        told = words.strip("。；！？")
        if told and not CLOSINGS.search(told) and not find_contact(match[0]):
            yield words


def body_of(library: Library, record: IssuingFacts) -> Blocks:
    """The words of a policy or document as they are printed."""
    composer = Composer(library)
    if isinstance(record, IssuedDocument):
        return compose_document(composer, record).body
    return compose_policy(composer, record).body if isinstance(record, Policy) else ()
