"""By what records are listed and a search is narrowed: one truth for lists, facets and addresses.

A facet's `key` is the folder of its lists (browse/policies/status/…) and the parameter of the search
page (search.html?status=现行有效).  Its values are the words that people read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.chain.effect import effect_on
from generator.compose.effective import issuers_of, original_of, region_of, stated_genre
from generator.hanzi.docnumber import DocNumber
from generator.library import NATIONWIDE, Library
from generator.models.case import Case, Party, Practice, Tier
from generator.models.fields import Absent
from generator.models.issued import IssuedDocument
from generator.models.policy import Authority, IssuingFacts, Policy, Status
from generator.models.record import Record
from generator.models.returns import Statistics, SurveyReturn
from generator.provisions.amounts import BANDS, NO_TOTAL, TOP_BAND, total_of

Values = Callable[[Library, Record, date], tuple[str, ...]]
LEVELS = ("国家级", "省级", "市级", "县级", "乡镇级")
NO_YEAR = "年份不详"
WITH_PERIOD = (Case, Practice, Statistics, SurveyReturn)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to tell records apart.

    Attributes:
        key: its name in addresses, in letters.
        name: its name for people.
        values: what a record has of it on a day, in the public view of the library; nothing where it does
            not apply to records of this kind.
        ranks: values in the order of their meaning; others follow by number of records.
    """

    key: str
    name: str
    values: Values
    ranks: tuple[str, ...] = ()

    @property
    def parameter(self) -> str:
        """The name under which the search page takes its values: a 省份 is a 地区 there."""
        return "region" if self.key == "province" else self.key

    def order(self, library: Library, value: str, members: int) -> tuple[int, str, str]:
        """Where a value with so many records stands among the others.

        Regions go by code, years with the newest first, ranked values by rank, others the largest first.
        """
        if self.parameter == "region":
            return 0, code_of(library, value), value
        if self.key == "year":
            return (1, "", value) if value == NO_YEAR else (-int(value.removesuffix("年")), "", value)
        if value in self.ranks:
            return self.ranks.index(value), "", value
        return len(self.ranks) - members, "", value


def said(value: str | Absent | None) -> tuple[str, ...]:
    """A value of one word; an empty one is a value by its kind of empty."""
    return (value.value if isinstance(value, Absent) else value,) if value else ()


# --- where ----------------------------------------------------------------------------------------


def region_values(library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """The record's region and those above it by full name, the highest first."""
    name = region_of(library, record)
    if not name:
        return ()
    path = tuple(region.full_name for region in library.region_path(name))
    return path or said(name)


def province_values(library: Library, record: Record, day: date) -> tuple[str, ...]:
    """The highest of the record's regions: its province, or 全国."""
    return region_values(library, record, day)[:1]


def code_of(library: Library, full_name: str) -> str:
    """The code of a region; one that the table does not have is known by its name."""
    region = library.regions.get(full_name)
    return region.code if region else full_name


def level_values(library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """The level of government: 层级 of a case, that of the region of a text or a return."""
    if isinstance(record, Case | Practice):
        return (LEVELS[0],) if record.tier is Tier.CENTRAL else said(record.tier.value)
    name = region_of(library, record)
    if name == NATIONWIDE:
        return (LEVELS[0],)
    return level_of_code(code_of(library, name)) if name else ()


def level_of_code(code: str) -> tuple[str, ...]:
    """省级 to 县级 by the code of a region (GB/T 2260: 省 xx0000, 市 xxxx00)."""
    if not (code.isdigit() and len(code) == 6):
        return ()
    return (LEVELS[1] if code.endswith("0000") else LEVELS[2] if code.endswith("00") else LEVELS[3],)


# --- who ------------------------------------------------------------------------------------------


def issuer_values(library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """发文机关 of a text, 购买主体 of a case."""
    if isinstance(record, Case):
        names = (name for party in record.purchasers for name in party_name(library, party))
        return tuple(dict.fromkeys(names))
    return issuers_of(library, record) if isinstance(record, IssuingFacts) else ()


def party_name(library: Library, party: Party) -> tuple[str, ...]:
    """A party by the full name that the table of bodies has for it, else as the record writes it."""
    body = library.bodies.get(party.body) if party.body else None
    return (body.name,) if body else said(party.name)


def provider_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """承接主体类型 of a case; 原文未写 where it names providers and no type of any."""
    providers = record.providers if isinstance(record, Case) else ()
    types = tuple(dict.fromkeys(party.type for party in providers if party.type))
    return types or (said(Absent.NOT_WRITTEN) if providers else ())


# --- when -----------------------------------------------------------------------------------------


def year_values(library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """The years of a case or a return, the year in which a text was issued."""
    if isinstance(record, (IssuingFacts, *WITH_PERIOD)):
        return tuple(f"{year}年" for year in years_of(library, record)) or (NO_YEAR,)
    return ()


def years_of(library: Library, record: Record) -> tuple[int, ...]:
    """The years that a record touches; none where none is known."""
    if isinstance(record, WITH_PERIOD):
        return tuple(record.period.years)
    if isinstance(record, Policy):
        return (record.year,) if record.year else ()
    signed = signed_day(library, record)
    number = number_of(library, record)
    year = signed.year if signed else number.year if number else None
    return (year,) if year else ()


def signed_day(library: Library, record: Record) -> date | None:
    """成文日期 of a document of ours, or of its 底本."""
    if not isinstance(record, IssuedDocument):
        return None
    days = (source.signed_on for source in telling(library, record))
    return next((day for day in days if isinstance(day, date)), None)


def number_of(library: Library, record: Record) -> DocNumber | None:
    """文号 of a text, or of its 底本."""
    if not isinstance(record, IssuingFacts):
        return None
    numbers = (source.number for source in telling(library, record))
    return next((number for number in numbers if isinstance(number, DocNumber)), None)


def telling(library: Library, record: IssuingFacts) -> tuple[IssuingFacts, ...]:
    """A text, and its 底本 where that may be published: both tell its number and its day."""
    original = original_of(library, record)
    return (record, original) if original and original.publishable else (record,)


# --- what -----------------------------------------------------------------------------------------


def kind_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """类别."""
    return (record.kind,)


def genre_values(library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """文种 of a text, or of its 底本."""
    if not isinstance(record, IssuingFacts):
        return ()
    return (stated_genre(library, record),) if stated_genre(library, record) else said(record.genre)


def authority_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """效力级别 of a policy."""
    return (record.authority.value,) if isinstance(record, Policy) else ()


def status_values(library: Library, record: Record, day: date) -> tuple[str, ...]:
    """时效 of a policy on the day, as relations and dates tell it."""
    return (effect_on(library, record, day).status.told,) if isinstance(record, Policy) else ()


def subject_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """主题 of a policy."""
    return record.subjects if isinstance(record, Policy) else ()


def field_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """服务领域 of a case or a practice."""
    return record.fields if isinstance(record, Case | Practice) else ()


def delivery_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """服务方式 of a case."""
    return said(record.delivery.value) if isinstance(record, Case) else ()


def method_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """采购方式 of a case."""
    if not isinstance(record, Case):
        return ()
    return said(record.procurement if isinstance(record.procurement, Absent) else record.procurement.method)


def amount_values(_library: Library, record: Record, _day: date) -> tuple[str, ...]:
    """The band of what a case cost (`AMOUNT_NOTE`)."""
    if not isinstance(record, Case):
        return ()
    total = total_of(record)
    return (total.band if total else NO_TOTAL,)


FACETS = (
    Facet("kind", "类别", kind_values),
    Facet("region", "地区", region_values),
    Facet("level", "层级", level_values, LEVELS),
    Facet("issuer", "发文机关、购买主体", issuer_values),
    Facet("year", "年份", year_values),
    Facet("genre", "文种", genre_values),
    Facet("authority", "效力级别", authority_values, tuple(level.value for level in Authority)),
    Facet("status", "时效", status_values, tuple(status.told for status in Status)),
    Facet("subject", "主题", subject_values),
    Facet("field", "服务领域", field_values),
    Facet("delivery", "服务方式", delivery_values),
    Facet("method", "采购方式", method_values),
    Facet("provider", "承接主体类型", provider_values),
    Facet("amount", "金额", amount_values, (*(name for _, name in BANDS), TOP_BAND, NO_TOTAL)),
)
"""In the order in which people narrow a search."""
PROVINCE = Facet("province", "省份", province_values)
"""A coarse 地区, of few values: lists are arranged by it; the search page has no facet of its own for it."""


def facet(key: str) -> Facet:
    """The facet of a key.

    Raises:
        KeyError: there is none.
    """
    return BY_KEY[key]


BY_KEY = {one.key: one for one in (*FACETS, PROVINCE)}


def facets_of(library: Library, record: Record, day: date) -> dict[str, tuple[str, ...]]:
    """What a record has of every facet, by key; facets that do not apply to it are left out.

    Args:
        library: the public view, so that no value comes from a hidden record.
        record: a record of it.
        day: the day for which 时效 is told.
    """
    found = ((one.key, one.values(library, record, day)) for one in FACETS)
    return {key: values for key, values in found if values}
