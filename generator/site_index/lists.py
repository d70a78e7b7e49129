"""The lists behind a token: the strongest units first and at once, the rest and the places when asked for.

The first part of a list is bounded, however common the token is, so the first hits never wait for a
long list.  The rest holds unit numbers alone, for the exact set; places settle a longer phrase.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from generator.site_index.codec import ALPHABET, differences, encode
from generator.site_index.grams import LINE, places_of
from generator.site_index.impacts import Levels
from generator.site_index.postings import CONTEXT

STRONGEST = 256
"""So many units at most stand in the first part of a list."""
PER_REST = 4_096
PER_PLACES = 2_048
"""Units in one part of the rest of a list, and of the places."""
FEW = 24
"""A phrase with a token in no more units is settled by reading them, so that the token needs no places."""
PAIR = 2


@dataclass(frozen=True, slots=True)
class TokenList:
    """One token's units in order: those in whose lines it stands, and which of all go first."""

    token: str
    first: Sequence[int]
    """Postings of the first part, by unit."""
    own: array[int]
    """All units whose lines hold the token."""
    rest: array[int]
    """Those of them that are not in the first part."""
    cut: bool
    """Whether units that hold the token only in title or headings were left out."""


def token_list(token: str, postings: array[int], levels: Levels) -> TokenList:
    """Choose what goes first: all of a short list, else the strongest, own lines before context."""
    own = array("I", [posting >> 8 for posting in postings if not posting & CONTEXT])
    if len(postings) <= STRONGEST:
        return TokenList(token, postings, own, array("I"), cut=False)
    if len(own) <= STRONGEST:
        mine = [posting for posting in postings if not posting & CONTEXT]
        around = (posting for posting in postings if posting & CONTEXT)
        chosen = mine + nlargest(STRONGEST - len(own), around, key=levels.strength)
        return TokenList(token, sorted(chosen), own, array("I"), cut=True)
    chosen = nlargest(STRONGEST, postings, key=levels.strength)
    told = {posting >> 8 for posting in chosen}
    rest = array("I", (unit for unit in own if unit not in told))
    return TokenList(token, sorted(chosen), own, rest, cut=len(own) < len(postings))


def first_part(found: TokenList, levels: Levels) -> str:
    """How many units hold the token (doubled, odd if context was cut), then the first units with levels."""
    head = (2 * len(found.own) + found.cut, len(found.first))
    units = differences([posting >> 8 for posting in found.first])
    return encode((*head, *units)) + "".join([ALPHABET[levels.level(posting)] for posting in found.first])


def rest_parts(found: TokenList) -> Iterator[tuple[str, str]]:
    """The other units whose lines hold the token, in parts of bounded length."""
    for number, start in enumerate(range(0, len(found.rest), PER_REST)):
        yield part_key(found.token, number), encode(differences(found.rest[start : start + PER_REST]))


def place_parts(found: TokenList, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Where a pair stands in each of its units, in parts of bounded length."""
    if len(found.own) <= FEW or not is_pair(found.token):
        return
    for number, start in enumerate(range(0, len(found.own), PER_PLACES)):
        units = found.own[start : start + PER_PLACES]
        yield part_key(found.token, number), encode(told_places(found.token, units, texts))


def told_places(token: str, units: Sequence[int], texts: Sequence[str]) -> Iterator[int]:
    """For each unit the first place, doubled, and odd if more follow: their number and the steps to them."""
    for unit in units:
        first, *others = places_of(token, texts[unit])
        yield 2 * first + bool(others)
        if others:
            yield len(others)
            steps = tuple(differences((first, *others)))
            yield from steps[1:]


def part_key(token: str, number: int) -> str:
    """The key of a part of a token's rest or places."""
    return f"{token}{LINE}{number}"


def is_pair(token: str) -> bool:
    """Whether a token is two characters."""
    return len(token) == PAIR
