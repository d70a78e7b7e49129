"""One 文号 on two records (NUMB001): a wrong number, or a defect of the sources that is registered."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.errata import REGISTERED
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts
from generator.models.record import Record
from generator.problems import Level, Problem

BASIS = "GB/T 9704-2012 7.2.5；发文字号一文一号"


def check_numbers(library: Library) -> Iterator[Problem]:
    """Each record whose 文号 stands on an earlier record too."""
    for sharing in library.policies_by_number.values():
        records = without_copies(sharing)
        first = records[0] if records else None
        for record in records[1:]:
            if first is not None:
                yield shared_number(library, first, record)


def without_copies(sharing: tuple[IssuingFacts, ...]) -> tuple[IssuingFacts, ...]:
    """A document and its 底本 are one text; what we issue comes last, for it is the one to be told."""
    originals = {record.original for record in sharing if isinstance(record, IssuedDocument)}
    apart = (record for record in sharing if record.id not in originals)
    return tuple(sorted(apart, key=lambda record: isinstance(record, IssuedDocument)))


def shared_number(library: Library, first: IssuingFacts, record: IssuingFacts) -> Problem:
    """The message at the second record; a 提示 where both say so under 勘误."""
    number = str(record.number)
    place, other = library.place(record.id, "文号"), library.place(first.id, "文号")
    message = f"文号“{number}”已经用在“{first.id}”（{other.path} 第 {other.line} 行）"
    if mentions(first, number) and mentions(record, number):
        return Problem(Level.HINT, "NUMB001", f"{message}（{REGISTERED}）", place, "无需处理", BASIS)
    hint = "核对两份文件的文号；来源确实同号的，在两条记录的“勘误”里各写明这个文号"
    return Problem(Level.ERROR, "NUMB001", message, place, hint, BASIS)


def mentions(record: Record, number: str) -> bool:
    """Whether a 勘误 of the record speaks of the number."""
    return any(
        number in text for entry in record.errata for text in (entry.place, entry.original, entry.remark)
    )
