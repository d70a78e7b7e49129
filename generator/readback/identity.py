"""Which record a Word file was made from: by its name, its 发文字号, or its title."""

from __future__ import annotations

import re
from pathlib import Path

from generator.document import Article, OfficialDocument
from generator.hanzi.docnumber import find_numbers
from generator.hanzi.marks import bare_title
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record

COPIES = re.compile(r"(?:-[新改]\d*|[ ]?[（(]\d+[)）]|[ ]?-[ ]?副本)+$")
"""What programs and people add to the name of a copy."""
PRINTED = (IssuedDocument, Policy, Case, Practice)


def identify(library: Library, file: Path, tree: OfficialDocument | Article) -> str | None:
    """The 编号 of the record behind a file; None where nothing points at one.

    A document of ours goes before a policy with the same number or title: it is what was printed.
    """
    stem = COPIES.sub("", file.stem)
    for name in (file.stem, stem):
        if library.find(name, Record) and isinstance(library.entries[name].record, PRINTED):
            return name
    return by_number(library, tree) or by_title(library, tree)


def by_number(library: Library, tree: OfficialDocument | Article) -> str | None:
    """By 发文字号."""
    if isinstance(tree, Article):
        return None
    for number, _, _ in find_numbers(tree.masthead.number):
        records = library.policies_by_number.get(number.key, ())
        ours = [record.id for record in records if isinstance(record, IssuedDocument)]
        return next(iter((*ours, *(record.id for record in records))), None)
    return None


def by_title(library: Library, tree: OfficialDocument | Article) -> str | None:
    """By title."""
    wanted = bare_title(tree.title)
    for kind in PRINTED:
        for record in library.every(kind):
            if bare_title(record.name) == wanted:
                return record.id
    return None
