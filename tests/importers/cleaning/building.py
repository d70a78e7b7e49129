"""Originals from a few lines of text, and short ways to see what cleaning did with them."""

from __future__ import annotations

from hashlib import sha256

from generator.importers.cleaned import Cleaned
from generator.importers.cleaning import account, clean
from generator.importers.original import Line, Original, OriginalKind

LONG_CLAUSE = "各部门按照职责分工抓好落实，建立台账，定期通报进展情况，"
"""Begins a sentence of running text that goes on."""


def original_of(*texts: str, kind: OriginalKind = OriginalKind.TEXT, pages: tuple[int, ...] = ()) -> Original:
    """An original of those lines; an empty one counts and is left out, one with tabs is a row of a table."""
    lines, blank, table, in_table = [], False, -1, False
    for number, text in enumerate(texts, start=1):
        cells = tuple(text.split("\t")) if "\t" in text else ()
        table += bool(cells) and not in_table
        in_table = bool(cells)
        page = pages[number - 1] if pages else None
        if text.strip():
            place = table if cells else None
            lines.append(Line(number, text, cells, place, page=page, after_blank=blank))
        blank = not text.strip()
    content = "\n".join(texts).encode()
    return Original("样本.txt", kind, len(content), sha256(content).hexdigest(), tuple(lines))


def cleaned_of(*texts: str, kind: OriginalKind = OriginalKind.TEXT) -> Cleaned:
    """What is left of those lines; all of it is accounted for."""
    original = original_of(*texts, kind=kind)
    cleaned = clean(original)
    assert account(original, cleaned) == ()
    return cleaned


def texts_of(*texts: str, kind: OriginalKind = OriginalKind.TEXT) -> tuple[str, ...]:
    """The lines that are left of those."""
    return tuple(line.text for line in cleaned_of(*texts, kind=kind).lines)


def ids_of(cleaned: Cleaned) -> tuple[str, ...]:
    """The entries of a log."""
    return tuple(entry.id for entry in cleaned.log)
