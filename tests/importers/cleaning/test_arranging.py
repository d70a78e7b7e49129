"""Cleaned words back in the facts that recognition reads."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_BREAK

from generator.importers.arranging import Arranged, align, arrange
from generator.importers.cleaning import clean
from generator.importers.original import Original
from generator.importers.reading import read_original
from generator.recognition.facts import Where
from tests.importers.cleaning.building import original_of

FIRST = "（一）加强目录管理。各部门按照职责分工抓好落实,形成各负其责的“"
SECOND = "工作格局”，定期通报。"


def read(document: DocumentObject) -> Original:
    """A Word document as it would come."""
    content = BytesIO()
    document.save(content)
    return read_original(content.getvalue(), "样本.docx")


def texts_of(arranged: Arranged) -> list[str]:
    """The words of the paragraphs in the body."""
    return [paragraph.text for paragraph in arranged.facts.standing(Where.BODY)]


def test_text_without_looks_becomes_a_paragraph_for_each_line_and_each_cell() -> None:
    original = original_of("(9)", "某市统计表", "类别\t金　额", "合　计\t12", "某市财政局")
    arranged = arrange(original, clean(original))
    assert [p.text for p in arranged.facts.paragraphs] == [
        "某市统计表",
        "类别",
        "金额",
        "合计",
        "12",
        "某市财政局",
    ]
    assert arranged.lines == ((2,), (3,), (3,), (4,), (4,), (5,))
    assert arranged.lines_of(6) == (5,)
    assert len(arranged.facts.tables[0].rows) == 2


def test_joined_paragraphs_stand_in_the_first_and_leave_the_others_empty() -> None:
    document = Document()
    for text in (FIRST, "— 2 —", SECOND, "某市财政局"):
        document.add_paragraph(text)
    original = read(document)
    arranged = arrange(original, clean(original))
    assert texts_of(arranged) == [FIRST.replace(",", "，") + SECOND, "", "", "某市财政局"]
    assert arranged.lines[:4] == ((1, 3), (), (), (4,))
    assert [p.number for p in arranged.facts.paragraphs] == [1, 2, 3, 4]


def test_words_stay_in_the_runs_that_they_stood_in() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("（一）加强目录 管理。").bold = True
    paragraph.add_run("涉及项目共 312 个,")
    paragraph.add_run("金额另计。").bold = True
    original = read(document)
    found = arrange(original, clean(original)).facts.paragraphs[0]
    assert [(run.text, run.bold) for run in found.runs] == [
        ("（一）加强目录 管理。", True),
        ("涉及项目共312个，", False),
        ("金额另计。", True),
    ]


def test_untouched_paragraphs_keep_their_facts_as_they_are() -> None:
    document = Document()
    document.add_paragraph("某市财政局负责统筹协调。")
    document.add_paragraph("涉及项目共 312 个。")
    original = read(document)
    assert original.facts
    arranged = arrange(original, clean(original))
    assert arranged.facts.paragraphs[0] is original.facts.paragraphs[0]
    assert arranged.facts.sections == original.facts.sections


def test_a_title_keeps_its_manual_line_break() -> None:
    document = Document()
    run = document.add_paragraph().add_run("某市财政局")
    run.add_break(WD_BREAK.LINE)
    run.add_text("关于做好政府购买 服务工作的通知")
    original = read(document)
    found = arrange(original, clean(original)).facts.paragraphs[0]
    assert found.lines == ("某市财政局", "关于做好政府购买服务工作的通知")


def test_cells_are_corrected_in_their_own_paragraphs() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合　计"
    table.cell(0, 2).text = "１２"
    table.cell(1, 0).text = "莒 县"
    table.cell(1, 1).text = "第一段(含税)"
    table.cell(1, 1).add_paragraph("第二段")
    original = read(document)
    arranged = arrange(original, clean(original))
    words = {p.number: p.text for p in arranged.facts.paragraphs if p.text}
    assert list(words.values()) == ["合计", "12", "莒县", "第一段（含税）", "第二段"]
    rows = arranged.facts.tables[0].rows
    assert arranged.lines_of(rows[1][0].paragraphs[0]) == (original.lines[1].number,)


def test_a_line_that_was_undone_is_back_in_its_paragraph() -> None:
    document = Document()
    for text in ("某市财政局负责统筹协调。", "— 2 —"):
        document.add_paragraph(text)
    original = read(document)
    assert texts_of(arrange(original, clean(original)))[1] == ""
    assert texts_of(arrange(original, clean(original, frozenset({"2-去除"}))))[1] == "— 2 —"


def test_aligning_steps_over_what_was_left_out_and_takes_the_place_of_what_was_changed() -> None:
    assert align("共 12 个", "共12个") == [0, 2, 3, 5]
    assert align("甲,乙", "甲，乙") == [0, 1, 2]
    assert align("人 and 费", "人和费") == [0, 1, 6]
