"""Exact phrases: the units in which the characters stand together, as a plain scan would find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.hanzi.folding import PIECES, fold, pairs_of
from generator.search.engine import TEXT, Reader


def units_with_phrase(reader: Reader, phrase: str, within: set[int] | None) -> set[int]:
    """The units of which a line holds a folded phrase; the posting lists only narrow the scan."""
    candidates = candidates_for(reader, phrase)
    if within is not None:
        candidates &= within
    return {unit for unit in candidates if holds_phrase(reader.unit(unit)["lines"], phrase)}


def holds_phrase(lines: Iterable[str], phrase: str) -> bool:
    """Whether a phrase stands in one of the lines."""
    return any(phrase in fold(line) for line in lines)


def candidates_for(reader: Reader, phrase: str) -> set[int]:
    """Units that may hold the phrase; none that does is left out."""
    pieces = tuple(PIECES.finditer(phrase))
    certain = [token for piece in pieces for token in certain_tokens(piece)]
    if certain:
        return reader.holding_all(TEXT, certain)
    if not pieces:
        return reader.every()
    part = max((piece[0] for piece in pieces), key=len)
    return reader.holding_any(TEXT, [term for term in reader.terms(TEXT) if part in term])


def certain_tokens(piece: re.Match[str]) -> Iterator[str]:
    """The tokens that every text with the phrase must hold: those that its ends cannot have cut."""
    if piece["run"] and len(piece[0]) > 1:
        yield from pairs_of(piece)
    elif not is_cut(piece):
        yield piece[0]


def is_cut(piece: re.Match[str]) -> bool:
    """Whether a piece reaches an end of the phrase, where a text may go on (202 in 2022, 9. in 9.3)."""
    before, after = piece.string[: piece.start()], piece.string[piece.end() :]
    return not before.strip(".") or not after.strip(".")
