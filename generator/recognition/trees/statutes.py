"""编, 章, 节 and 条 of laws and regulations, as they are printed (《立法法》: 编、章、节、条、款、项、目)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.document import Heading, words
from generator.hanzi.numerals import label_value
from generator.recognition import forms
from generator.recognition.trees.pieces import Words

NUMERAL = r"(?:[零〇一二三四五六七八九十百千]{1,9}|\d{1,4})"
DIVISION = re.compile(rf"第\s?{NUMERAL}\s?(?P<kind>分编|[编章节])(?:[ \u3000\t]+|(?=[\u4e00-\u9fff])|$)")
PROVISION = re.compile(rf"第\s?(?P<n>{NUMERAL})\s?条(?P<of>之[一二三四五六七八九十]+)?(?P<gap>[ \u3000\t]*)")
CITING = tuple("第款项之的、，和至及与或规所中（(《")
"""What follows 第十条 where the words cite an article and do not begin one."""
KINDS = ("编", "分编", "章", "节")
LONGEST_DIVISION = 60
FEWEST = 2
"""So many articles, or chapters, make a text that is divided into them."""


@dataclass(slots=True)
class Statute:
    """How one text is divided: which of 编, 章 and 节 it has, and how far its articles have come."""

    kinds: tuple[str, ...]
    articled: bool = True
    """Whether it has articles; else its chapters hold numbered paragraphs as any text does."""
    last: int = 0

    def division(self, piece: Words) -> Heading | None:
        """The heading of a 编, 章 or 节 that a paragraph is."""
        match = division_in(piece.text)
        if match is None:
            return None
        level = self.kinds.index(match["kind"]) + 1
        return Heading(f"p{piece.number}", level, match[0], words(piece.text[match.end() :]))

    def provision(self, piece: Words) -> Heading | None:
        """The number 第N条 that a paragraph begins with, as a heading that runs into it."""
        match = PROVISION.match(piece.text)
        if match is None or not self.begins(match, piece.text):
            return None
        self.last = label_value(match["n"])
        return Heading(f"p{piece.number}-t", 1, match[0], ())

    def begins(self, match: re.Match[str], text: str) -> bool:
        """Whether a number begins an article: a gap follows it, or it is the next and no citation."""
        if match["gap"] or match.end() == len(text):
            return True
        following = label_value(match["n"]) == self.last + 1 or bool(match["of"])
        return following and not text.startswith(CITING, match.end())


def division_in(text: str) -> re.Match[str] | None:
    """The number of a 编, 章 or 节 at the head of words that are its heading."""
    match = DIVISION.match(text)
    if match is None or len(text) > LONGEST_DIVISION or forms.is_sentence(text):
        return None
    return match


def statute_of(pieces: Sequence[object]) -> Statute | None:
    """How a text is divided, if it is one with articles."""
    texts = [piece.text for piece in pieces if isinstance(piece, Words)]
    divisions = [match["kind"] for text in texts if (match := division_in(text))]
    articled = count_provisions(texts) >= FEWEST
    if not articled and len(divisions) < FEWEST:
        return None
    return Statute(tuple(kind for kind in KINDS if kind in divisions), articled)


def count_provisions(texts: Iterable[str]) -> int:
    """How many paragraphs begin an article."""
    statute, count = Statute(()), 0
    for text in texts:
        match = PROVISION.match(text)
        if match and statute.begins(match, text):
            statute.last = label_value(match["n"])
            count += 1
    return count
