"""What a person did when YAML could not be read: a Chinese sentence for each usual slip.

The YAML reader says where it stumbled, in English; the slip is often a line earlier and has
an everyday name (a full-width colon, a tab).  `diagnose` looks for those first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: line and column count from 1 within the YAML text."""

    code: str
    line: int
    column: int
    message: str
    hint: str


KEY = r"[ \t]*(?:- +)*[\"']?[\w（）()·\-]{1,20}[\"']?"
FULL_WIDTH_COLON = re.compile(rf"^{KEY}\s*(?P<mark>：)")
TAB = re.compile(r"\t")
ODD = r"[\u00a0\u2002-\u200a\u3000]"
ODD_SPACE = re.compile(rf"(?:^[ ]*|[:\-：][ ]?)(?P<mark>{ODD})|(?<!{ODD})(?P<run>{ODD})(?={ODD}*[ ]*:)")
COLON_WITHOUT_SPACE = re.compile(rf"^{KEY}(?P<mark>:)(?=[^\s/])")
COLONS = ("YAML003", "YAML004")
"""Slips that a colon in ordinary words looks like."""
OPEN_BRACKET_NUMBER = re.compile(r"(?P<mark>[\u4e00-\u9fff]{0,8}\[\d{4}\]\d*号?)")
BLOCK_TEXT = re.compile(r"(?:^|[:\-] )[|>][+\-\d]*\s*(?:#.*)?$")


def diagnose(text: str, error: yaml.YAMLError) -> tuple[Slip, ...]:
    """The slips behind a reading error: every usual one in the text.

    The reader's own place comes first where no usual slip stands at it or before it.
    """
    usual, stopped = tuple(find_usual(text)), explain(text, error)
    return usual if any(slip.line <= stopped.line for slip in usual) else (stopped, *usual)


def find_usual(text: str) -> Iterator[Slip]:
    """Every slip that can be told from the line and what stands below it."""
    lines = tuple(structure_lines(text))
    for (number, line), (_, below) in zip(lines, (*lines[1:], (0, "")), strict=False):
        words = is_item_of_words(line, below)
        yield from (slip for slip in slips_of_line(number, line) if not (words and slip.code in COLONS))


def is_item_of_words(line: str, below: str) -> bool:
    """Whether a line is an item of a list with nothing below it: its colon is one of its words."""
    return line.lstrip(" ").startswith("- ") and indent_of(below) <= indent_of(line)


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def structure_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that carry structure: comments and the insides of block texts are left out."""
    block_indent: int | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        indent = indent_of(line)
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if BLOCK_TEXT.search(line) else None
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def slips_of_line(number: int, line: str) -> Iterator[Slip]:
    """The slips of one line, at most one of each kind."""
    if match := TAB.search(line):
        yield Slip(
            "YAML001", number, match.start() + 1, "用了制表符（Tab）", "缩进和间隔请改用空格，每层两个"
        )
    if match := ODD_SPACE.search(line):
        group = "mark" if match["mark"] else "run"
        name = {"\u00a0": "不换行空格", "\u3000": "全角空格"}.get(match[group], "特殊空格")
        yield Slip("YAML002", number, match.start(group) + 1, f"用了{name}", "删去它，改用普通（半角）空格")
    if match := FULL_WIDTH_COLON.match(line):
        yield Slip(
            "YAML003", number, match.start("mark") + 1, "冒号是全角“：”", "键后面请用半角冒号加一个空格“: ”"
        )
    elif match := COLON_WITHOUT_SPACE.match(line):
        yield Slip("YAML004", number, match.start("mark") + 1, "冒号后面少了空格", "在半角冒号后加一个空格")
    if match := OPEN_BRACKET_NUMBER.search(unquoted(line)):
        yield Slip(
            "YAML005",
            number,
            match.start("mark") + 1,
            f"“{match['mark']}”里的方括号没有加引号",
            "文号用六角括号〔〕；必须照录原文时，给整个值加引号",
        )


QUOTED = re.compile(r"(?<!\\)\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
"""An escaped quote opens nothing, or a line full of them would be read once for each."""


def unquoted(line: str) -> str:
    """The line with quoted parts blanked out, positions kept."""
    return QUOTED.sub(lambda match: " " * len(match[0]), line)


EXPLANATIONS = (
    ("quoted scalar", "YAML006", "引号没有配对", "补上另一半引号；文本里的引号请用中文引号“”"),
    (
        "could not find expected ':'",
        "YAML007",
        "这一行没有冒号，或缩进不对",
        "写成“键: 值”；长文本换行要比键多缩进两格",
    ),
    (
        "mapping values are not allowed",
        "YAML008",
        "缩进不对，或一行里有两个冒号",
        "同一层的键左边对齐；值里有冒号加空格时请加引号",
    ),
    ("block collection", "YAML009", "缩进不对，或“-”没有对齐", "同一层左边对齐，下一层多缩进两个空格"),
    ("block mapping", "YAML009", "缩进不对", "同一层的键左边对齐，下一层多缩进两个空格"),
    ("flow", "YAML010", "花括号或方括号里的写法不对", "改成一行一项的写法，或给含 [ ] { } , 的值加引号"),
    ("cannot start any token", "YAML011", "值以特殊符号开头", "给整个值加引号"),
    ("anchor", "YAML011", "值以 & 或 * 开头", "给整个值加引号"),
    ("alias", "YAML011", "值以 & 或 * 开头", "给整个值加引号"),
    ("tag", "YAML011", "值以 ! 开头", "给整个值加引号"),
)


BEGUN_BEFORE = ("YAML006", "YAML007")
"""Slips that the reader notices only later: the place where the quotation or the key began tells more."""


def explain(text: str, error: yaml.YAMLError) -> Slip:
    """A sentence for the reader's own complaint, at the place that most likely needs mending."""
    said = str(error)
    context, problem = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    for words, code, message, hint in EXPLANATIONS:
        if words in said:
            mark = context if code in BEGUN_BEFORE and context else problem or context
            return Slip(code, *position(mark, text), message, hint)
    return Slip("YAML012", *position(problem or context, text), "这里读不下去", "检查缩进、冒号、引号和括号")


def position(mark: yaml.Mark | None, text: str) -> tuple[int, int]:
    """Line and column from 1; past the end of the text the last written line counts."""
    lines = text.splitlines() or [""]
    if mark is None:
        return 1, 1
    if mark.line >= len(lines):
        return len(lines), len(lines[-1]) + 1
    return mark.line + 1, mark.column + 1
