"""Facts of our own files, as written and as LibreOffice saves them again."""

from __future__ import annotations

import io
import subprocess
from decimal import Decimal

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.recognition.facts import DocumentFacts, ParagraphFacts, RuleFacts, Where
from generator.recognition.reading import read_facts
from generator.standard import gbt9704
from generator.word import TemplateKind, standard_template, write_collection, write_document
from tests import rendering
from tests.word import samples

DOCUMENTS = {
    "report": samples.report,
    "chain": samples.chain,
    "sealed": samples.sealed,
    "plain": samples.plain_text,
    "crowded": samples.crowded,
}


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    template = standard_template(TemplateKind.DOCUMENT)
    files = {name: write_document(make(), template) for name, make in DOCUMENTS.items()}
    collection = standard_template(TemplateKind.COLLECTION)
    return files | {"collection": write_collection(samples.collection(), collection)}


@pytest.fixture(scope="module")
def ours(written: dict[str, bytes]) -> dict[str, DocumentFacts]:
    return {name: read_facts(content, f"{name}.docx") for name, content in written.items()}


@pytest.fixture(scope="module")
def saved_again(
    written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, DocumentFacts]:
    """The samples opened and saved by LibreOffice."""
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    folder = tmp_path_factory.mktemp("saved")
    for name, content in written.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    command += ["--outdir", "again", *(f"{name}.docx" for name in written)]
    environment = rendering.font_environment()
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True, timeout=300)
    return {name: read_facts(folder / "again" / f"{name}.docx") for name in written}


@pytest.fixture(params=["ours", pytest.param("saved_again", marks=pytest.mark.render)])
def files(request: pytest.FixtureRequest) -> dict[str, DocumentFacts]:
    found: dict[str, DocumentFacts] = request.getfixturevalue(request.param)
    return found


def in_style(facts: DocumentFacts, name: str) -> ParagraphFacts:
    return next(paragraph for paragraph in facts.paragraphs if paragraph.style == name)


def test_the_page_of_our_files_is_the_standards(files: dict[str, DocumentFacts]) -> None:
    standard = gbt9704()
    for name in DOCUMENTS:
        (page,) = files[name].sections
        assert (page.width, page.height) == standard.paper
        margins = standard.margins
        assert (page.top, page.bottom) == (margins["top"], margins["bottom"])
        assert (page.left, page.right, page.footer) == (margins["left"], margins["right"], margins["footer"])
        assert (page.grid_type, page.line_pitch) == ("lines", int(standard.line))
        assert files[name].even_and_odd
        assert not files[name].theme_fonts
        assert files[name].twips_missing == 0


def test_the_body_of_our_files_is_the_standards(files: dict[str, DocumentFacts]) -> None:
    standard = gbt9704()
    for name in DOCUMENTS:
        body = in_style(files[name], "公文正文")
        assert body.alignment == "both"
        assert body.first_line == standard.twips("段首空")
        assert (body.line, body.line_rule) == (standard.twips("正文行距"), "exact")
        assert (body.before, body.after, body.left, body.right) == (0, 0, 0, 0)
        assert not body.snap_to_grid
        chinese = [run for run in body.runs if not run.text.isascii()]
        assert {run.chinese_font for run in body.runs} == {standard.face("仿宋").names[0]}
        assert {run.latin_font for run in chinese} == {standard.face("仿宋").names[0]}
        assert {run.size for run in body.runs} == {Decimal(16)}
        assert {run.tracking for run in body.runs} == {standard.twips("字距")}
        assert {run.latin_font for run in body.runs if run.text.isascii()} <= {"Times New Roman"}


def test_head_title_and_red_rule_of_our_files_are_the_standards(files: dict[str, DocumentFacts]) -> None:
    standard = gbt9704()
    facts = files["report"]
    mark = in_style(facts, "机关标志八字")
    assert (mark.alignment, mark.before, mark.text) == ("center", 247, "濮阳市财政局文件")
    assert [(run.colour, run.size, run.scale) for run in mark.runs] == [("FF0000", Decimal(60), 84)]
    rule = in_style(facts, "版头分隔线").rule_below
    assert rule == RuleFacts("single", Decimal("1.5"), "FF0000")
    title = next(one for one in facts.paragraphs if one.text == "濮阳市政府购买服务开展情况的报告")
    assert title.lines == ("濮阳市政府购买服务", "开展情况的报告")
    assert {run.chinese_font for run in title.runs} == {standard.face("小标宋").names[0]}
    assert (title.alignment, title.line, title.line_rule) == ("center", 720, "exact")
    number = in_style(facts, "上行文发文字号")
    assert (number.left, number.right) == (standard.twips("文号左空"), standard.twips("签发人右空"))
    assert number.text == "濮财综〔2017〕8号\t签发人：樊相奇"
    assert [kind for kind, _ in number.tabs] == ["right"]


def test_headings_of_our_files_have_their_levels_and_faces(files: dict[str, DocumentFacts]) -> None:
    for words, face, outline in (("一、总体情况", "黑体", 1), ("（一）存在问题", "楷体_GB2312", 2)):
        heading = next(one for one in files["report"].paragraphs if one.text == words)
        assert heading.outline == outline
        assert {run.chinese_font for run in heading.runs} == {face}
        assert heading.keep_next


def test_the_imprint_of_our_files_is_a_table_in_a_box_on_the_page(files: dict[str, DocumentFacts]) -> None:
    standard = gbt9704()
    facts = files["sealed"]
    (place,) = facts.boxes
    assert place.from_page
    assert (place.left, place.width) == (standard.margins["left"], standard.text_width)
    (table,) = facts.tables
    assert (table.where, table.grid, len(table.rows)) == (Where.BOX, (standard.text_width,), 2)
    assert table.top is not None
    assert table.top == table.bottom
    assert table.between is not None
    assert (table.top.weight, table.between.weight) == (Decimal(1), Decimal("0.75"))
    copies = in_style(facts, "抄送机关")
    assert (copies.where, copies.table, copies.box) == (Where.BOX, 0, 0)
    assert facts.paragraph(place.anchor).style == "版记位置"
    assert place.anchor == copies.number - 1
    assert not facts.paragraph(place.anchor).picture
    assert (copies.left, copies.first_line, copies.line) == (1120, -840, 560)


def test_page_numbers_of_our_files_are_fields_in_two_footers(files: dict[str, DocumentFacts]) -> None:
    facts = files["chain"]
    footers = facts.sections[0].footers or {}
    assert set(footers) == {"default", "even"}
    odd, even = (facts.paragraph(footers[kind][0]) for kind in ("default", "even"))
    assert (odd.where, odd.alignment, odd.right) == (Where.FOOTER, "right", 280)
    assert (even.where, even.alignment, even.left) == (Where.FOOTER, "left", 280)
    assert [run.field for run in odd.runs] == ["", "PAGE", ""]
    assert {run.chinese_font for run in odd.runs} == {"宋体"}


@pytest.mark.render
def test_every_word_of_our_files_survives_libreoffice(
    ours: dict[str, DocumentFacts], saved_again: dict[str, DocumentFacts]
) -> None:
    for name, facts in ours.items():
        before, after = (
            [
                "".join(run.text for run in one.runs if not run.field)
                for one in files.paragraphs
                if one.where is not Where.FOOTER
            ]
            for files in (facts, saved_again[name])
        )
        assert before == after


def test_a_collection_has_a_cover_without_page_number(ours: dict[str, DocumentFacts]) -> None:
    cover, rest = ours["collection"].sections
    assert cover.footers == {}
    assert rest.start == "oddPage"
    assert set(rest.footers or {}) == {"default", "even"}


def test_a_file_of_python_docx_shows_its_theme_and_its_missing_chinese_font() -> None:
    document = python_docx.Document()
    document.add_heading("标题", 1)
    named = document.add_paragraph().add_run("只写了西文字体")
    named.font.name, named.font.size = "仿宋", Pt(16)
    full = document.add_paragraph().add_run("两种都写了")
    full.font.name = "仿宋"
    full.font.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    file = io.BytesIO()
    document.save(file)
    facts = read_facts(file.getvalue())
    assert facts.theme_fonts
    heading, wrong, right = (paragraph.runs[0] for paragraph in facts.paragraphs)
    assert (heading.theme_font, heading.bold, heading.size) == (True, True, Decimal(14))
    assert (wrong.latin_font, wrong.size, wrong.theme_font) == ("仿宋", Decimal(16), True)
    assert wrong.chinese_font != "仿宋"
    assert (right.chinese_font, right.theme_font, right.east_asian) == ("仿宋", False, True)


def test_reading_twice_gives_the_same_facts(
    ours: dict[str, DocumentFacts], written: dict[str, bytes]
) -> None:
    assert read_facts(written["sealed"], "sealed.docx") == ours["sealed"]
