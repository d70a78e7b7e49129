"""How a name is read aloud, so that lists stand in the order in which Chinese readers look for names."""

from __future__ import annotations

from functools import cache

OTHER = "其他"
"""Instead of a letter, for names that begin with a digit or a mark."""


@cache
def syllables(name: str) -> tuple[str, ...]:
    """The syllables of a name with their tones (chong2 qing4); a run of other signs stands for itself."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (its dictionaries load only when a list is sorted)

    return tuple(lazy_pinyin(name, style=Style.TONE3, neutral_tone_with_five=True, errors=str.casefold))


def initial(name: str) -> str:
    """The letter under which a name stands: C for 财政部, 其他 for names without a letter."""
    first = next(iter(syllables(name)), "")[:1].upper()
    return first if "A" <= first <= "Z" else OTHER


def reading_order(name: str) -> tuple[bool, tuple[str, ...], str]:
    """The place of a name among others: by letter, syllable, tone, then by its characters."""
    return initial(name) == OTHER, syllables(name), name
