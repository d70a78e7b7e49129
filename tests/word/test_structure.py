"""How the parts of a document become paragraphs, tables and boxes, and what the pen refuses to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import (
    Attachment,
    Cell,
    Heading,
    Imprint,
    Masthead,
    OfficialDocument,
    Row,
    RowKind,
    Signature,
    SignatureMode,
    Table,
    words,
)
from generator.problems import LibraryError, Place
from generator.word import TemplateKind, standard_template, write_article, write_document
from generator.word.grid import ShapeError, lay_out, scale
from generator.word.measure import Measure, text_width
from tests.word import samples
from tests.word.reading import W, Written


def write(document: OfficialDocument) -> Written:
    return Written(write_document(document, standard_template(TemplateKind.DOCUMENT)))


def plain_with(**changes: object) -> OfficialDocument:
    return replace(samples.plain_text(), **changes)  # type: ignore[arg-type]


def refused(document: OfficialDocument) -> list[str]:
    with pytest.raises(LibraryError) as caught:
        write(document)
    return [problem.message for problem in caught.value.problems]


# --- order and parts ------------------------------------------------------------------------------


def test_the_parts_stand_in_the_order_of_the_standard(written: dict[str, Written]) -> None:
    styles = [style for style, _ in written["sealed"].paragraphs]
    wanted = [
        "版头角标",
        "机关标志十七字",
        "多个签发人",
        "版头分隔线",
        "Title",
        "主送机关",
        "公文正文",
        "附件说明",
    ]
    wanted += ["署名", "成文日期", "附注", "附件标识", "附件标题", "版记位置", "抄送机关", "印发机关"]
    firsts = [styles.index(style) for style in wanted]
    assert firsts == sorted(firsts)


def test_the_title_is_one_paragraph_with_its_lines(written: dict[str, Written]) -> None:
    (title,) = written["report"].in_style("Title")
    assert title == "濮阳市政府购买服务\n开展情况的报告"


def test_an_enclosed_document_begins_a_page_with_its_own_head(written: dict[str, Written]) -> None:
    corners = [
        p
        for p in written["chain"].root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "版头角标"
    ]
    breaks = [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in corners]
    assert breaks == [False] * 3 + [True, False, False] * 2
    assert written["chain"].in_style("发文字号") == [
        "博财采〔2022〕19号",
        "淄财采〔2022〕20号",
        "鲁财采〔2022〕14号",
    ]


def test_enclosed_imprints_come_out_innermost_first(written: dict[str, Written]) -> None:
    assert written["chain"].in_style("印发机关") == [
        "山东省财政厅办公室\t2022年8月16日印发",
        "淄博市财政局办公室\t2022年12月20日印发",
    ]


def test_an_imprint_below_an_enclosed_one_begins_a_page_and_any_other_does_not(
    written: dict[str, Written],
) -> None:
    anchors = [
        p
        for p in written["chain"].root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "版记位置"
    ]
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in anchors] == [False, True]


def test_an_attached_table_after_an_enclosed_document_leaves_the_imprint_on_its_page() -> None:
    chain = samples.municipal()
    table = Attachment("附2", 2, "联系点名单", (samples.counties_table(),))
    file = write(replace(chain, attachments=(*chain.attachments, table)))
    anchors = [p for p in file.root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "版记位置"]
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in anchors] == [False, False]


def test_a_run_in_heading_has_the_character_style_of_its_level(written: dict[str, Written]) -> None:
    paragraph = written["report"].element(
        "（一）市直单位积极实践。编制分部门指导性目录，一级目录4个、二级目录13个、三级目录19个。"
    )
    first = next(paragraph.iterchildren(f"{W}r"))
    assert first.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "二级标题字"
    assert first.find(f"{W}t").text == "（一）市直单位积极实践。"


def test_four_levels_of_headings_have_four_styles(written: dict[str, Written]) -> None:
    file = written["report"]
    assert "（一）存在问题" in file.in_style("Heading2")
    assert "1.纳入预算" in file.in_style("Heading3")
    assert "（1）分年落实" in file.in_style("Heading4")


# --- 附件说明 ---------------------------------------------------------------------------------------


def test_a_single_attachment_is_named_without_number(written: dict[str, Written]) -> None:
    assert "附件：山东省政府购买服务改革联系点名单" in written["chain"].in_style("附件说明")
    assert "附件" in written["chain"].in_style("附件标识")


def test_several_attachments_are_numbered_and_only_the_first_line_has_the_label(
    written: dict[str, Written],
) -> None:
    assert written["report"].in_style("附件说明") == [
        "附件：1.濮阳市政府购买服务项目和金额统计表",
        "2.濮阳市数字化城市管理信息采集服务外包项目",
        "3.华龙区一年一村一场戏一场电影工程",
        "4.濮阳市政府购买服务调查统计表",
    ]
    assert written["report"].in_style("附件标识") == ["附件1", "附件2", "附件3", "附件4"]


def test_numbers_of_one_and_two_figures_end_at_one_place(written: dict[str, Written]) -> None:
    indents = [
        paragraph.find(f"{W}pPr/{W}ind")
        for paragraph in written["sealed"].root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "附件说明"
    ]
    assert len({indent.get(f"{W}left") for indent in indents}) == 1
    hanging = [int(indent.get(f"{W}hanging")) for indent in indents]
    assert hanging[1:9] == [hanging[1]] * 8
    assert hanging[9] - hanging[8] == 157
    assert hanging[0] > hanging[9]


# --- 署名 and 成文日期 --------------------------------------------------------------------------------

CHARACTER = 8844 / 28


@pytest.mark.parametrize(
    ("name", "day", "name_ends", "date_ends"),
    [
        ("淄博市博山区财政局", date(2022, 8, 6), 2, 3),
        ("濮阳市财政局", date(2017, 6, 9), 3, 1),
        ("财政部", date(2022, 12, 22), 8, 2),
        ("财政局", date(2017, 6, 9), 7, 2),
    ],
)
def test_places_of_name_and_date_without_seal(
    name: str, day: date, name_ends: float, date_ends: float
) -> None:
    """The date begins 2 字 right of the name; a date longer than the name ends 2 字 from the edge.

    A date as long as the name would pass the edge in LibreOffice: there both begin further left.
    """
    file = write(plain_with(signature=Signature((name,), day)))
    begins = left_of(file, "署名"), left_of(file, "成文日期")
    widths = text_width(name, 316), text_width(f"{day.year}年{day.month}月{day.day}日", 316)
    assert begins[1] - begins[0] == pytest.approx(2 * CHARACTER, abs=2)
    ends = [(8844 - begin - width) / CHARACTER for begin, width in zip(begins, widths, strict=True)]
    assert ends == pytest.approx([name_ends, date_ends], abs=0.05)


def left_of(file: Written, style: str) -> int:
    paragraph = next(
        p for p in file.root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style
    )
    return int(paragraph.find(f"{W}pPr/{W}ind").get(f"{W}left"))


def test_with_a_seal_name_and_date_share_an_axis_and_the_date_ends_four_characters_from_the_edge() -> None:
    file = write(plain_with(signature=Signature(("财政局",), date(2017, 6, 9), SignatureMode.SEAL)))
    assert left_of(file, "署名") == left_of(file, "成文日期")
    axis = (8844 + left_of(file, "署名")) / 2
    assert (8844 - axis) / CHARACTER - 3 == pytest.approx(4, abs=0.02)


@pytest.mark.parametrize(
    ("signature", "names", "days"),
    [
        (None, [], []),
        (Signature((), None), [], []),
        (Signature(("甲局",), None), ["甲局"], []),
        (Signature((), date(2024, 5, 6)), [], ["2024年5月6日"]),
        (Signature(("甲局", "乙局"), date(2024, 5, 6)), ["甲局", "乙局"], ["2024年5月6日"]),
        (
            Signature(("甲局", "乙局"), date(2024, 5, 6), SignatureMode.SEAL),
            ["\t甲局\t乙局"],
            ["\t2024年5月6日"],
        ),
    ],
)
def test_what_is_known_of_a_signature_is_printed(
    signature: Signature | None, names: list[str], days: list[str]
) -> None:
    file = write(plain_with(signature=signature))
    assert file.in_style("署名") == names
    assert file.in_style("成文日期") == days


def test_the_last_words_stay_on_the_page_of_the_signature() -> None:
    file = write(samples.plain_text())
    assert file.element("特此通知。").find(f"{W}pPr/{W}keepNext") is not None
    unsigned = write(plain_with(signature=None))
    assert unsigned.element("特此通知。").find(f"{W}pPr/{W}keepNext") is None


# --- 版记 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("imprint", "copies", "printing"),
    [
        (None, [], []),
        (Imprint(), [], []),
        (Imprint("办公室"), [], ["办公室\t"]),
        (Imprint(printed_on=date(2024, 5, 6)), [], ["\t2024年5月6日印发"]),
        (Imprint(copies_to=("甲局", "乙局。")), ["抄送：甲局，乙局。"], []),
        (Imprint(addressees=("甲县",), copies_to=("乙局",)), ["主送：甲县。", "抄送：乙局。"], []),
    ],
)
def test_an_imprint_prints_what_it_has(
    imprint: Imprint | None, copies: list[str], printing: list[str]
) -> None:
    file = write(plain_with(imprint=imprint))
    assert file.in_style("抄送机关") == copies
    assert file.in_style("印发机关") == printing
    assert len(file.in_style("版记位置")) == (1 if copies or printing else 0)


def test_the_disclosure_line_is_printed_without_an_imprint_too() -> None:
    file = write(plain_with(imprint=None, disclosure="信息公开选项：主动公开"))
    assert file.in_style("信息公开选项") == ["信息公开选项：主动公开"]
    styles = [p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in file.root.iter(f"{W}p")]
    assert styles[styles.index("信息公开选项") - 1] == "空行"


def test_the_anchor_of_an_imprint_is_as_high_as_its_box(written: dict[str, Written]) -> None:
    anchor = next(
        p
        for p in written["sealed"].root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "版记位置"
    )
    rows = sum(int(row.get(f"{W}val")) for row in anchor.iter(f"{W}trHeight"))
    assert rows == 6 * 560
    assert int(anchor.find(f"{W}pPr/{W}spacing").get(f"{W}line")) == rows + 10


def test_lines_of_a_list_are_never_counted_too_few() -> None:
    measure = Measure(280, 2800, 2000)
    assert measure.count("甲" * 10) == 1
    assert measure.count("甲" * 11) == 2
    assert measure.count("甲" * 10 + "。") == 2
    assert measure.count("甲" * 9 + "（乙）") == 2


# --- tables -----------------------------------------------------------------------------------------


def test_head_rows_repeat_and_no_row_is_split(written: dict[str, Written]) -> None:
    table = next(written["report"].root.iter(f"{W}tbl"))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iterchildren(f"{W}tr")]
    assert heads == [True, True] + [False] * 7
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iterchildren(f"{W}tr"))


def test_spans_over_columns_and_rows_are_merged(written: dict[str, Written]) -> None:
    table = next(written["report"].root.iter(f"{W}tbl"))
    first, second = list(table.iterchildren(f"{W}tr"))[:2]
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in first.iterchildren(f"{W}tc")]
    assert [span.get(f"{W}val") if span is not None else "1" for span in spans] == ["1", "2", "2"]
    merges = [row.find(f"{W}tc/{W}tcPr/{W}vMerge").get(f"{W}val") for row in (first, second)]
    assert merges == ["restart", None]


def test_kinds_of_rows_have_their_styles(written: dict[str, Written]) -> None:
    file = written["report"]
    assert file.in_style("表格分节") == [title for title, _ in samples.SECTIONS]
    assert file.in_style("表格合计") == ["合计", "199", "35864.87", "113", "9199.3"]
    assert file.in_style("表格表头")[0] == "服务类别"
    assert (
        len([text for text in file.in_style("表格文字") if text[:1].isdigit() and "项要填写" in text]) == 27
    )


def test_a_note_stands_above_its_table_and_a_remark_below() -> None:
    table = replace(samples.counties_table(), title="名单")
    for note, order in (
        ("单位：万元", ["表格标题", "表格说明", "表格表头"]),
        ("注：口径见说明", ["表格标题", "表格表头", "表格说明"]),
    ):
        styles = [style for style, _ in write(plain_with(body=(replace(table, note=note),))).paragraphs]
        places = [styles.index(style) for style in order]
        assert places == sorted(places)


def test_two_tables_in_a_row_stay_two() -> None:
    file = write(plain_with(body=(samples.counties_table(), samples.counties_table())))
    assert len(list(file.root.iter(f"{W}tbl"))) == 3
    first = next(file.root.iter(f"{W}tbl"))
    assert first.getnext().tag == f"{W}p"


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=30), st.integers(1000, 20000))
def test_widths_add_up_exactly_and_keep_their_shares(shares: list[int], width: int) -> None:
    widths = scale(tuple(shares), width)
    assert sum(widths) == width
    assert all(abs(one - width * share / sum(shares)) < 1 for one, share in zip(widths, shares, strict=True))


def test_a_cell_over_rows_and_columns_goes_on_below() -> None:
    wide = samples.cell("甲", columns=2, rows=2)
    rows = (Row((wide, samples.cell("乙"))), Row((samples.cell("丙"),)))
    laid = lay_out(rows, 3)
    assert [(piece.column, piece.columns, piece.first) for piece in laid[1]] == [(0, 2, False), (2, 1, True)]


@pytest.mark.parametrize(
    "rows",
    [
        (Row((samples.cell("甲"),)),),
        (Row((samples.cell("甲"), samples.cell("乙"), samples.cell("丙"))),),
        (Row((samples.cell("甲", columns=3),)),),
        (Row((samples.cell("甲", rows=2), samples.cell("乙"))),),
        (Row((samples.cell("甲"), samples.cell("乙", rows=2))), Row((samples.cell("丙", columns=2),))),
    ],
)
def test_cells_that_do_not_fill_the_grid_are_refused(rows: tuple[Row, ...]) -> None:
    with pytest.raises(ShapeError):
        lay_out(rows, 2)


# --- what is refused ----------------------------------------------------------------------------------


def test_a_mark_too_long_for_the_page_is_refused() -> None:
    assert refused(plain_with(masthead=Masthead("某" * 27, "某〔2024〕1号"))) == [
        "发文机关标志有 27 字，版心排不下（最多 26 字）。"
    ]


def test_a_fifth_level_is_refused() -> None:
    assert refused(plain_with(body=(Heading("题", 5, "①", words("太深")),))) == [
        "标题只有四级，“①太深”是第 5 级。"
    ]


def test_a_crooked_table_is_refused_at_its_place() -> None:
    table = Table(
        "表", (1, 1), (), (Row((Cell(words("甲")),), RowKind.DATA),), origin=Place("returns/某.yaml", 7, 3)
    )
    with pytest.raises(LibraryError) as caught:
        write(plain_with(body=(table,)))
    (problem,) = caught.value.problems
    assert str(problem.place) == "returns/某.yaml:7:3"
    assert problem.code == "WORD014"


def test_faults_of_enclosed_documents_are_found_and_all_told_at_once() -> None:
    head = replace(samples.provincial().masthead, mark="某" * 27)
    inner = replace(samples.provincial(), masthead=head, title="坏\x0b字")
    outer = replace(samples.municipal(), attachments=(Attachment("附", None, "附", inner),), note="坏\x0c注")
    assert len(refused(outer)) == 3


@pytest.mark.parametrize("change", [lambda text: text, lambda text: f"（{text}）"])
def test_a_note_gets_its_brackets_once(change: Callable[[str], str]) -> None:
    assert write(plain_with(note=change("此件公开发布"))).in_style("附注") == ["（此件公开发布）"]


# --- titles in lines, articles alone -------------------------------------------------------------------


def test_titles_of_attachments_and_articles_break_where_the_tree_says() -> None:
    attachment = replace(
        samples.provincial().attachments[0], title_lines=("山东省政府购买服务", "改革联系点名单")
    )
    file = write(replace(samples.provincial(), attachments=(attachment,)))
    assert file.in_style("附件标题") == ["山东省政府购买服务\n改革联系点名单"]
    assert "附件：山东省政府购买服务改革联系点名单" in file.in_style("附件说明")


def test_an_article_alone_has_neither_cover_nor_contents_nor_fields() -> None:
    article = replace(samples.collection().chapters[0].articles[0], title_lines=("濮阳市", "外包项目"))
    file = Written(write_article(article, standard_template(TemplateKind.COLLECTION)))
    assert file.paragraphs[0] == ("Heading2", "濮阳市\n外包项目")
    assert "目录" not in file.text
    assert len(list(file.root.iter(f"{W}sectPr"))) == 1
    assert b"updateFields" not in file.parts["word/settings.xml"]
    assert file.root.find(f".//{W}bookmarkStart") is None


def test_faults_of_an_article_are_told_with_its_place() -> None:
    article = replace(
        samples.collection().chapters[0].articles[0], subtitle="坏\x07字", origin=Place("cases/某.yaml", 3, 1)
    )
    with pytest.raises(LibraryError, match=r"cases/某\.yaml:3:1: 错误 WORD010"):
        write_article(article, standard_template(TemplateKind.COLLECTION))
