"""What the inspection finds: for each clause a verdict, with what was measured and what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.recognition.facts import ParagraphFacts
from generator.standard import Strength

SHOWN = 24
"""Characters of a paragraph that are shown to find it by."""


class Verdict(StrEnum):
    """How a clause is kept."""

    KEPT = "通过"
    BROKEN = "不符"
    CUSTOM = "本单位习惯"
    LOOK = "需目视"
    UNKNOWN = "无法核对"


class Area(StrEnum):
    """Where in a document a clause belongs (7.1), and the two that surround it."""

    HEAD = "版头"
    MAIN = "主体"
    IMPRINT = "版记"
    PAGE = "页面"
    FILE = "文件"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the file: the paragraph's number (None for the file as a whole) and its first words."""

    number: int | None = None
    text: str = ""

    def __str__(self) -> str:
        """“第12段“关于……””, or 全文."""
        return f"第{self.number}段“{self.text}”" if self.number else "全文"


def spot_of(paragraph: ParagraphFacts) -> Spot:
    """The spot of a paragraph."""
    text = paragraph.text.strip()
    return Spot(paragraph.number, text[:SHOWN] + ("…" if len(text) > SHOWN else ""))


@dataclass(frozen=True, slots=True)
class Finding:
    """One clause judged at one spot.

    Attributes:
        code: Stable short name of the rule: P02, H05, T01 …
        subject: What is judged, in the words of the standard: 页边距, 发文字号.
        clause: Clause of GB/T 9704-2012, or another basis; empty for a mere custom.
        strength: How strongly it is asked for.
        verdict: How it is kept.
        measured: What the file has, as printed; empty where there is nothing to measure.
        required: What is asked for, as printed.
        spot: Where.
        hint: How to mend it, for a person in WPS or Word.
        area: The part of the document that the clause speaks of.
    """

    code: str
    subject: str
    clause: str
    strength: Strength
    verdict: Verdict
    measured: str = ""
    required: str = ""
    spot: Spot = Spot()
    hint: str = ""
    area: Area = Area.MAIN
