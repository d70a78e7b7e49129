"""Markdown files: a YAML head between two lines of ---, then headings, paragraphs and tables.

An official document needs no more than that: emphasis, links, lists and raw HTML are not part
of it, and their signs stay ordinary characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

FENCE = "---"
OPENING_ESCAPE = re.compile(r"^\\(?=[#|\\])")
CLOSING_ESCAPE = re.compile(r"\\(?=#+$)")
"""A backslash before a sign that Markdown would take for its own: # or | first in a paragraph, # last in a
heading."""


class BodyKind(StrEnum):
    """What a block of a body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """A block of a Markdown body with the line of the file where it starts.

    `rows` is filled for tables only, its first row being the head; `lines` holds the lines of a
    paragraph as they were typed, where there are several: in `text` they are joined.
    """

    kind: BodyKind
    line: int
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Halves:
    """A Markdown file in two: YAML text and body, each with its first line (from 1)."""

    head: str
    head_line: int
    body: str
    body_line: int


def split_front_matter(text: str) -> Halves | None:
    """Split at the two fences; None where the file does not start with a head or never ends it."""
    lines = text.splitlines(keepends=True)
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:
        return None
    end = fences[1]
    return Halves("".join(lines[1:end]), 2, "".join(lines[end + 1 :]), end + 2)


@cache
def body_reader() -> MarkdownIt:
    """CommonMark with headings and tables only."""
    return MarkdownIt("zero").enable(["heading", "table"])


def read_body(text: str, first_line: int) -> tuple[BodyBlock, ...]:
    """Read a body that starts at `first_line` of its file."""
    return tuple(blocks_from(body_reader().parse(text), first_line))


def blocks_from(tokens: list[Token], first_line: int) -> Iterator[BodyBlock]:
    """Turn the flat tokens of markdown-it into blocks."""
    for position, token in enumerate(tokens):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "heading_open":
            words = CLOSING_ESCAPE.sub("", tokens[position + 1].content.strip())
            yield BodyBlock(BodyKind.HEADING, line, words, int(token.tag[1]))
        elif token.type == "paragraph_open":
            yield paragraph_from(tokens[position + 1].content, line)
        elif token.type == "table_open":
            yield BodyBlock(BodyKind.TABLE, line, rows=tuple(rows_from(tokens[position:])))


def paragraph_from(content: str, line: int) -> BodyBlock:
    """A paragraph: its words joined, and its lines where there are several."""
    content = OPENING_ESCAPE.sub("", content.lstrip())
    lines = tuple(typed.strip() for typed in content.splitlines())
    return BodyBlock(BodyKind.PARAGRAPH, line, join_lines(content), lines=lines if len(lines) > 1 else ())


def rows_from(tokens: list[Token]) -> Iterator[tuple[str, ...]]:
    """The rows of the table that starts the token list."""
    row: list[str] = []
    for token in tokens:
        if token.type == "table_close":
            return
        if token.type == "tr_close":
            yield tuple(row)
            row = []
        elif token.type == "inline":
            row.append(token.content.strip())


LINE_BREAK = re.compile(r"(?P<before>\S)[ \t]*\n[ \t]*(?=(?P<after>\S))")
"""The letter after the break is only looked at, for it may stand before the next one."""


def join_lines(text: str) -> str:
    """Join the lines of a paragraph: Chinese without a space, two Latin words with one."""
    return LINE_BREAK.sub(join_at, text.strip())


def join_at(match: re.Match[str]) -> str:
    """Keep a space only between two Latin letters or digits."""
    gap = " " if match["before"].isascii() and match["after"].isascii() else ""
    return match["before"] + gap
