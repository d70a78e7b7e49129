"""Numbers that Word makes, as they are printed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.inspection.packages import in_list, level, p, style
from tests.inspection.packed import read


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
