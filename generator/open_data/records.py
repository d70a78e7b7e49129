"""One record as data: its address, how far it was verified, where it comes from, its fields, its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.chain.effect import effect_on
from generator.compose import Composer
from generator.compose.address import address_of, file_stem, has_page
from generator.compose.titles import full_title
from generator.models.policy import IssuingFacts, Policy
from generator.models.record import Record
from generator.models.reference import BodyTable, CodeTable, RegionTable, RuleTable
from generator.open_data.texts import provisions_of
from generator.open_data.values import fields_of
from generator.provisions.facets import facets_of, number_of

REFERENCE_PAGES: dict[type[Record], str] = {
    BodyTable: "reference/bodies/1.html",
    RuleTable: "reference/rules/1.html",
    RegionTable: "browse/regions/index.html",
}
"""The pages that show the tables of which a library has one."""
KINDS_OF_REFERENCE: tuple[type[Record], ...] = (CodeTable, *REFERENCE_PAGES)


@dataclass(frozen=True, slots=True)
class Datum:
    """A record and the addresses of its page and of its data, from the root of the site."""

    record: Record
    page: str
    file: str


def data_of(composer: Composer) -> Iterator[Datum]:
    """Every record of the view that the site shows, in the order of the files."""
    for entry in composer.library.entries.values():
        record = entry.record
        if has_page(record):
            address = address_of(record)
            yield Datum(record, f"{address}.html", f"data/{address}.json")
        elif isinstance(record, KINDS_OF_REFERENCE):
            yield Datum(record, reference_page(record), f"data/reference/{file_stem(record.id)}.json")


def reference_page(record: Record) -> str:
    """The page of a reference table."""
    return REFERENCE_PAGES.get(type(record), f"reference/tables/{file_stem(record.id)}.html")


def title_of(composer: Composer, record: Record) -> str:
    """What a record is called; a forwarding notice by the title that its chain gives."""
    return full_title(composer.library, record) if isinstance(record, IssuingFacts) else record.name


def verification_of(record: Record) -> str:
    """How far a record was compared with the official text; one that does not say was not."""
    return record.verification.value if record.verification else "未核"


def summary_of(composer: Composer, datum: Datum, dated: date) -> dict[str, Any]:
    """A record in the index of all records."""
    record, number = datum.record, number_of(composer.library, datum.record)
    return {
        "id": record.id,
        "kind": record.kind,
        "title": title_of(composer, record),
        **({"number": str(number)} if number else {}),
        "address": datum.page,
        "data": datum.file,
        "verification": verification_of(record),
        "facets": {key: list(values) for key, values in facets_of(composer.library, record, dated).items()},
    }


def whole_of(composer: Composer, datum: Datum, dated: date) -> dict[str, Any]:
    """Everything that is told of a record."""
    record, fields = datum.record, fields_of(composer, datum.record)
    provisions = provisions_of(composer, record)
    return {
        **summary_of(composer, datum, dated),
        "schema": f"data/schema/{record.kind}.json",
        **({"effect": effect_of(composer, record, dated)} if isinstance(record, Policy) else {}),
        "sources": fields.get("来源", []),
        "unconfirmed": [pending.field for pending in record.pending],
        "fields": fields,
        **({"provisions": provisions} if provisions else {}),
    }


def effect_of(composer: Composer, policy: Policy, dated: date) -> dict[str, Any]:
    """时效 on the day of the data, with its reason and what replaced the text."""
    effect = effect_on(composer.library, policy, dated)
    return {
        "status": effect.status.value,
        **({"since": effect.since.isoformat()} if effect.since else {}),
        **({"reason": effect.reason} if effect.reason else {}),
        "replaced_by": list(effect.replaced_by),
    }
