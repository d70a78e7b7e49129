"""By what cases resemble one another: the few facts of each that can be compared at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.compose.binding import BINDING
from generator.hanzi.words import split_words
from generator.library import Library
from generator.models.case import Case
from generator.models.fields import Absent
from generator.provisions.amounts import Total, total_of
from generator.provisions.facets import facet

EMPTY = frozenset(absent.value for absent in Absent)
SHORTEST_WORD = 3
"""Characters of a word that says something of a case; shorter ones stand in nearly every summary."""
COMMON = frozenset(
    (
        *("政府购买服务", "购买服务", "服务事项", "服务项目", "承接主体", "购买主体"),
        *("典型案例", "工程项目", "试点项目", "公开招标", "竞争性磋商"),
    )
)
"""Long words of this field that stand in many a case, or are compared by themselves."""
PLACES = ("省", "市", "县", "区", "州", "盟", "旗", "镇", "乡")
"""Ends of names of places, which are compared as regions."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a case is compared by; an empty value is not known and resembles nothing.

    Attributes:
        case: the case.
        fields: 服务领域.
        method: 采购方式.
        delivery: 服务方式.
        providers: 承接主体类型.
        total: what it cost, by the same rule as the facet 金额.
        regions: the full names of its region and of those above it, the highest first.
        words: telling words of its title and summary.
    """

    case: Case
    fields: tuple[str, ...]
    method: str
    delivery: str
    providers: tuple[str, ...]
    total: Total | None
    regions: tuple[str, ...]
    words: frozenset[str]

    @property
    def yuan(self) -> Decimal | None:
        """What it cost in 元."""
        return self.total.yuan if self.total else None

    @property
    def band(self) -> str:
        """The band of the facet 金额; nothing where it is not known."""
        return self.total.band if self.total else ""


def traits_of(library: Library, case: Case) -> Traits:
    """What a case is compared by."""
    return Traits(
        case=case,
        fields=case.fields,
        method=first_known(library, case, "method"),
        delivery=first_known(library, case, "delivery"),
        providers=known(facet("provider").values(library, case, date.max)),
        total=total_of(case),
        regions=tuple(region.full_name for region in library.region_path(case.region)),
        words=telling_words(case),
    )


def first_known(library: Library, case: Case, key: str) -> str:
    """The first value of a facet that is known."""
    return next(iter(known(facet(key).values(library, case, date.max))), "")


def known(values: Iterable[str]) -> tuple[str, ...]:
    """Values without the four kinds of empty."""
    return tuple(value for value in values if value not in EMPTY)


def telling_words(case: Case) -> frozenset[str]:
    """Long words of the title and the summary; figures that are bound and names of places are none."""
    words = split_words(f"{case.title}。{BINDING.sub('', case.summary)}")
    return frozenset(word for word in words if is_telling(word))


def is_telling(word: str) -> bool:
    """Whether a word is long, Chinese, and no name of a place."""
    chinese = all("\u4e00" <= character <= "\u9fff" for character in word)
    plain = word in COMMON or word.startswith("第") or word.endswith(PLACES)
    return len(word) >= SHORTEST_WORD and chinese and not plain
