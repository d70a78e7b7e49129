"""The words that go in are the words that come out, whatever they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import Cell, Heading, OfficialDocument, Paragraph, Row, Table, Text
from generator.ooxml.xml import UNPRINTABLE
from generator.problems import LibraryError
from generator.word import TemplateKind, standard_template, write_document
from generator.word.text import LATIN
from tests.word import samples
from tests.word.reading import W, Written

printable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda text: not UNPRINTABLE.search(text)
)


def document_saying(texts: list[str]) -> OfficialDocument:
    """Each text as title, paragraph, lead, heading, table cell, attachment title, in the name of a body."""
    one, two, three, four = texts
    table = Table("表", (1, 1), (), (Row((Cell((Text(one),)), Cell((Text(two),)))),), title=three, note=four)
    return replace(
        samples.plain_text(),
        title=one,
        title_lines=(two, three),
        addressees=four,
        body=(
            Paragraph("段", (Text(one), Text(two)), Heading("引", 2, three, (Text(four),))),
            Heading("题", 1, one, (Text(two),)),
            table,
        ),
        note=three,
        disclosure=four,
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(printable, min_size=4, max_size=4))
def test_words_come_out_as_they_went_in(texts: list[str]) -> None:
    one, two, three, four = texts
    file = Written(write_document(document_saying(texts), standard_template(TemplateKind.DOCUMENT)))
    note = three if three.startswith("（") and three.endswith("）") else f"（{three}）"
    assert file.in_style("Title") == [f"{two}\n{three}"]
    assert file.in_style("主送机关") == [four]
    assert file.in_style("公文正文") == [three + four + one + two]
    assert file.in_style("Heading1") == [one + two]
    assert file.in_style("表格文字") == [one, two]
    assert file.in_style("表格标题") == [three]
    assert file.in_style("表格说明") == [four]
    assert file.in_style("附注") == [note]
    assert file.in_style("信息公开选项") == [four]


@pytest.mark.parametrize(
    "text", ["A & B", "《关于转发<某某>的通知》", "{{ 标题 }}", "{% if x %}", "{_{", "]]>", "  首尾空格  "]
)
def test_marks_of_markup_and_of_templates_are_only_words(text: str) -> None:
    document = replace(samples.plain_text(), body=(samples.paragraph(text),))
    file = Written(write_document(document, standard_template(TemplateKind.DOCUMENT)))
    assert file.in_style("公文正文") == [text]


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\t", "\n", "\x7f", "\x85", "\u2028", "\ud800", "\uffff"]
)
def test_a_character_that_word_would_lose_is_refused_with_its_code(character: str) -> None:
    document = replace(samples.plain_text(), body=(samples.paragraph(f"前{character}后"),))
    with pytest.raises(LibraryError) as caught:
        write_document(document, standard_template(TemplateKind.DOCUMENT))
    (problem,) = caught.value.problems
    assert problem.code == "WORD010"
    assert f"U+{ord(character):04X}" in problem.message
    assert "前□后" in problem.message


def test_a_line_feed_in_a_table_cell_breaks_the_line() -> None:
    table = Table("表", (1,), (), (Row((samples.cell("分管领导\n各科室"),)),))
    document = replace(samples.plain_text(), body=(table,))
    file = Written(write_document(document, standard_template(TemplateKind.DOCUMENT)))
    assert file.in_style("表格文字") == ["分管领导\n各科室"]


def test_latin_words_and_figures_stand_in_runs_of_their_own() -> None:
    document = replace(samples.plain_text(), body=(samples.paragraph("共35864.87万元，“PPP 项目”——95%以上"),))
    file = Written(write_document(document, standard_template(TemplateKind.DOCUMENT)))
    (paragraph,) = [
        p for p in file.root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "公文正文"
    ]
    runs = [
        (run.find(f"{W}rPr/{W}rStyle") is not None, run.find(f"{W}t").text) for run in paragraph.iter(f"{W}r")
    ]
    assert runs == [
        (False, "共"),
        (True, "35864.87"),
        (False, "万元，“"),
        (True, "PPP"),
        (False, " 项目”——"),
        (True, "95%"),
        (False, "以上"),
    ]


def test_words_of_one_latin_phrase_stay_together() -> None:
    assert [match[0] for match in LATIN.finditer("见 Open XML SDK 2.5 和 GB/T 9704")] == [
        "Open XML SDK 2.5",
        "GB/T 9704",
    ]
