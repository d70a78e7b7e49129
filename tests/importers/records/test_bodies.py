"""Recovered blocks as Markdown, and what composing makes of it."""

from __future__ import annotations

from generator.document import Attendance, Cell, Heading, Paragraph, Row, Table, words
from generator.importers.records.bodies import attendance_blocks, body_of, composed, provisions, text_of


def heading(label: str, text: str, level: int = 1) -> Heading:
    return Heading("p1", level, label, words(text))


def paragraph(text: str, lead: Heading | None = None) -> Paragraph:
    return Paragraph("p2", words(text), lead)


def table(*rows: tuple[Cell, ...]) -> Table:
    made = tuple(Row(cells) for cells in rows)
    return Table("t", (1, 1, 1), made[:1], made[1:])


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(words(text), columns=columns, rows=rows)


def test_headings_and_run_ins_stand_as_printed() -> None:
    blocks = (
        heading("一、", "总体要求"),
        paragraph("正文。"),
        paragraph("接排的正文。", heading("(一)", "加强管理。", 2)),
        paragraph("正文没有句号的接排", heading("1、", "未完", 3)),
    )
    assert (
        body_of(blocks)
        == "# 一、总体要求\n\n正文。\n\n## (一)加强管理。\n\n接排的正文。\n\n1、未完正文没有句号的接排"
    )


def test_articles_stand_alone_above_their_first_paragraph() -> None:
    blocks = (
        heading("第一章\u3000", "总则"),
        paragraph("为了规范，制定本办法。", heading("第一条\u3000", "")),
        heading("第二条\u3000", "适用范围如下。", 1),
        paragraph("第二款。"),
    )
    body = body_of(blocks)
    assert body == "\n\n".join(
        (
            "# 第一章\u3000总则",
            *("# 第一条", "为了规范，制定本办法。"),
            *("# 第二条", "适用范围如下。", "第二款。"),
        )
    )
    printed = [text_of(block) for block in composed(body)]
    assert printed == [
        "第一章\u3000总则",
        "第一条\u3000为了规范，制定本办法。",
        "第二条\u3000适用范围如下。",
        "第二款。",
    ]


def test_a_merged_cell_leaves_empty_what_it_covers() -> None:
    merged = table(
        (cell("项目", rows=2), cell("2016年", columns=2)),
        (cell("数量"), cell("金额|元")),
        (cell("甲"), cell("1"), cell("2")),
    )
    assert body_of((merged,)) == (
        "| 项目 | 2016年 |  |\n| --- | --- | --- |\n|  | 数量 | 金额\\|元 |\n| 甲 | 1 | 2 |"
    )


def test_a_table_stands_between_its_title_and_its_note() -> None:
    one = Table("t", (1,), (), (Row((cell("甲"),)),), title="统计表", note="单位：万元")
    assert body_of((one,)) == "统计表\n\n| 甲 |\n| --- |\n\n单位：万元"


def test_who_took_part_becomes_a_paragraph() -> None:
    blocks = attendance_blocks((Attendance("出席", ("甲", "乙")),))
    assert body_of(blocks) == "出席：甲、乙"


def test_provisions_bear_the_names_that_staff_give_them() -> None:
    body = "引言。\n\n# 一、甲\n\n段。\n\n## （一）乙。\n\n段。\n\n# 二、丙\n\n段。"
    names = [name for name, _ in provisions(composed(body))]
    assert names == ["引言", "一", "一", "一（一）", "二", "二"]
    assert [name for name, _ in provisions(composed("只有一段。"))] == ["正文"]
