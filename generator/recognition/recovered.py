"""What a file turns out to hold: official documents as trees, other texts as articles."""

from __future__ import annotations

from dataclasses import dataclass

from generator.document import Article, OfficialDocument


@dataclass(frozen=True, slots=True)
class Doubt:
    """An element that could not be told for certain: nothing guessed is taken for known.

    `element` is the key of the record that it concerns (文号, 标题, 发文机关, 成文日期, 文种 …).
    """

    element: str
    candidates: tuple[str, ...]
    reason: str
    paragraph: int
    """Number of the paragraph that it was found in, or should have been."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """One text of a file: a whole 公文 with all that it encloses, or an article (a law, a web page).

    The tree's blocks carry `origin` with the number of their paragraph as line; ids are `p` and that number.
    Labels of headings and words of paragraphs stand as they are printed in the file, right or wrong.
    """

    tree: OfficialDocument | Article
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All texts of a file, and the paragraphs with words that belong to none of them."""

    texts: tuple[Recovered, ...]
    unplaced: tuple[int, ...] = ()
