"""用语表: slips of the pen, confused terms and what to write instead; staff edit the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.models.fields import Model, Words, YesNo, parsed
from generator.models.record import Record


class Severity(StrEnum):
    """级别 of a slip, in the words of problems."""

    ERROR = "错误"
    WARNING = "警告"
    HINT = "提示"


class Side(StrEnum):
    """What a condition looks at."""

    BEFORE = "前面"
    AFTER = "后面"
    SENTENCE = "句中"
    HEADING = "在标题里"
    TEXT = "在正文里"
    WORD = "整词"


@dataclass(frozen=True, slots=True)
class Condition:
    """One demand of a 条件: where it looks, what must (or must not) stand there."""

    side: Side
    words: tuple[str, ...] = ()
    negated: bool = False


EXAMPLE = "前面不是 到、截至；后面是 数字、目前；句中没有 采购法；在正文里"
BESIDE = re.compile(r"(?P<side>前面|后面)(?P<not>不)?是(?P<words>.+)")
INSIDE = re.compile(r"句中(?P<not>没)?有(?P<words>.+)")
ALONE = (Side.HEADING, Side.TEXT, Side.WORD)
MARKS = re.compile(r"[：:“”\"\s]")
CLAUSE = re.compile("[，,。]")
"""Within a word it shows that demands were parted by a comma."""


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """Read a 条件: demands parted by ；, all of which must be met.

    Raises:
        ValueError: A demand is none of the forms; the message shows them.
    """
    return tuple(parse_condition(part.strip()) for part in re.split("[；;]", text) if part.strip())


def parse_condition(text: str) -> Condition:
    """One demand.

    Raises:
        ValueError: It is none of the forms.
    """
    if text in tuple(ALONE):
        return Condition(Side(text))
    match = BESIDE.fullmatch(text) or INSIDE.fullmatch(text)
    words = tuple(word for word in MARKS.sub("", match["words"]).split("、") if word) if match else ()
    if match is None or not words or any(len(word) > 1 and CLAUSE.search(word) for word in words):
        raise ValueError(f"条件“{text}”看不懂，请写成 {EXAMPLE} 的样子，几条之间用“；”")
    side = Side(match.groupdict().get("side") or Side.SENTENCE)
    return Condition(side, words, negated=match["not"] is not None)


Conditions = Annotated[tuple[Condition, ...], *parsed(parse_conditions, f"几条要求，用；隔开，如 {EXAMPLE}")]
WILD = re.compile("(?<!…)…(?!…)")
"""Stands in 错 for up to twelve characters of one clause: 象…一样; two of them are the mark ……."""
FEWEST = 2


class WordingEntry(Model):
    """One slip: what is written, what is right, where it holds, how grave it is and why."""

    wrong: Words = Field(alias="错", description="至少两个字；“…”代表中间的几个字")
    right: tuple[Words, ...] = Field((), alias="正", description="可有几种写法；没有现成写法就不写，看理由")
    condition: Conditions = Field((), alias="条件")
    severity: Severity = Field(Severity.HINT, alias="级别")
    reason: Words = Field(alias="理由")
    basis: Words | None = Field(None, alias="依据")
    active: YesNo = Field(YesNo.YES, alias="启用")

    @model_validator(mode="after")
    def wrong_can_be_found(self) -> Self:
        """A slip has two characters at least, does not begin with …, and is not its own mending.

        Raises:
            ValueError: It would be found everywhere, or mended by itself.
        """
        pieces = WILD.split(self.wrong)
        if len("".join(pieces)) < FEWEST or not all(pieces):
            raise ValueError(f"“{self.wrong}”太短，请写两个字以上；“…”只写在中间")
        if self.wrong in self.right:
            raise ValueError(f"“{self.wrong}”的“正”与“错”相同")
        return self


class WordingTable(Record):
    """用语表."""

    title: Words = Field(alias="名称")
    entries: tuple[WordingEntry, ...] = Field(alias="条目", min_length=1)

    @property
    def name(self) -> str:
        """The table's title."""
        return self.title
