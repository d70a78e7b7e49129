"""Profiles and customs of an office: data that changes the values of the standard and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.document import OfficialDocument
from generator.ooxml.package import pack
from generator.problems import Level, LibraryError
from generator.standard import LocalCustom, TemplateKind, departures, gbt9704, read_data
from generator.standard.custom import CHOICES
from generator.standard.overlay import overlay_of, overlay_text, read_choices
from generator.word import (
    WordTemplate,
    load_template,
    make_template,
    standard_template,
    template_problems,
    write_document,
)
from generator.word.maker import template_parts
from tests import rendering
from tests.rendering import Line, Page
from tests.word import samples
from tests.word.reading import Written

GB33476 = LocalCustom.model_validate({"版面": "33476"})
CENTRED = LocalCustom.model_validate({"页码位置": "居中"})
FANGSONG = LocalCustom.model_validate({"西文字体": "仿宋"})
BOLD = LocalCustom.model_validate({"二级标题加粗": "是", "三级标题加粗": "是"})
GRID = LocalCustom.model_validate({"字距办法": "网格"})
STYLES, BODY, FOOTER = "word/styles.xml", "word/document.xml", "word/footer1.xml"


def template_under(custom: LocalCustom) -> WordTemplate:
    return standard_template(TemplateKind.DOCUMENT, custom)


# --- the data -----------------------------------------------------------------------------------


def test_each_choice_has_its_entry_in_the_data_and_begins_with_the_usual_value() -> None:
    customs, usual = read_data().customs, LocalCustom().chosen()
    assert set(customs) == {field.alias for field in CHOICES.values()}
    for name, rule in customs.items():
        assert rule.standard
        assert next(iter(rule.values), None) == usual.get(name)
        for value in rule.values:
            assert LocalCustom.model_validate({name: value}).chosen()[name] == value


def test_the_usual_customs_change_nothing() -> None:
    assert gbt9704().data == read_data()
    assert gbt9704(LocalCustom()) is gbt9704()
    assert departures(LocalCustom()) == ()


def test_a_departure_says_what_the_standard_says_and_where() -> None:
    (page,) = departures(CENTRED)
    assert (page.name, page.value, page.clause, page.strength) == ("页码位置", "居中", "7.5", "规定")
    assert page.standard == "单页码居右空一字，双页码居左空一字"


def test_the_33476_profile_has_its_margins_and_its_line() -> None:
    standard = gbt9704(GB33476)
    margins = standard.margins
    assert (margins["top"], margins["bottom"], margins["left"], margins["right"]) == (1960, 1847, 1588, 1474)
    assert standard.line == 589
    room = standard.paper[1] - margins["top"] - margins["bottom"]
    assert 22 * standard.line <= room < 23 * standard.line
    assert room - 22 < 22 * standard.grid_pitch <= room


@pytest.mark.parametrize("custom", [LocalCustom(), GB33476])
def test_the_mark_begins_at_72_mm_under_every_profile(custom: LocalCustom) -> None:
    standard = gbt9704(custom)
    above = standard.count("角标行数") * standard.line + standard.twips("标志段前")
    assert standard.margins["top"] + above == standard.twips("标志上边")


def test_a_seal_of_the_office_replaces_the_usual_one() -> None:
    custom = LocalCustom.model_validate({"印章直径": "45"})
    assert gbt9704(custom).twips("印章直径") - gbt9704().twips("印章直径") == pytest.approx(170, abs=1)
    assert [one.value for one in departures(custom)] == ["45"]


# --- what the maker writes ------------------------------------------------------------------------


def styles_under(custom: LocalCustom, kind: TemplateKind = TemplateKind.DOCUMENT) -> Written:
    return Written(make_template(kind, custom))


@pytest.mark.parametrize("kind", list(TemplateKind))
def test_the_grid_of_word_replaces_the_tracking(kind: TemplateKind) -> None:
    file = styles_under(GRID, kind)
    body = file.parts[BODY].decode("utf-8")
    assert '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>' in body
    styles = {name: etree_text(file, name) for name in ("Normal", "单页页码", "公文正文")}
    assert '<w:snapToGrid w:val="1"/>' in styles["Normal"]
    assert '<w:spacing w:val="0"/>' in styles["Normal"]
    assert '<w:snapToGrid w:val="0"/>' in styles["单页页码"]
    assert "snapToGrid" not in styles["公文正文"]


def etree_text(file: Written, style: str) -> str:
    """A style of a file as text."""
    whole = file.parts[STYLES].decode("utf-8")
    match = re.search(rf'<w:style [^>]*w:styleId="{style}">.*?</w:style>', whole)
    assert match is not None
    return match[0]


def test_28_characters_on_the_grid_of_word_fit_the_line_and_29_do_not() -> None:
    standard = gbt9704(GRID)
    pitch = standard.points("三号") + Decimal(standard.character_space) / 4096
    width = Decimal(standard.text_width) / 20
    assert 28 * pitch <= width < 29 * pitch
    assert width - 28 * pitch < Decimal("0.02")


def test_bold_levels_are_bold_on_a_line_of_their_own_and_running_in() -> None:
    file = styles_under(BOLD)
    bold = ("Heading2", "Heading3", "二级标题字", "三级标题字")
    assert all("<w:b/><w:bCs/>" in etree_text(file, style) for style in bold)
    plain = ("Heading1", "Heading4", "一级标题字", "公文正文")
    assert not any("<w:b/>" in etree_text(file, style) for style in plain)
    assert b"<w:b/>" not in styles_under(LocalCustom()).parts[STYLES]


def test_the_figure_before_a_bold_heading_is_bold_and_the_figures_after_it_are_not() -> None:
    def bold_words(custom: LocalCustom) -> list[str]:
        body = Written(write_document(with_figures(), template_under(custom))).parts[BODY].decode("utf-8")
        return re.findall(r"<w:b/><w:bCs/></w:rPr><w:t[^>]*>([^<]*)</w:t>", body)

    assert bold_words(BOLD) == ["1."]
    assert bold_words(LocalCustom()) == []


def test_every_custom_gives_the_same_bytes_every_time() -> None:
    for custom in (LocalCustom(), GB33476, CENTRED, FANGSONG, BOLD, GRID):
        assert make_template(TemplateKind.DOCUMENT, custom) == make_template(TemplateKind.DOCUMENT, custom)
        template = load_template(make_template(TemplateKind.DOCUMENT, custom), custom=custom)
        first = write_document(samples.plain_text(), template)
        assert first == write_document(samples.plain_text(), template_under(custom))


# --- the file beside the template -------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a template made from the standard."""
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "文件.docx").write_bytes(make_template(TemplateKind.DOCUMENT))
    return templates


def say(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_file_with_the_name_of_the_template_goes_before_the_common_one(folder: Path) -> None:
    assert overlay_of(folder / "文件.docx").custom == LocalCustom()
    say(folder, "本单位.yaml", "版面: 33476\n")
    assert overlay_of(folder / "文件.docx").custom == GB33476
    assert load_template(folder / "文件.docx").standard is gbt9704(GB33476)
    say(folder, "文件.yaml", "页码位置: 居中\n")
    assert overlay_of(folder / "文件.docx").custom == CENTRED
    assert overlay_of(folder / "汇编.docx").custom == GB33476


def test_the_sample_file_says_the_choices_and_reads_back_as_them(folder: Path) -> None:
    for custom in (LocalCustom(), GB33476, BOLD, LocalCustom.model_validate({"印章直径": "45"})):
        say(folder, "本单位.yaml", overlay_text(read_data(), custom))
        assert overlay_of(folder / "文件.docx").custom == custom


def test_every_slip_in_the_file_is_told_with_its_place_at_once(folder: Path) -> None:
    say(folder, "文件.yaml", "页码位子: 居中\n版面: 38\n二级标题加粗: yes\n印章直径: 4.2\nlayout: '37'\n")
    with pytest.raises(LibraryError) as caught:
        load_template(folder / "文件.docx")
    told = [(str(one.place), one.message, one.hint) for one in caught.value.problems]
    assert told == [
        ("templates/文件.yaml:1:1", "不认识的键“页码位子”", "是不是“页码位置”？"),
        ("templates/文件.yaml:2:5", "“版面”不能写“38”", "是不是“37”？可写 37、33476"),
        ("templates/文件.yaml:3:9", "“二级标题加粗”：不能写“yes”", "应写 是 或 否"),
        ("templates/文件.yaml:4:7", "“印章直径”：4.2 毫米不像印章", "应在 30 到 60 之间"),
        ("templates/文件.yaml:5:1", "不认识的键“layout”", "删去它，或对照同类记录的写法"),
    ]


def test_choices_on_the_command_line_are_held_to_the_same_rules() -> None:
    assert read_choices(["版面=33476"]) == GB33476
    with pytest.raises(LibraryError, match="板面"):
        read_choices(["板面=33476"])


# --- the template held against it ---------------------------------------------------------------------


def restyled(
    folder: Path, part: str, change: Callable[[str], str], custom: LocalCustom | None = None
) -> Path:
    """The template of the folder with one part changed."""
    parts = template_parts(TemplateKind.DOCUMENT, custom)
    before = parts[part].decode("utf-8")
    after = change(before)
    assert after != before
    (folder / "文件.docx").write_bytes(pack(parts | {part: after.encode("utf-8")}))
    return folder / "文件.docx"


def warnings(file: Path) -> list[tuple[str, str]]:
    """What is off, and the clause."""
    found = template_problems(file, "templates/文件.docx")
    return [(one.message, one.basis) for one in found if one.level is Level.WARNING]


@pytest.mark.parametrize("kind", list(TemplateKind))
@pytest.mark.parametrize("custom", [LocalCustom(), GB33476, CENTRED, FANGSONG, BOLD, GRID])
def test_a_template_that_keeps_its_customs_is_not_warned_of(
    kind: TemplateKind, custom: LocalCustom, tmp_path: Path
) -> None:
    file = tmp_path / f"{kind.value}.docx"
    file.write_bytes(make_template(kind, custom))
    say(tmp_path, "本单位.yaml", overlay_text(read_data(), custom))
    found = template_problems(file)
    assert {one.level for one in found} <= {Level.HINT}
    assert len(found) == len(departures(custom))


def test_customs_are_told_as_such_with_place_and_clause(folder: Path) -> None:
    say(folder, "本单位.yaml", "# 我局\n页码位置: 居中\n")
    (folder / "文件.docx").write_bytes(make_template(TemplateKind.DOCUMENT, CENTRED))
    (problem,) = template_problems(folder / "文件.docx")
    assert (problem.level, problem.code) == (Level.HINT, "TMPL010")
    assert problem.message == "本单位习惯：页码位置 居中。标准：单页码居右空一字，双页码居左空一字"
    assert str(problem.place) == "templates/本单位.yaml:2:1"
    assert problem.basis == "GB/T 9704-2012 7.5（规定）"


CHANGES = {
    "上边距": (BODY, 'w:top="2098"', 'w:top="1440"', "上边距是 25.4 毫米，应为 37.0 毫米。", "5.2.1（规定）"),
    "左边距": (
        BODY,
        'w:left="1588"',
        'w:left="1800"',
        "左边距是 31.8 毫米，应为 28.0 毫米。",
        "5.2.1（规定）",
    ),
    "页脚": (BODY, 'w:footer="1446"', 'w:footer="850"', "页脚距边界是 15.0 毫米，应为 25.5 毫米。", ""),
    "加粗": (
        *(STYLES, '<w:name w:val="二级标题字"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>'),
        '<w:name w:val="二级标题字"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:b/>',
        *("样式“二级标题字”的粗细是 加粗，应为 不加粗。", "7.3.3（一般）"),
    ),
    "标题字号": (
        STYLES,
        'w:val="44"',
        'w:val="36"',
        "样式“公文标题、附件标题”的字号是 18 磅，应为 22 磅。",
        "7.3.1",
    ),
    "单页码": (
        *(STYLES, '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'),
        *("单页码位置是 中，应为 右。", "7.5（规定）"),
    ),
    "页码": (FOOTER, "PAGE", "DATE", "单页码位置是 没有页码，应为 右。", "7.5（规定）"),
    "双面": (
        *("word/settings.xml", "<w:evenAndOddHeaders/>", ""),
        *("双页码位置是 右，应为 左。", "7.5（规定）"),
    ),
    "网格": (BODY, '"lines"', '"linesAndChars"', "字符网格是 有，应为 没有。", "5.2.3（一般）"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_departs_from_the_standard_is_told_with_measure_and_clause(name: str, folder: Path) -> None:
    part, before, after, message, clause = CHANGES[name]
    found = warnings(restyled(folder, part, lambda xml: xml.replace(before, after)))
    assert message in [words for words, _ in found]
    assert clause in dict(found)[message]


def test_a_changed_body_is_told_once_for_all_styles_that_take_it(folder: Path) -> None:
    def smaller(xml: str) -> str:
        return xml.replace('<w:sz w:val="32"/>', '<w:sz w:val="28"/>').replace("仿宋_GB2312", "宋体")

    (face, _), (size, basis) = warnings(restyled(folder, STYLES, smaller))
    assert "等" in face
    assert face.endswith("的字体是 宋体，应为 仿宋_GB2312。")
    assert size.endswith("的字号是 14 磅，应为 16 磅。")
    assert basis == "GB/T 9704-2012 5.2.2（规定）"


def test_a_line_of_29_points_is_told_since_only_21_lines_stay_on_a_page(folder: Path) -> None:
    ((message, basis),) = warnings(
        restyled(folder, STYLES, lambda xml: xml.replace('w:line="579"', 'w:line="580"'))
    )
    assert message.endswith("的行距是 固定值 29 磅，应为 固定值 28.95 磅。")
    assert basis == "GB/T 9704-2012 5.2.3（一般）"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<w:sz w:val="120"/>', '<w:sz w:val="100"/>'),
        ('w:color="FF0000"', 'w:color="E00000"'),
        ('<w:color w:val="FF0000"/>', '<w:color w:val="E00000"/>'),
        ('<w:left w:w="57" w:type="dxa"/>', '<w:left w:w="108" w:type="dxa"/>'),
        ('w:ascii="Times New Roman"', 'w:ascii="Arial"'),
        ("仿宋_GB2312", "方正仿宋_GBK"),
        ("方正小标宋简体", "方正小标宋_GBK"),
        ('<w:sz w:val="24"/>', '<w:sz w:val="21"/>'),
    ],
)
def test_what_the_standard_leaves_free_is_silent(before: str, after: str, folder: Path) -> None:
    assert warnings(restyled(folder, STYLES, lambda xml: xml.replace(before, after))) == []


def test_the_custom_that_would_cover_a_departure_is_named(folder: Path) -> None:
    (folder / "文件.docx").write_bytes(make_template(TemplateKind.DOCUMENT, BOLD))
    hints = {one.hint for one in template_problems(folder / "文件.docx", "templates/文件.docx")}
    assert hints == {
        "在 Word 里改回，或在 本单位.yaml（或 文件.yaml）里写“二级标题加粗: 是”",
        "在 Word 里改回，或在 本单位.yaml（或 文件.yaml）里写“三级标题加粗: 是”",
    }
    (folder / "文件.docx").write_bytes(make_template(TemplateKind.DOCUMENT))
    restyled(folder, STYLES, lambda xml: xml.replace('<w:sz w:val="32"/>', '<w:sz w:val="28"/>'))
    (problem,) = template_problems(folder / "文件.docx")
    assert problem.hint == "在 Word 里改回"


def test_a_custom_that_the_template_does_not_keep_is_told(folder: Path) -> None:
    say(folder, "本单位.yaml", "西文字体: 仿宋\n")
    ((message, _),) = warnings(folder / "文件.docx")
    assert message == "样式“西文”的字体是 Times New Roman，应为 仿宋_GB2312。"


# --- the rendered page --------------------------------------------------------------------------------

Rendered = Mapping[str, tuple[Page, ...]]
SQUARE = 16 * 25.4 / 72
ABOVE_BASE, BELOW_BASE = 0.88 * SQUARE, 0.12 * SQUARE
"""The square of a Chinese character of 16 points above and below the line that it stands on, in mm."""


def with_figures() -> OfficialDocument:
    """Headings of the second and third level running in, and figures."""
    body = (
        samples.run_in(2, "（一）", "市直单位。", "2024年共购买服务199项。"),
        samples.run_in(3, "1.", "县区单位。", "共购买服务88项。"),
    )
    return replace(samples.plain_text(), body=body)


def restyled_template() -> WordTemplate:
    """The standard's template after somebody gave the body another font and the mark a size and a colour."""
    parts = template_parts(TemplateKind.DOCUMENT)
    styles = parts[STYLES].decode("utf-8").replace("仿宋_GB2312", "楷体_GB2312")
    styles = styles.replace('<w:sz w:val="120"/>', '<w:sz w:val="80"/>').replace('"FF0000"', '"C00000"')
    return load_template(pack(parts | {STYLES: styles.encode("utf-8")}))


@pytest.fixture(scope="module")
def pages() -> Rendered:
    """The pages of the samples under each custom, laid out in one run."""
    if missing := rendering.missing_tools():
        pytest.skip(f"not on this machine: {missing}")
    saved = load_template(rendering.resave({"a": make_template(TemplateKind.DOCUMENT)})["a"])
    files = {
        "plain": write_document(samples.plain_text(), template_under(GB33476)),
        "sealed": write_document(samples.sealed(), template_under(GB33476)),
        "centred": write_document(samples.plain_text(), template_under(CENTRED)),
        "figures": write_document(with_figures(), template_under(FANGSONG)),
        "bold": write_document(with_figures(), template_under(BOLD)),
        "saved": write_document(samples.sealed(), saved),
        "savedplain": write_document(samples.plain_text(), saved),
        "original": write_document(samples.sealed(), template_under(LocalCustom())),
        "restyled": write_document(samples.plain_text(), restyled_template()),
    }
    return rendering.render(files)


def body_lines(page: Page) -> list[Line]:
    """The lines of a page without its page number."""
    return [line for line in page.lines if line.top < 262]


def body_text(page: Page) -> str:
    """The words of a page without its page number."""
    return "".join(line.text for line in body_lines(page))


def last_rule(page: Page) -> float:
    """The height of the last rule of an imprint."""
    return max(rule.middle for rule in page.rules if rule.width > 150)


@pytest.mark.render
def test_under_33476_the_characters_begin_at_37_mm_and_end_at_262(pages: Rendered) -> None:
    lines = body_lines(pages["plain"][1])
    assert len(lines) == 22
    assert lines[0].base - ABOVE_BASE == pytest.approx(37, abs=1)
    assert lines[-1].base + BELOW_BASE == pytest.approx(262, abs=1)
    assert {len(line.text) for line in lines} == {28}


@pytest.mark.render
def test_under_33476_the_mark_stands_at_72_mm_and_the_rule_4_mm_below_the_number(pages: Rendered) -> None:
    for name in ("plain", "sealed"):
        first = pages[name][0]
        mark = next(line for line in first.lines if line.text.endswith("文件"))
        assert mark.top == pytest.approx(72, abs=1)
        rule = next(rule for rule in first.rules if rule.colour == (255, 0, 0))
        number = next(line for line in first.lines if "〔" in line.text)
        assert rule.top - number.bottom == pytest.approx(4, abs=0.5)


@pytest.mark.render
@pytest.mark.parametrize("name", ["plain", "sealed", "centred", "saved", "savedplain", "original"])
def test_the_imprint_ends_at_262_mm_under_every_profile(name: str, pages: Rendered) -> None:
    assert last_rule(pages[name][-1]) == pytest.approx(262, abs=1)


@pytest.mark.render
@pytest.mark.parametrize("name", ["plain", "sealed", "centred"])
def test_the_dash_of_the_page_number_stays_7_mm_below(name: str, pages: Rendered) -> None:
    for page in pages[name]:
        assert page.lines[-1].marks[0].top - 262 == pytest.approx(7, abs=1)


@pytest.mark.render
def test_a_centred_page_number_stands_in_the_middle_of_the_text_area(pages: Rendered) -> None:
    for number, page in enumerate(pages["centred"], start=1):
        line = page.lines[-1]
        assert line.text == f"—{number}—"
        assert (line.left + line.right) / 2 == pytest.approx(28 + 156 / 2, abs=0.5)


def fonts_of(page: Page, characters: str) -> set[str]:
    """The fonts in which some characters of the body are set."""
    return {
        mark.font.split("-")[0]
        for line in body_lines(page)
        for mark in line.marks
        if mark.text in characters and "〔" not in line.text
    }


@pytest.mark.render
def test_figures_are_in_the_face_that_the_office_has_chosen(pages: Rendered) -> None:
    figure = "9"
    assert fonts_of(pages["figures"][0], figure) == {"FandolFang"}
    assert fonts_of(pages["bold"][0], figure) == {"LiberationSerif"}


@pytest.mark.render
def test_a_bold_second_level_is_printed_bold_and_its_paragraph_is_not(pages: Rendered) -> None:
    line = pages["bold"][0].line("（一）市直单位。")
    assert {mark.font for mark in line.marks if mark.text in "市直单位"} == {"LXGWWenKai-Bold"}
    assert {mark.font for mark in line.marks if mark.text in "年共购买"} == {"FandolFang-Regular"}
    plain = pages["figures"][0].line("（一）市直单位。")
    assert {mark.font for mark in plain.marks if mark.text in "市直单位"} == {"LXGWWenKai-Regular"}


@pytest.mark.render
def test_a_template_saved_by_libreoffice_gives_the_same_words_in_the_same_places(pages: Rendered) -> None:
    """LibreOffice gives up hanging punctuation when it saves, so that some lines end elsewhere."""
    saved, original = pages["saved"], pages["original"]
    assert len(saved) == len(original)
    assert "".join(body_text(page) for page in saved) == "".join(body_text(page) for page in original)
    for first in (saved[0], original[0]):
        mark = next(line for line in first.lines if line.text.endswith("文件"))
        assert mark.top == pytest.approx(72, abs=1)
    assert {len(line.text) for line in body_lines(pages["savedplain"][1])} == {28}


@pytest.mark.render
def test_restyling_in_word_changes_the_page_and_no_code(pages: Rendered) -> None:
    first = pages["restyled"][0]
    mark = next(line for line in first.lines if line.text.endswith("文件"))
    usual = next(line for line in pages["centred"][0].lines if line.text.endswith("文件"))
    assert (mark.right - mark.left) / (usual.right - usual.left) == pytest.approx(40 / 60, abs=0.02)
    assert {rule.colour for rule in first.rules} >= {(192, 0, 0)}
    assert fonts_of(first, "改革") == {"LXGWWenKai"}
