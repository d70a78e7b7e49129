"""ADDR001: 主送 and 抄送 that bring a mark at their end; the pen writes it (clauses 7.3.2 and 7.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.facts import END_MARKS
from generator.library import Library
from generator.models.policy import IssuingFacts
from generator.problems import Level, Problem

BASIS = "GB/T 9704-2012 7.3.2、7.4.2：主送最后一个机关名称后标全角冒号，抄送最后一个后标句号"


def check_addressing(library: Library) -> Iterator[Problem]:
    """Every record that is printed as a document; the mark is left out in print."""
    for record in library.every(IssuingFacts):
        for key, names in (("主送", record.addressees), ("抄送", record.copies_to)):
            for position, name in enumerate(names):
                if name[-1] in END_MARKS:
                    message = f"“{name[-16:]}”末尾的“{name[-1]}”不用写，已略去"
                    place = library.place(record.id, key, position)
                    yield Problem(Level.HINT, "ADDR001", message, place, "标点由程序加上，删去它", BASIS)
