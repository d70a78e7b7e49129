"""Text without looks as facts."""

from __future__ import annotations

from generator.recognition.facts import Where
from generator.recognition.plain import PlainLine, plain_facts

LINES = (
    PlainLine("标题"),
    PlainLine("甲\t乙", ("甲", "乙"), 7),
    PlainLine("1\t", ("1", ""), 7),
    PlainLine("正文。"),
    PlainLine("丙", ("丙",), 9),
)


def test_paragraphs_and_cells_are_numbered_in_reading_order() -> None:
    facts = plain_facts("样.txt", LINES)
    assert [one.number for one in facts.paragraphs] == list(range(1, 8))
    assert [one.text for one in facts.paragraphs] == ["标题", "甲", "乙", "1", "", "正文。", "丙"]


def test_cells_stand_in_their_table_and_lines_in_the_body() -> None:
    facts = plain_facts("样.txt", LINES)
    assert [one.table for one in facts.paragraphs] == [None, 0, 0, 0, 0, None, 1]
    assert {one.where for one in facts.paragraphs if one.table is not None} == {Where.TABLE}
    assert {one.where for one in facts.paragraphs if one.table is None} == {Where.BODY}


def test_rows_of_one_table_are_one_table() -> None:
    tables = plain_facts("样.txt", LINES).tables
    assert [[cell.paragraphs for cell in row] for row in tables[0].rows] == [[(2,), (3,)], [(4,), (5,)]]
    assert len(tables) == 2


def test_a_text_without_lines_has_no_paragraphs() -> None:
    facts = plain_facts("空.txt", ())
    assert facts.paragraphs == ()
    assert len(facts.sections) == 1
