"""The rendered gallery: what the golden facts say, and the standard's own measures on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from generator.document import DocumentFormat, JointMark, OfficialDocument, Table, enclosed
from generator.recognition.facts import Where
from tests import paged_text
from tests.gallery.catalogue import samples
from tests.gallery.golden import expected_facts, recognised
from tests.gallery.measuring import (
    BODY_BOTTOM,
    BODY_LEFT,
    BODY_RIGHT,
    BODY_TOP,
    is_number,
    is_turned,
    rules,
    sample_facts,
    text_lines,
    tolerance,
)
from tests.gallery.river import Gallery
from tests.rendering import FONTS_CONF, Line, Page, Rule

pytestmark = pytest.mark.render

Pages = Mapping[str, tuple[Page, ...]]
SAMPLES = {sample.id: sample for sample in samples()}
FAITHFUL = [sample.id for sample in samples() if not sample.exempt]
RED, BLACK = (255, 0, 0), (0, 0, 0)
HAN = re.compile("[\u4e00-\u9fff]")
FULL_LINE = re.compile("[\u4e00-\u9fff，。、；：]+")
FAMILY = re.compile("[A-Za-z]+?(?=jp|SC|-|$)")
CLINGING = frozenset("，。、；：？！”’）》〉〕】—…")
"""Marks that GB/T 15834 keeps from the beginning of a line, as far as the samples have them: told here
once more, so that a mark which the pen's own list forgets is not forgotten by its judge too."""
LAST_CELL = BODY_RIGHT - 156 / 28 - 1
"""Where the ink of the last character of a whole line begins, at the least."""


# --- the golden facts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", list(SAMPLES))
def test_every_element_stands_where_it_stood(sample: str, pages: Pages) -> None:
    found, expected = sample_facts(SAMPLES[sample], pages[sample]), expected_facts(sample)
    assert list(differences(found, expected)) == []


def differences(found: Any, expected: Any, path: str = "") -> Iterator[str]:
    """Where two facts differ: words at all, millimetres by more than their tolerance."""
    if isinstance(found, dict) and isinstance(expected, dict) and found.keys() == expected.keys():
        for key in found:
            yield from differences(found[key], expected[key], f"{path}/{key}")
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for number, (one, other) in enumerate(zip(found, expected, strict=True), start=1):
            yield from differences(one, other, f"{path}/{number}")
    elif not is_same(found, expected, path.rpartition("/")[2]):
        yield f"{path}: {found}, expected {expected}"


def is_same(found: Any, expected: Any, measure: str) -> bool:
    if isinstance(found, float) and isinstance(expected, float):
        return abs(found - expected) <= tolerance(measure)
    return bool(found == expected)


@pytest.mark.parametrize("sample", FAITHFUL)
def test_every_element_stands_where_the_standard_puts_it(sample: str, pages: Pages) -> None:
    facts: Any = sample_facts(SAMPLES[sample], pages[sample])
    wrong = [
        f"{entry['名']}（{entry['条']}）{name}: {entry['实'][name]}, required {wanted}"
        for entry in facts["要素"]
        for name, wanted in entry.get("应", {}).items()
        if abs(entry["实"][name] - wanted) > tolerance(name)
    ]
    assert wrong == []


# --- the text area -------------------------------------------------------------------------------------


def upright(pages: Pages, sample: str) -> Iterator[Page]:
    return (page for page in pages[sample] if not is_turned(page))


@pytest.mark.parametrize("sample", FAITHFUL)
def test_nothing_stands_outside_the_text_area(sample: str, pages: Pages, gallery: Gallery) -> None:
    """But the page number, and of a letter the mark and the two double rules."""
    letter = is_letter(gallery, sample)
    beyond = [
        (number, line.text)
        for number, page in enumerate(pages[sample], start=1)
        if not is_turned(page)
        for line in text_lines(page)
        if not within(line) and not (letter and number == 1 and line.bottom < BODY_TOP + 15)
    ]
    assert beyond == []


def within(line: Line) -> bool:
    """Whether a line stays inside; a mark may hang out by one character at the right."""
    hanging = line.marks[-1].text in "，。、；：" and line.marks[-1].left < BODY_RIGHT + 1
    return (
        line.left > BODY_LEFT - 1
        and (line.right < BODY_RIGHT + 1 or hanging)
        and line.top > BODY_TOP - 1
        and line.bottom < BODY_BOTTOM + 1
    )


def test_a_sideways_sheet_keeps_the_text_area_turned(pages: Pages) -> None:
    turned = [(name, page) for name in FAITHFUL for page in pages[name] if is_turned(page)]
    assert len(turned) == 2
    for name, page in turned:
        lines = [line for line in page.lines if line.left > BODY_LEFT + 5]
        assert min(line.left for line in lines) > 297 - BODY_BOTTOM - 1, name
        assert max(line.right for line in lines) < 297 - BODY_TOP + 1, name
        assert min(line.top for line in lines) > BODY_LEFT - 1, name
        assert max(line.bottom for line in lines) < BODY_RIGHT + 1, name


def full_pages(pages: Pages) -> Iterator[tuple[str, list[Line]]]:
    for sample in samples():
        yield from ((sample.id, text_lines(pages[sample.id][number - 1])) for number in sample.full_pages)


def test_a_full_page_has_22_lines_that_fill_156_by_225_mm(pages: Pages) -> None:
    assert len(list(full_pages(pages))) >= 1
    for sample, lines in full_pages(pages):
        assert len(lines) == 22, sample
        pitch = (lines[-1].base - lines[0].base) / 21
        assert {round(below.base - above.base, 1) for above, below in pairwise(lines)} <= {10.2, 10.3}
        top, bottom = lines[0].base - 0.8 * pitch, lines[-1].base + 0.2 * pitch
        assert [top, bottom] == pytest.approx([BODY_TOP, BODY_BOTTOM], abs=1)
        assert bottom - top == pytest.approx(225, abs=1)
        assert min(line.left for line in lines) == pytest.approx(BODY_LEFT, abs=1)
        ends = [line.right for line in lines if is_whole(line) and HAN.fullmatch(line.text[-1])]
        assert max(ends) == pytest.approx(BODY_RIGHT, abs=1)


def is_whole(line: Line) -> bool:
    """A line of Chinese characters that reaches from edge to edge."""
    return (
        FULL_LINE.fullmatch(line.text) is not None
        and abs(line.left - BODY_LEFT) < 1
        and line.marks[-1].left > LAST_CELL
        and line.bottom - line.top < 7
    )


def test_a_whole_line_has_28_characters(pages: Pages) -> None:
    """Or 27, where the 29th would be a mark that may not begin a line and takes the 28th along."""
    counted = [counted_line(line, after) for name in FAITHFUL for line, after in body_lines(pages, name)]
    assert len(counted) >= 100
    assert set(counted) <= {(28, False), (28, True), (27, True)}
    assert sum(length == 28 for length, _ in counted) > 0.85 * len(counted)


def body_lines(pages: Pages, name: str) -> Iterator[tuple[Line, str]]:
    """Whole lines of the body, each with the words of the next line."""
    lines = [line for page in upright(pages, name) for line in text_lines(page)]
    for line, after in pairwise(lines):
        if is_whole(line) and {mark.font for mark in line.marks} == {"FandolFang-Regular"}:
            yield line, after.text


def counted_line(line: Line, after: str) -> tuple[int, bool]:
    """How long a line is, and whether the next one begins with a character and a mark that clings to it."""
    return len(line.text), after[1:2] in CLINGING


# --- heads ---------------------------------------------------------------------------------------------


def is_letter(gallery: Gallery, sample: str) -> bool:
    tree = gallery.trees.printed[sample]
    return isinstance(tree, OfficialDocument) and tree.format is DocumentFormat.LETTER


def heads(gallery: Gallery, pages: Pages) -> Iterator[tuple[OfficialDocument, Page]]:
    """Every document of the gallery, enclosed ones too, with the page that its head stands on."""
    for name in FAITHFUL:
        tree = gallery.trees.printed[name]
        if isinstance(tree, OfficialDocument):
            for document in enclosed(tree):
                mark = document.masthead.mark
                first = mark.bodies[0] if isinstance(mark, JointMark) else mark
                page = next(page for page in pages[name] if height_of(page, first) > 9)
                yield document, page


def height_of(page: Page, words: str) -> float:
    """The height of the first line that begins with some words; 0 where there is none."""
    line = next((line for line in page.lines if line.text.startswith(words)), None)
    return line.bottom - line.top if line else 0


def head_line(document: OfficialDocument, page: Page) -> Line:
    mark = document.masthead.mark
    return page.line(mark.bodies[0] if isinstance(mark, JointMark) else mark)


TOPS = {DocumentFormat.LETTER: 30, DocumentFormat.ORDER: 57}


def test_the_mark_begins_at_72_mm_that_of_an_order_at_57_of_a_letter_at_30(
    gallery: Gallery, pages: Pages
) -> None:
    found = list(heads(gallery, pages))
    assert len(found) >= 40
    wrong = {
        document.id: round(head_line(document, page).top, 2)
        for document, page in found
        if abs(head_line(document, page).top - TOPS.get(document.format, 72)) > 1
    }
    assert wrong == {}


def red_rules(page: Page) -> list[Rule]:
    return [rule for rule in rules(page) if rule.colour == RED]


def test_the_red_rule_is_156_mm_long_and_4_mm_under_the_number(gallery: Gallery, pages: Pages) -> None:
    for document, page in heads(gallery, pages):
        if document.format in (DocumentFormat.ORDINARY, DocumentFormat.MINUTES):
            (rule,) = red_rules(page)
            (number,) = [
                line
                for line in page.lines
                if document.masthead.number in line.text and line.bottom < rule.top
            ]
            assert rule.top - number.bottom == pytest.approx(4, abs=0.5), document.id
            assert [rule.left, rule.right] == pytest.approx([BODY_LEFT, BODY_RIGHT], abs=1), document.id


def test_the_rules_of_a_letter_are_170_mm_long_4_mm_under_the_mark_and_20_mm_above_the_foot(
    gallery: Gallery, pages: Pages
) -> None:
    letters = [(one, page) for one, page in heads(gallery, pages) if one.format is DocumentFormat.LETTER]
    assert len(letters) == 2
    for document, page in letters:
        thick, thin, upper, lower = red_rules(page)
        assert all(rule.width == pytest.approx(170, abs=1) for rule in (thick, thin, upper, lower))
        assert thick.bottom - thick.top > thin.bottom - thin.top
        assert lower.bottom - lower.top > upper.bottom - upper.top
        assert thick.top - head_line(document, page).bottom == pytest.approx(4, abs=0.5)
        assert 297 - lower.bottom == pytest.approx(20, abs=1)
        assert not any(is_number(line) for line in page.lines)


def test_text_stands_on_the_first_page_of_every_document(gallery: Gallery, pages: Pages) -> None:
    without = [
        document.id
        for document, page in heads(gallery, pages)
        if first_words(document) not in page.text.replace("\n", "")
    ]
    assert without == []


def test_no_page_has_a_closing_without_text(gallery: Gallery, pages: Pages) -> None:
    wrong = {name: paged_text.faults(gallery.files[name], pages[name]) for name in pages}
    assert {name: faults for name, faults in wrong.items() if faults} == {}


def first_words(document: OfficialDocument) -> str:
    """How the text of a document begins."""
    first = document.body[0]
    assert not isinstance(first, Table)
    return first.text[:12]


# --- feet ----------------------------------------------------------------------------------------------


def test_the_last_rule_of_an_imprint_stands_at_262_mm(gallery: Gallery, pages: Pages) -> None:
    for name in FAITHFUL:
        tree = gallery.trees.printed[name]
        if not isinstance(tree, OfficialDocument):
            continue
        wanted = [one for one in enclosed(tree) if one.imprint and one.format is not DocumentFormat.LETTER]
        printed = [
            page for page in pages[name] if any(line.text.endswith("印发") for line in page.lines[-4:])
        ]
        assert len(printed) == len(wanted), name
        for page in printed:
            last = [rule for rule in rules(page) if rule.colour == BLACK][-1]
            assert last.middle == pytest.approx(262, abs=1), name
            assert last.width == pytest.approx(156, abs=1), name


def test_the_dash_of_a_page_number_stands_at_269_mm_one_character_from_its_edge(pages: Pages) -> None:
    counted = 0
    for name in FAITHFUL:
        for page in upright(pages, name):
            for line in (line for line in page.lines if is_number(line)):
                counted += 1
                assert line.marks[0].top == pytest.approx(269, abs=1), name
                assert edge_distance(line, centred=name == "页码居中") == pytest.approx(0, abs=1), name
    assert counted >= 80


def edge_distance(line: Line, *, centred: bool) -> float:
    """How far a page number is from its place: odd ones at the right, even ones at the left."""
    if centred:
        return (line.left + line.right) / 2 - (BODY_LEFT + BODY_RIGHT) / 2
    character = 14 * 25.4 / 72
    odd = int(line.text.strip("—")) % 2
    return BODY_RIGHT - character - line.right if odd else line.left - BODY_LEFT - character


def test_pages_are_numbered_one_after_the_other(pages: Pages) -> None:
    for name in FAITHFUL:
        numbers = [
            int(line.text.strip("—"))
            for page in upright(pages, name)
            for line in page.lines
            if is_number(line)
        ]
        assert numbers == sorted(set(numbers)), name


def test_the_number_of_a_sideways_sheet_stands_where_the_upright_one_has_it(pages: Pages) -> None:
    """Turned clockwise: an odd number near the foot of the sheet, an even one near its head."""
    for name, even in (("横排表格单数页", False), ("横排表格双数页", True)):
        (page,) = [page for page in pages[name] if is_turned(page)]
        marks = [mark for line in page.lines for mark in line.marks if mark.left < 32]
        assert {mark.text for mark in marks} >= {"—"}, name
        assert min(mark.left for mark in marks) == pytest.approx(297 - 269 - 3, abs=3), name
        edge = min(mark.top for mark in marks) - 28 if even else 184 - max(mark.bottom for mark in marks)
        assert edge == pytest.approx(14 * 25.4 / 72, abs=1), name


# --- fonts ---------------------------------------------------------------------------------------------


def substitutes() -> dict[str, str]:
    """The open font that stands in for each font of the standard, as the tests declare them."""
    root = etree.fromstring(FONTS_CONF.read_bytes())
    return {
        str(match.findtext("test/string")): str(match.findtext("edit[@name='family']/string"))
        for match in root.iter("match")
    }


@pytest.mark.parametrize("sample", list(SAMPLES))
def test_every_chinese_character_is_in_the_font_declared_for_it(
    sample: str, gallery: Gallery, pages: Pages
) -> None:
    stand_in = substitutes()
    facts = recognised(gallery.files[sample]).facts
    wanted = {
        (letter, bare_font(stand_in[run.chinese_font or ""]))
        for paragraph in facts.paragraphs
        if paragraph.where not in (Where.HEADER, Where.FOOTER)
        for run in paragraph.runs
        for letter in HAN.findall(run.text)
    }
    marks = (mark for page in pages[sample] for line in page.lines for mark in line.marks)
    shown = {(mark.text, bare_font(mark.font)) for mark in marks if HAN.fullmatch(mark.text)}
    assert shown == wanted


def bare_font(name: str) -> str:
    """The family alone; the faces of a collection bear the name of its first one: NotoSerifCJKjp-Bold."""
    found = FAMILY.match(name.replace(" ", ""))
    return found[0] if found else name
