"""Whether every line of a cleaned text found a place in a record; what did not is kept in 未归入.

The look is from outside: it knows nothing of how the records were made, and searches their words for
those of each line.  Labels that print puts around a value (附件：, 抄送：, 印发) stand in no record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.importers.cleaned import CleanLine
from generator.importers.drafts import Draft
from generator.importers.records.periods import DAY, iso_day

SPACES = re.compile(r"\s+")
PIECE = re.compile(r"[A-Za-z0-9\u4e00-\u9fff〇%]+")
NUMERALS = "一二三四五六七八九十"
LABEL = re.compile(
    rf"附件?[\d{NUMERALS}]*|签发人?|会签人?|主送|抄送|抄报|信息公开选项|联系人?(?:[及和]?(?:联系)?电话)?|电话|"
    rf"出席|请假|列席|第?[\d{NUMERALS}]{{1,3}}[条号]?"
)
END = re.compile(r"文件|命令|令|印发|印制|盖章|公章|号")
ENDING = re.compile(rf"(?:{END.pattern})$")
PRINTED_DAY = re.compile(DAY)
CHINESE_DAY = re.compile(rf"[〇○零{NUMERALS}]{{4}}年[{NUMERALS}]{{1,2}}月[{NUMERALS}]{{1,3}}日")


def unfound(lines: Sequence[CleanLine], drafts: Iterable[Draft]) -> Iterator[CleanLine]:
    """The lines of which some words stand in no draft."""
    texts = [text for draft in drafts for text in texts_of(draft)]
    whole, words = frozenset(texts), "\n".join(texts)
    for line in lines:
        cells = (cell for cell in line.cells or (line.text,) if SPACES.sub("", cell) not in whole)
        if not all(is_found(cell, words) for cell in cells):
            yield line


def texts_of(draft: Draft) -> Iterator[str]:
    """All words of a record without spaces, each value and each line of the body by itself."""
    for text in (*scalars(draft.data), *draft.body.replace("\\", "").splitlines()):
        yield SPACES.sub("", text).lstrip("#")


def scalars(value: Any) -> Iterator[str]:
    """Every value of a tree of data, and every key that holds something."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from (str(key), *scalars(inner)) if inner else ()
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from scalars(inner)
    else:
        yield str(value)


def is_found(text: str, words: str) -> bool:
    """Whether a text stands in the records: whole, or piece by piece between its marks, dates and spaces."""
    tight = SPACES.sub("", text)
    return tight in words or pieces_found(tight, words) or pieces_found(text, words)


def pieces_found(text: str, words: str) -> bool:
    """Whether every piece between marks and every date, as a key or as printed, stands in the records."""
    days = [(iso_day(match), SPACES.sub("", match[0])) for match in PRINTED_DAY.finditer(text)]
    rest = CHINESE_DAY.sub("，", PRINTED_DAY.sub("，", text))
    return all(iso in words or printed in words for iso, printed in days) and all(
        piece_found(piece, words) for piece in PIECE.findall(rest)
    )


def piece_found(piece: str, words: str) -> bool:
    """Whether a piece stands in the records, if need be without the label before it and the end behind it."""
    named = not piece.isdigit() and (LABEL.fullmatch(piece) or END.fullmatch(piece))
    if piece in words or named:
        return True
    label = LABEL.match(piece)
    bare = piece[label.end() :] if label else piece
    forms = (bare, ENDING.sub("", bare), ENDING.sub("", piece))
    return any(len(form) > 1 and form in words for form in forms)


def kept_words(
    kept: Iterable[tuple[int, str]], lines: Sequence[CleanLine], drafts: Iterable[Draft]
) -> Iterator[tuple[int, str]]:
    """Words that no key had room for, with the line they stand on; what a record has is left out."""
    words = "\n".join(text for draft in drafts for text in texts_of(draft))
    for number, text in kept:
        tight = SPACES.sub("", text)
        if tight and tight not in words:
            yield line_with(tight, lines, number), text


def line_with(tight: str, lines: Sequence[CleanLine], number: int) -> int:
    """The first line with these words from a line on; else that line."""
    later = sorted(lines, key=lambda line: (line.numbers[0] < number, line.numbers[0]))
    found = (line.numbers[0] for line in later if tight in SPACES.sub("", line.text))
    return next(found, max(number, 1))
