"""Text as search compares it: width, case, spaces and traditional characters make no difference.

Folding looks at one character at a time, so that what is found inside a text does not depend on
where the text was cut: the folded form of a part stands in the folded form of the whole.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MERGED = {"瞭": "了", "覆": "复", "画": "划", "藉": "借", "衹": "只"}
"""Characters that OpenCC simplifies by the word they stand in (計畫 → 计划); here both forms count as one."""
INVISIBLE = "Cf"
"""The Unicode category of soft hyphens, joiners and byte order marks, which are not text."""
SPACES = re.compile(r"\s+")
CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af々〇"
PIECES = re.compile(rf"(?P<run>[{CJK}]+)|\d+(?:\.\d+)*|(?:(?![{CJK}])[^\W\d_])+")


def fold(text: str) -> str:
    """NFKC, simplified, lower case; spaces go, but for one between two Latin words or numbers."""
    return SPACES.sub(kept_space, text.translate(folded_characters()))


def fold_with_places(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded text, and for each of its characters the position in `text` that it came from."""
    table = folded_characters()
    spread = [(piece, place) for place, character in enumerate(text) for piece in character.translate(table)]
    joined, places, start = "".join(piece for piece, _ in spread), [place for _, place in spread], 0
    kept: list[int] = []
    for gap in SPACES.finditer(joined):
        kept += places[start : gap.start() + len(kept_space(gap))]
        start = gap.end()
    return SPACES.sub(kept_space, joined), (*kept, *places[start:])


def bigrams(text: str) -> tuple[str, ...]:
    """Character pairs of Chinese runs, whole Latin words and whole numbers of a text, in order.

    A Chinese character that stands alone is given alone.  The text is folded first.
    """
    return tuple(piece for match in PIECES.finditer(fold(text)) for piece in pairs_of(match))


def pairs_of(match: re.Match[str]) -> tuple[str, ...]:
    """A Chinese run in overlapping pairs; a word or a number whole."""
    piece = match[0]
    if not match["run"] or len(piece) == 1:
        return (piece,)
    return tuple(piece[start : start + 2] for start in range(len(piece) - 1))


def kept_space(gap: re.Match[str]) -> str:
    """One space between two Latin letters or digits, none elsewhere."""
    around = gap.string[gap.start() - 1 : gap.start()] + gap.string[gap.end() : gap.end() + 1]
    return " " if len(around) == 2 and around.isascii() and around.isalnum() else ""


class FoldedCharacters(dict[int, str]):
    """Each character's folded form, worked out when it is first met (for `str.translate`)."""

    def __missing__(self, code: int) -> str:
        """Fold a character: NFKC, simplified, lower case; invisible ones vanish."""
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        visible = (character for character in plain if unicodedata.category(character) != INVISIBLE)
        self[code] = "".join(simplified_characters().get(character, character) for character in visible)
        return self[code]


@cache
def folded_characters() -> FoldedCharacters:
    """The one table of the process."""
    return FoldedCharacters()


@cache
def simplified_characters() -> dict[str, str]:
    """Traditional → simplified by character, from OpenCC's tables, loaded at the first need."""
    from opencc import OpenCC  # noqa: PLC0415 (most commands never fold)

    table: dict[str, str] = {}
    for _, _, forms in OpenCC("t2s").dict_cache.values():
        table.update({form: simple.split()[0] for form, simple in forms.items() if len(form) == 1})
    final = {form: table.get(simple, simple) for form, simple in table.items()}
    return {form: MERGED.get(simple, simple) for form, simple in final.items()} | MERGED
