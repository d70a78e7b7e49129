"""版记 and the page on which it stands, measured."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.document import Imprint
from generator.standard import gbt9704
from generator.word.paging import move_addressees
from tests.rendering import Page
from tests.word import samples_closing as closing
from tests.word.closing.samples import CHARACTER, EVEN, LINE, Pages, even_documents, page_with, write
from tests.word.reading import Written
from tests.word.test_layout import close_to, imprint_rules

# --- 版记 -----------------------------------------------------------------------------------------


@pytest.mark.render
@pytest.mark.parametrize("name", ["imprint", "many", "seal", "stamp", "attached", "evenodd", "evenfull"])
def test_the_last_rule_stands_at_262_mm(name: str, pages: Pages) -> None:
    page = page_with(pages[name], "日印发")
    assert close_to("版记下边", imprint_rules(page)[-1].middle)


@pytest.mark.render
def test_further_elements_have_a_thin_rule_of_their_own(pages: Pages) -> None:
    page = page_with(pages["imprint"], "日印发")
    rules = imprint_rules(page)
    thickness = [rule.bottom - rule.top for rule in rules]
    assert thickness == pytest.approx([0.35, 0.25, 0.25, 0.35], abs=0.03)
    other = page.line("共印30份")
    assert rules[2].top < other.top < other.bottom < rules[3].bottom
    assert 210 - 26 - other.right == pytest.approx(4.94, abs=1)


@pytest.mark.render
def test_no_rule_stands_between_addressees_and_copies(pages: Pages) -> None:
    page = page_with(pages["imprint"], "主送：")
    first = imprint_rules(page)[0]
    assert first.bottom < page.line("主送：").top < page.line("抄送：").top < imprint_rules(page)[1].top
    assert page.line("主送：").text == "主送：各县（区）财政局。"


@pytest.mark.render
def test_the_disclosure_and_the_note_stand_left(pages: Pages) -> None:
    page = page_with(pages["imprint"], "信息公开选项")
    assert page.line("信息公开选项").left == pytest.approx(28, abs=1)
    note, day = page.line("（此件公开发布）"), page.line("2024年5月6日")
    assert note.marks[1].left == pytest.approx(28 + 3 * CHARACTER, abs=0.8)
    assert note.top - day.top == pytest.approx(LINE, abs=0.6)


@pytest.mark.render
def test_the_imprint_of_a_letter_is_its_copies_alone_at_the_foot(pages: Pages) -> None:
    page = pages["letter"][-1]
    copies = page.line("抄送：")
    assert imprint_rules(page) == []
    assert "印发" not in page.text
    assert 257 < copies.bottom < 262


def test_addressees_that_leave_no_room_for_text_go_to_the_imprint(files: dict[str, bytes]) -> None:
    document = closing.many_addressees()
    moved = move_addressees(gbt9704(), document)
    assert moved.addressees == ""
    assert moved.imprint is not None
    assert moved.imprint.addressees == (document.addressees.removesuffix("："),)
    assert document.addressees
    file = Written(files["many"])
    assert file.in_style("主送机关") == []
    assert file.in_style("抄送机关")[0] == f"主送：{document.addressees.removesuffix('：')}。"
    assert move_addressees(gbt9704(), closing.notice()) == closing.notice()


@pytest.mark.render
def test_text_begins_on_the_first_page(pages: Pages) -> None:
    for name in ("many", "one", "twelve", "seal5", "text7"):
        assert any("政府购买服务" in line.text for line in pages[name][0].lines), name


# --- the page of the 版记 -------------------------------------------------------------------------


def numbers(pages: tuple[Page, ...]) -> list[str]:
    """The page number of each page, empty where there is none."""
    found = [re.search(r"—(\d+)—", page.lines[-1].text) if page.lines else None for page in pages]
    return [match[1] if match else "" for match in found]


@pytest.mark.render
def test_a_text_that_ends_on_an_odd_page_leaves_the_back_of_the_sheet_to_the_imprint(pages: Pages) -> None:
    even = pages["evenodd"]
    assert len(even) == 4
    assert numbers(even) == ["1", "2", "3", "4"]
    assert [line.text for line in even[3].lines[:1]] == ["抄送：市政府办公室。"]


@pytest.mark.render
def test_an_imprint_with_room_stays_on_its_even_page(pages: Pages) -> None:
    assert len(pages["evenshort"]) == 2
    assert "日印发" in pages["evenshort"][1].text


@pytest.mark.render
def test_a_blank_page_before_the_imprint_and_the_imprints_page_have_no_number(pages: Pages) -> None:
    full = pages["evenfull"]
    assert numbers(full)[:2] == ["1", "2"]
    assert set(numbers(full)[2:]) == {""}
    assert "日印发" in full[-1].text


def test_the_imprint_begins_an_even_page_only_where_the_office_wants_it() -> None:
    document = even_documents()["odd"]
    assert b"evenPage" in Written(write(document, EVEN)).parts["word/document.xml"]
    assert b"evenPage" not in Written(write(document)).parts["word/document.xml"]
    assert "word/footerNoNumber.xml" not in Written(write(document)).parts


def test_an_addressee_alone_makes_no_imprint() -> None:
    assert write(replace(closing.notice(), imprint=Imprint())) == write(
        replace(closing.notice(), imprint=None)
    )
