"""The order of what is read: boxes, tables, headers and footers, drawn lines and pictures."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.recognition.facts import RuleFacts, Where
from tests.inspection.packages import A4, box, drawn_line, p, r, style, theme_part, vml_box
from tests.inspection.packed import read, texts

# --- order: boxes, tables, stories ----------------------------------------------------------------


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


# --- drawn lines and pictures ---------------------------------------------------------------------


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
