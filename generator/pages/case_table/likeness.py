"""Cases near a case: what they share, said in words, found without comparing all with all.

Every case stands in lists by what it is (its field and its method, its region, a word of its summary).
Near a case are those that stand close to it in the same lists: of each list only a few on either side
are looked at, so that the work for one case does not grow with the library.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.library import NATIONWIDE, Library
from generator.models.case import Case, Practice
from generator.pages.case_table.traits import Traits, traits_of

MOST_SHOWN = 5
NEAREST, MOST_JUDGED = 12, 16
"""How far a list is looked through on either side of a case, and how many candidates are judged."""
ENOUGH = 3
"""Points from which two cases are called alike: the same field, or two lesser things in common."""
MOST_WORDS, RARE = 3, 20
"""Shared words that are told; a word that stands in more cases than this tells nothing."""
CLOSE = Decimal(2)
"""Sums are close when the larger one is at most so many times the smaller one."""
Key = tuple[str, ...]
FIELD, PLACE, WAY, WORD = "领域", "地区", "方式", "词"


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two cases have in common: how much it counts, and how it is said."""

    points: int
    words: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A case that resembles another one, and why; `gap` is how many times one sum is the other."""

    case: Case
    points: int
    gap: Decimal
    reasons: tuple[str, ...]


# --- what two cases share ---------------------------------------------------------------------


def shared_between(one: Traits, other: Traits) -> Iterator[Shared]:
    """What two cases have in common, what counts most first."""
    fields = [field for field in one.fields if field in other.fields]
    if fields:
        yield Shared(3 + min(len(fields), MOST_WORDS), f"同属{'、'.join(fields)}")
    yield from shared_place(one, other)
    if one.method and one.method == other.method:
        yield Shared(2, f"同为{one.method}")
    if one.delivery and one.delivery == other.delivery:
        yield Shared(1, f"服务方式同为{one.delivery}")
    types = [kind for kind in one.providers if kind in other.providers]
    if types:
        yield Shared(1, f"承接主体同为{'、'.join(types)}")
    yield from shared_amount(one, other)
    yield from shared_words(one, other)


def shared_place(one: Traits, other: Traits) -> Iterator[Shared]:
    """The smallest region that both lie in; the same region counts more than the same province."""
    both = [region for region in one.regions if region in other.regions]
    if both:
        same = one.regions == other.regions
        yield Shared(2 if same else 1, f"同在{both[-1]}")


def shared_amount(one: Traits, other: Traits) -> Iterator[Shared]:
    """Sums that are close to one another, or in the same band."""
    if not (other.total and one.yuan and other.yuan):
        return
    if max(one.yuan, other.yuan) <= CLOSE * min(one.yuan, other.yuan):
        yield Shared(2, f"金额相近（{other.total.text}）")
    elif one.band == other.band:
        yield Shared(1, f"金额同为{one.band}")


def gap_between(one: Traits, other: Traits) -> Decimal:
    """How many times the larger sum is the smaller one; nothing where a sum is not known."""
    if not (one.yuan and other.yuan):
        return Decimal(0)
    return max(one.yuan, other.yuan) / min(one.yuan, other.yuan)


def shared_words(one: Traits, other: Traits) -> Iterator[Shared]:
    """Telling words that both have, the longest first."""
    found = sorted(one.words & other.words, key=lambda word: (-len(word), word))[:MOST_WORDS]
    if found:
        yield Shared(len(found), "都写到" + "".join(f"“{word}”" for word in found))


# --- finding them -----------------------------------------------------------------------------


def keys_of(traits: Traits) -> Iterator[Key]:
    """The lists that a case stands in; those of two facts are short where those of one are long."""
    own, top = traits.regions[-1:], traits.regions[:1]
    sorts = (traits.method, traits.delivery, traits.band, *traits.providers, *own, *top)
    for field in traits.fields:
        yield (FIELD, field)
        yield from ((FIELD, field, sort) for sort in dict.fromkeys(sorts) if sort)
    for place in own:
        yield (PLACE, place)
        yield from ((PLACE, place, sort) for sort in (traits.method, traits.delivery) if sort)
    if traits.method and traits.delivery:
        yield (WAY, traits.method, traits.delivery)
    yield from ((WORD, word) for word in sorted(traits.words))


class CaseNeighbourhood:
    """The lists of all cases, in which each finds those near it."""

    def __init__(self, library: Library) -> None:
        """Put every case into its lists.

        Args:
            library: the public view; cases outside it are near to nobody.
        """
        traits = (traits_of(library, case) for case in library.every(Case))
        self.cases = sorted(traits, key=lambda item: (item.yuan is None, item.yuan or 0, item.case.id))
        lists: dict[Key, list[int]] = defaultdict(list)
        self.places: list[tuple[tuple[Key, int], ...]] = []
        for number, item in enumerate(self.cases):
            keys = tuple(dict.fromkeys(keys_of(item)))
            self.places.append(tuple((key, len(lists[key])) for key in keys))
            for key in keys:
                lists[key].append(number)
        self.lists: Mapping[Key, list[int]] = lists
        self.number_of = {item.case.id: number for number, item in enumerate(self.cases)}
        self.practices: dict[str, list[Practice]] = defaultdict(list)
        for practice in library.every(Practice):
            self.practices[practice.region].append(practice)
        self.library = library

    @cached_property
    def by_field(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases of each field, the smallest sum first, those without one last; large fields first."""
        found = {key[1]: members for key, members in self.lists.items() if key[0] == FIELD and len(key) == 2}
        order = sorted(found, key=lambda field: (-len(found[field]), field))
        return {field: tuple(self.cases[number].case for number in found[field]) for field in order}

    def like(self, case: Case) -> tuple[Likeness, ...]:
        """The cases most like one, at most `MOST_SHOWN`, the nearest first; then sums, then 编号."""
        number = self.number_of[case.id]
        near = self.near(number)
        best = sorted(near, key=lambda other: (-near[other], abs(other - number), other))[:MOST_JUDGED]
        judged = (self.judge(number, other) for other in best)
        found = (likeness for likeness in judged if likeness.points >= ENOUGH)
        return tuple(sorted(found, key=lambda item: (-item.points, item.gap, item.case.id))[:MOST_SHOWN])

    def near(self, number: int) -> dict[int, int]:
        """Cases close to one in its lists, with the number of lists in which they are."""
        found: dict[int, int] = defaultdict(int)
        for key, place in self.places[number]:
            members = self.lists[key]
            if key[0] == WORD and len(members) > RARE:
                continue
            for other in members[max(0, place - NEAREST) : place + NEAREST + 1]:
                found[other] += 1
        found.pop(number, None)
        return found

    def judge(self, number: int, other: int) -> Likeness:
        """How much two cases resemble one another, and by what."""
        own, there = self.cases[number], self.cases[other]
        shared = tuple(shared_between(own, there))
        points, reasons = sum(item.points for item in shared), tuple(item.words for item in shared)
        return Likeness(there.case, points, gap_between(own, there), reasons)

    def elsewhere(self, case: Case, shown: frozenset[str]) -> tuple[Case, ...]:
        """Cases of the same fields in other regions, one of each region; those shown already are left out."""
        found: dict[str, Case] = {}
        for field in case.fields:
            members = self.lists[FIELD, field]
            place = dict(self.places[self.number_of[case.id]])[FIELD, field]
            for other in members[max(0, place - 2 * NEAREST) : place + 2 * NEAREST + 1]:
                there = self.cases[other].case
                if there.region != case.region and there.id not in shown:
                    found.setdefault(there.region, there)
        return tuple(sorted(found.values(), key=lambda there: self.apart(case, there))[:MOST_SHOWN])

    def beside(self, case: Case, shown: frozenset[str]) -> tuple[Case, ...]:
        """Other cases of the same region; those shown already are left out."""
        key = (PLACE, case.region)
        place = dict(self.places[self.number_of[case.id]]).get(key)
        members = self.lists.get(key, []) if place is not None else []
        near = members[max(0, (place or 0) - NEAREST) : (place or 0) + NEAREST + 1]
        found = (self.cases[number].case for number in near)
        return tuple(other for other in found if other.id != case.id and other.id not in shown)[:MOST_SHOWN]

    def apart(self, case: Case, there: Case) -> tuple[bool, str]:
        """Other provinces and cities first, what lies within the region of the case last."""
        return self.library.lies_in(there.region, case.region), there.id

    def practices_near(self, case: Case) -> tuple[Practice, ...]:
        """The practice that a case belongs to, then those of its region and of the regions above."""
        own = self.library.find(case.practice, Practice) if case.practice else None
        names = [region.full_name for region in reversed(self.library.region_path(case.region))]
        above = [name for name in (case.region, *names) if name != NATIONWIDE]
        found = {practice.id: practice for practice in ((own,) if own else ())}
        for name in dict.fromkeys(above):
            found |= {practice.id: practice for practice in self.practices.get(name, ())[:MOST_SHOWN]}
        return tuple(found.values())[:MOST_SHOWN]
