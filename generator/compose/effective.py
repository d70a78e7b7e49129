"""What holds of a document once its 底本 has filled the gaps: its own value first, else the 底本's."""

from __future__ import annotations

from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyReturn

WITH_REGION = (Case, Practice, Policy, Statistics, SurveyReturn, Roster)
"""The kinds of records that name their region."""


def original_of(library: Library, facts: IssuingFacts) -> Policy | None:
    """The policy record that a document takes its facts from."""
    if isinstance(facts, IssuedDocument) and facts.original:
        return library.find(facts.original, Policy)
    return None


def issuers_of(library: Library, facts: IssuingFacts) -> tuple[str, ...]:
    """发文机关, the lead body first."""
    original = original_of(library, facts)
    return facts.issuers or (original.issuers if original else ())


def forwarded_of(library: Library, facts: IssuingFacts) -> str | None:
    """The 编号 of the text that is forwarded."""
    original = original_of(library, facts)
    return facts.forwards or (original.forwards if original else None)


def attachment_holder(library: Library, facts: IssuingFacts) -> IssuingFacts:
    """The record whose 附件 are printed."""
    original = original_of(library, facts)
    return facts if facts.attachments or original is None else original


def region_of(library: Library, record: Record) -> str | None:
    """The region of a record; of a document, that of the body that issues it."""
    if isinstance(record, WITH_REGION):
        return record.region
    if not isinstance(record, IssuingFacts):
        return None
    issuers = issuers_of(library, record)
    body = library.bodies_by_name.get(issuers[0]) if issuers else None
    return body.region if body else None
