"""Sideways tables and their page numbers, measured."""

from __future__ import annotations

import pytest

from generator.standard import TemplateKind
from generator.word import load_template, make_template, write_document
from generator.word.sections import SectionKind, section_mark, settle
from tests.rendering import Page
from tests.word import samples_closing as closing
from tests.word.closing.samples import Pages, page_with
from tests.word.reading import W, Written
from tests.word.test_layout import close_to, imprint_rules


def sideways(pages: tuple[Page, ...]) -> list[tuple[int, Page]]:
    """Pages with a rotated number: its dashes and figure stand on lines of their own at the left."""
    return [
        (number, page)
        for number, page in enumerate(pages, start=1)
        if any(mark.text == "—" and mark.left < 31 for line in page.lines for mark in line.marks)
    ]


@pytest.mark.render
@pytest.mark.parametrize("name", ["body", "attached", "last"])
def test_a_sideways_number_stands_where_the_upright_sheet_has_it(name: str, pages: Pages) -> None:
    turned = sideways(pages[name])
    assert len(turned) >= 4
    for number, page in turned:
        dashes = [mark for line in page.lines for mark in line.marks if mark.text == "—" and mark.left < 31]
        assert len(dashes) == 2
        assert max(mark.right for mark in dashes) == pytest.approx(297 - 269, abs=1)
        if number % 2:
            assert max(mark.bottom for mark in dashes) == pytest.approx(210 - 26 - 4.94, abs=1)
        else:
            assert min(mark.top for mark in dashes) == pytest.approx(28 + 4.94, abs=1)


@pytest.mark.render
def test_the_number_of_a_single_sideways_page_that_is_even_stands_there_too(pages: Pages) -> None:
    ((number, page),) = sideways(pages["onepage"])
    dashes = [mark for line in page.lines for mark in line.marks if mark.text == "—" and mark.left < 31]
    assert number == 2
    assert max(mark.right for mark in dashes) == pytest.approx(297 - 269, abs=1)
    assert min(mark.top for mark in dashes) == pytest.approx(28 + 4.94, abs=1)


@pytest.mark.render
def test_text_stays_on_the_first_page_where_all_of_it_is_short(pages: Pages) -> None:
    first, second = pages["twoshort"][:2]
    assert "濮阳市财政局" in second.text
    assert any(line.text.startswith("请遵照执行") for line in second.lines)
    assert any(line.text.startswith(closing.SENTENCE[:10]) for line in first.lines)


@pytest.mark.render
def test_words_of_the_imprint_stand_between_two_rules_in_the_middle(pages: Pages) -> None:
    page = page_with(pages["imprint"], "日印发")
    line = page.line(next(one.text for one in page.lines if one.text.endswith("日印发")))
    above = max(rule.middle for rule in imprint_rules(page) if rule.middle < line.top)
    below = min(rule.middle for rule in imprint_rules(page) if rule.middle > line.bottom)
    assert line.top - above == pytest.approx(below - line.bottom, abs=0.6)


@pytest.mark.render
def test_a_sideways_table_fills_the_turned_text_area_and_repeats_its_head(pages: Pages) -> None:
    for _, page in sideways(pages["body"]):
        lines = [line for line in page.lines if "购买主体" in line.text]
        assert len(lines) == 1
        widest = max(rule.width for rule in page.rules)
        assert widest < 226
        assert all(rule.top >= 28 - 0.5 and rule.bottom <= 210 - 26 + 0.5 for rule in page.rules)


@pytest.mark.render
def test_the_text_goes_on_upright_after_a_sideways_table_with_its_page_number(pages: Pages) -> None:
    last = pages["body"][-1]
    assert len(pages["body"]) == 6
    assert last.lines[0].text == "二、工作要求"
    assert last.lines[0].top == pytest.approx(pages["evenodd"][1].lines[0].top, abs=0.5)
    assert last.lines[-1].text == f"—{len(pages['body'])}—"
    assert close_to("页码距版心", last.lines[-1].marks[0].top - 262)


@pytest.mark.render
def test_label_and_title_of_a_sideways_attachment_stand_on_its_sideways_page(pages: Pages) -> None:
    turned = [page for _, page in sideways(pages["attached"])]
    labels = [mark for page in turned for line in page.lines for mark in line.marks if mark.text == "附"]
    assert len(labels) == 2
    for label in labels:
        assert label.top < 36
        assert label.left == pytest.approx(35, abs=1.5)
    assert page_with(pages["attached"], "附件3").lines[0].text == "附件3"


def test_two_sideways_tables_behind_each_other_leave_no_empty_section(files: dict[str, bytes]) -> None:
    sections = list(Written(files["attached"]).root.iter(f"{W}sectPr"))
    turned = [one.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for one in sections]
    assert turned == [False, True, True, False]
    last = list(Written(files["last"]).root.iter(f"{W}sectPr"))
    assert [one.find(f"{W}pgSz").get(f"{W}orient") for one in last] == [None, "landscape"]


def test_sideways_pages_have_footers_whatever_template_it_is(files: dict[str, bytes]) -> None:
    parts = Written(files["body"]).parts
    relations = parts["word/_rels/document.xml.rels"]
    for name in ("footerSidewaysOdd", "footerSidewaysEven"):
        assert f"word/{name}.xml" in parts
        assert name.encode() in relations
        assert f"/word/{name}.xml".encode() in parts["[Content_Types].xml"]
    assert not any("Sideways" in name for name in Written(files["seal"]).parts)


def test_margins_of_a_template_are_turned_with_the_page() -> None:
    own = '<w:sectPr w:rsidR="00A1"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="2" '
    own += 'w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/><w:titlePg/></w:sectPr>'
    text = f"<w:p><w:pPr></w:pPr></w:p>{section_mark(SectionKind.UPRIGHT)}<w:tbl/>"
    body, ending = settle(text + section_mark(SectionKind.TURNED) + "<w:p/>", own + "</w:body>", "分节")
    assert body.index("<w:titlePg/>") < body.index("landscape")
    assert body.count("titlePg") == 1
    assert 'w:top="4" w:right="1" w:bottom="2" w:left="3"' in body
    assert "titlePg" not in ending


def test_a_staff_template_without_our_footers_gets_them() -> None:
    template = load_template(make_template(TemplateKind.DOCUMENT), "某局")
    file = Written(write_document(closing.sideways_in_body(), template))
    assert "word/footerSidewaysOdd.xml" in file.parts
    assert write_document(closing.sideways_in_body(), template) == file.content
