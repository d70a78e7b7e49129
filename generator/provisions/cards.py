"""What the index knows of a record as a whole: its facets, its place among others, its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.chain.effect import effect_on
from generator.chain.forwarding import texts_above
from generator.compose.address import address_of
from generator.compose.effective import issuers_of, region_of
from generator.compose.titles import full_title
from generator.hanzi.docnumber import DocNumber
from generator.library import NATIONWIDE, Library
from generator.models.case import Case
from generator.models.policy import IssuingFacts, Policy, Status
from generator.models.record import Record
from generator.provisions.facets import facets_of, number_of, years_of

LEVEL_WEIGHT = 0.02
"""How much one level of government nearer to the centre adds to a score."""
STATUS_WEIGHT = {Status.IN_FORCE.value: 1.05, Status.REPEALED.value: 0.95, Status.LAPSED.value: 0.95}
TONES = {
    Status.IN_FORCE.value: "good",
    Status.AMENDED.value: "warn",
    Status.NOT_YET.value: "warn",
    Status.DRAFT.value: "warn",
    Status.REPEALED.value: "bad",
    Status.LAPSED.value: "bad",
}
ARROW = " → "
COUNTY_DEPTH = 3
"""Province, city, county: how many regions lie on the way to a county."""


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
    """时效 of a policy on the day, 状态 of a case."""
    prior: float
    """What its scores are multiplied by: a little above 1 for high levels and for 现行有效."""
    tone: str = ""
    """Of the badge that shows the status: good, warn, bad or plain; empty where there is no status."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the key of the facet (`provisions.facets`)."""
    chain: str = ""
    """财政部 → 省财政厅 → 市财政局: who issued the texts that it passes on, and itself; empty without any."""
    aliases: tuple[str, ...] = ()


def make_card(library: Library, record: Record, day: date) -> Card:
    """The facts of a record that has a page, as they stand on a day."""
    status = status_on(library, record, day)
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
        status=status,
        prior=prior_of(record, status, depth=len([region for region in regions if region != NATIONWIDE])),
        tone=TONES.get(status, "plain") if status else "",
        facets=facets_of(library, record, day),
        chain=chain_of(library, record),
        aliases=tuple(getattr(record, "aliases", ())),
    )


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


def status_on(library: Library, record: Record, day: date) -> str:
    """时效 of a policy as relations and dates have it on a day, 状态 of a case."""
    if isinstance(record, Policy):
        return effect_on(library, record, day).status.told
    return record.state.value if isinstance(record, Case) else ""


def chain_of(library: Library, record: Record) -> str:
    """Who issued the texts that a record passes on, the head first, and who issued it."""
    above = texts_above(library, record.id) if isinstance(record, IssuingFacts) else ()
    if not above:
        return ""
    first = (issuers_of(library, text)[:1] for text in reversed(above))
    return ARROW.join(name for names in (*first, bodies_behind(library, record)[:1]) for name in names)


def prior_of(record: Record, status: str, depth: int) -> float:
    """A little more for the texts of higher levels, and for those in force."""
    level = 1 + LEVEL_WEIGHT * max(COUNTY_DEPTH - depth, 0) if isinstance(record, IssuingFacts) else 1.0
    return round(level * (STATUS_WEIGHT.get(status, 1.0) if isinstance(record, Policy) else 1.0), 4)
