"""What a rule is: a clause, and a look at the file that yields what it sees at each spot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from generator.inspection.findings import Area, Finding, Spot, Verdict, spot_of
from generator.inspection.rules.sheet import Sheet
from generator.recognition.facts import ParagraphFacts
from generator.standard import Strength

MOST_SPOTS = 20
"""Spots that a rule lists one by one; the others are summed up in one line."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a rule sees at one spot; without a paragraph it is said of the whole file.

    `required` and `hint` replace those of the rule where the spot asks for something of its own; their
    numbers are filled in already (`Sheet.fill`), for they may hold words of the file.
    """

    verdict: Verdict
    measured: str = ""
    paragraph: ParagraphFacts | None = None
    required: str = ""
    hint: str = ""


def kept(measured: str = "", paragraph: ParagraphFacts | None = None) -> Sight:
    """The clause is kept here."""
    return Sight(Verdict.KEPT, measured, paragraph)


def broken(
    measured: str, paragraph: ParagraphFacts | None = None, required: str = "", hint: str = ""
) -> Sight:
    """The clause is broken here."""
    return Sight(Verdict.BROKEN, measured, paragraph, required, hint)


def look(measured: str, paragraph: ParagraphFacts | None = None, required: str = "", hint: str = "") -> Sight:
    """A person has to look: `measured` says why the file does not tell, `hint` what to look for."""
    return Sight(Verdict.LOOK, measured, paragraph, required, hint)


def unknown(measured: str, paragraph: ParagraphFacts | None = None, hint: str = "") -> Sight:
    """The file does not say; `measured` tells why."""
    return Sight(Verdict.UNKNOWN, measured, paragraph, "", hint)


def custom(measured: str, paragraph: ParagraphFacts | None = None) -> Sight:
    """It departs from the standard as the office's own overlay says."""
    return Sight(Verdict.CUSTOM, measured, paragraph)


Asked = str | Callable[[Sheet], str]
"""A text with places for the values of the standard (`asked`), or a function that chooses it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One clause as the inspection judges it.

    Attributes:
        code: Its stable short name.
        subject: What is judged, in the words of the standard.
        check: Yields a sight for each spot looked at; nothing where the clause has no object.
        area: The part of a document that it speaks of.
        basis: Name of the value, style, face or colour of the standard that gives clause and strength.
        clause: The clause where no value stands for it.
        strength: Its strength in that case.
        required: What is asked for.
        hint: How to mend it in WPS or Word.
        content: Whether it judges words: an enclosed document is another body's and is not blamed for them.
    """

    code: str
    subject: str
    check: Callable[[Sheet], Iterator[Sight]]
    area: Area = Area.MAIN
    basis: str = ""
    clause: str = ""
    strength: Strength = Strength.REQUIRED
    required: Asked = ""
    hint: Asked = ""
    content: bool = False

    def judge(self, sheet: Sheet) -> Iterator[Finding]:
        """The findings: every spot that is not kept, or else one that says 通过."""
        sights = [self.mild(sheet, sight) for sight in self.check(sheet)]
        wanting = [sight for sight in sights if sight.verdict is not Verdict.KEPT]
        yield from self.listed(sheet, wanting)
        if sights and not wanting:
            yield self.finding(
                sheet, replace(sights[0], paragraph=None, measured=said_once(sights) or "未见不符")
            )

    def mild(self, sheet: Sheet, sight: Sight) -> Sight:
        """Words of an enclosed document are somebody else's: at most a person looks at them."""
        if not (self.content and sight.verdict is Verdict.BROKEN and sight.paragraph):
            return sight
        if not sheet.is_enclosed(sight.paragraph.number):
            return sight
        return replace(sight, verdict=Verdict.LOOK, measured=f"{sight.measured}（所附公文的原文，不擅改）")

    def listed(self, sheet: Sheet, sights: list[Sight]) -> Iterator[Finding]:
        """The spots of each verdict, the first ones singly, the rest summed up."""
        for verdict in Verdict:
            same = sorted((one for one in sights if one.verdict is verdict), key=place)
            yield from (self.finding(sheet, sight) for sight in islice(same, MOST_SPOTS))
            if len(same) > MOST_SPOTS:
                rest = replace(same[-1], paragraph=None, measured=f"另有 {len(same) - MOST_SPOTS} 处相同")
                yield self.finding(sheet, rest)

    def finding(self, sheet: Sheet, sight: Sight) -> Finding:
        """A sight, told with the clause."""
        clause, strength = sheet.standing(self.basis) if self.basis else (self.clause, self.strength)
        return Finding(
            code=self.code,
            subject=self.subject,
            clause=clause,
            strength=strength,
            verdict=sight.verdict,
            area=self.area,
            measured=sight.measured,
            required=sight.required or filled(sheet, self.required),
            spot=spot_of(sight.paragraph) if sight.paragraph else Spot(),
            hint="" if sight.verdict is Verdict.KEPT else sight.hint or filled(sheet, self.hint),
        )


def filled(sheet: Sheet, asked: Asked) -> str:
    """What is asked of this file."""
    return sheet.fill(asked if isinstance(asked, str) else asked(sheet))


def place(sight: Sight) -> int:
    """Where it stands, the whole file first."""
    return sight.paragraph.number if sight.paragraph else 0


def said_once(sights: Iterable[Sight]) -> str:
    """What was measured where all is well, each value once, at most three of them."""
    values = list(dict.fromkeys(sight.measured for sight in sights if sight.measured))
    return "；".join(values[:3]) + ("；……" if len(values) > 3 else "") or "未见不符"
