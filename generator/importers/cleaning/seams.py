"""What the words on both sides of a line's end say: whether the sentence surely goes on."""

from __future__ import annotations

import re

from generator.hanzi.linebreaks import CLOSING, OPENING
from generator.hanzi.words import split_words
from generator.importers.cleaning.lexicon import lexicon
from generator.importers.cleaning.rows import SENTENCE_END

GOES_ON = re.compile(r"[，、,《〈（“‘(—－]$|[，,][自由从把将]$")
"""A line does not end with these if its sentence does."""
CANNOT_BEGIN = re.compile(r"[，。、；：？！》〉）”’％%,;?!)]")
FRAGMENT = re.compile(r"[^，。、；：？！《》“”（）\s]{1,2}[。；、”》）]")
"""A sentence does not begin with a part of one or two characters; 对此， is a beginning."""
NUMBER_AT_END = re.compile(r"\d\s*[万亿%]?$")
SEAM = 6
"""So many characters on each side are asked for a word that is broken."""
LONGEST_FRAGMENT_ABOVE = 12
"""Shorter lines are too likely a heading or a name to be gone on with by a fragment."""


def surely_goes_on(above: str, below: str) -> bool:
    """Whether the words alone show that the sentence of the line above goes on."""
    if SENTENCE_END.search(above):
        return bool(CANNOT_BEGIN.match(below)) and leaves_open(above)
    return bool(GOES_ON.search(above)) or leaves_open(above) or ends_sentence(above, below)


def ends_sentence(above: str, below: str) -> bool:
    """Whether the line below begins with what can only end the sentence of the line above."""
    fragment = len(above) > LONGEST_FRAGMENT_ABOVE and FRAGMENT.match(below)
    return bool(CANNOT_BEGIN.match(below) or fragment) or number_goes_on(above, below)


def leaves_open(text: str) -> bool:
    """Whether a bracket, quotation or 书名号 is opened and not closed."""
    return any(text.count(first) > text.count(last) for first, last in zip(OPENING, CLOSING, strict=True))


def number_goes_on(above: str, below: str) -> bool:
    """Whether a figure at the end of a line has its unit on the next."""
    return bool(NUMBER_AT_END.search(above)) and below[:1] in lexicon().units_carried_over


def breaks_word(above: str, below: str) -> bool:
    """Whether the end of the line cuts a word of the dictionary in two."""
    tail, head = above[-SEAM:], below[:SEAM]
    at = 0
    for word in split_words(tail + head):
        if at < len(tail) < at + len(word):
            return True
        at += len(word)
    return False


def would_fuse_figures(above: str, below: str) -> bool:
    """Whether joining would make one figure of two."""
    return above[-1:].isdigit() and below[:1].isdigit()
