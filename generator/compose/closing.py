"""主送, 署名, 与会人员 and 版记 of a document by its 版式 (GB/T 9704-2012 clauses 7.3.2, 7.3.5, 7.4, 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.compose.audience import Audience
from generator.compose.facts import Facts, printed, written
from generator.document import (
    Attendance,
    DocumentFormat,
    Imprint,
    Signature,
    SignatureMode,
)
from generator.models.fields import Absent
from generator.models.issued import IssuedDocument

WITHOUT_ADDRESSEES = (DocumentFormat.ORDER, DocumentFormat.MINUTES)


@dataclass(frozen=True, slots=True)
class Closing:
    """The parts of one document that depend on its 版式."""

    facts: Facts
    document: IssuedDocument
    layout: DocumentFormat

    def addressees(self) -> str:
        """主送 as printed above the text; orders and minutes have none there."""
        return "" if self.layout in WITHOUT_ADDRESSEES else addressees_line(written(self.facts.addressees))

    def signature(self, mode: SignatureMode) -> Signature | None:
        """署名 and 成文日期; minutes bear none."""
        if self.layout is DocumentFormat.MINUTES:
            return None
        return signature_of(self.facts, mode, self.document.officials)

    def attendance(self, audience: Audience) -> tuple[Attendance, ...]:
        """出席, 请假, 列席 of minutes (clause 10.3); the names of people stay on paper."""
        if self.layout is not DocumentFormat.MINUTES or audience is Audience.SITE:
            return ()
        groups = (
            ("出席", self.document.present),
            ("请假", self.document.excused),
            ("列席", self.document.attending),
        )
        return tuple(Attendance(label, tuple(map(printed, names))) for label, names in groups if names)

    def imprint(self) -> Imprint | None:
        """版记; that of a letter names neither 印发机关 nor date (clause 10.1)."""
        others = (self.document.copies_printed,) if self.document.copies_printed else ()
        return imprint_of(self.facts, others, with_printer=self.layout is not DocumentFormat.LETTER)


def addressees_line(addressees: tuple[str, ...]) -> str:
    """主送 as printed: classes apart by “，”, a colon after the last (clause 7.3.2)."""
    return "，".join(addressees) + "：" if addressees else ""


def signature_of(facts: Facts, mode: SignatureMode, officials: tuple[str, ...] = ()) -> Signature | None:
    """署名 and 成文日期 where the date is known, or still to be filled in by hand."""
    if not facts.signed_on or facts.signed_on in (Absent.NOT_WRITTEN, Absent.NOT_APPLICABLE, Absent.NONE):
        return None
    day = facts.signed_on if isinstance(facts.signed_on, date) else None
    return Signature(facts.issuers, day, mode, officials if mode is SignatureMode.STAMP else ())


def imprint_of(
    facts: Facts,
    others: tuple[str, ...] = (),
    *,
    with_printer: bool = True,
) -> Imprint | None:
    """版记 where anything of it is known."""
    printer, day = (facts.printer, facts.printed_on) if with_printer else ("", None)
    imprint = Imprint(printer, day, written(facts.copies_to), others=others)
    return None if imprint == Imprint() else imprint
