"""How a name is typed: its characters, the initials of its pinyin, its full pinyin, its 文号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.hanzi.folding import fold

LONGEST_KEY = 40
"""Characters of a key; what is typed beyond them makes no difference."""
SILENT = re.compile(r"[^\w]|_")
"""Marks and spaces, which nobody types when looking for a name."""
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
ABOUT = "关于"


def bare(text: str) -> str:
    """A text folded, without marks and spaces: what typed text and names are compared by."""
    return SILENT.sub("", fold(text))[:LONGEST_KEY]


def keys_of(name: str) -> tuple[str, ...]:
    """Every way to begin typing a name: characters, initials (czj), full pinyin (caizhengju).

    A title can be begun at its first word or behind 关于, for few remember which body stands before it.
    """
    starts = dict.fromkeys((bare(name), bare(behind_about(name))))
    return tuple(dict.fromkeys(key for start in starts if start for key in spellings(start)))


def spellings(plain: str) -> Iterator[str]:
    """A name as it stands and, where it holds Chinese, by initials and in full pinyin."""
    yield plain
    if HAN.search(plain):
        syllables = pinyin_of(plain)
        yield "".join(syllable[0] if HAN.match(sign) else sign for sign, syllable in syllables)[:LONGEST_KEY]
        yield "".join(syllable for _, syllable in syllables)[:LONGEST_KEY]


def pinyin_of(plain: str) -> tuple[tuple[str, str], ...]:
    """Each character with its syllable without tone; other signs stand for themselves."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 (its dictionaries load only when a site is built)

    read = pinyin(plain, style=Style.NORMAL, errors=one_by_one)
    return tuple((sign, fold(syllable[0]) or sign) for sign, syllable in zip(plain, read, strict=True))


def one_by_one(run: str) -> Any:
    """Signs that have no reading, each for itself (the reader takes a list, though it says a text)."""
    return [[sign] for sign in run]


def behind_about(title: str) -> str:
    """What a title is about: the words behind its first 关于."""
    _, about, rest = title.partition(ABOUT)
    return rest if about else ""
