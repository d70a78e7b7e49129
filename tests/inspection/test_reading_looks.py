"""Looks as they are read: the cascade of styles, fonts and themes, indents and room."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.recognition.facts import RuleFacts
from tests.inspection.packages import A4, p, style, theme_part
from tests.inspection.packed import DEFAULTS, first, read

SIZE_16 = '<w:sz w:val="32"/>'


# --- the cascade ----------------------------------------------------------------------------------


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


# --- fonts ----------------------------------------------------------------------------------------

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


# --- layout ---------------------------------------------------------------------------------------


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
