"""Where the elements of a sample stand on its rendered pages, in millimetres from the upper left corner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.standard import Standard, gbt9704
from generator.standard.lengths import Unit, read_length
from tests.gallery.catalogue import Element, Sample
from tests.rendering import Line, Page, Rule

TWIPS_PER_MM = 1440 / 25.4
NUMBER = re.compile("—\\d+—")
PAPER, PAPER_HEIGHT = 210.0, 297.0
BODY_LEFT, BODY_TOP, BODY_RIGHT, BODY_BOTTOM = 28.0, 37.0, 184.0, 262.0
SIZES = {"版记左空": "四号", "页码空": "四号"}
"""Values counted in 字 of another size than that of the body."""
TOLERANCES = {"上距": 0.5, "粗": 0.05}
"""Millimetres; everything else may be 1 mm off."""


@dataclass(frozen=True, slots=True)
class Box:
    """The edges of something printed."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def edges(self) -> dict[str, float]:
        """The edges by name."""
        return {"左": self.left, "上": self.top, "右": self.right, "下": self.bottom}


def tolerance(measure: str) -> float:
    """How far a measure may be off."""
    return TOLERANCES.get(measure, 1.0)


def is_turned(page: Page) -> bool:
    """Whether a sheet lies sideways: what is printed passes the edge of an upright one."""
    return max([0, *(line.right for line in page.lines), *(rule.right for rule in page.rules)]) > PAPER


def is_number(line: Line) -> bool:
    """Whether a line is the page number."""
    return NUMBER.fullmatch(line.text) is not None and line.top > BODY_BOTTOM


def text_lines(page: Page) -> list[Line]:
    """The lines of a page without its number."""
    return [line for line in page.lines if not is_number(line)]


def fragment(line: Line, words: str) -> Box:
    """Some words of a line."""
    start = line.text.index(words)
    marks = line.marks[start : start + len(words)]
    return Box(
        marks[0].left,
        min(mark.top for mark in marks),
        marks[-1].right,
        max(mark.bottom for mark in marks),
    )


def find(element: Element, page: Page) -> Box:
    """The place of an element.

    Raises:
        LookupError: it is not on the page.
    """
    if element.rule:
        return rule_box(rules(page)[element.rule - 1 if element.rule > 0 else element.rule])
    words = element.words or element.last_words
    lines = [line for line in page.lines if words in line.text]
    if not lines:
        raise LookupError(f"{element.name}：第 {element.page} 面没有“{words}”")
    return fragment(lines[0 if element.words else -1], words)


def rules(page: Page) -> list[Rule]:
    """The drawn rules of a page from above."""
    return sorted(page.rules, key=lambda rule: rule.middle)


def rule_box(rule: Rule) -> Box:
    """The edges of a rule."""
    return Box(rule.left, rule.top, rule.right, rule.bottom)


MEASURES: Mapping[str, Callable[[Box, Page, Box], float]] = {
    "上": lambda box, _page, _before: box.top,
    "左": lambda box, _page, _before: box.left,
    "左空": lambda box, _page, _before: box.left - BODY_LEFT,
    "右空": lambda box, _page, _before: BODY_RIGHT - box.right,
    "右移": lambda box, _page, before: box.left - before.left,
    "同轴": lambda box, _page, before: box.centre - before.centre,
    "中": lambda box, _page, _before: box.centre,
    "中线": lambda box, _page, _before: (box.top + box.bottom) / 2,
    "长": lambda box, _page, _before: box.right - box.left,
    "粗": lambda box, _page, _before: box.bottom - box.top,
    "上距": lambda box, page, _before: box.top - max(inked_above(box, page)),
    "底距": lambda box, _page, _before: PAPER_HEIGHT - box.bottom,
}
"""What can be measured of an element, given its page and the element before it.

左空 and 右空 count from the edges of the 版心, 右移 and 同轴 from the element before, 上距 from the
lowest ink above it, 底距 from the foot of the paper.
"""


def inked_above(box: Box, page: Page) -> Iterator[float]:
    """The lower edges of the lines above something."""
    return (line.bottom for line in page.lines if line.bottom < box.top)


def required(text: str, standard: Standard) -> float:
    """What the standard asks for, in mm: names of its values, or lengths, or a sum."""
    return sum(required_part(part, standard) for part in text.split("+"))


def required_part(part: str, standard: Standard) -> float:
    """A value of the standard, or a length, in mm."""
    length = read_length(part) or standard.quantity(part).length
    if length.unit is Unit.MM:
        return float(length.amount)
    return standard.twips_of(part, SIZES.get(part, "三号")) / TWIPS_PER_MM


def element_facts(element: Element, box: Box, page: Page, before: Box) -> dict[str, object]:
    """What is known of one element, to a tenth of a millimetre, what is asked for to a hundredth."""
    wanted = element.wanted or {}
    facts: dict[str, object] = {"名": element.name, "条": element.clause, "页": element.page}
    facts |= {name: round(value, 1) for name, value in box.edges.items()}
    if wanted:
        facts["实"] = {name: round(MEASURES[name](box, page, before), 2) for name in wanted}
        facts["应"] = {name: round(required(text, gbt9704()), 2) for name, text in wanted.items()}
    return facts


def all_elements(sample: Sample, pages: tuple[Page, ...]) -> Iterator[dict[str, object]]:
    """What is known of every element of a sample, in order."""
    before = Box(0, 0, 0, 0)
    for element in sample.elements:
        page = pages[element.page - 1]
        box = find(element, page)
        yield element_facts(element, box, page, before)
        before = box


def page_facts(page: Page) -> dict[str, object]:
    """The lines of one page: how many, the first, the last, the number."""
    lines = text_lines(page)
    numbers = [line.text for line in page.lines if is_number(line)]
    if is_turned(page):
        lines = [line for line in lines if line.left > BODY_LEFT]
    facts: dict[str, object] = {"行数": len(lines)}
    for words, end in (("首", lines[:1]), ("末", lines[-1:])):
        for line in end:
            facts |= {f"{words}行": line.text, f"{words}行下": round(line.base, 1)}
    return facts | {"页码": numbers[0] if numbers else ""}


def sample_facts(sample: Sample, pages: tuple[Page, ...]) -> dict[str, object]:
    """Everything that is measured on a sample."""
    return {
        "编号": sample.id,
        "页数": len(pages),
        "各面": [page_facts(page) for page in pages],
        "要素": list(all_elements(sample, pages)),
    }
