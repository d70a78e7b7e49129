"""UNIT001: one figure that stands in two units (890.12万元 and 890.12元), and units typed twice (万万元)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.figures.extraction import FoundQuantity
from generator.figures.passages import Finding, ReadPassage, shown
from generator.figures.units import MONEY, SIZES

CODE = "UNIT001"
LEAST_DIGITS = 3
LEAST_LABEL = 2
DOUBLED = re.compile(r"(?<=\d)\s?(?:万万|亿亿|亿万|元万?元|万元万元?|[%％]{2})")


def check_units(passages: Iterable[ReadPassage]) -> Iterator[Finding]:
    """Units of one or several texts that belong together."""
    seen: dict[tuple[str, str, str], dict[str, FoundQuantity]] = defaultdict(dict)
    for read in passages:
        for match in DOUBLED.finditer(read.text):
            words = shown(read.text[max(match.start() - 8, 0) : match.end()])
            hint = "删去重复的单位，并核对这个数"
            yield Finding(CODE, f"“{words}”的单位重复", read.passage.place, hint, (words,))
        for found in read.found:
            yield from held_against(seen, found, read)


def held_against(
    seen: dict[tuple[str, str, str], dict[str, FoundQuantity]], found: FoundQuantity, read: ReadPassage
) -> Iterator[Finding]:
    """A figure against the same digits under the same label before it."""
    quantity, label = found.quantity, shown(found.label)
    digits = re.sub(r"\D", "", quantity.digits).strip("0")
    if quantity.unit not in (*MONEY, *SIZES) or len(digits) < LEAST_DIGITS or len(label) < LEAST_LABEL:
        return
    scales = seen[label, quantity.digits, quantity.unit]
    other = next((scales[scale] for scale in scales if scale != quantity.scale), None)
    if other is not None and quantity.scale not in scales:
        texts = shown(quantity.text), shown(other.quantity.text)
        message = f"“{label}”一处写“{texts[1]}”，一处写“{texts[0]}”，数字相同而单位不同"
        yield Finding(CODE, message, read.passage.place, "核对单位是元、万元还是亿元，统一写法", texts)
    scales.setdefault(quantity.scale, found)
