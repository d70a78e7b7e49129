"""Tables of attachments: 统计表 with heads of one or two rows, 名单, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.compose.statistics import group_total, statistics_table
from generator.importers.records.attached import drafts_of_attachment
from generator.importers.records.context import Context
from generator.models.fields import Absent
from generator.models.returns import Dash, HeadRows, Roster, Statistics
from tests.importers.attached.conftest import attached, doubted, paragraph, record_of, table, told, wide

MakeContext = Callable[..., Context]

TWO_ROWS = (
    (wide("服务类别", rows=2), wide("2016年", columns=2), wide("2017年1月-5月", columns=2)),
    ("项目数量（个）", "金额（万元）", "项目数量（个）", "金额（万元）"),
)


def test_a_head_of_two_rows_gives_groups_and_indicators(context: MakeContext) -> None:
    grid = table(
        *TWO_ROWS,
        ("基本公共服务", "91", "32,857.95", "71", "7878.24"),
        ("技术性服务", "无", "—", "2", "382.770"),
        ("合 计", "91", "32857.95", "73", "8261.01"),
        head=2,
    )
    lines = (
        paragraph("填报单位：某市财政局（盖章）"),
        grid,
        paragraph("填表人：某某　联系电话：0393-1234567"),
    )
    (draft,) = drafts_of_attachment(
        attached("某市项目和金额统计表", *lines), context(period="2016年至2017年5月")
    )
    record = record_of(draft)
    assert isinstance(record, Statistics)
    assert [(group.name, str(group.period and group.period.text)) for group in record.groups] == [
        ("2016年", "2016年"),
        ("2017年1月-5月", "2017年1月-5月"),
    ]
    assert [(item.name, item.unit) for item in record.indicators] == [("项目数量", "个"), ("金额", "万元")]
    assert (record.reporter, record.groups_add_up.value) == ("某市财政局", "是")
    cells = record.rows[1].values
    assert cells["2016年"] == {"项目数量": Absent.NONE, "金额": Dash.EM}
    assert group_total(record, "2016年", "金额") == Decimal("32857.95")
    assert record.stated_totals["2017年1月-5月"]["金额"] == Decimal("8261.01")
    assert record.notes == ("填表人：某某　联系电话：0393-1234567",)


def test_a_table_is_printed_as_it_was_read(context: MakeContext) -> None:
    rows = (
        ("基本公共服务", "91", "32,857.95", "71", "7878.240"),
        ("技术性服务", "无", "—", "", "382.77"),
    )
    (draft,) = drafts_of_attachment(attached("统计表", table(*TWO_ROWS, *rows, head=2)), context())
    record = record_of(draft)
    assert isinstance(record, Statistics)
    printed = statistics_table(record, "t", None)
    assert [tuple(cell.text for cell in row.cells) for row in printed.rows] == list(rows)
    assert [cell.text for cell in printed.head[0].cells] == ["服务类别", "2016年", "2017年1月-5月"]


def test_a_unit_line_gives_the_units_and_a_total_column_is_kept_by_row(context: MakeContext) -> None:
    grid = table(
        ("序号", "县区", "2016年", "2017年", "合计", "备注"),
        ("1", "华龙区", "10.5", "20", "30.5", ""),
        ("2", "范 县", "1", "2", "3", "含乡镇"),
        ("", "总计", "11.5", "22", "33.5", ""),
    )
    (draft,) = drafts_of_attachment(attached("各县区金额", paragraph("单位：万元"), grid), context())
    record = record_of(draft)
    assert isinstance(record, Statistics)
    assert (record.head, record.unit_line, record.total_name) == (HeadRows.GROUPS, "万元", "总计")
    assert [item.unit for item in record.indicators] == ["万元"]
    assert [(row.number, row.name, row.remark) for row in record.rows] == [
        ("1", "华龙区", None),
        ("2", "范县", "含乡镇"),
    ]
    assert record.rows[0].stated == {"数值": Decimal("30.5")}
    assert record.stated_grand == {"数值": Decimal("33.5")}
    printed = statistics_table(record, "t", None)
    assert [cell.text for cell in printed.head[0].cells] == [
        "序号",
        "县区",
        "2016年",
        "2017年",
        "合计",
        "备注",
    ]
    assert [cell.text for cell in printed.rows[-1].cells] == ["", "总\u3000计", "11.5", "22", "33.5", ""]
    assert printed.note == "单位：万元"


def test_indicators_alone_stand_in_one_head_row(context: MakeContext) -> None:
    grid = table(("单位", "项目数量（个）", "金额（万元）"), ("甲局", "3", "5.20"), ("乙局", "4", "6"))
    (draft,) = drafts_of_attachment(attached("2022年各单位情况", grid), context())
    record = record_of(draft)
    assert isinstance(record, Statistics)
    assert (record.head, record.total_name, record.period.text) == (HeadRows.INDICATORS, "无", "2022年")
    assert len(statistics_table(record, "t", None).rows) == 2


def test_groups_that_may_contain_one_another_are_not_added_without_asking(context: MakeContext) -> None:
    head = (
        (wide("类别", rows=2), wide("全市", columns=1), wide("市本级", columns=1)),
        ("金额（亿元）", "金额（亿元）"),
    )
    grid = table(*head, ("公共服务类", "12.37", "5.07"), head=2)
    (draft,) = drafts_of_attachment(attached("规模", grid), context())
    assert draft.data["列组相加"] == "否"
    assert "列组相加" in doubted(draft)


@pytest.mark.parametrize(
    "rows",
    [
        (("类别", "占比"), ("甲", "5.2%")),
        (("类别", "金额（万元）"), ("甲类", "8"), ("其中：乙", "3")),
        (("类别", "金额（万元）"), ("甲类", "8"), ("甲类", "3")),
        (("类别", "金额（万元）"), ("甲类", "约8")),
        (("类别", "金额（万元）", "金额（万元）"), ("甲类", "8", "9")),
        (("姓名", "单位", "电话"), ("张某", "甲局", "0393-1234567")),
        (("年", "月"),),
    ],
)
def test_what_does_not_fit_is_kept_as_a_list_word_for_word(
    context: MakeContext, rows: tuple[tuple[str, ...], ...]
) -> None:
    (draft,) = drafts_of_attachment(attached("附表", table(*rows)), context())
    record = record_of(draft)
    assert isinstance(record, Roster)
    assert all(cell in told([draft]) for row in rows for cell in row)


def test_spaces_inside_short_names_are_typesetting(context: MakeContext) -> None:
    grid = table(("地级市", "联系点"), ("日照市", "莒 县"), ("聊城市", "冠\u3000县"), ("济南市", "市中区"))
    (draft,) = drafts_of_attachment(attached("联系点名单", grid), context(region="山东省"))
    assert draft.data["行"] == [["日照市", "莒县"], ["聊城市", "冠县"], ["济南市", "市中区"]]


def test_empty_cells_of_a_list_are_not_written(context: MakeContext) -> None:
    grid = table(("单位", wide("联系方式", columns=2)), ("", "姓名", "电话"), ("甲局", "", "12345"))
    (draft,) = drafts_of_attachment(attached("通讯录", grid), context())
    assert draft.data["列"] == ["单位", "联系方式姓名", "联系方式电话"]
    assert draft.data["行"] == [["甲局", "原文未写", "12345"]]
    assert "列" in doubted(draft)


def test_two_tables_of_one_attachment_are_two_records(context: MakeContext) -> None:
    first, second = table(("甲", "乙"), ("子", "丑")), table(("丙", "丁"), ("寅", "卯"))
    drafts = drafts_of_attachment(attached("附表", first, paragraph("表二"), second), context())
    assert [(draft.data["名称"], len(draft.data["行"])) for draft in drafts] == [("附表", 1), ("表二", 1)]


def test_a_table_goes_on_behind_a_page_break(context: MakeContext) -> None:
    first, second = table(("甲", "乙"), ("子", "丑")), table(("寅", "卯"), head=0)
    (draft,) = drafts_of_attachment(attached("附表", first, second), context())
    assert draft.data["行"] == [["子", "丑"], ["寅", "卯"]]


def test_a_text_that_is_no_case_is_left_to_the_caller(context: MakeContext) -> None:
    assert drafts_of_attachment(attached("某办法", paragraph("第一条　为了规范。")), context()) == ()


def test_a_table_between_sentences_is_part_of_a_text(context: MakeContext) -> None:
    rows = table(("项目", "金额（万元）"), ("公共文化场馆运行管理服务", "3285.95"), ("环卫保洁", "1200.00"))
    between = attached("实施方案", paragraph("各单位按下表安排资金。"), rows, paragraph("年底前报送结果。"))
    below = attached("资金安排表", rows, paragraph("说明：金额为预算数。"))
    assert drafts_of_attachment(between, context()) == ()
    assert len(drafts_of_attachment(below, context())) == 1
