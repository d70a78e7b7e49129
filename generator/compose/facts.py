"""What is printed around the text of a document: its own facts, and those that its 底本 fills in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.compose.audience import Audience
from generator.hanzi.docnumber import DocNumber
from generator.models.fields import Absent
from generator.models.policy import Contact, IssuingFacts, Policy
from generator.models.record import Disclosure

T = TypeVar("T")
ROOM = "\u3000" * 3
"""Blank room for a name that is still 待补: as wide as a usual name."""


END_MARKS = "：:，,、。；; "
"""What a record may bring along after the name of a body."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is printed around the text, after a 底本 has filled the gaps."""

    issuers: tuple[str, ...]
    number: DocNumber | None
    signers: tuple[str, ...]
    addressees: tuple[str, ...]
    copies_to: tuple[str, ...]
    signed_on: date | Absent | None
    printed_on: date | None
    printer: str
    disclosure: str
    contacts: tuple[str, ...]


def facts_of(record: IssuingFacts, original: Policy | None, audience: Audience) -> Facts:
    """Gather the facts; personal ones stay on paper."""
    private = audience is Audience.SITE
    sources = tuple(source for source in (record, original) if source is not None)
    contacts = first(source.contacts for source in sources) or ()
    printed_on = first(source.printed_on for source in sources)
    printer = first(source.printer for source in sources)
    disclosure = first(source.disclosure for source in sources)
    return Facts(
        issuers=first(source.issuers for source in sources) or (),
        number=first(source.number for source in sources if isinstance(source.number, DocNumber)),
        signers=() if private else first(source.signers for source in sources) or (),
        addressees=without_end_marks(first(source.addressees for source in sources) or ()),
        copies_to=without_end_marks(first(source.copies_to for source in sources) or ()),
        signed_on=first(source.signed_on for source in sources),
        printed_on=printed_on if isinstance(printed_on, date) else None,
        printer=printer if printer and not isinstance(printer, Absent) else "",
        disclosure=decided(disclosure),
        contacts=() if private else tuple(map(contact_words, contacts)),
    )


def without_end_marks(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of bodies as records have them, without the mark that print puts after them."""
    return tuple(filter(None, (name.rstrip(END_MARKS) for name in names)))


def decided(disclosure: Disclosure | Absent | None) -> str:
    """公开属性 as printed; 待定 is a note for ourselves."""
    known = isinstance(disclosure, Disclosure) and disclosure is not Disclosure.UNDECIDED
    return disclosure.value if disclosure and known else ""


def contact_words(contact: Contact) -> str:
    """A contact as the 附注 names them."""
    return f"联系人：{printed(contact.name)}" + (f"，电话：{printed(contact.phone)}" if contact.phone else "")


def printed(words: str) -> str:
    """Words as printed: 待补 is a note for ourselves and leaves blank room to write in by hand."""
    return ROOM if words == Absent.TO_FILL else words


def written(names: Iterable[str]) -> tuple[str, ...]:
    """Names that are known; one that is 待补 is not printed."""
    return tuple(name for name in names if name != Absent.TO_FILL)


def first(values: Iterable[T]) -> T | None:
    """The first value that says something."""
    return next((value for value in values if value), None)
