"""What a quantity counts: the words before it, or behind a measure (101家单位) the words after it."""

from __future__ import annotations

import re

from generator.figures.units import CLASSIFIERS

MARKS = "，。；：！？、（）()［］【】,;:\n"
CLAUSE = re.compile(rf"[{MARKS}]|其中")
LEADING = re.compile(
    r"^(?:其中|另外|此外|另有|同时|并|以及|及|和|与|目前|已|先后|共|开展了?|举办的?|完成了?|实现了?|涵盖了?|涉及|印发了?|出台了?)+"
)
TRAILING = re.compile(
    r"(?:总共|一共|共计|总计|合计|累计|分别|达到了?|控制在|增加[到至]|提高[到至]|增[到至]|共|已|均|为|是|达|有|计|约|了|的|到|至|从|由|——|\s)+$"
)
FOLLOWING = re.compile(rf"[^{MARKS}\d的了为达占由在以并和与及《》“”]{{2,14}}")
JOINTS = re.compile(r"[、（(\s]*")
LONGEST = 30
"""Characters of a label; what is longer is a clause and says less, so its end is kept."""


def find_label(
    text: str,
    unit: str,
    span: tuple[int, int],
    sentence: tuple[int, int],
    previous: tuple[int, str] | None,
) -> str:
    """The words that say what a quantity counts.

    Args:
        text: The text.
        unit: Its unit.
        span: Where it stands.
        sentence: Where its sentence stands.
        previous: The end and the label of the quantity before it in the sentence.
    """
    start, end = span
    if unit in CLASSIFIERS and (match := FOLLOWING.match(text, end, min(sentence[1], len(text)))):
        return match[0].strip()
    first = previous[0] if previous else sentence[0]
    gap = text[first:start]
    if previous and JOINTS.fullmatch(gap):
        return previous[1]
    clause = CLAUSE.split(gap)[-1]
    words = TRAILING.sub("", LEADING.sub("", clause.strip())).strip()
    return words[-LONGEST:]
