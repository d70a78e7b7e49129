"""What the index knows of a record as a whole: its facets, its place among others, its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compose.address import address_of
from generator.compose.effective import issuers_of, original_of, region_of
from generator.compose.titles import full_title
from generator.hanzi.docnumber import DocNumber
from generator.library import NATIONWIDE, Library
from generator.models.case import Case, Practice
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy, Status
from generator.models.record import Record
from generator.models.returns import Statistics, SurveyReturn

LEVEL_WEIGHT = 0.02
"""How much one level of government nearer to the centre adds to a score."""
STATUS_WEIGHT = {Status.IN_FORCE: 1.05, Status.REPEALED: 0.95, Status.LAPSED: 0.95}
COUNTY_DEPTH = 3
"""Province, city, county: how many regions lie on the way to a county."""

WITH_PERIOD = (Case, Practice, Statistics, SurveyReturn)


@dataclass(frozen=True, slots=True)
class Card:
    """A record as the index sees it."""

    id: str
    kind: str
    title: str
    number: DocNumber | None
    page: str
    regions: tuple[str, ...]
    """Its region and those above it, each under every name that people use."""
    issuers: tuple[str, ...]
    """发文机关, or 购买主体 of a case, with their other names."""
    years: tuple[int, ...]
    status: str
    prior: float
    """What its scores are multiplied by: a little above 1 for high levels and for 现行有效."""


def make_card(library: Library, record: Record) -> Card:
    """The facts of a record that has a page."""
    facts = record if isinstance(record, IssuingFacts) else None
    regions = tuple(dict.fromkeys(regions_of(library, record)))
    return Card(
        id=record.id,
        kind=record.kind,
        title=full_title(library, facts) if facts else record.name,
        number=number_of(library, record),
        page=f"{address_of(record)}.html",
        regions=tuple(dict.fromkeys(name for region in regions for name in region_names(library, region))),
        issuers=tuple(issuer_names(library, record)),
        years=years_of(library, record),
        status=status_of(record),
        prior=prior_of(record, depth=len([region for region in regions if region != NATIONWIDE])),
    )


def number_of(library: Library, record: Record) -> DocNumber | None:
    """The record's own number, or that of its 底本."""
    if not isinstance(record, IssuingFacts):
        return None
    original = original_of(library, record)
    numbers = (record.number, original.number if original and original.publishable else None)
    return next((number for number in numbers if isinstance(number, DocNumber)), None)


def bodies_behind(library: Library, record: Record) -> tuple[str, ...]:
    """购买主体 of a case, 发文机关 of a text, as the record names them."""
    if isinstance(record, Case):
        return tuple(unit.name for unit in record.purchasers)
    return issuers_of(library, record) if isinstance(record, IssuingFacts) else ()


def issuer_names(library: Library, record: Record) -> Iterator[str]:
    """The bodies behind a record by name and by the other names that the library knows."""
    for issuer in bodies_behind(library, record):
        yield issuer
        body = library.bodies_by_name.get(issuer)
        yield from body.aliases if body else ()


def regions_of(library: Library, record: Record) -> Iterator[str]:
    """The full names of a record's region and those above it, the highest first."""
    region = region_of(library, record)
    if region:
        path = [step.full_name for step in library.region_path(region)]
        yield from path or [region]


def region_names(library: Library, full_name: str) -> Iterator[str]:
    """河南省濮阳市 is also 濮阳市 and 濮阳."""
    region = library.regions.get(full_name)
    yield full_name
    if region:
        yield full_name.removeprefix(region.parent or "")
        yield region.short_name


def years_of(library: Library, record: Record) -> tuple[int, ...]:
    """The years of a case, or the year in which a text was issued."""
    if isinstance(record, WITH_PERIOD):
        return record.period.years
    if isinstance(record, Policy):
        return (record.year,) if record.year else ()
    number = number_of(library, record)
    signed = record.signed_on if isinstance(record, IssuedDocument) else None
    year = number.year if number else signed.year if isinstance(signed, date) else 0
    return (year,) if year else ()


def status_of(record: Record) -> str:
    """时效 of a policy, 状态 of a case."""
    if isinstance(record, Policy):
        return record.status.value
    return record.state.value if isinstance(record, Case) else ""


def prior_of(record: Record, depth: int) -> float:
    """A little more for the texts of higher levels, and for those in force."""
    level = 1 + LEVEL_WEIGHT * max(COUNTY_DEPTH - depth, 0) if isinstance(record, IssuingFacts) else 1.0
    return round(level * (STATUS_WEIGHT.get(record.status, 1.0) if isinstance(record, Policy) else 1.0), 4)
