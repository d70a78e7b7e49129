"""What records are listed by: the dimensions of each catalogue and the addresses of their lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.chain.effect import effect_on
from generator.compose.effective import original_of
from generator.library import NATIONWIDE
from generator.models.case import Case, Practice
from generator.models.fields import Absent
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Authority, Policy, Status
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.pages.address import file_name, region_path
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf

Keys = Callable[[Shelf, Any], tuple[str, ...]]
LEVELS = ("国家级", "省级", "市级", "县级")
REGION, YEAR, ALL = "region", "year", "all"
EVERYTHING = "全部"
NO_YEAR = "年份不详"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to list records: its folder, its title, and the groups that a record belongs to."""

    name: str
    title: str
    keys: Keys
    ranks: tuple[str, ...] = ()
    """Groups in the order of their meaning; others follow by size."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The lists of one kind of record."""

    name: str
    title: str
    kinds: tuple[type[Record], ...]
    dimensions: tuple[Dimension, ...]
    lead: str


def status_keys(shelf: Shelf, policy: Policy) -> tuple[str, ...]:
    """时效 on the day of the data, as the badges have it."""
    return (effect_on(shelf.library, policy, shelf.dated).status.value,)


def region_keys(shelf: Shelf, record: Record) -> tuple[str, ...]:
    """The region of a record and those above it."""
    name = shelf.region_of(record)
    return tuple(region.full_name for region in shelf.regions_of(name)) if name else ()


def level_keys(shelf: Shelf, policy: Policy) -> tuple[str, ...]:
    """国家级 to 县级, by the code of the region (GB/T 2260: 省 xx0000, 市 xxxx00)."""
    if policy.region == NATIONWIDE:
        return (LEVELS[0],)
    region = shelf.regions_of(policy.region)[-1]
    if not (region.code.isdigit() and len(region.code) == 6):
        return ()
    return (
        LEVELS[1] if region.code.endswith("0000") else LEVELS[2] if region.code.endswith("00") else LEVELS[3],
    )


def word(value: str | Absent | None) -> tuple[str, ...]:
    """A group of one value; an empty one is a group by its kind of empty."""
    return (value.value if isinstance(value, Absent) else value,) if value else ()


def method_keys(_shelf: Shelf, case: Case) -> tuple[str, ...]:
    """The method of procurement."""
    return word(case.procurement if isinstance(case.procurement, Absent) else case.procurement.method)


def case_years(_shelf: Shelf, record: Case | Practice) -> tuple[str, ...]:
    """The years that a case touches."""
    return tuple(f"{year}年" for year in record.period.years) or (NO_YEAR,)


def policy_year(_shelf: Shelf, policy: Policy) -> tuple[str, ...]:
    """The year of issue."""
    return (f"{policy.year}年" if policy.year else NO_YEAR,)


def document_year(shelf: Shelf, record: Record) -> tuple[str, ...]:
    """The year in which a document was signed."""
    day = signed_day(shelf, record)
    return (f"{day.year}年" if day else NO_YEAR,)


def signed_day(shelf: Shelf, record: Record) -> date | None:
    """The day of a document, or of its 底本."""
    if not isinstance(record, IssuedDocument):
        return None
    original = original_of(shelf.library, record)
    days = (source.signed_on for source in (record, original) if source)
    return next((day for day in days if isinstance(day, date)), None)


CATALOGUES = (
    Catalogue(
        "cases",
        "案例",
        (Case,),
        (
            Dimension(REGION, "地区", region_keys),
            Dimension("field", "服务领域", lambda _, case: case.fields),
            Dimension("delivery", "服务方式", lambda _, case: word(case.delivery)),
            Dimension("method", "采购方式", method_keys),
            Dimension(YEAR, "年份", case_years),
            Dimension("tier", "层级", lambda _, case: word(case.tier)),
        ),
        "各地政府购买服务的项目：谁向谁买、怎么买、花多少、效果如何。",
    ),
    Catalogue(
        "practices",
        "地区实践",
        (Practice,),
        (
            Dimension(REGION, "地区", region_keys),
            Dimension("field", "服务领域", lambda _, practice: practice.fields),
            Dimension(YEAR, "年份", case_years),
        ),
        "一个地区怎样推进政府购买服务：制度、机制、流程和大事记。",
    ),
    Catalogue(
        "policies",
        "政策",
        (Policy,),
        (
            Dimension(REGION, "地区", region_keys),
            Dimension("level", "层级", level_keys, LEVELS),
            Dimension("authority", "效力级别", lambda _, policy: (policy.authority.value,), tuple(Authority)),
            Dimension("genre", "文种", lambda _, policy: word(policy.genre)),
            Dimension("status", "时效", status_keys, tuple(Status)),
            Dimension(YEAR, "年份", policy_year),
            Dimension("issuer", "发文机关", lambda _, policy: policy.issuers),
            Dimension("subject", "主题", lambda _, policy: policy.subjects),
        ),
        "法律、法规、规章和各级规范性文件。只收题录的文件也列在这里。",
    ),
    Catalogue(
        "documents",
        "公文与汇编",
        (IssuedDocument, CollectionRecord),
        (Dimension(YEAR, "年份", document_year), Dimension("kind", "种类", lambda _, record: (record.kind,))),
        "本单位起草的报告、通知和典型案例汇编，数字都可以追到出处。",
    ),
    Catalogue(
        "returns",
        "报表与调查",
        (Statistics, SurveyReturn, SurveyForm, SurveySummary, Roster),
        (Dimension("kind", "种类", lambda _, record: (record.kind,)), Dimension(REGION, "地区", region_keys)),
        "统计表、调查表、填报、汇总和名单，是报告中数字的来源。",
    ),
)


def catalogue_path(catalogue: str) -> str:
    """The page that leads to all lists of a catalogue."""
    return f"browse/{catalogue}/index.md"


def list_path(shelf: Shelf, catalogue: str, dimension: str, key: str, number: int = 1) -> str:
    """One page of a list; a region's list is named by the region's code, the list of all by nothing."""
    if dimension == ALL:
        return f"browse/{catalogue}/{ALL}/{number}.md"
    name = shelf.regions_of(key)[-1].code if dimension == REGION else key
    return f"browse/{catalogue}/{dimension}/{file_name(name)}/{number}.md"


def list_link(sheet: Sheet, catalogue: str, dimension: str, key: str, words: str = "") -> str:
    """A link to the list of a group."""
    return sheet.link(list_path(sheet.shelf, catalogue, dimension, key), words or key)


def region_link(sheet: Sheet, full_name: str, words: str = "") -> str:
    """A link to the page of a region."""
    return sheet.link(region_path(sheet.shelf.regions_of(full_name)[-1]), words or full_name)
