"""Workbooks as bureaus send them, read by the reader of originals and turned into records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook

from generator.compose.statistics import group_total
from generator.importers.drafts import Draft
from generator.importers.reading import read_original
from generator.importers.records.attached import drafts_of_sheet
from generator.importers.records.context import Context
from generator.models.returns import HeadRows, Roster, Statistics, SurveyForm, SurveyReturn
from tests.importers.attached.conftest import doubted, record_of

MakeContext = Callable[..., Context]
Rows = Sequence[Sequence[str | int | float | None]]


def drafts_of_workbook(rows: Rows, merged: Sequence[str], context: Context) -> tuple[Draft, ...]:
    """Save a sheet, read it as an original is read, and make records of it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    saved = BytesIO()
    book.save(saved)
    lines = read_original(saved.getvalue(), "报表.xlsx").lines
    return drafts_of_sheet("Sheet1", [line.cells or (line.text,) for line in lines], context)


def test_a_statistics_workbook_with_merged_heads_and_a_signature_line(context: MakeContext) -> None:
    rows: Rows = (
        ("濮阳市2017年政府购买服务项目和金额统计表", None, None, None, None),
        ("填报单位：濮阳市财政局", None, None, "单位：万元", None),
        ("服务类别", "2016年", None, "2017年1-5月", None),
        (None, "项目数量（个）", "金额", "项目数量（个）", "金额"),
        ("基本公共服务", 91, 32857.95, 71, 7878.24),
        ("社会管理性服务", 6, 730.96, "无", "—"),
        ("合计", 97, 33588.91, 71, 7878.24),
        ("填表人：张某", None, "审核人：李某", None, "联系电话：0393-1234567"),
    )
    merged = ("A1:E1", "A3:A4", "B3:C3", "D3:E3")
    (draft,) = drafts_of_workbook(rows, merged, context())
    record = record_of(draft)
    assert isinstance(record, Statistics)
    assert (record.title, record.reporter) == ("濮阳市2017年政府购买服务项目和金额统计表", "濮阳市财政局")
    assert (record.head, record.unit_line) == (HeadRows.BOTH, "万元")
    assert [(item.name, item.unit) for item in record.indicators] == [("项目数量", "个"), ("金额", "万元")]
    (entry,) = (entry for entry in draft.data["待确认"] if entry["字段"] == "期间")
    assert entry["候选"] == ["2017年", "2016年至2017年"]
    assert group_total(record, "2016年", "金额") == Decimal("33588.91")
    assert group_total(record, "2017年1-5月", "金额") == Decimal("7878.24")
    assert record.notes == ("填表人：张某\u3000审核人：李某\u3000联系电话：0393-1234567",)


SURVEY: Rows = (
    ("某市政府购买服务调查表", None, None, None),
    ("填报单位：某市财政局", None, None, None),
    ("序号", "填报事项", "填报内容", "填报说明"),
    ("一、基本情况", None, None, None),
    (1, "印发的政策性文件（依顺序列出）。", "《某办法》（某财综〔2021〕3号）", "列明名称、文号。"),
    (2, "是否存在直接委托的情况（没有的填无）。", None, None),
    ("二、实施情况", None, None, None),
    (3, "公开招标所占比例。", "95%", None),
    (None, None, "另有定点采购", None),
    (4, "有什么建议？", "无", "开放性问题。"),
    ("注：请于月底前报送。", None, None, None),
)


def test_a_survey_workbook_gives_the_return_and_its_form(context: MakeContext) -> None:
    filled, asked = drafts_of_workbook(
        SURVEY, ("A1:D1", "A4:D4", "A7:D7"), context(day=None, period="2022年")
    )
    survey, form = record_of(filled), record_of(asked)
    assert isinstance(survey, SurveyReturn)
    assert isinstance(form, SurveyForm)
    assert (survey.form, survey.reporter) == (form.id, "某市财政局")
    assert form.columns == ("填报事项", "填报内容", "填报说明")
    assert [item.part for item in form.items] == ["一、基本情况"] * 2 + ["二、实施情况"] * 2
    assert [item.type for item in form.items] == ["文件列表", "有无", "百分比", "开放题"]
    assert [(answer.number, answer.paragraphs) for answer in survey.answers] == [
        (1, ("《某办法》（某财综〔2021〕3号）",)),
        (3, ("95%", "另有定点采购")),
        (4, ("无",)),
    ]
    assert survey.notes == ("注：请于月底前报送。",)
    assert {f"事项.{number}.题型" for number in range(1, 5)} <= doubted(asked)


def test_a_return_of_a_known_form_tells_what_it_words_otherwise(context: MakeContext) -> None:
    made = context(period="2017年")
    form = made.library.find("调查表-河南-2017", SurveyForm)
    assert form is not None
    rows = [list(form.columns)]
    for item in form.items:
        question = (
            item.question.replace("政府采购服务", "政府购买服务") if item.number == 5 else item.question
        )
        instruction = "" if item.instruction == "原文未写" else str(item.instruction)
        rows.append([f"{item.number}. {question}", "无", instruction])
    (draft,) = drafts_of_workbook(rows, (), made)
    assert draft.data["调查表"] == form.id
    doubts = [entry for entry in draft.data["待确认"] if entry["字段"] == "填报.5"]
    assert [("政府采购服务" in entry["理由"]) for entry in doubts] == [True]
    assert {"填报.5"} == {field for field in doubted(draft) if field.startswith("填报.")}


def test_a_sheet_without_a_title_is_called_by_its_name(context: MakeContext) -> None:
    (draft,) = drafts_of_workbook((("姓名", "单位"), ("张某", "甲局")), (), context())
    record = record_of(draft)
    assert isinstance(record, Roster)
    assert record.title == "Sheet1"


def test_an_empty_sheet_gives_nothing(context: MakeContext) -> None:
    assert drafts_of_sheet("Sheet1", [(), ("", "")], context()) == ()


def test_a_form_that_nobody_filled_in_is_a_form_alone(context: MakeContext) -> None:
    empty = [(*row[:2], None, *row[3:]) if position > 2 else row for position, row in enumerate(SURVEY)]
    (draft,) = drafts_of_workbook(empty, (), context())
    form = record_of(draft)
    assert isinstance(form, SurveyForm)
    assert len(form.items) == 4


def test_an_empty_form_that_the_library_has_is_told(context: MakeContext) -> None:
    made = context()
    form = made.library.find("调查表-河南-2017", SurveyForm)
    assert form is not None
    rows = [list(form.columns), *([f"{item.number}. {item.question}", "", "说明"] for item in form.items)]
    (draft,) = drafts_of_workbook(rows, (), made)
    assert [entry["候选"] for entry in draft.data["待确认"] if entry["字段"] == "编号"] == [[form.id]]


def test_the_row_above_the_title_that_says_which_attachment_it_is_names_no_table(
    context: MakeContext,
) -> None:
    rows: Rows = (
        ("附件1", None, None, None),
        ("台州市2023年政府购买服务情况统计表", None, None, None),
        ("填报单位：台州市财政局（盖章）", None, None, "单位：万元"),
        ("序号", "县（市、区）", "项目数量（个）", "预算金额"),
        (1, "椒江区", 35, 1280.5),
        (2, "黄岩区", 28, 986.3),
        (None, "合计", 63, 2266.8),
    )
    (draft,) = drafts_of_workbook(rows, ("A1:D1", "A2:D2"), context(period="", holder="", issuers=()))
    record = record_of(draft)
    assert isinstance(record, Statistics)
    assert draft.id == "统计-台州市2023年政府购买服务情况统计表"
    assert record.title == "台州市2023年政府购买服务情况统计表"
    assert draft.data["期间"] == "2023年"
    assert "期间" not in doubted(draft)
    assert draft.data["来源"][0]["部分"] == "Sheet1 附件1"
    assert record.reporter == "台州市财政局"
    assert record.above == ("填报单位：台州市财政局（盖章）",)


def test_a_row_that_goes_on_from_a_merged_cell_above_keeps_its_columns_and_is_told(
    context: MakeContext,
) -> None:
    rows: Rows = (
        ("某县承接主体名单", None, None),
        ("乡镇", "单位", "联系人"),
        ("城关镇", "某某社工站", "王某"),
        ("韩张镇", "某某养老院", "李某"),
        (None, "某某服务社", "赵某"),
    )
    (draft,) = drafts_of_workbook(rows, ("A4:A5",), context())
    record = record_of(draft)
    assert isinstance(record, Roster)
    assert record.lines[2] == ("原文未写", "某某服务社", "赵某")
    (doubt,) = (entry for entry in draft.data["待确认"] if entry["字段"] == "行")
    assert doubt["理由"].startswith("第 3 行")
