"""The five real files as trees, only their plainest line breaks mended."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.compose.outline import headings_of
from generator.document import Article, Heading, OfficialDocument, Row, RowKind, Table, enclosed, plain
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.plain import plain_facts
from generator.recognition.recovered import Recovered
from tests.recognition.texts import lines_from, lost, only

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")


SPACES = " \u3000"
"""Tabs at the end of a row stand for empty cells."""
WHOLE = "。；：？！”）"
LONG = 60
"""In characters: a line of running text."""


def mended(text: str) -> str:
    """A text whose running lines that end without any mark go on with the next line."""
    lines: list[str] = []
    for line in filter(None, (line.strip(SPACES) for line in text.splitlines())):
        broken = lines and "\t" not in lines[-1] + line and len(lines[-1]) > LONG
        if broken and not lines[-1].endswith(tuple(WHOLE)):
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


@cache
def seed(number: str) -> Recovered:
    (file,) = SEEDS.glob(f"{number}_*.txt")
    facts = plain_facts(file.name, lines_from(mended(file.read_text(encoding="utf-8"))))
    contents = read_contents(recognise(facts))
    assert not lost(facts, contents)
    return only(contents)


def official(number: str) -> OfficialDocument:
    tree = seed(number).tree
    assert isinstance(tree, OfficialDocument)
    return tree


def article(number: str) -> Article:
    tree = seed(number).tree
    assert isinstance(tree, Article)
    return tree


def headings(tree: Article) -> list[Heading]:
    return [block for block in tree.body if isinstance(block, Heading)]


def rows_in(tree: OfficialDocument, attachment: int) -> list[Row]:
    content = tree.attachments[attachment].content
    assert isinstance(content, tuple)
    return [row for block in content if isinstance(block, Table) for row in block.rows]


# --- the chain of three levels ---------------------------------------------------------------------------


def test_the_chain_has_three_levels_with_their_heads() -> None:
    chain = list(enclosed(official("004")))
    assert [str(one.masthead.mark) for one in chain] == [
        "淄博市博山区财政局文件",
        "淄博市财政局文件",
        "山东省财政厅文件",
    ]
    assert [one.masthead.number for one in chain] == [
        "博财采〔2022〕19号",
        "淄财采〔2022〕20号",
        "鲁财采〔2022〕14号",
    ]


def test_each_level_of_the_chain_has_its_own_imprint() -> None:
    imprints = [one.imprint for one in enclosed(official("004"))]
    assert imprints[0] is None
    assert [(one.printer, one.printed_on) for one in imprints if one] == [
        ("淄博市财政局办公室", date(2022, 12, 20)),
        ("山东省财政厅办公室", date(2022, 8, 16)),
    ]


def test_the_innermost_level_has_its_provisions_and_its_table() -> None:
    innermost = list(enclosed(official("004")))[2]
    levels = [heading.level for heading in headings_of(innermost.body)]
    assert (levels.count(1), levels.count(2)) == (5, 17)
    assert len(rows_in(innermost, 0)) == 15


# --- the report with four attachments ----------------------------------------------------------------------


def test_the_report_has_its_head_and_imprint() -> None:
    report = official("000")
    assert (report.genre, report.masthead.number) == ("报告", "濮财综〔2017〕8号")
    assert report.masthead.signers == ("樊相奇",)
    assert report.imprint is not None
    assert (report.imprint.printer, report.imprint.printed_on) == ("濮阳市财政局办公室", date(2017, 6, 9))


def test_the_report_has_four_attachments_in_order() -> None:
    attachments = official("000").attachments
    assert [one.number for one in attachments] == [1, 2, 3, 4]
    assert all(one.content for one in attachments)


def test_the_statistics_have_a_head_of_two_rows_and_a_total() -> None:
    content = official("000").attachments[0].content
    assert isinstance(content, tuple)
    (table,) = content
    assert isinstance(table, Table)
    assert [sum(cell.columns for cell in row.cells) for row in table.head] == [5, 4]
    assert [cell.text for cell in table.rows[-1].cells[1:]] == ["199", "35864.87", "113", "9199.3"]
    assert table.rows[-1].kind is RowKind.TOTAL


def test_the_survey_has_its_items_under_four_heads() -> None:
    rows = rows_in(official("000"), 3)
    items = [row for row in rows if re.match(r"\d{1,2}\.", row.cells[0].text)]
    assert [int(row.cells[0].text.split(".")[0]) for row in items] == list(range(1, 28))
    assert len([row for row in rows if row.kind is RowKind.SECTION]) == 4


def test_a_date_that_is_missing_is_not_guessed() -> None:
    assert official("000").signature is None
    doubts = [(one.element, one.candidates) for one in seed("000").doubts]
    assert ("成文日期", ("2017-06-09",)) in doubts


# --- the articles ---------------------------------------------------------------------------------------


def test_the_untitled_article_has_headings_without_numbers() -> None:
    tree = article("001")
    assert tree.title == ""
    assert [heading.level for heading in headings(tree)] == [1] * 6


def test_the_web_article_has_levels_of_three_kinds() -> None:
    labels = [heading.label for heading in headings(article("002"))]
    assert [label for label in labels if label.endswith("、")] == ["一、", "二、", "三、"]
    assert len([label for label in labels if label.startswith("(")]) == 3 + 9 + 7


def test_the_journal_article_names_its_author() -> None:
    tree = article("003")
    assert tree.subtitle == "温州市财政局"
    assert len(headings(tree)) == 6
    assert plain(headings(tree)[0].inlines).endswith("体系保障")
