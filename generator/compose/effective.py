"""What holds of a document once its 底本 has filled the gaps: its own value first, else the 底本's."""

from __future__ import annotations

from generator.document import DocumentFormat, SignatureMode
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.fields import Absent
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyReturn
from generator.standard.genres import genres

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


def stated_genre(library: Library, facts: IssuingFacts) -> str:
    """文种, as the record or its 底本 states it; empty where neither does."""
    original = original_of(library, facts)
    stated = original.genre if isinstance(facts.genre, Absent) and original else facts.genre
    return "" if isinstance(stated, Absent) else stated


def format_of(library: Library, document: IssuedDocument) -> DocumentFormat:
    """版式 of a document: as written, else the usual one of its 文种."""
    genre = genres().find(stated_genre(library, document))
    return document.format or (genre.usual_format if genre else DocumentFormat.ORDINARY)


def signing_of(library: Library, document: IssuedDocument) -> SignatureMode:
    """署名方式 of a document: as written, else the usual one of its 文种."""
    genre = genres().find(stated_genre(library, document))
    return document.signature or (genre.signing.mode if genre else SignatureMode.NO_SEAL)
