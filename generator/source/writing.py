"""Records as plain files: block YAML in the given order and Markdown behind it, as a person would write them.

The counterpart of `read_source`: what is written here is read back as the same data and the same
blocks.  Scalars stand plain where the strict reader takes them for the same text, else in double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.source.front_matter import FENCE, BodyBlock, BodyKind, join_lines
from generator.source.invisible import INVISIBLE

WITH_BODY = frozenset({"政策", "公文", "汇编"})
"""类别 whose records are Markdown files, those without a body included."""
SCHEMA = "# yaml-language-server: $schema={up}build/schema/{kind}.json"
INDENT = "  "
SIGNS = "-?:,[]{}#&*!|>'\"%@`~="
"""A plain scalar that began with one of them would be a list, a comment, a tag, an empty value …"""
NOT_PLAIN = re.compile(
    rf"""
    ^[{re.escape(SIGNS)}] | ^[\s] | [\s]$ | [\n\t\u0085\u2028\u2029\xa0]
    | :(?:\s|$) | \s\# | ^0\d+$ | ^$
    """,
    re.VERBOSE,
)
"""0102 is quoted because spreadsheets and editors would drop its zero; our own reader would not."""
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
LONGEST_KEY = 250
"""Characters; YAML ends a simple key after 1,024 bytes."""


def record_text(data: Mapping[str, Any], body: str = "", folder: str = "") -> str:
    """The text of a record's file.

    Args:
        data: Chinese keys → text, lists, groups, in the order in which they are written.  Empty lists
            and groups and None are left out; other scalars are written as their text.
        body: Markdown, for records that have a body.
        folder: the file's folder below the library, for the comment that tells editors the schema.

    Returns:
        YAML, or YAML between two fences and the body; it ends with a line feed.

    Raises:
        ValueError: a text holds control characters, or a key cannot be one.
    """
    kind = str(data.get("类别", ""))
    head = [SCHEMA.format(up="../" * len([step for step in folder.split("/") if step]), kind=kind)]
    head += mapping_lines(data, "")
    if kind not in WITH_BODY and not body:
        return "\n".join(head) + "\n"
    text = "\n".join([FENCE, *head, FENCE]) + "\n"
    return f"{text}\n{body.strip()}\n" if body.strip() else text


def suffix_of(kind: str, body: str = "") -> str:
    """The ending of a record's file."""
    return ".md" if kind in WITH_BODY or body else ".yaml"


# --- YAML ---------------------------------------------------------------------------------------


def mapping_lines(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    """A group, one key to a line; what is empty is left out."""
    for key, value in data.items():
        if value is None or (is_tree(value) and not has_content(value)):
            continue
        name = f"{indent}{key_text(str(key))}:"
        if is_tree(value):
            yield name
            yield from tree_lines(value, indent + INDENT)
        else:
            yield f"{name} {scalar(str(value))}"


def list_lines(items: Sequence[Any], indent: str) -> Iterator[str]:
    """A list, one item to a line; the first key of a group stands behind the dash."""
    for item in items:
        if item is None or (is_tree(item) and not has_content(item)):
            continue
        if not is_tree(item):
            yield f"{indent}- {scalar(str(item))}"
            continue
        lines = tree_lines(item, indent + INDENT)
        yield f"{indent}- {next(lines).removeprefix(indent + INDENT)}"
        yield from lines


def tree_lines(value: Any, indent: str) -> Iterator[str]:
    """The lines of a list or a group."""
    return mapping_lines(value, indent) if isinstance(value, Mapping) else list_lines(value, indent)


def is_tree(value: Any) -> bool:
    """Whether a value is a list or a group."""
    return isinstance(value, Mapping | list | tuple)


def has_content(value: Any) -> bool:
    """Whether anything of a list or group would be written."""
    inner = value.values() if isinstance(value, Mapping) else value
    return any(item is not None and (not is_tree(item) or has_content(item)) for item in inner)


def key_text(key: str) -> str:
    """A key, quoted where needed.

    Raises:
        ValueError: it is empty, far too long, or has spaces around it.
    """
    if not key or key != key.strip() or len(key) > LONGEST_KEY:
        raise ValueError(f"不能作键：“{key[:40]}”")
    return scalar(key)


def scalar(text: str) -> str:
    """One value on one line.

    Raises:
        ValueError: it holds control characters.
    """
    found = INVISIBLE.search(text)
    if found:
        raise ValueError(f"有控制字符 U+{ord(found[0]):04X}，不能写进记录")
    if not NOT_PLAIN.search(text):
        return text
    return '"' + "".join(ESCAPES.get(character, character) for character in text) + '"'


# --- Markdown -----------------------------------------------------------------------------------

TAKEN_FIRST = re.compile(r"^(?=[#|\\])")
TAKEN_LAST = re.compile(r"(?=#+$)(?<!#)")
"""Signs that Markdown would take for its own; reading drops the backslash before them."""


def body_text(blocks: Iterable[BodyBlock]) -> str:
    """The Markdown of a body, the inverse of `read_body`; blocks without words are left out.

    Raises:
        ValueError: a text holds control characters.
    """
    return "\n\n".join(filter(None, map(block_text, blocks)))


def block_text(block: BodyBlock) -> str:
    """One block."""
    if block.kind is BodyKind.TABLE:
        return table_text(block.rows)
    line = one_line(block.text)
    if not line:
        return ""
    if block.kind is BodyKind.HEADING:
        return f"{'#' * block.level} {TAKEN_LAST.sub(ESCAPE, line, count=1)}"
    return TAKEN_FIRST.sub(ESCAPE, line)


ESCAPE = r"\\"


BREAKS = re.compile(r"(?<!\s)\s*\n\s*")


def one_line(text: str) -> str:
    """Words on one line, as reading would join them."""
    found = INVISIBLE.search(text)
    if found:
        raise ValueError(f"有控制字符 U+{ord(found[0]):04X}，不能写进正文")
    return join_lines(BREAKS.sub("\n", text))


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """A table, its first row the head; short rows are filled up."""
    width = max(map(len, rows), default=0)
    if not width:
        return ""
    lines = [row_text([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join([lines[0], row_text(["---"] * width), *lines[1:]])


def row_text(cells: Sequence[str]) -> str:
    """A row on one line; a | inside a cell gets a backslash."""
    written = (one_line(cell).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(written)} |"
