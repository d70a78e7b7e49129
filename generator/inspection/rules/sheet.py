"""The file as the rules look at it: its parts, its usual line, and the room between two paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import chain
from operator import attrgetter

from generator.document import DocumentFormat
from generator.inspection.rules.asked import Entry, Filler
from generator.inspection.rules.profile import OF_LAYOUT, Profile, profile_of
from generator.recognition.faces import is_chinese
from generator.recognition.facts import AUTO_LINE, ParagraphFacts, RunFacts, SectionFacts, Where
from generator.recognition.roles import HeadingFacts, Part, Recognised, Role
from generator.standard import Standard, Strength

HEADINGS = (Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4)
TEXT = (Role.BODY, *HEADINGS)
"""What the body is written in, without tables."""
LINED_GRIDS = ("lines", "linesAndChars", "snapToChars")


class Sheet:
    """A recognised file beside the standard it is held against."""

    def __init__(self, recognised: Recognised, standard: Standard) -> None:
        self.recognised = recognised
        self.facts = recognised.facts
        self.standard = standard

    # --- the standard -----------------------------------------------------------------------

    def entry(self, name: str) -> Entry:
        """The value, style, face or colour of that name, as it holds for this file; else KeyError."""
        standard = self.profile.standard if name in OF_LAYOUT else self.standard
        data = standard.data
        for table in (data.quantities, standard.styles_by_name, data.faces, data.colours):
            if name in table:
                return table[name]
        raise KeyError(name)

    def standing(self, name: str) -> tuple[str, Strength]:
        """Clause and strength of an entry of that name; KeyError if there is none."""
        entry = self.entry(name)
        return entry.clause, entry.strength

    def fill(self, text: str) -> str:
        """What is asked of this file: a text with the entries that it names in braces, as `asked` tells them.

        Raises:
            KeyError: The text names an entry or a form that there is not.
        """
        return Filler(self.entry).format(text)

    def tolerance(self, name: str) -> int:
        """How far a value in millimetres may be off, in twips."""
        quantity = self.standard.quantity(name)
        return self.standard.twips_of(f"{quantity.tolerance or 0}mm")

    def characters(self, name: str) -> Decimal:
        """A value in 字."""
        return self.standard.quantity(name).value

    def millimetres(self, amount: str) -> int:
        """Millimetres as twips."""
        return self.standard.twips_of(f"{amount}mm")

    # --- the parts --------------------------------------------------------------------------

    @property
    def parts(self) -> tuple[Part, ...]:
        """The documents in the file, the outermost first."""
        return self.recognised.parts

    @cached_property
    def owners(self) -> dict[int, Part]:
        """The innermost document that each paragraph belongs to."""
        return {number: part for part in self.parts for number in self.recognised.own_numbers(part)}

    def is_enclosed(self, number: int) -> bool:
        """Whether a paragraph belongs to a document that the file encloses."""
        owner = self.owners.get(number)
        return owner is not None and owner.enclosed

    @cached_property
    def by_role(self) -> ByRole:
        """The paragraphs of the whole file in each role, in order."""
        return sorted_by_role(zip(self.recognised.roles, self.facts.paragraphs, strict=True))

    @cached_property
    def own_by_role(self) -> dict[Part, ByRole]:
        """The same for each document, without those that it encloses."""
        return {
            part: sorted_by_role(
                (self.recognised.role(number), self.facts.paragraph(number))
                for number in self.recognised.own_numbers(part)
            )
            for part in self.parts
        }

    def of(self, *roles: Role) -> tuple[ParagraphFacts, ...]:
        """The paragraphs in one of the roles, of the whole file."""
        return in_order(self.by_role, roles)

    def own(self, part: Part, *roles: Role) -> tuple[ParagraphFacts, ...]:
        """The paragraphs in one of the roles that belong to this document and not to one inside it."""
        return in_order(self.own_by_role[part], roles)

    def first(self, part: Part, *roles: Role) -> ParagraphFacts | None:
        """The first of them."""
        return next(iter(self.own(part, *roles)), None)

    def in_format(self, *formats: DocumentFormat) -> Iterator[Part]:
        """The documents that are laid out in one of the formats."""
        return (part for part in self.laid_out if part.format in formats)

    @cached_property
    def laid_out(self) -> tuple[Part, ...]:
        """The documents whose 版头 can be judged by their format.

        What a document of another format encloses takes over the layout of that one, or keeps its own.
        """
        return tuple(part for part in self.parts if part.format is self.parts[0].format)

    @cached_property
    def headings(self) -> dict[int, HeadingFacts]:
        """The number and the heading that each paragraph begins with."""
        return {heading.paragraph: heading for heading in self.recognised.headings}

    def section_of(self, paragraph: ParagraphFacts) -> SectionFacts:
        """The page set-up that a paragraph stands in."""
        return self.facts.sections[paragraph.section]

    # --- lines ------------------------------------------------------------------------------

    @cached_property
    def profile(self) -> Profile:
        """The page layout that the file follows."""
        return profile_of(self.facts, self.usual_pitch, self.standard.custom.layout)

    @cached_property
    def usual_pitch(self) -> int | None:
        """The line pitch of most of the body, in twips."""
        pitches = Counter(pitch for one in self.of(*TEXT) if (pitch := self.pitch(one)) is not None)
        return pitches.most_common(1)[0][0] if pitches else None

    def pitch(self, paragraph: ParagraphFacts) -> int | None:
        """From line to line in twips; None where the font decides."""
        if paragraph.line_rule == "exact":
            return paragraph.line
        section = self.section_of(paragraph)
        gridded = section.grid_type in LINED_GRIDS and section.line_pitch and paragraph.snap_to_grid
        if paragraph.line_rule == "auto" and gridded and section.line_pitch:
            return section.line_pitch * paragraph.line // AUTO_LINE
        return None

    def lines_high(self, paragraph: ParagraphFacts) -> Decimal | None:
        """Height of an empty paragraph in 行; a line of the file's usual pitch is one 行."""
        pitch = self.pitch(paragraph)
        if pitch is None:
            return None
        own = Decimal(1) if pitch == self.usual_pitch else pitch / Decimal(self.profile.line)
        return own + Decimal(paragraph.before + paragraph.after) / self.profile.line

    def gap(self, above: ParagraphFacts, below: ParagraphFacts) -> Decimal | None:
        """Empty room between two paragraphs in 行; None where something else stands between or is unclear."""
        between = self.facts.paragraphs[above.number : below.number - 1]
        if not all(map(is_empty, between)):
            return None
        heights = [self.lines_high(one) for one in between]
        if None in heights or above.box != below.box:
            return None
        edges = Decimal(above.after + below.before) / self.profile.line
        return edges + sum(height for height in heights if height is not None)


ByRole = dict[Role, list[ParagraphFacts]]


def sorted_by_role(pairs: Iterable[tuple[Role, ParagraphFacts]]) -> ByRole:
    """Paragraphs put together by their roles."""
    found: ByRole = {}
    for role, paragraph in pairs:
        found.setdefault(role, []).append(paragraph)
    return found


def in_order(found: ByRole, roles: tuple[Role, ...]) -> tuple[ParagraphFacts, ...]:
    """The paragraphs in any of the roles, as they stand in the file."""
    lists = [found[role] for role in dict.fromkeys(roles) if role in found]
    return tuple(sorted(chain(*lists), key=attrgetter("number")))


# --- words -------------------------------------------------------------------------------------


def printed(runs: Iterable[RunFacts]) -> tuple[RunFacts, ...]:
    """The runs that show something."""
    return tuple(run for run in runs if run.text.strip())


def chinese(runs: Iterable[RunFacts]) -> tuple[RunFacts, ...]:
    """The runs with Chinese characters."""
    return tuple(run for run in runs if is_chinese(run.text))


def is_empty(paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph is nothing but room."""
    return not (paragraph.text.strip() or paragraph.picture or paragraph.rule_above or paragraph.rule_below)


def in_flow(paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph stands in the plain text, in no table and no box."""
    return paragraph.where is Where.BODY and paragraph.table is None and paragraph.box is None


def labelled(text: str) -> bool:
    """Whether words hold more than marks: Chinese characters, letters or figures."""
    return any(letter.isalnum() for letter in text)
