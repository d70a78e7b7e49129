"""A table of names by how they begin, cut into nodes of bounded size however many names there are.

A node stands for a beginning that is typed.  Where few names begin so, the node holds them all; where
many do, it holds the best of them, and the names go on in nodes for every next character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

LEAF = 12
"""As many names as a node holds before it is divided."""
BEST = 8
"""As many as a divided node offers."""


@dataclass(frozen=True, slots=True, order=True)
class Suggestion:
    """What is offered for something typed; the first in order is the first offered."""

    rank: int
    words: str
    """What takes the place of what was typed, or the name of the page that `url` leads to."""
    why: str = ""
    url: str = ""


Row = tuple[str, str, str, str]
"""A key, and the words, the reason and the address offered for it."""
Node = tuple[str, int, tuple[Row, ...]]
"""The beginning that all names of the node share, 1 if they go on in deeper nodes, and what to offer."""
Pair = tuple[str, Suggestion]


def nodes_of(pairs: Sequence[Pair]) -> Iterator[tuple[str, Node]]:
    """Nodes by the beginning that leads to each.

    Args:
        pairs: keys, none of them empty, with what they offer; in any order.
    """
    for first, members in groupby(sorted(set(pairs)), key=lambda pair: pair[0][0]):
        yield from divide(first, list(members))


def divide(start: str, pairs: Sequence[Pair]) -> Iterator[tuple[str, Node]]:
    """The node of a beginning and those below it."""
    shared = common_start(pairs[0][0], pairs[-1][0])
    deeper = [pair for pair in pairs if len(pair[0]) > len(shared)]
    is_leaf = len(pairs) <= LEAF or not deeper
    yield start, (shared, int(not is_leaf), tuple(row_of(*pair) for pair in best_of(pairs, shared, is_leaf)))
    if not is_leaf:
        for character, members in groupby(deeper, key=lambda pair: pair[0][len(shared)]):
            yield from divide(shared + character, list(members))


def common_start(one: str, other: str) -> str:
    """The beginning of two keys that is the same."""
    same = takewhile(lambda signs: signs[0] == signs[1], zip(one, other, strict=False))
    return "".join(sign for sign, _ in same)


def best_of(pairs: Sequence[Pair], shared: str, is_leaf: bool) -> Sequence[Pair]:
    """What a node offers: names that are typed in full first, then the best, the shorter ones before.

    A divided node offers each once; a leaf keeps every key, for more may be typed of one than of another.
    """
    ordered = sorted(pairs, key=lambda pair: (pair[0] != shared, pair[1].rank, len(pair[0]), pair))
    if is_leaf and len(ordered) <= LEAF:
        return ordered
    once: dict[tuple[str, str], Pair] = {}
    for pair in ordered:
        once.setdefault((pair[1].words, pair[1].url), pair)
    return tuple(once.values())[:BEST]


def row_of(key: str, offered: Suggestion) -> Row:
    """A key and what it offers."""
    return key, offered.words, offered.why, offered.url
