"""schema.org/Legislation as JSON-LD in the page of a policy, for machines that read the page.

The vocabulary is that of https://schema.org/Legislation; nothing is stated that the record leaves open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.hanzi.docnumber import DocNumber
from generator.models.fields import Absent
from generator.models.policy import IssuingFacts, Policy, RelationType, Status
from generator.pages.address import html_path, relative
from generator.pages.records.common import effect_of
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf
from generator.webfiles import script_json

CONTEXT = "https://schema.org"
FORCES = {
    Status.IN_FORCE: "InForce",
    Status.AMENDED: "PartiallyInForce",
    Status.REPEALED: "NotInForce",
    Status.LAPSED: "NotInForce",
    Status.NOT_YET: "NotInForce",
    Status.DRAFT: "NotInForce",
}
"""时效 in the vocabulary; of 未核 nothing is said."""
RELATIONS = {
    RelationType.REPEALS: "legislationRepeals",
    RelationType.AMENDS: "legislationAmends",
    RelationType.FORWARDS: "legislationApplies",
    RelationType.BASIS: "isBasedOn",
    RelationType.IMPLEMENTS: "isBasedOn",
    RelationType.CITES: "citation",
}
"""关系 in the vocabulary; the others have no property of the same meaning."""
MOST_RELATIONS = 100


def add_legislation(sheet: Sheet, policy: Policy) -> None:
    """The policy as data within its page."""
    data = legislation_of(sheet.shelf, policy, sheet.path)
    sheet.add(f'<script type="application/ld+json">{script_json(data)}</script>')


def legislation_of(shelf: Shelf, policy: Policy, path: str) -> dict[str, object]:
    """A policy in the vocabulary of schema.org; what is not known is left out.

    Args:
        shelf: the public view.
        policy: the text.
        path: the page that the data stand on, for relative addresses.
    """
    facts = {
        "@context": CONTEXT,
        "@type": "Legislation",
        **naming(shelf, policy, path),
        "inLanguage": "zh-CN",
        "legislationType": stated(policy.authority),
        "legislationPassedBy": [{"@type": "Organization", "name": name} for name in policy.issuers],
        "legislationJurisdiction": stated(policy.region),
        "legislationDate": day(policy.signed_on) or day(policy.published_on) or day(policy.printed_on),
        "datePublished": day(policy.published_on),
        "legislationDateOfApplicability": day(policy.effective_on),
        "legislationLegalForce": force_of(shelf, policy),
        "abstract": shelf.bound(policy, policy.summary or ""),
        "alternateName": list(policy.aliases),
        **relations_of(shelf, policy, path),
    }
    return {name: value for name, value in facts.items() if value}


def naming(shelf: Shelf, record: IssuingFacts, path: str) -> dict[str, str]:
    """What a text is called and where it stands: absolute where the site knows its address."""
    target = shelf.page_of(record.id)
    number = str(record.number) if isinstance(record.number, DocNumber) else ""
    named = {"name": shelf.title_of(record), "legislationIdentifier": number}
    if target:
        site = shelf.site_url.rstrip("/")
        named["url"] = f"{site}/{html_path(target)}" if site else relative(path, target)
    return {name: value for name, value in named.items() if value}


def stated(value: object) -> str:
    """A value in words; nothing where the record says that it is absent."""
    return "" if isinstance(value, Absent) else str(value)


def day(value: date | Absent | None) -> str:
    """A day as the vocabulary writes it."""
    return value.isoformat() if isinstance(value, date) else ""


def force_of(shelf: Shelf, policy: Policy) -> str:
    """Whether the text is in force on the day of the data."""
    force = FORCES.get(effect_of(shelf, policy).status)
    return f"{CONTEXT}/{force}" if force else ""


def relations_of(shelf: Shelf, policy: Policy, path: str) -> dict[str, list[dict[str, str]]]:
    """The texts that this one changes, applies or rests on, by the property that says so."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for name, record in named_texts(shelf, policy):
        text = {"@type": "Legislation", **naming(shelf, record, path)}
        if text not in found[name]:
            found[name].append(text)
    return dict(found)


def named_texts(shelf: Shelf, policy: Policy) -> Iterator[tuple[str, IssuingFacts]]:
    """The texts of the library that a policy points at, with the property for each."""
    for relation in policy.relations[:MOST_RELATIONS]:
        name = RELATIONS.get(relation.type)
        record = shelf.library.find(relation.target, IssuingFacts)
        if name and record is not None:
            yield name, record
