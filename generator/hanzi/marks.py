"""书名号: 《 outside, 〈 inside, in turn (GB/T 15834-2011); titles nested in titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OUTER, INNER = ("《", "》"), ("〈", "〉")
OPENERS, CLOSERS = "《〈", "》〉"


def enclose(title: str) -> str:
    """Put a title in 书名号; the marks inside it change sides so that the kinds alternate."""
    return OUTER[0] + alternate(title, depth=1) + OUTER[1]


def alternate(text: str, depth: int = 0) -> str:
    """Rewrite the marks of a text by their depth: 《〈《》〉》."""
    written = []
    for character in text:
        if character in OPENERS:
            written.append((OUTER, INNER)[depth % 2][0])
            depth += 1
        elif character in CLOSERS:
            depth -= 1
            written.append((OUTER, INNER)[depth % 2][1])
        else:
            written.append(character)
    return "".join(written)


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A wrong 书名号: where it stands in the text and what is wrong with it."""

    position: int
    message: str


def mark_faults(text: str) -> Iterator[MarkFault]:
    """Marks that do not pair, and marks that do not alternate."""
    open_marks: list[tuple[int, str]] = []
    for position, character in enumerate(text):
        if character in OPENERS:
            expected = OPENERS[len(open_marks) % 2]
            if character != expected:
                yield MarkFault(
                    position, f"第 {len(open_marks) + 1} 层书名号应为“{expected}”，写的是“{character}”"
                )
            open_marks.append((position, character))
        elif character in CLOSERS:
            if not open_marks:
                yield MarkFault(position, f"“{character}”没有对应的前一半")
                continue
            start, opener = open_marks.pop()
            if CLOSERS[OPENERS.index(opener)] != character:
                yield MarkFault(position, f"“{opener}”（第 {start + 1} 字）与“{character}”不成对")
    yield from (MarkFault(start, f"“{opener}”没有对应的后一半") for start, opener in open_marks)


def cited_titles(text: str) -> Iterator[tuple[str, int, int]]:
    """The outermost titles in 《》 of a text, without their marks, with start and end of the marks."""
    depth, start = 0, 0
    for position, character in enumerate(text):
        if character in OPENERS:
            start = position if depth == 0 else start
            depth += 1
        elif character in CLOSERS and depth:
            depth -= 1
            if depth == 0:
                yield text[start + 1 : position], start, position + 1


SPACES = re.compile(r"\s+")


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same apart from spaces and the kind of their 书名号."""
    return bare_title(one) == bare_title(other)


def bare_title(title: str) -> str:
    """A title without spaces, with its 书名号 rewritten from the outermost level on."""
    return alternate(SPACES.sub("", title))
