"""Facts are read as Word means them: cascade, lists, order, boxes, sections; ours and others' files."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.ooxml.package import pack
from generator.recognition.facts import DocumentFacts, ParagraphFacts, RuleFacts, Where
from generator.recognition.reading import read_facts
from generator.standard import gbt9704
from generator.word import TemplateKind, standard_template, write_collection, write_document
from tests import rendering
from tests.inspection.packages import (
    A4,
    box,
    docx,
    drawn_line,
    in_list,
    level,
    p,
    part,
    parts_of,
    r,
    relations,
    style,
    theme_part,
    vml_box,
)
from tests.word import samples

SIZE_16 = '<w:sz w:val="32"/>'
SIZE_IN_POINTS = '<w:sz w:val="16pt"/>'


def read(body: str, others: Mapping[str, str] | None = None, theme: str = "") -> DocumentFacts:
    return read_facts(docx(body, others, theme))


def first(body: str, others: Mapping[str, str] | None = None, theme: str = "") -> ParagraphFacts:
    return read(body, others, theme).paragraphs[0]


def texts(facts: DocumentFacts) -> list[str]:
    return [paragraph.text for paragraph in facts.paragraphs]


# --- our own files, as written and as LibreOffice saves them again ----------------------------------

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


# --- the cascade --------------------------------------------------------------------------------

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)


def test_defaults_give_way_to_styles_and_styles_to_what_is_written_directly() -> None:
    styles = (
        DEFAULTS
        + style("Normal", "<w:pPr><w:jc w:val='both'/></w:pPr>", default=True)
        + style(
            "基",
            f"<w:pPr><w:spacing w:line='560' w:lineRule='exact'/></w:pPr><w:rPr>{SIZE_16}</w:rPr>",
            base="Normal",
        )
        + style("派", "<w:rPr><w:rFonts w:eastAsia='仿宋'/></w:rPr>", base="基")
    )
    direct = p("直接", "<w:pStyle w:val='派'/><w:jc w:val='center'/>", "<w:sz w:val='44'/>")
    facts = read(p("默认") + p("样式", "<w:pStyle w:val='派'/>") + direct, {"styles": styles})
    plain, styled, written = facts.paragraphs
    assert (plain.style, plain.alignment, plain.after, plain.line) == ("Normal", "both", 160, 259)
    assert (plain.runs[0].size, plain.runs[0].chinese_font) == (Decimal("10.5"), "宋体")
    assert (styled.line, styled.line_rule, styled.after) == (560, "exact", 160)
    assert (styled.runs[0].size, styled.runs[0].chinese_font, styled.runs[0].latin_font) == (
        Decimal(16),
        "仿宋",
        "Calibri",
    )
    assert (written.alignment, written.runs[0].size) == ("center", Decimal(22))


def test_a_style_is_shown_by_its_alias_and_an_unknown_one_is_the_default() -> None:
    styles = style("Normal", "<w:aliases w:val='公文默认,别的'/>", default=True)
    facts = read(p("甲") + p("乙", "<w:pStyle w:val='没有'/>"), {"styles": styles})
    assert [paragraph.style for paragraph in facts.paragraphs] == ["公文默认", "公文默认"]


def test_built_in_styles_have_the_names_that_word_gives_them() -> None:
    styles = "".join(style(name, "") for name in ("Heading 1", "TOC 2", "heading 3", "Title"))
    body = "".join(
        p("字", f"<w:pStyle w:val='{name}'/>") for name in ("Heading 1", "TOC 2", "heading 3", "Title")
    )
    found = [paragraph.style for paragraph in read(body, {"styles": styles}).paragraphs]
    assert found == ["heading 1", "toc 2", "heading 3", "Title"]


def test_a_circle_of_bases_is_cut() -> None:
    styles = style("甲", f"<w:rPr>{SIZE_16}</w:rPr>", base="乙") + style(
        "乙", "<w:rPr><w:b/></w:rPr>", base="甲"
    )
    run = first(p("字", "<w:pStyle w:val='甲'/>"), {"styles": styles}).runs[0]
    assert (run.size, run.bold) == (Decimal(16), True)


@pytest.mark.parametrize(
    ("in_paragraph", "in_character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", "<w:b w:val='0'/>", False),
        ("<w:b/>", "<w:b w:val='false'/>", "", True),
    ],
)
def test_bold_in_two_kinds_of_styles_turns_itself_over(
    in_paragraph: str, in_character: str, direct: str, bold: bool
) -> None:
    styles = style("段", f"<w:rPr>{in_paragraph}</w:rPr>") + style(
        "字", f"<w:rPr>{in_character}</w:rPr>", "character"
    )
    found = first(p("字", "<w:pStyle w:val='段'/>", f"<w:rStyle w:val='字'/>{direct}"), {"styles": styles})
    assert found.runs[0].bold is bold


def test_a_table_style_reaches_the_words_in_its_cells() -> None:
    styles = DEFAULTS + style(
        "网格", f"<w:pPr><w:jc w:val='center'/></w:pPr><w:rPr>{SIZE_16}<w:b/></w:rPr>", "table"
    )
    table = f"<w:tbl><w:tblPr><w:tblStyle w:val='网格'/></w:tblPr><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"
    inside, outside = read(table + p("外"), {"styles": styles}).paragraphs
    assert (inside.alignment, inside.runs[0].size, inside.runs[0].bold) == ("center", Decimal(16), True)
    assert (outside.alignment, outside.runs[0].size) == ("left", Decimal("10.5"))


def test_looks_of_a_run_are_read() -> None:
    look = (
        "<w:rFonts w:hint='eastAsia' w:ascii='A' w:hAnsi='B' w:eastAsia='仿宋'/><w:color w:val='ff0000'/>"
        "<w:spacing w:val='-5'/><w:w w:val='84'/><w:sz w:val='31'/>"
    )
    (run,) = first(p("字", look=look)).runs
    assert (run.chinese_font, run.latin_font, run.hint) == ("仿宋", "A", True)
    assert (run.colour, run.tracking, run.scale) == ("FF0000", -5, 84)
    assert run.size == Decimal("15.5")


def test_automatic_colour_is_black_and_a_colour_of_the_theme_is_looked_up() -> None:
    looks = ["<w:color w:val='auto'/>", "<w:color w:themeColor='accent1'/>", ""]
    facts = read("".join(p("字", look=look) for look in looks), theme=theme_part("L", "E"))
    assert [one.runs[0].colour for one in facts.paragraphs] == ["000000", "C00000", "000000"]


# --- fonts --------------------------------------------------------------------------------------

BY_THEME = "<w:rFonts w:asciiTheme='minorHAnsi' w:eastAsia='仿宋' w:eastAsiaTheme='minorEastAsia'/>"


def test_a_theme_wins_over_the_name_beside_it_and_the_language_chooses_the_script() -> None:
    theme = theme_part("Calibri", "", {"Hans": "等线", "Hant": "新細明體"})
    (run,) = first(p("字", look=BY_THEME), theme=theme).runs
    assert (run.chinese_font, run.latin_font, run.theme_font) == ("等线", "Calibri", True)
    settings = {"settings": "<w:themeFontLang w:eastAsia='zh-TW'/>"}
    assert first(p("字", look=BY_THEME), settings, theme).runs[0].chinese_font == "新細明體"
    assert first(p("字", look=BY_THEME), theme=theme_part("C", "宋体")).runs[0].chinese_font == "宋体"


def test_a_name_written_nearer_wins_over_a_theme_farther_off() -> None:
    styles = style("Normal", f"<w:rPr>{BY_THEME}</w:rPr>", default=True)
    facts = read(p("字", look="<w:rFonts w:eastAsia='楷体'/>"), {"styles": styles}, theme_part("C", "等线"))
    (run,) = facts.paragraphs[0].runs
    assert (run.chinese_font, run.theme_font) == ("楷体", False)
    assert facts.theme_fonts


def test_a_file_that_names_no_chinese_font_says_so() -> None:
    (run,) = first(p("字", look="<w:rFonts w:ascii='仿宋'/>")).runs
    assert (run.chinese_font, run.east_asian, run.size) == (None, False, None)


# --- layout -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indent", "left", "right", "first_line", "missing"),
    [
        ("w:firstLine='640'", 0, 0, 640, 0),
        ("w:firstLineChars='200' w:firstLine='640'", 0, 0, 640, 0),
        ("w:firstLineChars='200' w:firstLine='632'", 0, 0, 632, 0),
        ("w:firstLineChars='200' w:firstLine='420'", 0, 0, 640, 0),
        ("w:firstLineChars='200'", 0, 0, 640, 1),
        ("w:firstLineChars='0' w:firstLine='420'", 0, 0, 420, 0),
        ("w:leftChars='200' w:left='1280' w:hangingChars='200' w:hanging='640'", 1280, 0, -640, 0),
        ("w:start='100' w:endChars='100'", 100, 320, 0, 1),
        ("w:left='1cm' w:hanging='12pt'", 567, 0, -240, 0),
        ("w:left='许多' w:right='99999999999999999999'", 0, 0, 0, 0),
    ],
)
def test_indents_in_characters_win_over_twips(
    indent: str, left: int, right: int, first_line: int, missing: int
) -> None:
    styles = style("Normal", f"<w:rPr>{SIZE_16}</w:rPr>", default=True)
    facts = read(p("字", f"<w:ind {indent}/>"), {"styles": styles})
    found = facts.paragraphs[0]
    assert (found.left, found.right, found.first_line) == (left, right, first_line)
    assert facts.twips_missing == missing


def test_a_first_line_written_directly_takes_the_place_of_an_inherited_hanging_indent() -> None:
    styles = style("悬", "<w:pPr><w:ind w:left='840' w:hanging='840'/></w:pPr>")
    found = first(p("字", "<w:pStyle w:val='悬'/><w:ind w:firstLine='0'/>"), {"styles": styles})
    assert (found.left, found.first_line) == (840, 0)


def test_room_in_lines_is_counted_by_the_grid_of_the_section() -> None:
    body = p("甲", "<w:spacing w:beforeLines='50' w:afterLines='100' w:after='312'/>")
    grid = '<w:docGrid w:type="lines" w:linePitch="312"/>'
    with_grid = first(f"{body}<w:sectPr>{A4}{grid}</w:sectPr>")
    assert (with_grid.before, with_grid.after) == (156, 312)
    assert first(f"{body}<w:sectPr>{A4}</w:sectPr>").before == 120


def test_properties_of_a_paragraph_are_read() -> None:
    layout = (
        "<w:keepNext/><w:pageBreakBefore/><w:pBdr><w:top w:val='nil'/><w:bottom "
        "w:val='thickThinSmallGap' w:sz='24' w:space='7' w:color='FF0000'/></w:pBdr>"
        "<w:tabs><w:tab w:val='right' "
        "w:pos='8528'/><w:tab w:val='clear' w:pos='400'/></w:tabs><w:snapToGrid w:val='0'/><w:jc "
        "w:val='distribute'/><w:outlineLvl w:val='2'/><w:rPr><w:sz w:val='28'/></w:rPr>"
    )
    found = first(p("", layout))
    assert (found.keep_next, found.page_break_before) == (True, True)
    assert found.rule_above is None
    assert found.rule_below == RuleFacts("thickThinSmallGap", Decimal(3), "FF0000", space=7)
    assert (found.tabs, found.snap_to_grid) == ((("right", 8528),), False)
    assert (found.alignment, found.outline, found.mark_size) == ("distribute", 3, Decimal(14))


# --- words --------------------------------------------------------------------------------------


def test_words_are_read_as_printed() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/>"
        "<w:sym w:font='Wingdings' "
        "w:char='F0FE'/><w:sym w:char='x'/></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r>"
        "</w:hyperlink><w:sdt><w:sdtPr/>"
        "<w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r>"
        "<w:t>标</w:t></w:r></w:smartTag>"
        "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼"
        "</w:t></w:r></w:rubyBase></w:ruby>"
        "</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><m:oMath><m:r><m:t>x+1"
        "</m:t></m:r></m:oMath></w:p>"
    )
    assert first(body).text == "甲\t乙-\uf0fe链控标拼x+1"


def test_runs_that_look_alike_are_one() -> None:
    (run,) = first(f"<w:p>{r('濮财综')}{r('〔2017〕')}{r('8号')}</w:p>").runs
    assert run.text == "濮财综〔2017〕8号"


def test_line_breaks_stand_beside_the_words() -> None:
    found = first("<w:p><w:r><w:t>关于</w:t><w:br/><w:t>报告</w:t><w:cr/></w:r></w:p>")
    assert (found.text, found.line_breaks, found.lines) == ("关于报告", (2, 4), ("关于", "报告", ""))


def test_tracked_changes_are_counted_and_what_is_deleted_is_not_read() -> None:
    body = (
        f"<w:p><w:ins>{r('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        f"<w:moveTo>{r('移')}</w:moveTo>"
        "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom></w:p>"
    )
    body += (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>段</w:delText></w:r></w:del></w:p>"
    )
    facts = read(body + f"<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>{r('文')}</w:p>")
    assert texts(facts) == ["增移", "文"]
    assert facts.tracked == 7


BREAK = "<w:r><w:br w:type='page'/></w:r>"


@pytest.mark.parametrize(
    ("body", "new_pages"),
    [
        (f"<w:p>{BREAK}{r('甲')}</w:p>{p('乙')}", [True, False]),
        (f"<w:p>{r('甲')}{BREAK}</w:p>{p('乙')}", [False, True]),
        (f"<w:p>{BREAK}</w:p>{p('乙')}", [False, True]),
        (f"{p('甲')}<w:p>{BREAK}</w:p>{p('附件')}{p('丙')}", [False, False, True, False]),
    ],
)
def test_a_page_break_moves_what_follows_it(body: str, new_pages: list[bool]) -> None:
    assert [paragraph.page_break_before for paragraph in read(body).paragraphs] == new_pages


def mark(kind: str) -> str:
    return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"


def instruction(text: str) -> str:
    return f"<w:r><w:instrText> {text} </w:instrText></w:r>"


def test_fields_lend_their_instruction_to_their_result_and_nest_over_paragraphs() -> None:
    toc = (
        f"<w:p>{mark('begin')}{instruction('TOC')}{mark('separate')}{r('一、')}{mark('begin')}"
        f"{instruction('PAGEREF a')}"
        f"{mark('separate')}{r('3')}{mark('end')}</w:p><w:p>{r('二、')}{mark('end')}{r('后')}</w:p>"
    )
    runs = [(run.text, run.field) for paragraph in read(toc).paragraphs for run in paragraph.runs]
    assert runs == [("一、", "TOC"), ("3", "PAGEREF a"), ("二、", "TOC"), ("后", "")]


def test_words_of_an_instruction_are_not_read_and_a_broken_field_hides_no_other_paragraph() -> None:
    nested = (
        f"<w:p>{mark('begin')}{instruction('IF')}{mark('begin')}{instruction('PAGE')}{mark('separate')}{r('1')}"
        f"{mark('end')}{instruction('= 1')}{mark('separate')}{r('甲')}{mark('end')}</w:p>"
    )
    assert [(run.text, run.field) for run in first(nested).runs] == [("甲", "IF  = 1")]
    broken = f"<w:p>{r('前')}{mark('begin')}{instruction('PAGE')}{r('失')}</w:p>{p('后')}"
    assert texts(read(broken)) == ["前", "后"]


def test_spaces_at_the_ends_of_words_count_only_where_they_are_asked_for() -> None:
    body = "<w:p><w:r><w:t> 甲\n 乙　</w:t><w:t xml:space='preserve'> 丙 </w:t></w:r></w:p>"
    assert first(body).text == "甲  乙　 丙 "


def test_a_field_without_result_is_seen_and_a_simple_one_too() -> None:
    bare = f"<w:p>{mark('begin')}{instruction('PAGE')}{mark('end')}</w:p>"
    assert [(run.text, run.field) for run in first(bare).runs] == [("", "PAGE")]
    simple = f"<w:p><w:fldSimple w:instr=' PAGE '>{r('7')}</w:fldSimple>{r('页')}</w:p>"
    assert [(run.text, run.field) for run in first(simple).runs] == [("7", "PAGE"), ("页", "")]


# --- order: boxes, tables, stories --------------------------------------------------------------


@pytest.mark.parametrize("made", [box, lambda content: f"<w:r>{vml_box(content)}</w:r>"])
def test_a_text_box_is_read_once_right_after_its_anchor(made: Callable[[str], str]) -> None:
    facts = read(f"<w:p>{r('前')}{made(p('框一') + p('框二'))}{r('后')}</w:p>{p('下')}")
    assert texts(facts) == ["前后", "框一", "框二", "下"]
    assert [one.where for one in facts.paragraphs] == [Where.BODY, Where.BOX, Where.BOX, Where.BODY]
    assert [one.box for one in facts.paragraphs] == [None, 0, 0, None]
    (place,) = facts.boxes
    assert (place.anchor, place.from_page, place.vertical) == (1, True, "page")
    assert not facts.paragraphs[0].picture


def test_places_of_boxes_are_twips() -> None:
    drawn, old = read(f"<w:p>{box(p('甲'))}</w:p><w:p><w:r>{vml_box(p('乙'))}</w:r></w:p>").boxes
    assert (drawn.left, drawn.top, drawn.width, drawn.height) == (5669, 1000, 2000, 1000)
    assert (old.left, old.top, old.width, old.height) == (200, 400, 2000, 1000)
    aligned = read(f"<w:p>{box(p('甲'), vertical='<wp:align>bottom</wp:align>')}</w:p>").boxes[0]
    assert (aligned.vertical, aligned.top, aligned.from_page) == ("page:bottom", None, False)


def test_paragraphs_in_one_frame_share_a_box() -> None:
    frame = "<w:framePr w:w='2000' w:hAnchor='margin' w:vAnchor='page' w:xAlign='right' w:y='1440'/>"
    facts = read(p("框一", frame) + p("框二", frame) + p("文") + p("另一框", frame))
    assert [(one.where, one.box) for one in facts.paragraphs] == [
        (Where.BOX, 0),
        (Where.BOX, 0),
        (Where.BODY, None),
        (Where.BOX, 1),
    ]
    assert facts.boxes[0].frame
    assert (facts.boxes[0].top, facts.boxes[0].horizontal, facts.boxes[0].anchor) == (1440, "margin:right", 1)


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


WIDE = '<w:gridSpan w:val="2"/>'
SIZED = '<w:tcW w:w="4000" w:type="dxa"/>'


def test_cells_are_read_in_order_with_the_tables_within_them() -> None:
    inner = f"<w:tbl><w:tr>{cell(p('内'))}</w:tr></w:tbl>"
    outer = (
        "<w:tbl><w:tblPr><w:tblW w:w='8844' w:type='dxa'/><w:jc w:val='center'/>"
        "</w:tblPr><w:tblGrid><w:gridCol "
        "w:w='4000'/><w:gridCol w:w='4844'/></w:tblGrid><w:tr><w:trPr>"
        "<w:trHeight w:val='600'/><w:tblHeader/></w:trPr>"
        f"{cell(p('甲') + p('乙'), WIDE)}</w:tr><w:sdt><w:sdtContent><w:tr>"
        f"{cell(inner + p('丙'), SIZED)}{cell(p(), '<w:vMerge/>')}</w:tr></w:sdtContent></w:sdt>"
        "</w:tbl>"
    )
    facts = read(outer + p("后"))
    assert texts(facts) == ["甲", "乙", "内", "丙", "", "后"]
    assert [one.table for one in facts.paragraphs] == [0, 0, 1, 0, 0, None]
    table = facts.tables[0]
    assert [[one.paragraphs for one in row] for row in table.rows] == [[(1, 2)], [(4,), (5,)]]
    assert (table.grid, table.width, table.alignment, table.head_rows) == ((4000, 4844), 8844, "center", 1)
    assert table.row_heights == ((600, "atLeast"), None)
    assert table.rows[0][0].columns == 2
    assert [(one.width, one.continued) for one in table.rows[1]] == [(4000, False), (None, True)]


def test_rules_of_a_table_come_from_its_style_itself_or_its_cells() -> None:
    def edge(name: str, eighths: int) -> str:
        return f"<w:{name} w:val='single' w:sz='{eighths}' w:color='auto'/>"

    edges = edge("top", 8) + edge("bottom", 8) + edge("insideH", 4)
    borders = f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
    styles = style("网格", borders, "table")
    row = f"<w:tr>{cell(p('格'))}</w:tr>"
    styled = f"<w:tbl><w:tblPr><w:tblStyle w:val='网格'/></w:tblPr>{row}{row}</w:tbl>"
    own_edge = f"<w:tcBorders>{edge('top', 12)}<w:bottom w:val='nil'/></w:tcBorders>"
    own = f"<w:tbl><w:tblPr/><w:tr>{cell(p('格'), own_edge)}</w:tr></w:tbl>"
    by_style, by_cell = read(styled + own, {"styles": styles}).tables
    weights = [rule.weight if rule else None for rule in (by_style.top, by_style.between, by_style.bottom)]
    assert weights == [Decimal(1), Decimal("0.5"), Decimal(1)]
    assert by_cell.top == RuleFacts("single", Decimal("1.5"), "000000")
    assert (by_cell.bottom, by_cell.between) == (None, None)


def test_content_controls_around_blocks_are_seen_through() -> None:
    facts = read(
        f"<w:sdt><w:sdtContent>{p('甲')}<w:sdt><w:sdtContent>{p('乙')}</w:sdtContent>"
        "</w:sdt></w:sdtContent></w:sdt>"
    )
    assert [(one.text, one.where) for one in facts.paragraphs] == [("甲", Where.BODY), ("乙", Where.BODY)]


REFERENCE = '<w:{kind}Reference w:type="{type}" r:id="{id}"/>'


def test_headers_and_footers_come_after_the_body_and_are_inherited_and_notes_are_last() -> None:
    def references(*named: tuple[str, str, str]) -> str:
        return "".join(REFERENCE.format(kind=kind, type=type_, id=key) for kind, type_, key in named)

    one = references(
        ("header", "default", "header1"), ("footer", "default", "footer1"), ("footer", "even", "footer2")
    )
    two = references(("footer", "default", "footer3")) + "<w:titlePg/><w:type w:val='continuous'/>"
    body = (
        p("甲", f"<w:sectPr>{one}{A4}</w:sectPr>")
        + p("乙")
        + f"<w:sectPr>{two}{A4}<w:pgNumType w:start='3'/></w:sectPr>"
    )
    facts = read(
        body,
        {
            "header1": p("眉"),
            "footer1": f"<w:tbl><w:tr><w:tc>{p('脚一')}</w:tc></w:tr></w:tbl><w:p>{box(p('框'))}</w:p>",
            "footer2": p("脚二"),
            "footer3": p("脚三"),
            "footnotes": f"<w:footnote w:type='separator'>{p('线')}</w:footnote>"
            f"<w:footnote>{p('注')}</w:footnote>",
            "settings": "<w:evenAndOddHeaders/><w:mirrorMargins w:val='0'/>",
        },
    )
    assert texts(facts) == ["甲", "乙", "眉", "脚一", "", "框", "脚二", "脚三", "注"]
    assert [one.section for one in facts.paragraphs] == [0, 1, 0, 0, 0, 0, 0, 1, 0]
    assert {one.where for one in facts.paragraphs[3:8]} == {Where.FOOTER}
    assert facts.paragraphs[5].box == 0
    assert [section.footers for section in facts.sections] == [
        {"default": (4, 5, 6), "even": (7,)},
        {"default": (8,), "even": (7,)},
    ]
    assert facts.sections[1].headers == {"default": (3,)}
    assert (facts.sections[1].title_page, facts.sections[1].start) == (True, "continuous")
    assert facts.even_and_odd
    assert facts.paragraphs[8].where is Where.NOTE


def test_a_page_set_sideways_is_read() -> None:
    body = (
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:left="1984" '
        'w:bottom="1474" w:right="2098" w:gutter="30"/><w:cols w:num="2"/><w:docGrid w:type="linesAndChars" '
        'w:linePitch="579" w:charSpace="-849"/></w:sectPr>'
    )
    (page,) = read(p("甲") + body).sections
    assert (page.width, page.height, page.landscape, page.gutter, page.columns) == (16838, 11906, True, 30, 2)
    assert (page.top, page.left, page.bottom, page.right) == (1588, 1984, 1474, 2098)
    assert (page.grid_type, page.line_pitch, page.character_space) == ("linesAndChars", 579, -849)


def test_a_section_may_end_inside_a_content_control() -> None:
    cover = (
        f"<w:sdt><w:sdtContent>{p('封面', f'<w:sectPr>{A4}</w:sectPr>')}{p('扉页')}</w:sdtContent></w:sdt>"
    )
    facts = read(f"{cover}{p('文')}<w:sectPr>{A4}</w:sectPr>")
    assert [one.section for one in facts.paragraphs] == [0, 1, 1]
    assert len(facts.sections) == 2


def test_a_file_without_any_section_has_one() -> None:
    facts = read(p("甲"))
    assert len(facts.sections) == 1
    assert facts.paragraphs[0].section == 0


# --- drawn lines and pictures -------------------------------------------------------------------


def test_a_red_rule_drawn_as_a_shape_is_found_at_its_paragraph() -> None:
    facts = read(f"{p('标志')}<w:p>{r('濮财综〔2017〕8号')}{drawn_line()}</w:p>")
    (line,) = facts.lines
    assert line.rule == RuleFacts("single", Decimal("1.5"), "FF0000", width=8844)
    assert (line.anchor, line.left, line.top, line.height) == (2, 0, 100, 0)
    assert (line.horizontal, line.vertical, line.from_page) == ("column", "paragraph", False)
    assert not facts.paragraphs[1].picture


@pytest.mark.parametrize(
    ("outline", "colour", "kind"),
    [
        (
            "<a:ln w='19050' cmpd='thickThin'><a:solidFill><a:schemeClr val='accent1'/></a:solidFill></a:ln>",
            "C00000",
            "thickThinSmallGap",
        ),
        ("<a:ln w='19050'/>", "000000", "single"),
    ],
)
def test_colour_and_kind_of_a_drawn_line(outline: str, colour: str, kind: str) -> None:
    (line,) = read(f"<w:p>{drawn_line(outline)}</w:p>", theme=theme_part("L", "E")).lines
    assert (line.rule.colour, line.rule.kind) == (colour, kind)


def test_a_line_of_an_old_file_is_found() -> None:
    shape = (
        "<w:r><w:pict><v:line style='position:absolute;mso-position-vertical-relative:page' from='0,100pt' "
        "to='442.2pt,100pt' strokecolor='red' strokeweight='2.25pt'>"
        "<v:stroke linestyle='thickThin'/></v:line></w:pict></w:r>"
    )
    (line,) = read(f"<w:p>{shape}</w:p>").lines
    assert line.rule == RuleFacts("thickThinSmallGap", Decimal("2.25"), "FF0000", width=8844)
    assert (line.left, line.top, line.vertical) == (0, 2000, "page")


def test_a_picture_is_seen_at_its_paragraph() -> None:
    picture = (
        "<w:r><w:drawing><wp:inline><wp:extent cx='1' cy='1'/><a:graphic><a:graphicData>"
        "<pic:pic/></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    assert [one.picture for one in read(f"<w:p>{picture}</w:p>{p('字')}").paragraphs] == [True, False]


# --- numbering ----------------------------------------------------------------------------------


def numbering(levels: str, *lists: str, more: str = "") -> dict[str, str]:
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{inner}</w:num>'
        for number, inner in enumerate(lists or ("",), start=1)
    )
    return {"numbering": f'<w:abstractNum w:abstractNumId="0">{more}{levels}</w:abstractNum>{nums}'}


def numbers(body: str, others: Mapping[str, str]) -> list[str]:
    return [paragraph.numbering for paragraph in read(body, others).paragraphs]


OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
)


def test_the_four_levels_of_a_document_count_as_word_counts_them() -> None:
    depths = (0, 1, 1, 2, 3, 2, 0, 1, 2)
    body = "".join(p("题", in_list(1, depth)) for depth in depths)
    printed = ["一、", "（一）", "（二）", "1.", "（1）", "2.", "二、", "（一）", "1."]
    assert numbers(body, numbering(OFFICIAL)) == printed


@pytest.mark.parametrize(
    ("form", "start", "printed"),
    [
        ("decimal", 9, ["9", "10"]),
        ("chineseCounting", 10, ["十", "十一"]),
        ("chineseCountingThousand", 103, ["一百零三", "一百零四"]),
        ("decimalEnclosedCircle", 1, ["①", "②"]),
        ("decimalEnclosedCircle", 20, ["⑳", "21"]),
        ("ideographDigital", 10, ["一〇", "一一"]),
        ("ideographTraditional", 1, ["甲", "乙"]),
        ("chineseLegalSimplified", 10, ["壹拾", "壹拾壹"]),
        ("upperRoman", 4, ["IV", "V"]),
        ("lowerLetter", 26, ["z", "aa"]),
        ("decimalFullWidth", 1, ["１", "２"]),
        ("decimalZero", 9, ["09", "10"]),
        ("none", 1, ["", ""]),
        ("不认识", 1, ["1", "2"]),
        ("upperRoman", 999_999_999, ["999999999", "1000000000"]),
        ("lowerLetter", 999_999_999, ["999999999", "1000000000"]),
        ("chineseCounting", 0, ["0", "一"]),
    ],
)
def test_formats_of_numbers(form: str, start: int, printed: list[str]) -> None:
    body = p("甲", in_list(1)) + p("乙", in_list(1))
    assert numbers(body, numbering(level(0, form, "%1", start=start))) == printed


def test_a_bullet_prints_itself_and_list_zero_takes_the_number_away() -> None:
    styles = {"styles": style("表", f"<w:pPr>{in_list(1)}</w:pPr>")}
    body = p("甲", "<w:pStyle w:val='表'/>") + p("乙", "<w:pStyle w:val='表'/>" + in_list(0))
    assert numbers(body, numbering(level(0, "bullet", "●")) | styles) == ["●", ""]


def test_lists_with_one_pattern_count_on_unless_they_start_anew() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(p("题", in_list(number)) for number in (1, 1, 2, 3, 3, 1))
    assert numbers(body, numbering(OFFICIAL, "", "", restart)) == [
        "一、",
        "二、",
        "三、",
        "一、",
        "二、",
        "三、",
    ]


def test_levels_may_wait_for_a_higher_one_or_never_restart() -> None:
    levels = (
        level(0, "decimal", "%1")
        + level(1, "decimal", "%2")
        + level(2, "decimal", "%3", '<w:lvlRestart w:val="0"/>')
    )
    body = "".join(p("题", in_list(1, depth)) for depth in (0, 2, 2, 0, 2))
    assert numbers(body, numbering(levels)) == ["1", "1", "2", "2", "3"]


def test_a_legal_level_prints_every_count_in_arabic_digits() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = "".join(p("题", in_list(1, depth)) for depth in (0, 1, 1))
    assert numbers(body, numbering(levels)) == ["第一章", "1.1", "1.2"]


def test_a_list_of_a_style_gives_number_and_indent_under_the_styles_own() -> None:
    indent = "<w:pPr><w:ind w:left='640' w:hanging='320'/></w:pPr>"
    levels = level(0, "decimal", "%1.") + level(
        1, "chineseCounting", "（%2）", f"<w:pStyle w:val='二级'/>{indent}"
    )
    styles = style("二级", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>") + style(
        "三级", "<w:pPr><w:ind w:left='100'/></w:pPr>", base="二级"
    )
    facts = read(
        p("甲", "<w:pStyle w:val='二级'/>") + p("乙", "<w:pStyle w:val='三级'/>"),
        numbering(levels) | {"styles": styles},
    )
    assert [(one.numbering, one.left, one.first_line) for one in facts.paragraphs] == [
        ("（一）", 640, -320),
        ("（二）", 100, -320),
    ]


def test_a_list_that_links_to_a_list_style_finds_its_levels() -> None:
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="条款"/></w:abstractNum>'
    nums = '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num>'
    styled = numbering(OFFICIAL, more='<w:styleLink w:val="条款"/>')["numbering"]
    assert numbers(p("甲", in_list(5)), {"numbering": linked + styled + nums}) == ["一、"]


# --- variants of the format ---------------------------------------------------------------------


def test_the_strict_variant_is_read_like_the_transitional_one() -> None:
    body = f"<w:p><w:pPr><w:jc w:val='end'/></w:pPr>{r('甲', SIZE_IN_POINTS)}</w:p><w:sectPr>{A4}</w:sectPr>"
    parts = parts_of(body, {"styles": DEFAULTS})
    strict = {
        name: text.replace(
            b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml"
        ).replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
        for name, text in parts.items()
    }
    assert strict["word/document.xml"] != parts["word/document.xml"]
    (paragraph,) = read_facts(pack(strict)).paragraphs
    assert (paragraph.text, paragraph.alignment, paragraph.runs[0].size) == ("甲", "right", Decimal(16))
    assert paragraph.after == 160


def test_the_document_is_found_by_its_relation_and_without_regard_to_case() -> None:
    parts = parts_of("")
    parts["_rels/.rels"] = relations({"rId1": ("officeDocument", "/word/Document2.xml")})
    parts["word/document2.xml"] = part("document", f"<w:body>{p('甲')}</w:body>")
    del parts["word/document.xml"]
    assert texts(read_facts(pack(parts))) == ["甲"]


def test_names_with_backslashes_are_read() -> None:
    parts = {name.replace("/", "\\"): text for name, text in parts_of(p("甲")).items()}
    assert texts(read_facts(pack(parts))) == ["甲"]


def test_a_file_with_macros_is_read_and_marked() -> None:
    parts = parts_of(p("甲"))
    parts["word/_rels/document.xml.rels"] = relations({"rId1": ("vbaProject", "vbaProject.bin")})
    assert read_facts(pack(parts), "宏.docm").macros
    assert not read(p("甲")).macros


def test_the_name_of_a_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "通知.docx"
    file.write_bytes(docx(p("甲")))
    assert read_facts(file).name == "通知.docx"
    assert read_facts(file, "别名").name == "别名"


def test_reading_twice_gives_the_same_facts(
    ours: dict[str, DocumentFacts], written: dict[str, bytes]
) -> None:
    assert read_facts(written["sealed"], "sealed.docx") == ours["sealed"]
