"""Widths of words as the standard counts them: a Chinese character is one 字, a Latin one half."""

from __future__ import annotations

# Marks that may not begin a line, and marks that may not end one (kinsoku).
NOT_FIRST = frozenset("，。、；：？！）〕》〉”’】」』…—·")
NOT_LAST = frozenset("（〔《〈“‘【「『")
FIRST_WIDE = "\u2010"


def text_width(text: str, character: int) -> int:
    """Width of words in twips, where one 字 is `character` twips wide."""
    halves = sum(1 if is_narrow(letter) else 2 for letter in text)
    return halves * character // 2


def is_narrow(letter: str) -> bool:
    """Whether a letter takes half a 字: Latin letters, digits and their marks, but no · ° × ±."""
    return letter < FIRST_WIDE and letter not in "·°×±"


def count_lines(text: str, character: int, first: int, others: int) -> int:
    """How many lines words take with that room on the first and on the other lines.

    A mark that may not begin a line takes the character before it along, as Word does where
    the mark cannot hang; so the count is never too small.
    """
    lines, room = 1, first
    for index, letter in enumerate(text):
        need = text_width(letter, character)
        if letter in NOT_LAST and index + 1 < len(text):
            need += text_width(text[index + 1], character)
        follows = index + 1 < len(text) and text[index + 1] in NOT_FIRST
        if need + (character if follows else 0) > room:
            lines, room = lines + 1, others
        room -= text_width(letter, character)
    return lines
