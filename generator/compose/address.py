"""Where a record's page stands on the site: the one rule for pages, links and search hits."""

from __future__ import annotations

from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary

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
    SurveySummary: "returns",
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

    Raises:
        KeyError: records of this kind have no page.
    """
    return f"{FOLDERS[type(record)]}/{file_stem(record.id)}"


def file_stem(record_id: str) -> str:
    """The name of a record's files without ending; a reserved one gets a hyphen, which no 编号 ends in."""
    return f"{record_id}-" if record_id.casefold() in RESERVED else record_id
