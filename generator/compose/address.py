"""Where a record's page stands on the site: the one rule for pages, links and search hits."""

from __future__ import annotations

from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn

FOLDERS: dict[type[Record], str] = {
    Case: "cases",
    Practice: "practices",
    Policy: "policies",
    IssuedDocument: "documents",
    CollectionRecord: "collections",
    Statistics: "returns",
    Roster: "returns",
    SurveyForm: "returns",
    SurveyReturn: "returns",
}
"""The kinds of records that have a page of their own, and the folder that it stands in."""
PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
RESERVED = {"index", "readme", "con", "prn", "aux", "nul"} | PORTS
"""Names that site makers read as the page of a folder, and names that Windows keeps for devices."""


def has_page(record: Record) -> bool:
    """Whether a record has a page: its kind has one, and it may be published (design rule 8)."""
    return type(record) in FOLDERS and record.publishable


def address_of(record: Record) -> str:
    """The address of a record's page without its ending, relative to the site: policies/鲁财采2022-14号.

    It depends on nothing but the record, so that a page never moves because another was added.
    A reserved name gets a hyphen at its end, which no 编号 has.

    Raises:
        KeyError: records of this kind have no page.
    """
    name = f"{record.id}-" if record.id.lower() in RESERVED else record.id
    return f"{FOLDERS[type(record)]}/{name}"
