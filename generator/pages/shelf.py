"""Everything that pages ask of a library: its public view, its regions, neighbours and anchors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from generator.compose import Audience, Composer, compose_document, compose_policy
from generator.compose.effective import attachment_holder, original_of, region_of
from generator.compose.outline import anchors_of
from generator.compose.titles import full_title
from generator.document import OfficialDocument, plain
from generator.duties import Duty, duties_on
from generator.hanzi.docnumber import DocNumber
from generator.library import NATIONWIDE, Library
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.models.record import Record
from generator.models.reference import Region, Rule
from generator.models.returns import SurveyForm, SurveyReturn, SurveySummary
from generator.pages.address import record_path
from generator.pages.case_table.likeness import CaseNeighbourhood
from generator.pages.case_table.order import CollectionPlace, collection_places

T = TypeVar("T")
MOST_COMPOSED = 500
"""Texts that are kept as composed; their memory would grow with the library."""


@dataclass
class Shelf:
    """The public view of a library, for the pages that are made from it.

    Attributes:
        library: the public view (`public_view`).
        dated: the day of the data.
        audience: whether personal data is shown.
        downloads: files offered beside a record's page, by 编号.
        site_url: where the site stands, if its settings say so.
    """

    library: Library
    dated: date
    audience: Audience = Audience.SITE
    downloads: Mapping[str, Path] = field(default_factory=dict)
    site_url: str = ""
    documents: dict[str, OfficialDocument] = field(default_factory=dict)
    """What `document` composed last."""
    anchor_cache: dict[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def composer(self) -> Composer:
        """Composes every page; its problems are those that the checks have shown already."""
        return Composer(self.library, audience=self.audience)

    def page_of(self, record_id: str) -> str | None:
        """The page of a record of this view."""
        entry = self.library.entries.get(record_id)
        return record_path(entry.record) if entry else None

    def title_of(self, record: Record) -> str:
        """What a record is called; a forwarding notice by the title that its chain gives."""
        if isinstance(record, IssuingFacts):
            return full_title(self.library, record)
        return record.name

    def number_of(self, record: IssuingFacts) -> str:
        """The 文号 of a text, or of its 底本, or nothing."""
        sources = (record, original_of(self.library, record))
        numbers = (str(facts.number) for facts in sources if facts and isinstance(facts.number, DocNumber))
        return next(numbers, "")

    def bound(self, record: Record, text: str) -> str:
        """A short text of a record with its figures filled in."""
        place = self.library.place(record.id)
        return plain(self.composer.binding(self.composer.binder(record), text, place))

    def anchors(self, record_id: str) -> Mapping[str, str]:
        """The names of provisions of a policy or document (三（四）, 第十条) → block ids."""
        if record_id not in self.anchor_cache:
            self.anchor_cache[record_id] = self.find_anchors(record_id)
        return self.anchor_cache[record_id]

    def find_anchors(self, record_id: str) -> Mapping[str, str]:
        """The anchors of a text; other records have none."""
        record = self.library.entries[record_id].record
        return anchors_of(self.document(record).body) if isinstance(record, Policy | IssuedDocument) else {}

    def document(self, record: Policy | IssuedDocument) -> OfficialDocument:
        """A policy or document as it is read, kept for its own page and for those that cite it."""
        if record.id not in self.documents:
            if len(self.documents) >= MOST_COMPOSED:
                del self.documents[next(iter(self.documents))]
            self.documents[record.id] = (
                compose_policy(self.composer, record)
                if isinstance(record, Policy)
                else compose_document(self.composer, record)
            )
        return self.documents[record.id]

    @cached_property
    def body_places(self) -> Mapping[str, int]:
        """The place of each body in the table of bodies, counted from 0."""
        return {body_id: place for place, body_id in enumerate(self.library.bodies)}

    @cached_property
    def rewritten(self) -> Mapping[str, tuple[IssuedDocument, ...]]:
        """The documents made from a policy of the library, by its 编号: one text stands there twice."""
        documents = self.library.every(IssuedDocument)
        originals = {document.id: original_of(self.library, document) for document in documents}
        return grouped(documents, lambda document: (found.id,) if (found := originals[document.id]) else ())

    @cached_property
    def of_one_number(self) -> Mapping[str, tuple[Policy, ...]]:
        """The policies that bear each 文号; two of them are two texts, of which one may have it wrongly."""
        policies = self.library.every(Policy)
        numbered = tuple(policy for policy in policies if isinstance(policy.number, DocNumber))
        return grouped(numbered, lambda policy: (str(policy.number),))

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What the texts demand by when, as it stands on the day of the data."""
        return duties_on(self.library, self.dated)

    @cached_property
    def duties_of(self) -> Mapping[str, tuple[Duty, ...]]:
        """The duties that a text sets or hands on, by its 编号."""
        return grouped(
            self.duties,
            lambda duty: (*((duty.policy.id,) if duty.policy else ()), *(text.id for text in duty.via)),
        )

    # --- regions ----------------------------------------------------------------------------

    def region_of(self, record: Record) -> str | None:
        """The region of a record; of a document, that of the body that issues it."""
        return region_of(self.library, record)

    def regions_of(self, full_name: str) -> tuple[Region, ...]:
        """A region and those above it, 全国 left out unless it is meant; unknown names stand alone."""
        path = self.library.region_path(full_name) or (unlisted_region(full_name),)
        return tuple(region for region in path if region.full_name != NATIONWIDE or full_name == NATIONWIDE)

    @cached_property
    def by_region(self) -> Mapping[str, tuple[Record, ...]]:
        """Records by the full name of each region that they lie in."""
        found: dict[str, list[Record]] = defaultdict(list)
        for entry in self.library.entries.values():
            name = self.region_of(entry.record)
            for region in self.regions_of(name) if name else ():
                found[region.full_name].append(entry.record)
        return {name: tuple(records) for name, records in found.items()}

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The regions that have records, by their codes."""
        found = {name: self.regions_of(name)[-1] for name in self.by_region}
        return tuple(sorted(found.values(), key=lambda region: (region.code, region.full_name)))

    @cached_property
    def subregions(self) -> Mapping[str, tuple[Region, ...]]:
        """Regions that have records, by the full name of the one above them."""
        found: dict[str, list[Region]] = defaultdict(list)
        for region in self.regions:
            found[region.parent or ""].append(region)
        return {name: tuple(regions) for name, regions in found.items()}

    # --- neighbours -------------------------------------------------------------------------

    @cached_property
    def neighbourhood(self) -> CaseNeighbourhood:
        """The cases near each case."""
        return CaseNeighbourhood(self.library)

    @cached_property
    def collection_places(self) -> Mapping[str, tuple[CollectionPlace, ...]]:
        """Where a case stands in the collections that print it, by its 编号."""
        return collection_places(self.library)

    @cached_property
    def collections_of(self) -> Mapping[str, tuple[CollectionRecord, ...]]:
        """The collections that a case stands in, by its 编号."""
        return {
            case_id: tuple(place.collection for place in places)
            for case_id, places in self.collection_places.items()
        }

    @cached_property
    def attached_to(self) -> Mapping[str, tuple[IssuingFacts, ...]]:
        """The policies and documents that a record is attached to, by themselves or through their 底本."""
        return grouped(
            self.library.every(IssuingFacts),
            lambda facts: tuple(
                entry.record or "" for entry in attachment_holder(self.library, facts).attachments
            ),
        )

    @cached_property
    def returns_to(self) -> Mapping[str, tuple[SurveyReturn, ...]]:
        """The returns of each survey form."""
        return grouped(self.library.every(SurveyReturn), lambda record: (record.form,))

    @cached_property
    def rules_on(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules that rest on a policy, by its 编号."""
        rules = tuple(self.library.rules.values())
        return grouped(rules, lambda rule: (rule.basis.policy,) if not isinstance(rule.basis, str) else ())

    def form_of(self, record: SurveyReturn | SurveySummary) -> SurveyForm | None:
        """The form that a return answers, or that a summary compares the returns of."""
        return self.library.find(record.form, SurveyForm)


def unlisted_region(full_name: str) -> Region:
    """A region that the table does not have, known by its name alone."""
    return Region(代码=full_name, 全称=full_name, 简称=full_name)


def grouped(items: tuple[T, ...], keys: Callable[[T], tuple[str, ...]]) -> dict[str, tuple[T, ...]]:
    """Items by each of their keys, in their own order."""
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return {key: tuple(members) for key, members in found.items()}
